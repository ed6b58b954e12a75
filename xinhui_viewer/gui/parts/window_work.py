"""The program's work on archives as one window sees it: all that runs, and the answers to what it asked for itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from xinhui_viewer.gui.parts.work import ArchiveWork, Kind, Piece
from xinhui_viewer.job import Job

if TYPE_CHECKING:
    from xinhui_viewer.archive.archive import Archive


class WindowWork(QObject):
    """``ended`` carries a finished piece of this window, or of one that is closed, if this window ``leads``;
    ``ended_elsewhere`` one of another window that wrote an archive.
    """

    changed = Signal()
    ended = Signal(object)
    ended_elsewhere = Signal(object)

    def __init__(self, work: ArchiveWork, leads: Callable[[WindowWork], bool]) -> None:
        super().__init__()
        self._work, self._leads = work, leads
        self._open = True
        work.changed.connect(self.changed)
        work.ended.connect(self._tell)

    @property
    def leads(self) -> bool:
        """Return whether this window does what one window must do for all."""
        return self._leads(self)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Return all running and waiting pieces of the program."""
        return self._work.pieces

    def has(self, kind: Kind, archive: Path) -> bool:
        """Return whether work of a kind on an archive runs or waits, for whichever window."""
        return self._work.has(kind, archive)

    def start(self, kind: Kind, archive: Path, run: Callable[[Job], Any], about: Any = None) -> None:
        """Queue a function that opens ``archive`` by itself, to run in its turn."""
        self._work.start(kind, archive, run, about, owner=self)

    def start_reading(self, kind: Kind, archive: Path, run: Callable[[Job], Any], about: Any = None) -> None:
        """Run a function that only reads ``archive`` at once."""
        self._work.start_reading(kind, archive, run, about, owner=self)

    def change(self, kind: Kind, archive: Path, change: Callable[[Archive], Any], about: Any = None) -> None:
        """Make a short change to an archive as soon as possible."""
        self._work.change(kind, archive, change, about, owner=self)

    def stop(self, piece: Piece) -> None:
        """Stop a piece of any window."""
        self._work.stop(piece)

    def stop_all(self) -> None:
        """Stop all work of the program."""
        self._work.stop_all()

    def leave(self) -> None:
        """Leave what is not finished to the other windows."""
        self._open = False
        self._work.changed.disconnect(self.changed)
        self._work.ended.disconnect(self._tell)

    @Slot(object)
    def _tell(self, piece: Piece) -> None:
        owner = piece.owner
        if owner is self or (not (isinstance(owner, WindowWork) and owner._open) and self.leads):
            self.ended.emit(piece)
        elif piece.writes and piece.error is None:
            self.ended_elsewhere.emit(piece)
