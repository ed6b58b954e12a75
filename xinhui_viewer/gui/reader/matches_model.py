"""The matches in a bulletin as rows: a heading for each section that has some, and each match with its context."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from xinhui_viewer.gui.reader.sections import Sections
from xinhui_viewer.records import Section, Span

MOST = 2_000
MATCH_ROLE = int(Qt.ItemDataRole.UserRole)
SPAN_ROLE = MATCH_ROLE + 1
CURRENT_ROLE = MATCH_ROLE + 2
_BEFORE, _AFTER = 16, 32
_FLAT = str.maketrans("\n\t\r\u2028\u2029", "     ")
_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class Row(NamedTuple):
    """A line of the list; ``match`` is the match's number, or -1 for the heading of a section."""

    text: str
    match: int = -1
    span: Span = (0, 0)


class MatchesModel(QAbstractListModel):
    """Rows in the order of the text; headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._row_of: dict[int, int] = {}
        self._current = -1

    def show(self, rows: tuple[Row, ...]) -> None:
        """Replace the list."""
        self.beginResetModel()
        self._rows = rows
        self._row_of = {row.match: number for number, row in enumerate(rows) if row.match >= 0}
        self._current = -1
        self.endResetModel()

    def mark(self, match: int) -> QModelIndex:
        """Make a match the current one; return its entry, an invalid index when it is not listed."""
        self._current = match
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        return self.index(self._row_of[match]) if match in self._row_of else QModelIndex()

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and self._rows[index.row()].match < 0:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        answers = {
            int(Qt.ItemDataRole.DisplayRole): row.text,
            int(Qt.ItemDataRole.AccessibleTextRole): row.text,
            MATCH_ROLE: row.match,
            SPAN_ROLE: row.span,
            CURRENT_ROLE: 0 <= row.match == self._current,
        }
        return answers.get(int(role))


def rows(body: str, sections: tuple[Section, ...], spans: tuple[Span, ...]) -> tuple[Row, ...]:
    """Return the first 2,000 matches under the headings of their sections."""
    made, numbers, last = list[Row](), Sections(sections), -2
    for match, span in enumerate(spans[:MOST]):
        number = numbers.at(span[0])
        if number != last and sections:
            made.append(Row(_one_line(sections[number].heading) if number >= 0 else ""))
        last = number
        made.append(_context(body, span, match))
    return tuple(made)


def _context(body: str, span: Span, match: int) -> Row:
    """Return a match with its context in its line, … where that is cut."""
    start, end = span
    line_start, line_end = body.rfind("\n", 0, start) + 1, body.find("\n", end)
    line_end = len(body) if line_end < 0 else line_end
    first = max(line_start, start - _BEFORE)
    last = min(line_end, end + _AFTER)
    lead = body[first:start].lstrip()
    before = ("…" if body[line_start:first].strip() else "") + lead
    after = body[end:last].rstrip() + ("…" if body[last:line_end].strip() else "")
    text = (before + body[start:end] + after).translate(_FLAT)
    return Row(text, match, (len(before), len(before) + end - start))


def _one_line(text: str) -> str:
    return " ".join(text.split())
