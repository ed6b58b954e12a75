"""Tables for print: fields as wide as they need, the head on every page, a wide table in parts."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from xinhui_viewer.text.grid import Grid, Placed

_WIDTH = 442.0  # points: the type area, 156 mm
_SIZES = (14.0, 12.0, 10.5, 9.0, 8.0)  # points, the largest that fits
_GOOD = 10.5  # points: smaller type only when there is no other way
_INSET, _LINE = 3.0, 1.5  # points beside a cell's text; a line's height in em, on the safe side
_MOST_HEADS, _TALLEST_HEAD = 6, 160.0  # rows and points that are repeated on each page
_SHORT_TABLE, _SHORT_ROW = 250.0, 120.0  # points: a higher row may break across pages
_LEAST, _LONGEST_TOKEN, _LONGEST_LINE = 4.0, 12.0, 24.0  # em: a longer word breaks
_TOKEN = re.compile(r"[!-~\u00a1-\u024f]+")


def parts(table: Grid) -> list[dict[str, Any]]:
    """Return a table to be set, in several parts with the first field repeated when it is too wide for a page."""
    needs = _needs(table)
    size = _size(needs)
    if size:
        return [_part(table.cells, _widths(needs, size), size, table.rows)]
    groups = list(_groups(needs))
    repeats = all(cell.fields == 1 for cell in table.cells if cell.field == 0)
    made = []
    for group in groups:
        repeated = repeats and group.start > 0
        widths = _widths([*needs[:repeated], *needs[group.start : group.stop]], _SIZES[-1])
        made.append(_part(_cut(table.cells, group, repeated), widths, _SIZES[-1], table.rows))
    return made


def _cut(cells: Sequence[Placed], group: range, repeated: bool) -> tuple[Placed, ...]:
    """Return the cells in a group of fields, behind the first field when it is repeated, row by row.

    A cell over the edge stands in both groups.
    """
    made = [cell for cell in cells if repeated and cell.field == 0]
    for cell in cells:
        first, last = max(cell.field, group.start), min(cell.field + cell.fields, group.stop)
        if first < last:
            made.append(replace(cell, field=first - group.start + repeated, fields=last - first))
    return tuple(sorted(made, key=lambda cell: (cell.row, cell.field)))


def _needs(table: Grid) -> list[tuple[float, float]]:
    """Return for each field the least width and the width for no line to break, in em."""
    needs = [(1.0, 1.0)] * table.fields
    for cell in table.cells:
        if cell.fields == 1 and cell.text:
            line = min(max(map(_em, cell.text.split("\n"))), _LONGEST_LINE)
            least = max(min(_token(cell), _LONGEST_TOKEN), min(line, _LEAST))
            needs[cell.field] = (max(needs[cell.field][0], least), max(needs[cell.field][1], line, least))
    return needs


def _em(text: str) -> float:
    return sum(0.62 if character < "\u2000" else 1.0 for character in text)


def _token(cell: Placed) -> float:
    """Return the width of the longest word or number of a cell, in em."""
    return max((_em(token) for token in _TOKEN.findall(cell.text)), default=0.0)


def _size(needs: Sequence[tuple[float, float]]) -> float:
    """Return the largest size at which no line breaks, else at which four characters fit in a line; 0 when none."""
    whole = (size for size in _SIZES if size >= _GOOD and _wide([most for _least, most in needs], size) <= _WIDTH)
    tight = (size for size in _SIZES if _wide([least for least, _most in needs], size) <= _WIDTH)
    return next(whole, next(tight, 0.0))


def _wide(fields: Sequence[float], size: float) -> float:
    """Return the width of fields in points."""
    return sum(field * size + 2 * _INSET for field in fields)


def _groups(needs: Sequence[tuple[float, float]]) -> Iterator[range]:
    """Yield the fields of each part, with room for the first field in every one; no part is much wider than another."""
    wide = [_wide([least], _SIZES[-1]) for least, _most in needs]
    parts = len(list(_filled(wide, _WIDTH)))
    even = wide[0] + (sum(wide[1:]) / parts)
    # The narrowest parts that are not one more: a last part of a single field would look lost.
    limits = (even + (_WIDTH - even) * step / 8 for step in range(9))
    yield from next(found for limit in limits if len(found := list(_filled(wide, limit))) <= parts)


def _filled(wide: Sequence[float], limit: float) -> Iterator[range]:
    """Yield the fields of parts that are filled one after another, up to a width."""
    start, used = 0, 0.0
    for field, need in enumerate(wide):
        if field > start and used + need > limit:
            yield range(start, field)
            start, used = field, wide[0]
        used += need
    yield range(start, len(wide))


def _widths(needs: Sequence[tuple[float, float]], size: float) -> list[float]:
    """Return the widths in points, the whole type area: the need of each field, and the rest by its wish."""
    least = [_wide([low], size) for low, _high in needs]
    wishes = [_wide([high], size) - low for (_low, high), low in zip(needs, least, strict=True)]
    share = max(0.0, min(1.0, (_WIDTH - sum(least)) / sum(wishes))) if sum(wishes) else 0.0
    wide = [low + wish * share for low, wish in zip(least, wishes, strict=True)]
    return [round(one * _WIDTH / sum(wide), 2) for one in wide]


def _part(cells: Sequence[Placed], widths: Sequence[float], size: float, rows: int) -> dict[str, Any]:
    rooms = [sum(widths[cell.field : cell.field + cell.fields]) - 2 * _INSET for cell in cells]
    heights = [_height(cell, size, room) for cell, room in zip(cells, rooms, strict=True)]
    rising = [0.0] * rows
    for cell, height in zip(cells, heights, strict=True):
        for y in range(cell.row, cell.row + cell.rows):
            rising[y] = max(rising[y], height / cell.rows)
    return {
        "kind": "table",
        "size": size,
        "widths": widths,
        "heads": _heads(cells, rising),
        "short": sum(rising) <= _SHORT_TABLE,
        "cells": [
            {
                "x": cell.field,
                "y": cell.row,
                "fields": cell.fields,
                "rows": cell.rows,
                "lines": [" ".join(line.split("\t")) for line in cell.text.split("\n")],
                "tight": _token(cell) * size > room,
                "broken": cell.rows > 1 or height > _SHORT_ROW,
            }
            for cell, room, height in zip(cells, rooms, heights, strict=True)
        ],
    }


def _height(cell: Placed, size: float, room: float) -> float:
    """Return the height of a cell in points, estimated on the high side."""
    lines = sum(max(1, math.ceil(_em(line) * 1.2 * size / max(room, size))) for line in cell.text.split("\n"))
    return lines * size * _LINE + 3 * _INSET


def _heads(cells: Sequence[Placed], rising: Sequence[float]) -> int:
    """Return the number of rows repeated on each page: those of head cells, else the first; whole cells only."""
    body = {cell.row for cell in cells if not cell.head}
    heads = min(body, default=len(rising)) or 1
    while (reach := max((cell.row + cell.rows for cell in cells if cell.row < heads), default=heads)) > heads:
        heads = reach
    fits = heads <= _MOST_HEADS and heads < len(rising) and sum(rising[:heads]) <= _TALLEST_HEAD
    return heads if fits else 0
