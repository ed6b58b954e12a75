"""Vertical text: characters one below the other, read from the right column to the left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from xinhui_viewer.importers.printed.run import Run, Stroke

_SAME_PLACE = 0.25  # of the size: characters so near in x stand in one column
_STEPS = (0.7, 1.9)  # of the size: from one character to the next below it
_LEAST = 4  # characters in a column
_MOSTLY = 0.6  # the share of a page's characters that makes it a page of vertical text


def is_vertical(runs: Sequence[Run]) -> bool:
    """Return whether most of a page is written downwards, in columns further apart than their characters."""
    written = [column for column in _columns(runs) if len(column) >= _LEAST]
    return sum(map(len, written)) > _MOSTLY * sum(len(run.text) for run in runs) > 0 and _is_loose(written)


def upright(runs: Sequence[Run], strokes: Sequence[Stroke]) -> tuple[list[Run], list[Stroke]]:
    """Return a page of vertical text as if its columns were lines, the rightmost on top."""
    laid = [
        replace(run, left=-run.y - run.font.size, right=-run.y, y=(run.left + run.right - run.font.size) / 2)
        for run in runs
    ]
    drawn = [Stroke(-one.top, one.left, -one.bottom, one.right) for one in strokes]
    return laid, drawn


def _columns(runs: Sequence[Run]) -> list[list[Run]]:
    """Return the runs of single characters in the order of the file, cut where one does not stand below the next."""
    columns: list[list[Run]] = []
    for run in runs:
        if columns and _goes_on_down(columns[-1][-1], run):
            columns[-1].append(run)
        else:
            columns.append([run])
    return columns


def _goes_on_down(one: Run, other: Run) -> bool:
    size = max(one.font.size, other.font.size, 1)
    down = one.y - other.y
    single = len(one.text) == 1 and len(other.text) == 1
    return single and abs(one.left - other.left) < _SAME_PLACE * size and _STEPS[0] < down / size < _STEPS[1]


def _is_loose(columns: Sequence[Sequence[Run]]) -> bool:
    """Return whether neighbouring columns are further apart than the characters of each."""
    longest = max(columns, key=len)  # a title's characters are larger, and further apart
    step = (longest[0].y - longest[-1].y) / (len(longest) - 1)
    places = sorted(one[0].left for one in columns)
    gaps = [other - one for one, other in pairwise(places) if other - one > 1]
    return not gaps or min(gaps) > step
