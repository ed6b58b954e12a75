"""Join tables that go on over the end of a page: their repeated heads are kept once, and a divided row is one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
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
    own = _with_whole_cells(own, rows)
    return replace(one, text=table_text(own), rows=own, edges=max(one.edges, other.edges, key=len))


def _on_edges(table: Line, edges: Sequence[float]) -> Rows:
    """Return the rows of a table on the edges of one with more fields, which some of its cells then span."""
    places = [min(range(len(edges)), key=lambda at: abs(edges[at] - edge)) for edge in table.edges]
    made: list[list[Cell]] = [[] for _row in table.rows]
    for row, field, cell in _placed(table.rows):
        first, last = (places[min(at, len(places) - 1)] for at in (field, field + cell.fields))
        made[row].append(replace(cell, fields=max(last - first, 1)))
    return tuple(map(tuple, made))


def _placed(rows: Rows) -> Iterator[tuple[int, int, Cell]]:
    """Yield the cells of rows with the row and the field in which each begins."""
    free: defaultdict[int, int] = defaultdict(int)  # for each field, the first row that no cell above reaches into
    for row, cells in enumerate(rows):
        field = 0
        for cell in cells:
            while free[field] > row:
                field += 1
            free |= dict.fromkeys(range(field, field + cell.fields), row + cell.rows)
            yield row, field, cell
            field += cell.fields


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


def _with_whole_cells(own: Rows, rows: Rows) -> Rows:
    """Return the rows of a table and those of its next page, in which no cell is cut by the end of the page."""
    last = {field: (row, cell) for row, field, cell in _placed(own) if row + cell.rows == len(own)}
    longer: dict[tuple[int, int], int] = {}
    first: list[Cell] = []
    for row, field, cell in _placed(rows):
        above = last.get(field)
        if row > 0:
            break
        if above is not None and _is_cut(above[1], cell, field):
            longer[above[0], field] = cell.rows
        else:
            first.append(cell)
    if not longer or not first:
        return (*own, *rows)
    made: list[list[Cell]] = [[] for _row in own]
    for row, field, cell in _placed(own):
        made[row].append(replace(cell, rows=cell.rows + longer.get((row, field), 0)))
    return (*map(tuple, made), tuple(first), *rows[1:])


def _is_cut(one: Cell, other: Cell, field: int) -> bool:
    """Return whether the end of a page cuts a cell: an empty one goes on below, and it takes several rows."""
    if other.text or one.fields != other.fields:
        return False
    return one.rows > 1 or (field == 0 and other.rows > 1 and bool(one.text))
