"""Index, sections and key figures made anew beside the window, when the program has learned to read them better.

Reading and searching go on meanwhile, by what was there before.
"""

from __future__ import annotations

from contextlib import suppress
from time import perf_counter

from PySide6.QtCore import QObject, Signal, Slot

from xinhui_viewer.errors import ArchiveError, Cancelled
from xinhui_viewer.gui.archives.archives import Archives
from xinhui_viewer.gui.archives.importing import CHANNEL, Importing, pace
from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.parts.status import StatusLine
from xinhui_viewer.gui.tasks import Tasks
from xinhui_viewer.i18n import tr
from xinhui_viewer.job import Job

_LOOK = "derive"


class Deriving(QObject):
    """Looks at each archive that is opened; work that was stopped goes on the next time. ``updated`` tells of news."""

    updated = Signal()

    def __init__(self, tasks: Tasks, archives: Archives, importing: Importing, status: StatusLine) -> None:
        super().__init__(importing)
        self._tasks, self._archives, self._importing, self._status = tasks, archives, importing, status
        self._began = 0.0
        archives.opened.connect(self._look)

    @Slot(object, int)
    def _look(self, archive: Opened, bulletins: int) -> None:
        if bulletins and not archive.sample:
            self._tasks.start(_LOOK, lambda job: archive if _is_outdated(archive) else None, self._start)

    def _start(self, archive: Opened | None) -> None:
        if archive is None or archive != self._archives.current or self._importing.busy:
            return
        self._began = perf_counter()
        self._tasks.start(
            CHANNEL, lambda job: _derive(archive, job), self._end, progress=self._show_progress, failed=self._end
        )

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        text = tr("Updating index, sections and figures {done} of {total}")
        told = pace(tr("Updating index, sections and figures…"), text, done, total, perf_counter() - self._began)
        self._status.show_work(told, done, total)

    def _end(self, changed: object) -> None:
        """Show what is new; an archive that cannot be written now is updated another time."""
        self._status.show_work("", 0, 0)
        if self._archives.current is not None and isinstance(changed, int) and changed:
            self.updated.emit()
            self._archives.open(self._archives.current)


def _is_outdated(archive: Opened) -> bool:
    from xinhui_viewer.archive.writing import outdated

    with archive.reading() as db:
        return outdated(db)


def _derive(archive: Opened, job: Job) -> int:
    from xinhui_viewer.archive.derived import derive
    from xinhui_viewer.archive.writing import writing

    with suppress(Cancelled, ArchiveError), writing(archive.path, job) as db:
        return derive(db, job)
    return 0
