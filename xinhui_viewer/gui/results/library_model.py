"""The library: a tree of columns, years and sources with their numbers of bulletins."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from xinhui_viewer.i18n import spoken, tr
from xinhui_viewer.records import All, Facet, Facets, Node
from xinhui_viewer.search.places import of_column, of_source, of_time

COUNT_ROLE = int(Qt.ItemDataRole.UserRole)
QUERY_ROLE = COUNT_ROLE + 1
COLUMN_ROLE = COUNT_ROLE + 2
NODE_ROLE = COUNT_ROLE + 3
_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


_COLUMN, _TIME, _SOURCE = "column", "time", "source"


def query_of(node: tuple[str, ...]) -> Node:
    """Return the query of an entry by its name in every language: its kind, then its path; of another name, all."""
    match node:
        case ("column", _, *_):
            return of_column(node[1:])
        case ("time", year) if not year or (year.isdecimal() and 0 < int(year) < 10_000):
            return of_time((year,), (year,))
        case ("source", name):
            return of_source(name)
    return All(())


@dataclass(eq=False)
class _Entry:
    text: str
    query: Node | None = None
    count: int | None = 0
    path: tuple[str, ...] = ()
    node: tuple[str, ...] = ()
    above: _Entry | None = None
    below: list[_Entry] = field(default_factory=list)

    def add(self, node: _Entry) -> _Entry:
        node.above = self
        self.below.append(node)
        return node


class LibraryModel(QAbstractItemModel):
    """Facets as a tree; each entry that stands for bulletins carries the query that lists them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = _Entry("")
        self._chosen: frozenset[Node] = frozenset()

    def show(self, facets: Facets) -> None:
        """Replace the tree by the facets of a whole archive."""
        self.beginResetModel()
        self._root = _tree(facets)
        self.endResetModel()

    def show_spread(self, facets: Facets, chosen: frozenset[Node] = frozenset()) -> None:
        """Replace the tree by the sources and columns of an answer that narrow it, those ``chosen`` ticked."""
        self.beginResetModel()
        self._root, self._chosen = _Entry(""), chosen
        total = facets.among or facets.total
        sources = sorted(facets.sources, key=lambda source: of_source(source.path[0]) not in chosen)
        facets = replace(facets, sources=tuple(sources))
        if chosen or any(source.count < total for source in facets.sources):
            _add_sources(self._root, facets)
        if chosen or any(column.count < total for column in facets.columns):
            top = self._root.add(_Entry(tr("Columns"), None, None))
            _add_columns(top, facets.columns, _above([column.path for column in facets.columns]))
        self.endResetModel()

    def index(self, row: int, column: int, parent: _Index = _NONE) -> QModelIndex:
        below = self._node(parent).below
        return self.createIndex(row, column, below[row]) if row < len(below) and column == 0 else QModelIndex()

    def parent(self, index: _Index = _NONE) -> QModelIndex:  # type: ignore[override]
        above = self._node(index).above
        if above is None or above.above is None:
            return QModelIndex()
        return self.createIndex(above.above.below.index(above), 0, above)

    def rowCount(self, parent: _Index = _NONE) -> int:
        return len(self._node(parent).below)

    def columnCount(self, parent: _Index = _NONE) -> int:
        return 1

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        node = self._node(index)
        ticked = node.query is not None and node.query in self._chosen
        if role == Qt.ItemDataRole.DisplayRole:
            return f"✓ {node.text}" if ticked else node.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return " › ".join(node.path) or node.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken((node.text, "" if node.count is None else str(node.count), tr("chosen") if ticked else ""))
        return {COUNT_ROLE: node.count, QUERY_ROLE: node.query, COLUMN_ROLE: node.path, NODE_ROLE: node.node}.get(role)

    def column_index(self, path: tuple[str, ...]) -> QModelIndex:
        """Return the entry of a column path, or an invalid index."""
        return self.node_index((_COLUMN, *path))

    def node_index(self, node: tuple[str, ...]) -> QModelIndex:
        """Return the entry of a name (``query_of``), or an invalid index."""
        waiting = [self.index(row, 0) for row in range(self.rowCount())]
        while waiting:
            index = waiting.pop()
            if self._node(index).node == node:
                return index
            waiting.extend(self.index(row, 0, index) for row in range(self.rowCount(index)))
        return QModelIndex()

    def _node(self, index: _Index) -> _Entry:
        node = index.internalPointer() if index.isValid() else self._root
        assert isinstance(node, _Entry)
        return node


def _tree(facets: Facets) -> _Entry:
    root = _Entry("")
    root.add(_Entry(tr("All bulletins"), All(()), facets.total))
    _add_columns(root.add(_Entry(tr("Columns"), None, None)), facets.columns)
    years = root.add(_Entry(tr("Years"), None, None))
    for year in facets.years:
        years.add(_entry(year.path[0] or tr("without a date"), (_TIME, year.path[0]), year.count))
    _add_sources(root, facets)
    return root


def _entry(text: str, node: tuple[str, ...], count: int, path: tuple[str, ...] = ()) -> _Entry:
    return _Entry(text, query_of(node), count, path, node)


def _add_sources(root: _Entry, facets: Facets) -> None:
    sources = root.add(_Entry(tr("Sources"), None, None))
    for source in facets.sources:
        name = source.path[0]
        sources.add(_entry(name or tr("without a source"), (_SOURCE, name), source.count))


def _above(paths: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the path of the column that contains all others."""
    depth = 0
    while all(len(path) > depth + 1 and path[depth] == paths[0][depth] for path in paths):
        depth += 1
    return paths[0][:depth]


def _add_columns(top: _Entry, columns: tuple[Facet, ...], above: tuple[str, ...] = ()) -> None:
    """Add columns under an entry, those below ``above`` at once."""
    nodes: dict[tuple[str, ...], _Entry] = {above: top}
    for facet in columns:
        for depth in range(len(above) + 1, len(facet.path) + 1):
            path = facet.path[:depth]
            if path not in nodes:
                nodes[path] = nodes[path[:-1]].add(_entry(path[-1], (_COLUMN, *path), 0, path))
            nodes[path].count = (nodes[path].count or 0) + facet.count
