"""The archive that a window shows: where it is and how it is opened for reading."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection

from xinhui_viewer.i18n import tr
from xinhui_viewer.resources import resource


@dataclass(frozen=True, slots=True)
class Opened:
    """An archive on show; the sample lies inside the program, is never written and nothing is put beside it."""

    path: Path
    sample: bool = False

    @property
    def name(self) -> str:
        """The name users see."""
        return tr("Sample archive") if self.sample else self.path.name

    def reading(self) -> AbstractContextManager[Connection]:
        """Open a connection of its own for the calling thread."""
        from xinhui_viewer.archive import connect

        return connect.reading(self.path, frozen=self.sample)


def sample() -> Opened:
    """Return the archive that comes with the program."""
    return Opened(resource("sample", "sample.xhdb"), sample=True)
