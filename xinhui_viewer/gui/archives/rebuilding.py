"""Reading the archive on show anew from its originals, beside the window."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from xinhui_viewer.errors import Cancelled
from xinhui_viewer.gui.archives.archives import Archives
from xinhui_viewer.gui.archives.importing import CHANNEL, Importing, pace
from xinhui_viewer.gui.parts.notice import NoticeBar
from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.parts.status import StatusLine
from xinhui_viewer.gui.tasks import Tasks
from xinhui_viewer.i18n import tr, trn
from xinhui_viewer.job import Job


class Rebuilding(QObject):
    """Reads every bulletin anew, one archive at a time; it stops as an import does. ``updated`` tells of news."""

    updated = Signal()

    def __init__(
        self,
        tasks: Tasks,
        archives: Archives,
        importing: Importing,
        notice: NoticeBar,
        status: StatusLine,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._archives, self._importing = tasks, archives, importing
        self._notice, self._status = notice, status
        self._target = Path()
        self._began = 0.0

    def start(self) -> None:
        """Read every bulletin of the archive on show anew, once the import is free."""
        if self._archives.current is None or not self._importing.own or self._importing.busy:
            return
        archive = self._target = self._archives.current.path
        self._began = perf_counter()
        self._tasks.start(
            CHANNEL, lambda job: _rebuilt(archive, job), self._end, progress=self._show_progress, failed=self._fail
        )

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        told = pace(
            tr("Reading anew…"), tr("Reading anew {done} of {total}"), done, total, perf_counter() - self._began
        )
        self._status.show_work(told, done, total)

    def _end(self, counts: tuple[int, int, int]) -> None:
        read, changed, unread = counts
        self._status.show_work("", 0, 0)
        parts = [
            trn("{n} file read anew", "{n} files read anew", read).format(n=read),
            trn("{n} bulletin changed", "{n} bulletins changed", changed).format(n=changed),
        ]
        if unread:
            parts.append(trn("{n} could not be read", "{n} could not be read", unread).format(n=unread))
        self._notice.tell(" · ".join(parts))
        if changed:
            self.updated.emit()
        self._archives.open(Opened(self._target))

    def _fail(self, error: BaseException) -> None:
        self._status.show_work("", 0, 0)
        self._archives.failed.emit(error)


def _rebuilt(archive: Path, job: Job) -> tuple[int, int, int]:
    """Return how many originals were read, how many bulletins are others now, and how many originals failed."""
    from xinhui_viewer.importers.run.rebuilding import rebuild

    read = changed = unread = 0
    with suppress(Cancelled):
        for one in rebuild(archive, job):
            read += 1
            changed += len(one.changed)
            unread += bool(one.error)
    return read, changed, unread
