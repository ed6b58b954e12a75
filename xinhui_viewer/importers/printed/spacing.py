"""The distance of the paragraphs of a printed text, where it is more than that of the lines in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from xinhui_viewer.importers.printed.lines import Line
from xinhui_viewer.importers.printed.margins import Margins

_FULL, _SHORT = 1.6, 4  # of the size: how near its edge a line is full, and how far from it the last of a paragraph
_LEAST = 5  # lines that are the last of a paragraph, and lines that go on
_MORE = 1.12  # of the distance of lines: the least that paragraphs are further apart
_MOSTLY = 0.8  # the share of last lines below which the next is further down
_MOST = 4  # of the size: the most distance


def apart(body: Sequence[Line], edges: Margins, size: float) -> float:
    """Return the distance from which two lines are of different paragraphs, in points; 0 where none tells.

    Lines far from the edge end paragraphs for certain; most full ones go on.
    """
    short: list[float] = []
    full: Counter[float] = Counter()
    for one, other in pairwise(body):
        gap, room = one.y - other.y, edges[one.place][1] - one.right
        if one.place != other.place or not 0 < gap < _MOST * size:
            continue
        if room > _SHORT * size:
            short.append(gap)
        elif room < _FULL * size:
            full[round(2 * gap) / 2] += 1
    if len(short) < _LEAST or full.total() < _LEAST:
        return 0
    usual = full.most_common(1)[0][0]
    least = sorted(short)[int((1 - _MOSTLY) * len(short))]
    return (usual + least) / 2 if least > _MORE * usual else 0
