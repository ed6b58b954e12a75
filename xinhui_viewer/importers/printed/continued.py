"""Join tables that go on over the end of a page: their repeated heads are kept once, and a divided row is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from xinhui_viewer.importers.printed.cells import SAME_PLACE, same_edges
from xinhui_viewer.importers.printed.lines import Line, Rows, table_text
from xinhui_viewer.records import Cell

_AGAIN = re.compile(r"[（(]?续\s*[上前]?\s*[表页].{0,20}|.{0,20}[（(]续(?:表)?[\d一二三四五]{0,2}[）)]")
_MOST_HEADS = 4  # rows
_ENDS = "。；！？.;!?"

Pages = tuple[tuple[Line, ...], ...]


def continued(pages: Sequence[tuple[Line, ...]]) -> Pages:
    """Return pages on which no table goes on from the page before: its rows are with the first ones."""
    found: list[list[Line]] = []
    for page in pages:
        lines = [*page]
        above = next((one for one in reversed(found) if one), [])
        if above and above[-1].rows and lines:
            begins = 1 if _AGAIN.fullmatch(lines[0].text.strip()) and len(lines) > 1 else 0
            if lines[begins].rows and _go_on(above[-1], lines[begins]):
                above[-1] = _joined(above[-1], lines[begins])
                lines = lines[begins + 1 :]
        found.append(lines)
    return tuple(map(tuple, found))


def _go_on(one: Line, other: Line) -> bool:
    """Return whether two tables have their fields in the same places, or all those of the one with fewer."""
    if len(one.edges) == len(other.edges):
        return same_edges(one.edges, other.edges)
    inner, outer = sorted((one.edges, other.edges), key=len)
    return all(min(abs(x - y) for y in outer) < SAME_PLACE for x in inner) and len(inner) > 2


def _joined(one: Line, other: Line) -> Line:
    rows = _on_edges(other, one.edges) if len(one.edges) > len(other.edges) else other.rows
    own = _on_edges(one, other.edges) if len(one.edges) < len(other.edges) else one.rows
    rows = rows[_heads(own, rows) :]
    if rows and _is_divided(own, rows):
        own, rows = (*own[:-1], _one_row(own[-1], rows[0])), rows[1:]
    own += rows
    return replace(one, text=table_text(own), rows=own, edges=max(one.edges, other.edges, key=len))


def _on_edges(table: Line, edges: Sequence[float]) -> Rows:
    """Return the rows of a table on the edges of one with more fields, which some of its cells then span."""
    places = [min(range(len(edges)), key=lambda at: abs(edges[at] - edge)) for edge in table.edges]
    made: list[tuple[Cell, ...]] = []
    free = [0] * len(table.edges)  # for each field, the first row that no cell above reaches into
    for row, cells in enumerate(table.rows):
        field = 0
        spread: list[Cell] = []
        for cell in cells:
            while field < len(free) and free[field] > row:
                field += 1
            last = min(field + cell.fields, len(places) - 1)
            spread.append(replace(cell, fields=max(places[last] - places[min(field, last)], 1)))
            free[field:last] = [row + cell.rows] * (last - field)
            field = last
        made.append(tuple(spread))
    return tuple(made)


def _heads(own: Rows, rows: Rows) -> int:
    """Return the number of rows that repeat the head of a table on the next page."""
    count = 0
    while count < min(_MOST_HEADS, len(own), len(rows)) and _texts(own[count]) == _texts(rows[count]):
        count += 1
    return count


def _texts(row: Sequence[Cell]) -> list[str]:
    return ["".join(cell.text.split()) for cell in row]


def _is_divided(own: Rows, rows: Rows) -> bool:
    """Return whether a page ends within a row: the next begins without a first cell, and goes on with a text."""
    last, first = own[-1], rows[0]
    if len(last) != len(first) or first[0].text or any(cell.rows > 1 for cell in (*last, *first)):
        return False
    on = [(cell.text, other.text) for cell, other in zip(last, first, strict=True) if other.text]
    return bool(last[0].text) and bool(on) and all(text and text[-1] not in _ENDS for text, _other in on)


def _one_row(one: Sequence[Cell], other: Sequence[Cell]) -> tuple[Cell, ...]:
    return tuple(replace(cell, text=cell.text + more.text) for cell, more in zip(one, other, strict=True))
