"""A table of a bulletin as a table of Qt's, as long as that is safe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtGui import QTextCursor, QTextTable

from xinhui_viewer.gui.reader.lines import shown
from xinhui_viewer.gui.reader.look import Look
from xinhui_viewer.gui.reader.places import Places
from xinhui_viewer.records import Block, Cell

# Qt lays a table out as a whole before it paints anything: 2,000 cells take about 50 ms, 100,000 take minutes.
MOST_CELLS, MOST_FIELDS = 2_000, 40
_NUMBER = re.compile(r"[-+−±]?[\d,，.]+\s?[%％‰]?")


class Placed(NamedTuple):
    """A cell, where its text begins in the body, and the rows and fields it takes in the grid."""

    cell: Cell
    offset: int
    row: int
    field: int
    rows: int
    fields: int


class Grid(NamedTuple):
    """Cells in their places on a grid without overlaps."""

    rows: int
    fields: int
    cells: tuple[Placed, ...]


def grid(block: Block, body: str) -> Grid | None:
    """Return where the cells of a table go, None when it is too large or its text is not that of its cells."""
    text = "\n".join("\t".join(cell.text for cell in row) for row in block.rows)
    if not block.rows or text != body[block.start : block.end] or len(block.rows) > MOST_CELLS:
        return None
    placed, taken, offset = list[Placed](), set[tuple[int, int]](), block.start
    for number, row in enumerate(block.rows):
        field = 0
        for cell in row:
            while (number, field) in taken:
                field += 1
            made = _placed(cell, offset, number, field, len(block.rows), taken)
            if made is None or len(taken) > MOST_CELLS:
                return None
            placed.append(made)
            field += made.fields
            offset += len(cell.text) + 1
        offset += not row
    fields = max((one.field + one.fields for one in placed), default=0)
    return Grid(len(block.rows), fields, tuple(placed)) if 0 < fields * len(block.rows) <= MOST_CELLS else None


def insert(cursor: QTextCursor, table: Grid, look: Look, places: Places) -> None:
    """Insert a table at the cursor, tell ``places`` of its cells, and leave the cursor behind it."""
    frame = cursor.currentFrame()
    made = cursor.insertTable(table.rows, table.fields, look.table())
    for one in table.cells:
        if one.rows > 1 or one.fields > 1:
            made.mergeCells(one.row, one.field, one.rows, one.fields)
    for one in table.cells:
        _fill(made, one, look, places)
    end = frame.lastCursorPosition()
    cursor.setPosition(end.position())


def _placed(cell: Cell, offset: int, row: int, field: int, rows: int, taken: set[tuple[int, int]]) -> Placed | None:
    """Take the cell's fields on the grid, fewer than it asks for where another cell already is."""
    high, wide = min(max(cell.rows, 1), rows - row), max(cell.fields, 1)
    if field + wide > MOST_FIELDS or high * wide > MOST_CELLS:
        return None
    wide = next((n for n in range(wide) if (row, field + n) in taken), wide)
    free = (n for n in range(high) if any((row + n, field + m) in taken for m in range(wide)))
    high = next(free, high)
    taken.update((row + n, field + m) for n in range(high) for m in range(wide))
    return Placed(cell, offset, row, field, high, wide)


def _fill(table: QTextTable, one: Placed, look: Look, places: Places) -> None:
    text = one.cell.text
    cursor = table.cellAt(one.row, one.field).firstCursorPosition()
    block, form = look.cell(head=one.cell.head, number=bool(_NUMBER.fullmatch(text.strip())))
    cursor.setBlockFormat(block)
    for start, line in _lines(text):
        if start:
            cursor.insertBlock(block)
        places.add(one.offset + start, one.offset + start + len(line), cursor.position())
        cursor.insertText(shown(line), form)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        if line or not start:
            yield start, line
        start += len(line) + 1
