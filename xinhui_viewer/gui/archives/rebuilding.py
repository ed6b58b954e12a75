"""Re-read the archive on show from its originals, in the background."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from xinhui_viewer.errors import Cancelled
from xinhui_viewer.gui.archives.archives import Archives
from xinhui_viewer.gui.parts.notice import NoticeBar
from xinhui_viewer.gui.parts.window_work import WindowWork
from xinhui_viewer.gui.parts.work import Kind, Piece
from xinhui_viewer.i18n import N_, tr, trn
from xinhui_viewer.job import Job

REBUILD = Kind(N_("Re-reading…"), N_("Re-reading {done} of {total}"))


class Rebuilding(QObject):
    """Re-reads every bulletin; it stops as an import does. ``updated`` is emitted after changes."""

    updated = Signal()

    def __init__(self, work: WindowWork, archives: Archives, notice: NoticeBar) -> None:
        super().__init__(archives)
        self._work, self._archives, self._notice = work, archives, notice
        work.ended.connect(self._end)

    def start(self) -> None:
        """Re-read every bulletin of the archive on show, unless that runs or waits already."""
        path = self._archives.own
        if path is not None and not self._work.has(REBUILD, path):
            self._work.start(REBUILD, path, lambda job: _rebuilt(path, job))

    @Slot(object)
    def _end(self, piece: Piece) -> None:
        if piece.kind is not REBUILD or piece.error is not None:
            return
        read, changed, unread = piece.answer
        parts = [
            trn("{n} file re-read", "{n} files re-read", read).format(n=read),
            trn("{n} bulletin changed", "{n} bulletins changed", changed).format(n=changed),
        ]
        if unread:
            parts.append(trn("{n} could not be read", "{n} could not be read", unread).format(n=unread))
        told = " · ".join(parts)
        if self._archives.own == piece.archive:
            self._notice.tell(told)
            if changed:
                self.updated.emit()
            self._archives.refresh()
        else:
            told = tr("{archive}: {work}").format(archive=piece.archive.name, work=told)
            self._notice.tell(told, (self._archives.offer(piece.archive),))


def _rebuilt(archive: Path, job: Job) -> tuple[int, int, int]:
    """Return the numbers of originals read, of bulletins changed, and of originals that failed."""
    from xinhui_viewer.importers.run.rebuilding import rebuild

    read = changed = unread = 0
    with suppress(Cancelled):
        for one in rebuild(archive, job):
            read += 1
            changed += len(one.changed)
            unread += bool(one.error)
    return read, changed, unread
