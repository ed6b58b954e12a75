"""The cells of a table in their places on a grid, whatever rows and fields they claim to reach over."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from xinhui_viewer.records import Cell

_MOST_CELLS, _MOST_FIELDS = 20_000, 400


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell in its place on a grid without overlaps."""

    text: str
    head: bool
    x: int
    y: int
    fields: int
    rows: int


def placed(rows: Sequence[Sequence[Cell]]) -> tuple[Placed, ...]:
    """Return the cells in their places, each in fewer fields than it asks for where another already is.

    None of them when there are more than can be set.
    """
    if sum(map(len, rows)) > _MOST_CELLS:
        return ()
    taken: set[tuple[int, int]] = set()
    made = []
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while (x, y) in taken:
                x += 1
            wide, high = min(max(cell.fields, 1), _MOST_FIELDS), min(max(cell.rows, 1), len(rows) - y)
            if x + wide > _MOST_FIELDS or len(taken) + wide * high > _MOST_CELLS:
                return ()
            wide = next((n for n in range(wide) if (x + n, y) in taken), wide)
            taken.update((x + n, y + m) for n in range(wide) for m in range(high))
            made.append(Placed(cell.text, cell.head, x, y, wide, high))
            x += wide
    return tuple(_without_empty_fields(made))


def cut(cells: Sequence[Placed], group: range, repeats: bool) -> tuple[Placed, ...]:
    """Return what lies in a group of fields, behind the first field when it repeats, row by row.

    A cell over the edge stands in both groups.
    """
    made = [cell for cell in cells if repeats and cell.x == 0]
    for cell in cells:
        first, last = max(cell.x, group.start), min(cell.x + cell.fields, group.stop)
        if first < last:
            made.append(replace(cell, x=first - group.start + repeats, fields=last - first))
    return tuple(sorted(made, key=lambda cell: (cell.y, cell.x)))


def _without_empty_fields(cells: Sequence[Placed]) -> Iterator[Placed]:
    """Yield the cells on a grid without the fields that no cell begins in: a last row may claim to reach over nine."""
    starts = sorted({cell.x for cell in cells})
    for cell in cells:
        first, last = bisect_left(starts, cell.x), bisect_left(starts, cell.x + cell.fields)
        yield replace(cell, x=first, fields=last - first)
