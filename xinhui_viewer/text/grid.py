"""A table's cells on a grid without overlaps, whatever rows and fields they claim to span."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from xinhui_viewer.records import Block, Cell

MOST_CELLS, MOST_FIELDS = 20_000, 400  # places of the grid, empty ones included: a larger table is a data sheet


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell in its place: its text begins at ``start`` in the body, and it spans ``rows`` by ``fields`` places."""

    text: str
    start: int
    head: bool
    row: int
    field: int
    rows: int
    fields: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of the body, ``body[start:end]``: its cells row by row; no two overlap, none reaches over the edge."""

    start: int
    end: int
    rows: int
    fields: int
    cells: tuple[Placed, ...]

    def by_row(self) -> tuple[tuple[Placed, ...], ...]:
        """Return the cells that begin in each row."""
        made: list[list[Placed]] = [[] for _row in range(self.rows)]
        for cell in self.cells:
            made[cell.row].append(cell)
        return tuple(map(tuple, made))


def grid(body: str, table: Block, most_cells: int = MOST_CELLS) -> Grid | None:
    """Return the grid of a table block; None when its text is not that of its cells, or it has ``most_cells``.

    A span is cut where it meets another cell or the edge; fields that no cell begins in are left out.
    """
    if body[table.start : table.end] != "\n".join("\t".join(cell.text for cell in row) for row in table.rows):
        return None
    most = min(MOST_FIELDS, most_cells // max(len(table.rows), 1))
    cells, begun = list[Placed](), set[int]()
    for cell in _placed(table.rows, table.start, most):
        cells.append(cell)
        begun.add(cell.field)
        if len(begun) > most:
            return None
    if not cells:
        return None
    return Grid(table.start, table.end, len(table.rows), len(begun), tuple(_without_empty_fields(cells, sorted(begun))))


def _placed(rows: Sequence[Sequence[Cell]], start: int, most: int) -> Iterator[Placed]:
    """Yield the cells in their places, none of more than ``most`` fields."""
    free: list[int] = []  # for each field, the first row that no cell above reaches into
    for row, cells in enumerate(rows):
        field = 0
        for cell in cells:
            while field < len(free) and free[field] > row:
                field += 1
            asked = max(min(cell.fields, most), 1)
            free += [0] * (field + asked - len(free))
            wide = next((n for n in range(asked) if free[field + n] > row), asked)
            high = min(max(cell.rows, 1), len(rows) - row)
            free[field : field + wide] = [row + high] * wide
            yield Placed(cell.text, start, cell.head, row, field, high, wide)
            field += wide
            start += len(cell.text) + 1
        start += not cells


def _without_empty_fields(cells: Sequence[Placed], begun: Sequence[int]) -> Iterator[Placed]:
    """Yield the cells on a grid of the fields that cells begin in: a last row may claim to span nine of four."""
    for cell in cells:
        first, last = bisect_left(begun, cell.field), bisect_left(begun, cell.field + cell.fields)
        is_there = (cell.field, cell.fields) == (first, last - first)
        yield cell if is_there else replace(cell, field=first, fields=last - first)
