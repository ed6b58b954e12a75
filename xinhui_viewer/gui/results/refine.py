"""The pane to narrow results: a histogram over time, and columns and sources with their counts."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from xinhui_viewer.gui.parts.theme import Theme
from xinhui_viewer.gui.results.bars import Bar, Bars
from xinhui_viewer.gui.results.delegates import CountDelegate
from xinhui_viewer.gui.results.library_model import QUERY_ROLE, LibraryModel
from xinhui_viewer.gui.results.period_row import PeriodRow
from xinhui_viewer.gui.results.scope import EVERYTHING
from xinhui_viewer.gui.results.views import library_tree
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Facet, Facets, Node
from xinhui_viewer.search.refine import chosen, period_of

_MOST = 100  # bars; a bulletin of the year 1000 leaves no room for the others


class RefinePane(QWidget):
    """Shows the facets of an answer.

    ``chosen`` carries a period that the query is to be narrowed to, ``toggled`` a source or column to be added or
    taken out, each as a query of its own; ``all_times_wanted`` asks for no period.
    """

    chosen = Signal(object)
    toggled = Signal(object)
    all_times_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._delegate = LibraryModel(self), CountDelegate(self)
        self.bars, self.period = Bars(self), PeriodRow(self)
        self._note = QLabel(self, wordWrap=True)
        self._note.setProperty("tone", "secondary")
        self._note.setContentsMargins(12, 0, 8, 4)
        self.tree = library_tree(self, self._model, self._delegate)
        self.tree.setAccessibleName(tr("Narrow the results"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.bars)
        layout.addWidget(self.period)
        layout.addWidget(self._note)
        layout.addWidget(self.tree, 1)
        layout.addStretch()
        self.bars.chosen.connect(self.chosen)
        self.period.chosen.connect(self.chosen)
        self.period.left.connect(self.all_times_wanted)
        self.tree.clicked.connect(self._choose)
        self.tree.activated.connect(self._choose)
        self.hide()

    def show_spread(self, facets: Facets, months: tuple[Facet, ...], root: Node = EVERYTHING) -> None:
        """Show the facets of the answer to ``root``; the bars are months when all of it is of one or two years."""
        self.bars.show_bars(tuple(Bar(facet.path, facet.count) for facet in _in_time(months or facets.years)))
        self._model.show_spread(facets, chosen(root))
        self.period.show_period(period_of(root))
        for row in range(self._model.rowCount()):
            self.tree.expand(self._model.index(row, 0))
        self.tree.setVisible(self._model.rowCount() > 0)
        self._note.setVisible(bool(facets.among))
        self.show()
        self._note.setText(
            tr("Columns and sources are counted in the newest {n} bulletins only.").format(n=f"{facets.among:,}")
        )

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self.bars.theme = self._delegate.theme = theme
        self.update()

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        query = index.data(QUERY_ROLE)
        if query is not None:
            self.toggled.emit(query)


def _in_time(found: tuple[Facet, ...]) -> tuple[Facet, ...]:
    """Return the periods from the first to the last, empty ones included, after the undated bulletins."""
    dated = [facet for facet in found if facet.path != ("",)]
    undated = (facet for facet in found if facet.path == ("",))
    known = {facet.path: facet for facet in dated}
    spanned = _periods(dated[-1].path, dated[0].path) if dated else ()
    if len(spanned) > _MOST:
        spanned = tuple(reversed(known))
    return (*undated, *(known.get(path, Facet(path, 0)) for path in spanned))


def _periods(first: tuple[str, ...], last: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the years, or the months as (year, month), from one to another."""
    if len(first) == 1:
        return tuple((str(year),) for year in range(int(first[0]), int(last[0]) + 1))
    begin, end = (12 * int(year) + int(month) - 1 for year, month in (first, last))
    return tuple((str(at // 12), f"{at % 12 + 1:02}") for at in range(begin, end + 1))
