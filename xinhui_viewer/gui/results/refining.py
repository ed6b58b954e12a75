"""Narrow an answer: show its facets, and turn a choice among them into a narrower query."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.results.pane import BrowsePane
from xinhui_viewer.gui.results.scope import EVERYTHING, within
from xinhui_viewer.gui.results.searching import Searching
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.gui.tasks import Tasks
from xinhui_viewer.job import Job
from xinhui_viewer.records import Dates, Facet, Facets, Node, Query, conjuncts
from xinhui_viewer.search.asked import Asked
from xinhui_viewer.search.facets import facets, months
from xinhui_viewer.search.places import of_column, of_source
from xinhui_viewer.search.refine import refined, toggled, unfiltered

_FEW_YEARS = 2


class Refining(QObject):
    """Shows the facets of the newest answer while the pane is open; ``asked`` carries the narrower query."""

    asked = Signal(object)
    toggled = Signal()

    def __init__(self, tasks: Tasks, settings: Settings, searching: Searching, browse: BrowsePane) -> None:
        super().__init__(searching)
        self._tasks, self._settings, self._pane = tasks, settings, browse.refine
        self._archive: Opened | None = None
        self._query: Query | None = None
        self._scope: Node = EVERYTHING
        self.open = bool(settings.get("narrowing"))
        self._pane.chosen.connect(self._narrow)
        self._pane.toggled.connect(self._toggle)
        self._pane.all_times_wanted.connect(self._widen)
        self._head = browse.head
        self._head.show_narrowing(self.open)
        browse.narrowing_wanted.connect(self.toggle)
        searching.spread_wanted.connect(self.show_answer)

    @Slot(object, object, object)
    def show_answer(self, archive: Opened, query: Query | None, scope: Node) -> None:
        """Follow another answer, found in a scope; with None, the library, which needs no narrowing."""
        self._archive, self._query, self._scope = archive, query, scope
        self._update()

    @Slot()
    def toggle(self) -> None:
        """Open or close the pane."""
        self.open = not self.open
        self._settings.set("narrowing", self.open)
        self._head.show_narrowing(self.open)
        self._update()
        self.toggled.emit()

    def _update(self) -> None:
        archive, query, scope = self._archive, self._query, self._scope
        if self.open and query is not None and archive is not None:
            self._tasks.start("refine", lambda job: _spread(archive, within(query, scope), job), self._show)
        else:
            self._pane.hide()
            self._tasks.drop("refine")

    def _show(self, answer: tuple[Facets, tuple[Facet, ...]]) -> None:
        self._pane.show_spread(*answer, self._root)

    @property
    def _root(self) -> Node:
        return self._query.root if self._query is not None else EVERYTHING

    @Slot(object)
    def _narrow(self, added: Node) -> None:
        """Ask for a period; the one that is there already is taken out."""
        there = added in conjuncts(self._root)
        self.asked.emit(unfiltered(self._root, added) if there else refined(self._root, added))

    @Slot(object)
    def _toggle(self, value: Node) -> None:
        self.asked.emit(toggled(self._root, value))

    @Slot()
    def _widen(self) -> None:
        self.asked.emit(unfiltered(self._root, Dates(None, None)))


# Work in the background. The core is imported here, after the first paint.


def _spread(archive: Opened, query: Query, job: Job) -> tuple[Facets, tuple[Facet, ...]]:
    with archive.reading(job) as db:
        asked = Asked(db, query)
        spread = _beside(db, query, facets(asked))
        dated = [int(year.path[0]) for year in spread.years if year.path[0]]
        if not dated or dated[0] - dated[-1] >= _FEW_YEARS:
            return spread, ()
        return spread, tuple(month for year in dated for month in months(asked, year))


def _beside(db: Archive, query: Query, spread: Facets) -> Facets:
    """Return an answer's facets with the sources beside one that is chosen, and the columns beside one."""
    for name, value in (("sources", of_source("")), ("columns", of_column(("",)))):
        wider = unfiltered(query.root, value)
        if wider != query.root:
            counted = facets(Asked(db, replace(query, root=wider)))
            spread = replace(spread, **{name: getattr(counted, name), "among": max(spread.among, counted.among)})
    return spread
