"""The archive that a window shows: its path, and opening it for reading."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from xinhui_viewer.archive import connect
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.i18n import tr
from xinhui_viewer.job import Job
from xinhui_viewer.resources import resource


@dataclass(frozen=True, slots=True)
class Opened:
    """An archive on show; the sample is part of the program: it is never written, and no file is put beside it."""

    path: Path
    sample: bool = False

    @property
    def name(self) -> str:
        """The name that users see."""
        return tr("Sample archive") if self.sample else self.path.name

    def reading(self, job: Job | None = None) -> AbstractContextManager[Archive]:
        """Open the archive for the calling thread; once ``job`` is cancelled, its queries raise Cancelled."""
        return connect.reading(self.path, self.sample, job)


def sample() -> Opened:
    """Return the archive that comes with the program."""
    return Opened(resource("sample", "sample.xhdb"), sample=True)
