"""The head of a table that stands above its ruled part: a row with a name in each field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from xinhui_viewer.importers.printed import aligned
from xinhui_viewer.importers.printed.lines import Line, table_text
from xinhui_viewer.records import Cell

_NEXT = 1.6  # heights of a character: the distance of the head's baseline from the table
_LONGEST, _LEAST = 12, 3  # characters of a name; fields

_Made = tuple[Line, aligned.Row]


def with_heads(made: Sequence[_Made]) -> list[_Made]:
    """Return lines from top to bottom with those that are heads of the tables below as their first rows."""
    found: list[_Made] = []
    for one, row in made:
        above = found[-1] if found else None
        if above and row.table and _is_head(above, one):
            cells = tuple(Cell(name.text) for name in above[1].fields)
            rows = (cells, *one.rows)
            found[-1] = replace(one, rows=rows, text=table_text(rows), y=above[0].y), replace(row, y=above[0].y)
        else:
            found.append((one, row))
    return found


def _is_head(above: _Made, table: Line) -> bool:
    """Return whether a line has one short name over each field of a table right below it."""
    line, row = above
    columns = list(pairwise(table.edges))
    if row.table or len(row.fields) != len(columns) or len(columns) < _LEAST:
        return False
    if not 0 < line.y - table.y < _NEXT * line.font.size or any(len(name.text) > _LONGEST for name in row.fields):
        return False
    middles = [(name.left + name.right) / 2 for name in row.fields]
    return all(left < middle < right for middle, (left, right) in zip(middles, columns, strict=True))
