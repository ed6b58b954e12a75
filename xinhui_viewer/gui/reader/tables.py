"""A table of a bulletin as a table of Qt's, as long as that is safe."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtGui import QTextCursor, QTextLength, QTextTable

from xinhui_viewer.gui.reader.look import Look
from xinhui_viewer.gui.reader.positions import PositionMap
from xinhui_viewer.gui.reader.signs import shown
from xinhui_viewer.text.grid import Grid, Placed

# Qt lays a table out as a whole before it paints anything: 2,000 cells take about 50 ms, 100,000 take minutes.
MOST_CELLS, MOST_FIELDS = 2_000, 40
_SHOWN = 8  # Han: a longer cell is set on several lines
_NUMBER = re.compile(r"[-+−±]?[\d,，.]+\s?[%％‰]?")


def fits(table: Grid) -> bool:
    """Return whether Qt lays a table out fast enough; a larger one is shown as its text."""
    return table.fields <= MOST_FIELDS and table.rows * table.fields <= MOST_CELLS


def insert(cursor: QTextCursor, table: Grid, look: Look, positions: PositionMap) -> None:
    """Insert a table at the cursor, add its cells to ``positions``, and leave the cursor behind it."""
    frame = cursor.currentFrame()
    form = look.table()
    widths = _widths(table, look)
    if sum(widths) > look.column:  # else Qt squeezes each word to a column of single characters
        form.setColumnWidthConstraints([QTextLength(QTextLength.Type.FixedLength, width) for width in widths])
    made = cursor.insertTable(table.rows, table.fields, form)
    for one in table.cells:
        if one.rows > 1 or one.fields > 1:
            made.mergeCells(one.row, one.field, one.rows, one.fields)
    for one in table.cells:
        _fill(made, one, look, positions)
    end = frame.lastCursorPosition()
    cursor.setPosition(end.position())


def _widths(table: Grid, look: Look) -> list[int]:
    """Return the widths of the columns in pixels, each wide enough for its longest line, or for some Han of it."""
    longest = [1.0] * table.fields
    for one in table.cells:
        if one.fields == 1:
            line = max(one.text[: _SHOWN * 8].split("\n"), key=len)
            longest[one.field] = max(longest[one.field], min(_SHOWN, sum(_ems(sign) for sign in line)))
    return [look.cell_width(ems) for ems in longest]


def _ems(sign: str) -> float:
    return 1.0 if sign > "\u2e7f" else 0.6


def _fill(table: QTextTable, one: Placed, look: Look, positions: PositionMap) -> None:
    text = one.text
    cursor = table.cellAt(one.row, one.field).firstCursorPosition()
    block, form = look.cell(head=one.head, number=bool(_NUMBER.fullmatch(text.strip())))
    cursor.setBlockFormat(block)
    for start, line in _lines(text):
        if start:
            cursor.insertBlock(block)
        positions.add(one.start + start, one.start + start + len(line), cursor.position())
        cursor.insertText(shown(line), form)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        if line or not start:
            yield start, line
        start += len(line) + 1
