"""The search for the bulletins most like the one on show, beside reading."""

from __future__ import annotations

from collections.abc import Iterable

from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.reader.side_pane import SidePane
from xinhui_viewer.gui.tasks import Tasks
from xinhui_viewer.job import Job
from xinhui_viewer.records import Alike, Bulletin


class LookForAlike:
    """Looks for the bulletins most like the one on show once a pane beside the text is seen that names them."""

    def __init__(self, tasks: Tasks, beside: Iterable[SidePane]) -> None:
        self._tasks, self._beside = tasks, tuple(beside)
        self._archive: Opened | None = None
        self._bulletin: Bulletin | None = None
        for pane in self._beside:
            pane.alike_wanted.connect(self._look)

    def show(self, archive: Opened | None, bulletin: Bulletin | None) -> None:
        """Take another bulletin; the search for those like the former one ends."""
        self._tasks.drop("alike")
        self._archive, self._bulletin = archive, bulletin

    def _look(self) -> None:
        archive, bulletin = self._archive, self._bulletin
        if archive is not None and bulletin is not None:
            self._tasks.start("alike", lambda job: _alike(archive, bulletin.id, job), self._show)

    def _show(self, alike: tuple[Alike, ...]) -> None:
        for pane in self._beside:
            pane.show_alike(alike)


def _alike(archive: Opened, bulletin_id: int, job: Job) -> tuple[Alike, ...]:
    from xinhui_viewer.search.alike import alike  # not for the start

    with archive.reading(job) as db:
        return alike(db, bulletin_id)
