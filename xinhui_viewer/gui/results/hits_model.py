"""The list of bulletins: results of a search or entries of the library, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from xinhui_viewer.facts import day_text
from xinhui_viewer.i18n import spoken, tr
from xinhui_viewer.records import Hit
from xinhui_viewer.search.hits import partly

HIT_ROLE = int(Qt.ItemDataRole.UserRole)
_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


def lacking(hit: Hit) -> str:
    """Describe a hit beside its text: a repetition, missing words, official words found instead."""
    return " · ".join((*((tr("same text as above"),) if hit.same_as else ()), *partly(hit)))


def origin(hit: Hit) -> tuple[str, ...]:
    """Return the source and date of a bulletin, after the word damaged if it is."""
    return tuple(part for part in (tr("damaged") if hit.damaged else "", hit.source, day_text(hit)) if part)


class HitsModel(QAbstractTableModel):
    """Hits in the order the search returned them; more pages are asked for as the view is scrolled."""

    more_wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: list[Hit] = []
        self._bare: set[int] = set()  # ids of those without excerpts
        self._complete = True
        self._asked = False

    def show(self, hits: tuple[Hit, ...], *, complete: bool, bare: tuple[Hit, ...] = ()) -> None:
        """Replace the list; unless ``complete``, more is requested when the end comes into sight.

        ``bare`` are those of the hits that have no excerpts yet.
        """
        self.beginResetModel()
        self._hits = list(hits)
        self._bare = {hit.id for hit in bare}
        self._complete = complete
        self._asked = False
        self.endResetModel()

    def extend(self, hits: tuple[Hit, ...], *, complete: bool, bare: bool = False) -> None:
        """Append the next page; its hits have no excerpts yet when it is ``bare``."""
        self._complete = complete or not hits
        self._bare.update(hit.id for hit in hits if bare)
        self._asked = False
        if hits:
            first = len(self._hits)
            self.beginInsertRows(_NONE, first, first + len(hits) - 1)
            self._hits.extend(hits)
            self.endInsertRows()

    def bare(self, first: int, end: int) -> tuple[Hit, ...]:
        """Return the hits from row ``first`` to before ``end`` that have no excerpts yet."""
        return tuple(hit for hit in self._hits[first:end] if hit.id in self._bare)

    def fill(self, hits: tuple[Hit, ...]) -> None:
        """Take excerpts of hits that had none."""
        filled = {hit.id: hit for hit in hits if hit.id in self._bare}
        self._bare.difference_update(filled)
        rows = [row for row, hit in enumerate(self._hits) if hit.id in filled]
        for row in rows:
            self._hits[row] = filled[self._hits[row].id]
        if rows:
            self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], 0))

    def full_rows(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Yield the runs of rows from ``first`` to ``last``, both included, that are full matches."""
        rows = (row for row in range(first, last + 1) if not self._hits[row].partial)
        for _, run in groupby(enumerate(rows), lambda item: item[1] - item[0]):
            found = [row for _, row in run]
            yield found[0], found[-1]

    @property
    def complete(self) -> bool:
        """Return whether all of the list is loaded."""
        return self._complete

    def row_of(self, bulletin_id: int) -> int:
        """Return the row of a bulletin; -1 when it is not loaded."""
        return next((row for row, hit in enumerate(self._hits) if hit.id == bulletin_id), -1)

    def hit(self, row: int) -> Hit | None:
        """Return the hit of a row that is loaded."""
        return self._hits[row] if 0 <= row < len(self._hits) else None

    def found_row(self, row: int, step: int) -> int:
        """Return the next row below (1) or above (-1) ``row`` with matches; -1 when none is loaded."""
        rows = range(row + 1, len(self._hits)) if step > 0 else range(row - 1, -1, -1)
        return next((at for at in rows if self._may_be_marked(self._hits[at])), -1)

    def _may_be_marked(self, hit: Hit) -> bool:
        """Return whether something is marked in a bulletin; it is in nearly all whose excerpts are not made yet."""
        return hit.id in self._bare or bool(hit.count or hit.title_spans)

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._hits)

    def columnCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        if role == HIT_ROLE:
            return hit
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken((hit.title, *origin(hit), lacking(hit), hit.excerpt))
        return None

    def canFetchMore(self, parent: _Index = _NONE) -> bool:
        return not parent.isValid() and not self._complete and not self._asked

    def fetchMore(self, parent: _Index = _NONE) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit(len(self._hits))
