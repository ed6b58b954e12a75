"""The sections of a bulletin as a tree, with the number of matches of each and the current one marked."""

from __future__ import annotations

from html import escape
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from xinhui_viewer.i18n import spoken, tr, trn
from xinhui_viewer.records import Section
from xinhui_viewer.text.articles import is_article, value
from xinhui_viewer.text.lookup import fit

SECTION_ROLE = int(Qt.ItemDataRole.UserRole)
COUNT_ROLE = SECTION_ROLE + 1
CURRENT_ROLE = SECTION_ROLE + 2
SEEN_ROLE = SECTION_ROLE + 3
_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class OutlineModel(QAbstractItemModel):
    """Each section lies under the nearest one before it of a higher level; an entry's id is the section's number."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sections: tuple[Section, ...] = ()
        self._counts: tuple[int, ...] = ()
        self._parents: list[int] = []
        self._below: dict[int, list[int]] = {-1: []}
        self._rows: dict[int, int] = {}
        self._current, self._seen = -1, range(0)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections on show, those that are filtered out included."""
        return self._sections

    def show(self, sections: tuple[Section, ...], counts: tuple[int, ...]) -> None:
        """Replace the tree; ``counts`` are matches per section, missing ones are none."""
        self.beginResetModel()
        self._sections, self._counts = sections, counts
        self._parents = _parents(sections)
        self._current, self._seen = -1, range(0)
        self._hang(set(range(len(sections))))
        self.endResetModel()

    def count(self, counts: tuple[int, ...]) -> None:
        """Replace the counts of matches."""
        self._counts = counts
        self._tell_changed()

    def mark(self, current: int, first: int, last: int) -> None:
        """Mark the section being read and those in sight."""
        self._current, self._seen = current, range(first, last + 1) if first >= 0 else range(0)
        self._tell_changed()

    def filter(self, text: str) -> tuple[int, ...]:
        """Keep sections whose heading has ``text``, and those around them; return the numbers of the former.

        A heading is found by its pinyin and its initials, too, an article by its number in figures: 12.
        """
        wanted, article = text.strip(), value(text)
        found = tuple(
            n
            for n, section in enumerate(self._sections)
            if not wanted
            or fit(wanted, section.heading) is not None
            or (article and is_article(section) and article == value(section.marker))
        )
        self.beginResetModel()
        self._hang({above for number in found for above in (number, *self.path(number))})
        self.endResetModel()
        return found

    def path(self, number: int) -> tuple[int, ...]:
        """Return the sections that a section is in, the outermost first."""
        above: list[int] = []
        while 0 <= number < len(self._parents) and (number := self._parents[number]) >= 0:
            above.insert(0, number)
        return tuple(above)

    def section_index(self, number: int) -> QModelIndex:
        """Return the entry of a section, an invalid index when it is not on show."""
        if number not in self._rows:
            return QModelIndex()
        return self.createIndex(self._rows[number], 0, number)

    def index(self, row: int, column: int, parent: _Index = _NONE) -> QModelIndex:
        below = self._below.get(_number(parent), [])
        return self.createIndex(row, 0, below[row]) if 0 <= row < len(below) and column == 0 else QModelIndex()

    def parent(self, index: _Index = _NONE) -> QModelIndex:  # type: ignore[override]
        return self.section_index(self._parents[_number(index)]) if index.isValid() else QModelIndex()

    def rowCount(self, parent: _Index = _NONE) -> int:
        return len(self._below.get(_number(parent), ()))

    def columnCount(self, parent: _Index = _NONE) -> int:
        return 1

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        number = _number(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return _one_line(self._sections[number].heading)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<p>{escape(self._sections[number].heading)}</p>"  # Qt guesses whether a tip is HTML: let it be
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(number)
        count = self._counts[number] if number < len(self._counts) else 0
        answers = {
            SECTION_ROLE: number,
            COUNT_ROLE: count,
            CURRENT_ROLE: number == self._current,
            SEEN_ROLE: number in self._seen,
        }
        return answers.get(role)

    def _spoken(self, number: int) -> str:
        count = self._counts[number] if number < len(self._counts) else 0
        matches = trn("{n} match", "{n} matches", count).format(n=count) if count else ""
        parts = (self._sections[number].heading, matches, tr("being read") if number == self._current else "")
        return spoken(parts)

    def _hang(self, kept: set[int]) -> None:
        self._below, self._rows = {-1: []}, {}
        for number, above in enumerate(self._parents):
            if number in kept:
                siblings = self._below.setdefault(above, [])
                self._rows[number] = len(siblings)
                siblings.append(number)

    def _tell_changed(self) -> None:
        # One change for the tree: a view asks again only for the rows it shows.
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))


def _number(index: _Index) -> int:
    return int(index.internalId()) if index.isValid() else -1


def _parents(sections: tuple[Section, ...]) -> list[int]:
    parents, open_ = list[int](), list[int]()
    for number, section in enumerate(sections):
        while open_ and sections[open_[-1]].level >= section.level:
            open_.pop()
        parents.append(open_[-1] if open_ else -1)
        open_.append(number)
    return parents


def _one_line(text: str) -> str:
    return " ".join(text.split())
