"""Tables as they are printed: cells in their places, fields as wide as they need, a wide table in parts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from xinhui_viewer.records import Block, Cell

_WIDTH = 442.0  # points: the type area, 156 mm
_SIZES = (14.0, 12.0, 10.5, 9.0, 8.0)  # points, the largest that fits
_GOOD = 10.5  # points: smaller type only when there is no other way
_INSET = 3.0  # points on each side of a cell's text
_MOST_CELLS, _MOST_FIELDS = 20_000, 400
_SHORT_ROWS, _SHORT_TEXT = 8, 300  # a table that is not broken across pages
_SHORT_CELL = 120  # its row is not broken across pages
_MOST_HEADS = 6  # rows that are repeated on each page
_LONGEST_TOKEN, _LONGEST_LINE = 12.0, 24.0  # em: what is longer breaks
_TOKEN = re.compile(r"[!-~\u00a1-\u024f]+")


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell in its place on a grid without overlaps."""

    text: str
    head: bool
    x: int
    y: int
    fields: int
    rows: int


def parts(block: Block, text: str) -> list[dict[str, Any]]:
    """Return a table to be set, in several parts with the first field repeated when it is too wide for a page.

    Empty when its cells are not the body's text, or more than can be set: its text is then printed as lines.
    """
    cells = _placed(block.rows) if text == "\n".join("\t".join(c.text for c in row) for row in block.rows) else ()
    if not cells:
        return []
    needs = _needs(cells)
    size = _size(needs)
    groups = [range(len(needs))] if size else list(_groups([least for least, _most in needs], _SIZES[-1]))
    size = size or _SIZES[-1]
    repeats = bool(groups[0]) and len(groups) > 1 and _is_plain(cells, 0)
    return [_part(cells, group, repeats and group.start > 0, needs, size, len(block.rows)) for group in groups]


def _placed(rows: Sequence[Sequence[Cell]]) -> tuple[Placed, ...]:
    """Return the cells in their places, each in fewer fields than it asks for where another already is."""
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


def _without_empty_fields(cells: Sequence[Placed]) -> Iterator[Placed]:
    """Yield the cells on a grid without the fields that no cell begins in: a last row may claim to reach over nine."""
    starts = sorted({cell.x for cell in cells})
    for cell in cells:
        first, last = bisect_left(starts, cell.x), bisect_left(starts, cell.x + cell.fields)
        yield replace(cell, x=first, fields=last - first)


def _needs(cells: Sequence[Placed]) -> list[tuple[float, float]]:
    """Return for each field the least width and the width for no line to break, in em."""
    needs = [(1.0, 1.0)] * max(cell.x + cell.fields for cell in cells)
    for cell in cells:
        if cell.fields == 1 and cell.text:
            tokens = max((_em(token) for token in _TOKEN.findall(cell.text)), default=0.0)
            line = min(max(map(_em, cell.text.split("\n"))), _LONGEST_LINE)
            least = max(min(tokens, _LONGEST_TOKEN), min(line, 2.0))
            needs[cell.x] = (max(needs[cell.x][0], least), max(needs[cell.x][1], line, least))
    return needs


def _em(text: str) -> float:
    return sum(0.62 if character < "\u2000" else 1.0 for character in text)


def _size(needs: Sequence[tuple[float, float]]) -> float:
    """Return the largest size at which no line breaks, else at which four characters fit in a line; 0 when none."""
    whole = (size for size in _SIZES if size >= _GOOD and _wide([most for _least, most in needs], size) <= _WIDTH)
    tight = (size for size in _SIZES if _wide([max(least, min(most, 4.0)) for least, most in needs], size) <= _WIDTH)
    return next(whole, next(tight, 0.0))


def _wide(fields: Sequence[float], size: float) -> float:
    return sum(wide * size + 2 * _INSET for wide in fields)


def _groups(least: Sequence[float], size: float) -> Iterator[range]:
    """Yield the fields of each part; the first field takes its place in every one."""
    first = max(least[0], 4.0) * size + 2 * _INSET
    start, used = 0, 0.0
    for field, need in enumerate(least):
        wide = max(need, 4.0) * size + 2 * _INSET
        if field > start and used + wide > _WIDTH:
            yield range(start, field)
            start, used = field, first
        used += wide
    yield range(start, len(least))


def _is_plain(cells: Sequence[Placed], field: int) -> bool:
    """Tell whether no cell reaches over a field's edge, so that it can be repeated."""
    return all(cell.fields == 1 for cell in cells if cell.x == field)


def _part(
    cells: Sequence[Placed], group: range, repeats: bool, needs: Sequence[tuple[float, float]], size: float, rows: int
) -> dict[str, Any]:
    fields = [0, *group] if repeats else list(group)
    inside = [one for cell in cells for one in _cut(cell, group, int(repeats))]
    if repeats:
        inside += [cell for cell in cells if cell.x == 0]
    heads = _heads(inside, rows)
    widths = _widths([needs[field] for field in fields], size)
    return {
        "kind": "table",
        "size": size,
        "widths": widths,
        "heads": heads,
        "short": rows <= _SHORT_ROWS and sum(len(cell.text) for cell in inside) <= _SHORT_TEXT,
        "cells": [_cell(cell, widths, size) for cell in sorted(inside, key=lambda cell: (cell.y, cell.x))],
    }


def _cut(cell: Placed, group: range, offset: int) -> Iterator[Placed]:
    """Yield what of a cell lies in a group of fields; a cell over the edge stands in both parts."""
    first, last = max(cell.x, group.start), min(cell.x + cell.fields, group.stop)
    if first < last:
        yield replace(cell, x=first - group.start + offset, fields=last - first)


def _heads(cells: Sequence[Placed], rows: int) -> int:
    """Return how many rows are repeated on each page: those of head cells, else the first; whole cells only."""
    body = {cell.y for cell in cells if not cell.head}
    heads = min(body, default=rows) or 1
    while (reach := max((cell.y + cell.rows for cell in cells if cell.y < heads), default=heads)) > heads:
        heads = reach
    return heads if heads <= _MOST_HEADS and heads < rows else 0


def _widths(needs: Sequence[tuple[float, float]], size: float) -> list[float]:
    """Return the widths in points, the whole type area: what each field needs, the rest by what it would like."""
    least = [max(low, min(high, 4.0)) * size + 2 * _INSET for low, high in needs]
    over = max(0.0, _WIDTH - sum(least))
    wishes = [max(high * size + 2 * _INSET - low, 0.0) for (_low, high), low in zip(needs, least, strict=True)]
    share = min(1.0, over / sum(wishes)) if sum(wishes) else 0.0
    wide = [low + wish * share for low, wish in zip(least, wishes, strict=True)]
    grown = _WIDTH / sum(wide)
    return [round(one * grown, 2) for one in wide]


def _cell(cell: Placed, widths: Sequence[float], size: float) -> dict[str, Any]:
    room = sum(widths[cell.x : cell.x + cell.fields]) - 2 * _INSET
    longest = max((_em(token) for token in _TOKEN.findall(cell.text)), default=0.0)
    return {
        "x": cell.x,
        "y": cell.y,
        "fields": cell.fields,
        "rows": cell.rows,
        "lines": [" ".join(line.split("\t")) for line in cell.text.split("\n")],
        "tight": longest * size > room,
        "broken": cell.rows > 1 or len(cell.text) > _SHORT_CELL,
    }
