"""Blanks to fill in: a level line between words is no gap between cells, and what stands over it is in the row."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from xinhui_viewer.importers.printed.lines import EMPTY
from xinhui_viewer.importers.printed.run import Run, Stroke
from xinhui_viewer.importers.printed.strokes import touch, whole_lines

_MOST = 2_000  # level lines of a page; one with more is a drawing
_LARGEST = 40  # points: larger type has no blanks beside it
# Of the height of a character: how far below and above a baseline its line is drawn, how far above it what is filled in
# may stand, how far from the end of a blank the word before or behind it is, and the shortest blank.
_BELOW, _ABOVE, _OVER, _BESIDE, _SHORTEST = 0.35, 0.1, 0.9, 0.8, 0.9
_OUT = 0.5  # of the height: how far the words beside a blank may reach into it


def filled(runs: Sequence[Run], strokes: Sequence[Stroke]) -> list[Run]:
    """Return runs with those that stand in blanks on the baseline, and as wide as these; EMPTY for empty ones."""
    lines = whole_lines(strokes)
    if not runs or not 0 < len(lines.levels) <= _MOST:
        return [*runs]
    found = sorted(runs, key=_height)
    for level in lines.levels:
        near = range(
            bisect_left(found, level.bottom - _LARGEST, key=_height),
            bisect_right(found, level.bottom + _LARGEST, key=_height),
        )
        owner = next((found[at] for at in near if _is_beside(found[at], level)), None)
        if owner is not None and not any(touch(level, one) for one in lines.uprights):
            _fill(found, near, owner, level)
    return found


def _height(run: Run) -> float:
    return run.y


def _fill(found: list[Run], near: range, owner: Run, level: Stroke) -> None:
    """Put the runs in a blank on its baseline, the first and the last of them as far as it reaches, or EMPTY."""
    inside = [at for at in near if _is_inside(found[at], level)]
    if not inside:
        if not any(_overlaps(found[at], level) for at in near):
            empty = Run(EMPTY, level.left, level.right, owner.y, owner.font)
            found.insert(bisect_right(found, owner.y, key=_height), empty)
        return
    first = min(inside, key=lambda at: found[at].left)
    last = max(inside, key=lambda at: found[at].right)
    for at in inside:
        left = min(found[at].left, level.left) if at == first else found[at].left
        right = max(found[at].right, level.right) if at == last else found[at].right
        found[at] = replace(found[at], left=left, right=right, y=owner.y)


def _is_on(run: Run, level: Stroke) -> bool:
    return -_ABOVE * run.font.size < run.y - level.bottom < _BELOW * run.font.size


def _is_beside(run: Run, level: Stroke) -> bool:
    """Return whether a run ends where a blank on its line begins, or begins where one ends."""
    size = run.font.size
    if not _is_on(run, level) or level.right - level.left < _SHORTEST * size:
        return False
    return min(abs(level.left - run.right), abs(run.left - level.right)) < _BESIDE * size


def _is_inside(run: Run, level: Stroke) -> bool:
    """Return whether the middle of a run stands over a blank: what is typed into one may be longer."""
    size = run.font.size
    over = -_ABOVE * size < run.y - level.bottom < _OVER * size
    return over and level.left < (run.left + run.right) / 2 < level.right


def _overlaps(run: Run, level: Stroke) -> bool:
    out = _OUT * run.font.size
    return _is_on(run, level) and run.left < level.right - out and level.left + out < run.right
