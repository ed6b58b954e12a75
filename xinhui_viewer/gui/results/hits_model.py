"""The list of bulletins: results of a search or entries of the library, all rows by ids, those seen with their hits."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from xinhui_viewer.facts import day_text
from xinhui_viewer.gui.results.fetching import Fetched, Missing
from xinhui_viewer.i18n import spoken, tr
from xinhui_viewer.records import Hit
from xinhui_viewer.search.find import PAGE, Whole
from xinhui_viewer.search.hits import partly

HIT_ROLE = int(Qt.ItemDataRole.UserRole)
ID_ROLE = HIT_ROLE + 1
_MOST_KEPT = 5000  # hits; older ones are fetched again when they are seen
_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


def lacking(hit: Hit) -> str:
    """Describe a hit beside its text: a repetition, missing words, official words found instead."""
    return " · ".join((*((tr("same text as above"),) if hit.same_as else ()), *partly(hit)))


def origin(hit: Hit) -> tuple[str, ...]:
    """Return the source and date of a bulletin, after the word damaged if it is."""
    return tuple(part for part in (tr("damaged") if hit.damaged else "", hit.source, day_text(hit)) if part)


class HitsModel(QAbstractTableModel):
    """The rows of a list in the order the search returned them; the hit of a row is None until it is fetched."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids = array("q")
        self._parts: list[int] = []  # rows that are no full matches
        self._hits: dict[int, Hit] = {}  # by id
        self._before: dict[int, Hit] = {}  # those of the same list before the archive changed
        self._bare: set[int] = set()  # ids of those without excerpts
        self._complete = True

    def show(self, hits: tuple[Hit, ...], *, complete: bool, bare: tuple[Hit, ...] = (), again: bool = False) -> None:
        """Replace the list; unless ``complete``, the rest of it follows.

        ``bare`` are those of the hits that have no excerpts yet. ``again``, the same list after a change of the
        archive, shows its hits until they are fetched again.
        """
        self.beginResetModel()
        self._before = {**self._before, **self._hits} if again else {}
        self._ids = array("q", [hit.id for hit in hits])
        self._parts = [row for row, hit in enumerate(hits) if hit.partial]
        self._hits = {hit.id: hit for hit in hits}
        self._bare = {hit.id for hit in bare}
        self._complete = complete
        self.endResetModel()

    def know(self, whole: Whole) -> None:
        """Take all rows of the list, of which the first ones are shown."""
        first, last = len(self._ids), len(whole.ids)
        self._take(whole.hits)
        if last > first:
            self.beginInsertRows(_NONE, first, last - 1)
        elif last < first:  # the archive has changed since
            self.beginRemoveRows(_NONE, last, first - 1)
        self._ids, self._parts = whole.ids, _rows_of(whole)
        self._complete = True
        if last > first:
            self.endInsertRows()
        elif last < first:
            self.endRemoveRows()
        if min(first, last):
            self.dataChanged.emit(self.index(0, 0), self.index(min(first, last) - 1, 0))

    def missing(self, first: int, end: int) -> Missing:
        """Return what is to be fetched for the rows from ``first`` to before ``end``."""
        pages = tuple(
            tuple(self._ids[page : page + PAGE])
            for page in range(first - first % PAGE, min(end, len(self._ids)), PAGE)
            if any(number not in self._hits for number in self._ids[max(page, first) : min(page + PAGE, end)])
        )
        seen = self._ids[first:end]
        bare = tuple(self._hits[number] for number in seen if number in self._bare)
        return Missing(pages, bare, frozenset(seen), frozenset(self._ids[row] for row in self._parts))

    def ids(self, first: int, end: int) -> tuple[int, ...]:
        """Return the ids of the rows from ``first`` to before ``end``."""
        return tuple(self._ids[first:end])

    def fill(self, fetched: Fetched) -> None:
        """Take hits that were fetched."""
        self._take(fetched.listed)
        filled = {hit.id: hit for hit in fetched.shown if hit.id in self._bare}
        self._bare.difference_update(filled)
        self._hits.update(filled)
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))

    def full_rows(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Yield the runs of rows from ``first`` to ``last``, both included, that are full matches."""
        for part in (*(row for row in self._parts if first <= row <= last), last + 1):
            if part > first:
                yield first, part - 1
            first = part + 1

    @property
    def complete(self) -> bool:
        """Return whether all rows of the list are known."""
        return self._complete

    def row_of(self, bulletin_id: int) -> int:
        """Return the row of a bulletin; -1 when it is not listed."""
        try:
            return self._ids.index(bulletin_id)
        except ValueError:
            return -1

    def id_of(self, row: int) -> int:
        """Return the id of a row; 0 when there is no such row."""
        return self._ids[row] if 0 <= row < len(self._ids) else 0

    def hit(self, row: int) -> Hit | None:
        """Return the hit of a row that is fetched."""
        number = self.id_of(row)
        return self._hits.get(number) or self._before.get(number)

    def found_row(self, row: int, step: int) -> int:
        """Return the next row below (1) or above (-1) ``row`` with matches; -1 when none is known."""
        rows = range(row + 1, len(self._ids)) if step > 0 else range(row - 1, -1, -1)
        return next((at for at in rows if self._may_be_marked(at)), -1)

    def _may_be_marked(self, row: int) -> bool:
        """Return whether something is marked in a bulletin; it is in nearly all whose excerpts are not made yet."""
        hit = self.hit(row)
        return hit is None or hit.id in self._bare or bool(hit.count or hit.title_spans)

    def _take(self, hits: Iterable[Hit]) -> None:
        """Keep hits without excerpts that are new, and let go of those that were fetched first."""
        new = {hit.id: hit for hit in hits if hit.id not in self._hits or hit.id in self._bare}
        self._hits.update(new)
        self._bare.update(new)
        for number in [*self._hits][: max(0, len(self._hits) - _MOST_KEPT)]:
            del self._hits[number]
            self._bare.discard(number)

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        if role == ID_ROLE:
            return self._ids[index.row()]
        hit = self.hit(index.row())
        if role == HIT_ROLE:
            return hit
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title if hit else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken((hit.title, *origin(hit), lacking(hit), hit.excerpt)) if hit else None
        return None


def _rows_of(whole: Whole) -> list[int]:
    """Return the rows of the partial matches of a list; they are among its first."""
    left, rows = set(whole.parts), list[int]()
    for row, number in enumerate(whole.ids if left else ()):
        if number in left:
            rows.append(row)
            left.remove(number)
            if not left:
                break
    return rows
