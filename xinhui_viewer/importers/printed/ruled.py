"""Ruled tables: the cells between the lines of a page, merged where no line divides them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from xinhui_viewer.importers.printed.run import Run, Stroke
from xinhui_viewer.importers.printed.strokes import NEAR, SLIVER, Lines, places, touching, whole_lines

_WALL = 0.6  # the share of a cell's side from which a line divides it from the next
_Side = tuple[float, float]  # where the side of a cell, or a line, begins and ends
_MOST_CELLS = 20_000
_MIDDLE = 0.3  # of its size: the height of a run's middle over its baseline


@dataclass(frozen=True, slots=True)
class Box:
    """A cell: its first row and field, and the number of each that it spans."""

    row: int
    field: int
    rows: int
    fields: int

    def places(self) -> Iterator[tuple[int, int]]:
        """Yield the row and field of each place that it takes."""
        for row in range(self.row, self.row + self.rows):
            for field in range(self.field, self.field + self.fields):
                yield row, field


@dataclass(frozen=True, slots=True)
class Ruling:
    """The ruling of a table: where its fields begin and end from left to right, its rows downwards, and its cells."""

    across: tuple[float, ...]
    down: tuple[float, ...]
    boxes: tuple[Box, ...]

    @property
    def size(self) -> float:
        """Its area, in square points."""
        return (self.across[-1] - self.across[0]) * (self.down[0] - self.down[-1])

    def place(self, run: Run) -> tuple[int, int] | None:
        """Return the row and field in which a run stands, None outside."""
        x, y = (run.left + run.right) / 2, run.y + _MIDDLE * run.font.size
        if not (self.across[0] - NEAR < x < self.across[-1] + NEAR and self.down[-1] < y < self.down[0]):
            return None
        field = min(max(bisect_right(self.across, x) - 1, 0), len(self.across) - 2)
        row = next(at for at, bottom in enumerate(self.down[1:]) if y >= bottom)
        return row, field


def rulings(strokes: Iterable[Stroke]) -> list[Ruling]:
    """Return the tables that strokes rule, the smallest first: one may stand in a cell of another."""
    found = (_ruling(lines) for lines in touching(whole_lines(strokes)))
    return sorted((one for one in found if one is not None and len(one.boxes) > 1), key=lambda one: one.size)


def _ruling(lines: Lines) -> Ruling | None:
    levels, uprights = lines.levels, lines.uprights
    across = places(
        (
            *(one.left for one in uprights),
            min(one.left for one in (*levels, *uprights)),
            max(one.right for one in (*levels, *uprights)),
        )
    )
    ends = (min(one.bottom for one in (*levels, *uprights)), max(one.top for one in (*levels, *uprights)))
    down = places((*(one.bottom for one in levels), *ends))[::-1]
    if len(across) < 2 or len(down) < 2 or len(across) * len(down) > _MOST_CELLS:
        return None
    return Ruling(tuple(across), tuple(down), tuple(_boxes(_Walls(lines, across, down))))


class _Walls:
    """The walls between the places of a grid."""

    def __init__(self, lines: Lines, across: Sequence[float], down: Sequence[float]) -> None:
        self.rows, self.fields = len(down) - 1, len(across) - 1
        uprights = [[(one.bottom, one.top) for one in _at(lines.uprights, x, "left")] for x in across[1:]]
        levels = [[(one.left, one.right) for one in _at(lines.levels, y, "bottom")] for y in down[1:]]
        self.right = {(row, field) for field, row in _drawn(uprights, [(low, top) for top, low in pairwise(down)])}
        self.below = set(_drawn(levels, list(pairwise(across))))


def _drawn(lines: Sequence[Sequence[_Side]], sides: Sequence[_Side]) -> Iterator[tuple[int, int]]:
    """Yield each line's number with that of each side that it covers; the last line, an edge, covers all."""
    for at, drawn in enumerate(lines):
        for number, (start, end) in enumerate(sides):
            if at + 1 == len(lines) or _covered(drawn, start, end):
                yield at, number


def _at(lines: Sequence[Stroke], place: float, edge: str) -> Iterator[Stroke]:
    """Yield the lines in a place."""
    return (one for one in lines if abs(getattr(one, edge) - place) <= SLIVER)


def _covered(pieces: Iterable[tuple[float, float]], start: float, end: float) -> bool:
    drawn = sum(max(0.0, min(end, ends) - max(start, begins)) for begins, ends in pieces)
    return drawn >= _WALL * (end - start)


def _boxes(walls: _Walls) -> Iterator[Box]:
    """Yield the cells in order: places without a wall between them are one, where they make up a rectangle."""
    group: dict[tuple[int, int], int] = {}
    members: list[list[tuple[int, int]]] = []
    for row in range(walls.rows):
        for field in range(walls.fields):
            if (row, field) not in group:
                members.append(_open(walls, (row, field), group, len(members)))
    for found in members:
        box = _around(found)
        if box.rows * box.fields == len(found):
            yield box
        else:
            yield from (Box(row, field, 1, 1) for row, field in found)


def _around(found: Sequence[tuple[int, int]]) -> Box:
    rows, fields = [row for row, _field in found], [field for _row, field in found]
    return Box(min(rows), min(fields), max(rows) - min(rows) + 1, max(fields) - min(fields) + 1)


def _open(
    walls: _Walls, start: tuple[int, int], group: dict[tuple[int, int], int], number: int
) -> list[tuple[int, int]]:
    """Return the places that can be reached from one without crossing a wall, and mark them as a group."""
    found = [start]
    group[start] = number
    for row, field in found:
        ways = (
            ((row, field + 1), (row, field) not in walls.right),
            ((row, field - 1), field > 0 and (row, field - 1) not in walls.right),
            ((row + 1, field), (row, field) not in walls.below),
            ((row - 1, field), row > 0 and (row - 1, field) not in walls.below),
        )
        for place, is_open in ways:
            if is_open and place not in group:
                group[place] = number
                found.append(place)
    return found
