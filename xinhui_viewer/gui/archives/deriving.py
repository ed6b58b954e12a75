"""Recompute index, sections and key figures in the background, when the program has a new version of them.

Reading and searching go on meanwhile, with the old ones.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from xinhui_viewer.errors import ArchiveError
from xinhui_viewer.gui.archives.archives import Archives
from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.parts.window_work import WindowWork
from xinhui_viewer.gui.parts.work import Kind, Piece
from xinhui_viewer.gui.tasks import Tasks
from xinhui_viewer.i18n import N_
from xinhui_viewer.job import Job

DERIVE = Kind(
    N_("Updating index, sections and figures…"),
    N_("Updating index, sections and figures {done} of {total}"),
    unasked=True,
    resumes=True,
)
_LOOK = "derive"


class Deriving(QObject):
    """Checks each archive that is opened; stopped work resumes the next time. ``updated`` is emitted after changes."""

    updated = Signal()

    def __init__(self, tasks: Tasks, work: WindowWork, archives: Archives) -> None:
        super().__init__(archives)
        self._tasks, self._work, self._archives = tasks, work, archives
        archives.opened.connect(self._look)
        work.ended.connect(self._end)

    @Slot(object, int)
    def _look(self, archive: Opened, bulletins: int) -> None:
        if bulletins and not archive.sample:
            self._tasks.start(_LOOK, lambda job: archive.path if _is_outdated(archive) else None, self._start)

    def _start(self, path: Path | None) -> None:
        if path is not None and path == self._archives.own and not self._work.has(DERIVE, path):
            self._work.start(DERIVE, path, lambda job: _derive(path, job))

    @Slot(object)
    def _end(self, piece: Piece) -> None:
        """Show the changes."""
        if piece.kind is DERIVE and piece.answer and self._archives.own == piece.archive:
            self.updated.emit()
            self._archives.refresh()


def _is_outdated(archive: Opened) -> bool:
    from xinhui_viewer.archive.writing import outdated

    with archive.reading() as db:
        return outdated(db)


def _derive(archive: Path, job: Job) -> int:
    """Return the number of bulletins that changed; an archive that cannot be written now is updated another time."""
    from xinhui_viewer.archive.derived import derive
    from xinhui_viewer.archive.writing import writing

    with suppress(ArchiveError), writing(archive, job) as db:
        return derive(db, job)
    return 0
