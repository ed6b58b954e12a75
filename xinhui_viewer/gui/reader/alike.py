"""The search for the bulletins most like the one on show, beside reading."""

from __future__ import annotations

from collections.abc import Iterable

from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.reader.side_pane import SidePane
from xinhui_viewer.gui.tasks import Tasks
from xinhui_viewer.job import Job
from xinhui_viewer.records import Alike, Bulletin


class LookForAlike:
    """Looks for the bulletins most like one, and hands them to the panes beside the text."""

    def __init__(self, tasks: Tasks, beside: Iterable[SidePane]) -> None:
        self._tasks, self._beside = tasks, tuple(beside)

    def look(self, archive: Opened | None, bulletin: Bulletin | None) -> None:
        """Look for those most like a bulletin, if there is one; the search for another one's ends."""
        self._tasks.drop("alike")
        if archive is not None and bulletin is not None:
            self._tasks.start("alike", lambda job: _alike(archive, bulletin.id, job), self._show)

    def _show(self, alike: tuple[Alike, ...]) -> None:
        for pane in self._beside:
            pane.show_alike(alike)


def _alike(archive: Opened, bulletin_id: int, job: Job) -> tuple[Alike, ...]:
    from xinhui_viewer.search.alike import alike  # not for the start

    with archive.reading(job) as db:
        return alike(db, bulletin_id)
