"""The edges between which the lines of a printed text stand: of its pages, and of columns and cells on them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from xinhui_viewer.importers.printed.lines import Line

_SIDE = 12  # lines on right or left pages from which these have margins of their own
_WIDE, _NARROW_LINES = 0.7, 3  # of the width; lines: a smaller block is no column or cell of its own
_OUTSIDE = 3  # of the size: the most that a text stands out of its margins
_LEFT_SHARE, _OUTERMOST, _RIGHT_WITHIN = 0.05, 0.97, 2.5  # shares of the lines; of the size
_LEAST_EDGE = 3  # lines that end at the same place
# Of the size: how much narrower a page is that has margins of its own; the indent of first lines, and what is as far.
_NARROWER, _FIRST, _FULL, _SAME_PLACE = 0.8, 2, 1.6, 0.3
_SAME_SIZE, _FULL_SHARE = 0.6, 0.3  # points; the share of the lines of a page in prose that are full

Edges = tuple[float, float]  # the left edge of lines, and the right edge of full lines
Margins = dict[tuple[int, int], Edges]  # by the place of a line


def margins(lines: Sequence[Line], body: Sequence[Line], size: float) -> Margins:
    """Return the edges of each page, column and cell in which lines stand; ``body`` are those in the usual size."""
    blocks = _blocks(lines)
    sides = [_side(body, size, odd) for odd in (0, 1)]
    several = {page for page, block in blocks if block}
    found: Margins = {}
    columns: set[Edges] = set()
    for (page, block), own in sorted(blocks.items(), key=lambda one: one[0][0] not in several):  # columns first
        side, alone = sides[page % 2], page not in several
        edges = (alone and _column(own, columns, size)) or _own(own, side, size, alone)
        found[page, block] = edges
        if not alone and edges != side:
            columns.add(edges)
    return found


def _blocks(lines: Sequence[Line]) -> dict[tuple[int, int], Sequence[Line]]:
    """Return the lines of each block; tables, which may be wider than the text, only where nothing else is in it."""
    blocks: defaultdict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in lines:
        blocks[line.place].append(line)
    return {place: [line for line in own if not line.rows] or own for place, own in blocks.items()}


def _side(body: Sequence[Line], size: float, odd: int) -> Edges:
    """Return the edges of right or left pages, or of all where these have few lines."""
    half = [line for line in body if line.page % 2 == odd]
    return _edges(half if len(half) >= _SIDE else body, size)


def _column(found: Sequence[Line], columns: Iterable[Edges], size: float) -> Edges | None:
    """Return the column of other pages that a page's only block stands in: a text may end in its first column."""
    left, right = min(line.left for line in found), max(line.right for line in found)
    like = (edges for edges in columns if abs(edges[0] - left) < size and edges[1] - size < right < edges[1] + size)
    return next(like, None)


def _own(found: Sequence[Line], side: Edges, size: float, alone: bool) -> Edges:
    """Return the edges of a block: the text's own, or those of a column or cell that is narrower and not ``alone``."""
    left, right = min(line.left for line in found), max(line.right for line in found)
    if alone and _is_narrower(found, side, size) and _has_first_lines(found):
        return left, right
    wide = right - left > _WIDE * (side[1] - side[0]) or (
        left < side[0] + _OUTSIDE * size and len(found) < _NARROW_LINES
    )
    if wide or alone:
        return min(side[0], max(left, side[0] - _OUTSIDE * size)), side[1]
    return left, _edges(found, size)[1]


def _is_narrower(found: Sequence[Line], side: Edges, size: float) -> bool:
    """Return whether a page's lines keep away from an edge of the text: the left one, or several the right one."""
    left, right = min(line.left for line in found), max(line.right for line in found)
    full = sum(right - line.right < _FULL * size for line in found)
    many = full >= max(_NARROW_LINES, _FULL_SHARE * len(found))
    return left > side[0] + _NARROWER * size or (right < side[1] - _NARROWER * size and many)


def _has_first_lines(found: Sequence[Line]) -> bool:
    """Return whether a page has margins of its own: full first lines of paragraphs are set in from its left edge."""
    sizes = Counter(line.font.size for line in found for _sign in line.text)
    size = sizes.most_common(1)[0][0]
    own = [line for line in found if abs(line.font.size - size) < _SAME_SIZE]
    left, right = min(line.left for line in own), max(line.right for line in own)
    return any(
        right - one.right < _FULL * size
        and abs(one.left - left - _FIRST * size) < _SAME_PLACE * size
        and other.left - left < _SAME_PLACE * size
        for one, other in pairwise(own)
    )


def _edges(body: Sequence[Line], size: float) -> Edges:
    """Return the left edge of most lines, and the right edge of full lines."""
    lefts = Counter(round(line.left) for line in body)
    least = max(2, _LEFT_SHARE * len(body)) if len(body) > _LEAST_EDGE else 1
    left = min((place for place, count in lefts.items() if count >= least), default=min(lefts))
    rights = sorted(line.right for line in body)
    outer = rights[min(len(rights) - 1, int(_OUTERMOST * len(rights)))]
    near = Counter(round(right) for right in rights if outer - _RIGHT_WITHIN * size <= right <= outer + 1)
    place, count = near.most_common(1)[0]
    return float(left), float(place) if count >= _LEAST_EDGE else outer
