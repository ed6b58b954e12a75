"""The order in which people read what stands on a page: columns and bands are told by the widest gaps between boxes.

The page is cut at its widest gap, then each part again (the recursive X-Y cut of Nagy, Seth and Viswanathan, 1992).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_OVERLAP = 4.0  # points by which neighbours may overlap
_SHARE = 0.2  # of a box, at most, that counts as overlap
_MOST = 400  # boxes: more are read from top to bottom


class Box(NamedTuple):
    """A place on a page, in points from its left upper corner."""

    left: float
    top: float
    right: float
    bottom: float


def reading_order(boxes: Sequence[Box]) -> list[int]:
    """Return the numbers of boxes in the order in which they are read."""
    if len(boxes) > _MOST:
        return _from_top(boxes, range(len(boxes)))
    ordered: list[int] = []
    waiting = [list(range(len(boxes)))]
    while waiting:
        part = waiting.pop()
        cut = max(_cut(boxes, part, 0), _cut(boxes, part, 1), key=lambda found: found[0]) if len(part) > 1 else None
        if cut is None or not cut[1]:
            ordered += _from_top(boxes, part)
        else:
            waiting += (cut[2], cut[1])
    return ordered


def _from_top(boxes: Sequence[Box], part: Sequence[int]) -> list[int]:
    return sorted(part, key=lambda number: (boxes[number].top, boxes[number].left))


def _cut(boxes: Sequence[Box], part: Sequence[int], axis: int) -> tuple[float, list[int], list[int]]:
    """Return the widest gap along an axis (0: from left to right, 1: from top to bottom), and the boxes on both sides.

    Without a gap both sides are empty.
    """
    spans = sorted((*_shrunk(boxes[number][axis], boxes[number][axis + 2]), number) for number in part)
    best, at, reached = 0.0, 0, spans[0][1]
    for place, (start, end, _number) in enumerate(spans[1:], 1):
        if start - reached > best:
            best, at = start - reached, place
        reached = max(reached, end)
    if not at:
        return 0.0, [], []
    return best, [number for _, _, number in spans[:at]], [number for _, _, number in spans[at:]]


def _shrunk(start: float, end: float) -> tuple[float, float]:
    margin = min(_OVERLAP, _SHARE * max(end - start, 0))
    return start + margin, end - margin
