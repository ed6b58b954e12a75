"""Make the lines of a page of its runs and strokes, in reading order: columns one after the other, tables whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from xinhui_viewer.importers.printed import aligned, vertical
from xinhui_viewer.importers.printed.blanks import filled
from xinhui_viewer.importers.printed.cells import table
from xinhui_viewer.importers.printed.gutters import Stretch, parts
from xinhui_viewer.importers.printed.layers import are_overlaid, layers
from xinhui_viewer.importers.printed.lines import NUMBERING, Line, fields, line, table_text
from xinhui_viewer.importers.printed.rows import Row, rows
from xinhui_viewer.importers.printed.ruled import rulings
from xinhui_viewer.importers.printed.run import Run, Stroke
from xinhui_viewer.importers.printed.strokes import NEAR, whole_lines
from xinhui_viewer.importers.printed.table_heads import with_heads

_FURTHEST, _LARGEST = 20_000, 2_000  # points: the largest page, and the largest type
_LONGEST_NUMBER = 12  # runs of the number of a paragraph
_APART = 0.7  # of a character's height: a gap that may be one between columns
_LAST = 3  # lines: the last table of a page, and its foot
_TITLE = 1.6  # times the size of what stands beside it
_WIDE = 100  # points: level lines that long may stand above and below a table


def lines(
    runs: Iterable[Run], page: int, strokes: Sequence[Stroke] = (), before: Sequence[Line] = ()
) -> tuple[Line, ...]:
    """Return the lines of a page in reading order, each with the block that it stands in; turned ones come last.

    ``before`` are those of the previous page, whose last table may go on.
    """
    upright: list[Run] = []
    turned: list[Run] = []
    for run in filter(_is_sound, runs):
        (turned if run.font.turned else upright).append(run)
    strokes = [one for one in strokes if max(map(abs, (one.left, one.bottom, one.right, one.top))) < _FURTHEST]
    if vertical.is_vertical(upright):
        upright, strokes = vertical.upright(upright, strokes)
    above = next((one.edges for one in reversed(before[-_LAST:]) if one.rows), ())
    found = _upright(upright, page, strokes, above)
    return (*found, *_turned(turned, page, _next_block(found)))


def _is_sound(run: Run) -> bool:
    """Return whether the place and size of a run are possible ones: a damaged file may state any number, or none."""
    return all(abs(place) < _FURTHEST for place in (run.left, run.right, run.y)) and run.font.size < _LARGEST


def _next_block(found: Sequence[Line]) -> int:
    return found[-1].block + 1 if found else 0


def _upright(runs: list[Run], page: int, strokes: Sequence[Stroke], above: tuple[float, ...]) -> list[Line]:
    ruled: list[Line] = []
    runs = filled(runs, strokes)
    for ruling in rulings(strokes):
        made = table(ruling, runs, page, above)
        if made is not None:
            ruled.append(made[0])
            runs = [run for run in runs if id(run) not in made[1]]
    zones = list(_zones(strokes))
    laid = rows(runs)
    over = list(layers(runs)) if are_overlaid(laid) else []
    found = _read(rows(over[0]) if over else laid, ruled, page, zones)
    for layer in over[1:]:
        found += [replace(one, block=one.block + _next_block(found)) for one in _read(rows(layer), (), page, zones)]
    return found


def _read(laid: Sequence[Row], ruled: Sequence[Line], page: int, zones: Sequence[tuple[float, float]]) -> list[Line]:
    """Return the lines of rows, and the tables among them, in reading order."""
    stretches = [stretch for row in laid for stretch in _stretches(row)]
    stretches += [Stretch([], one.left, one.right, one.y, one.font.size, one) for one in ruled]
    return [own for block, part in enumerate(parts(stretches)) for own in _part(part, page, block, zones)]


def _stretches(row: Sequence[Run]) -> Iterator[Stretch]:
    """Yield the parts of a row between gaps that may be those between columns."""
    y = max(row, key=lambda run: run.font.size).y
    group = [row[0]]
    for one, other in pairwise(row):
        apart = other.left - one.right > _APART * max(one.font.size, other.font.size)
        if apart and not NUMBERING.fullmatch("".join(run.text for run in group[:_LONGEST_NUMBER])):
            yield _stretch(group, y)
            group = []
        group.append(other)
    yield _stretch(group, y)


def _stretch(group: list[Run], y: float) -> Stretch:
    size = max(run.font.size for run in group)
    return Stretch(group, group[0].left, max(run.right for run in group), y, size)


def _part(stretches: Sequence[Stretch], page: int, block: int, zones: Sequence[tuple[float, float]]) -> Iterator[Line]:
    """Yield the lines and tables of a part of a page from top to bottom."""
    made: list[tuple[Line, aligned.Row]] = []
    for row in _rows(stretches):
        if row[0].table is not None:
            made.append(_ruled(row[0].table, block))
            continue
        runs = [run for one in row for run in one.runs]
        own = line(runs, page, block)
        made.append((own, aligned.Row(tuple(fields(runs)), own.y, own.font.size)))
    made = with_heads(made)
    at = 0
    for found in aligned.tables([row for _line, row in made], zones):
        yield from (own for own, _row in made[at : found.start])
        yield _aligned([own for own, _row in made[found.start : found.end]], found)
        at = found.end
    yield from (own for own, _row in made[at:])


def _ruled(found: Line, block: int) -> tuple[Line, aligned.Row]:
    own = Line(
        found.text, found.left, found.right, found.y, found.font, False, found.page, block,
        rows=found.rows, edges=found.edges, bottom=found.bottom,
    )  # fmt: skip
    return own, aligned.Row((), own.y, own.font.size, table=True)


def _aligned(own: Sequence[Line], found: aligned.Table) -> Line:
    first, last = own[0], own[-1]
    left, right = min(one.left for one in own), max(one.right for one in own)
    return Line(
        table_text(found.rows), left, right, first.y, first.font, False, first.page, first.block,
        rows=found.rows, edges=found.edges, bottom=last.y,
    )  # fmt: skip


def _rows(stretches: Sequence[Stretch]) -> Iterator[list[Stretch]]:
    """Yield the stretches of each baseline, from top to bottom; tables alone, and a label beside a title."""
    group: list[Stretch] = []
    for one in sorted(stretches, key=lambda one: (-one.y, one.left)):
        if group and (one.table or group[0].table or abs(one.y - group[0].y) > 0.01 or _is_beside_title(group[0], one)):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _is_beside_title(one: Stretch, other: Stretch) -> bool:
    """Return whether two stretches on a baseline are in types so different that they are no cells of one row."""
    return max(one.size, other.size) > _TITLE * min(one.size, other.size)


def _turned(runs: Sequence[Run], page: int, block: int) -> Iterator[Line]:
    """Yield turned text as lines: what follows in the file at one place across."""
    group: list[Run] = []
    for run in runs:
        if group and not _goes_on(group[-1], run):
            yield _turned_line(group, page, block)
            group, block = [], block + 1
        group.append(run)
    if group:
        yield _turned_line(group, page, block)


def _goes_on(one: Run, other: Run) -> bool:
    near = _APART * max(one.font.size, other.font.size)
    return one.font == other.font and min(abs(one.left - other.left), abs(one.y - other.y)) < near


def _turned_line(group: Sequence[Run], page: int, block: int) -> Line:
    own = line(group[:1], page, block)
    return replace(own, text="".join(" " * run.spaced + run.text for run in group).strip())


def _zones(strokes: Sequence[Stroke]) -> Iterator[tuple[float, float]]:
    """Yield the top and bottom of what stands between level lines that begin and end alike."""
    levels = sorted(
        (one for one in whole_lines(strokes).levels if one.right - one.left > _WIDE), key=lambda one: -one.top
    )
    for one, other in pairwise(levels):
        if abs(one.left - other.left) < NEAR and abs(one.right - other.right) < NEAR:
            yield one.top, other.top
