"""The setting of a printed text: the size of most of it, its margins, the distance of its lines, its indents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from xinhui_viewer.importers.printed.lines import Line

_SAME_SIZE = 0.6  # points
_SIDE = 12  # lines on right or left pages from which these have margins of their own
_PITCHES = (0.8, 4)  # of the size: the least and the most distance between lines of a paragraph
_USUAL_PITCH = 1.6  # of the size
# Of the size: a line that ends so near the margin is full, one so near is flush with it.
_NEAR, _FLUSH = 1.6, 0.3
_LEAST_FULL, _JUSTIFIED = 4, 0.85  # full lines; the share of them that is flush in justified text
_FULL_FIRST, _LEVEL, _SET_IN = 1.4, 0.3, 0.8  # of the size: a first line that is full, the next one, the indent
_WIDE, _NARROW_LINES = 0.7, 3  # of the width; lines: a smaller block is no column or cell of its own
_OUTSIDE = 3  # of the size: the most that a text stands out of its margins
_LEFT_SHARE, _OUTERMOST, _RIGHT_WITHIN = 0.05, 0.97, 2.5  # shares of the lines; of the size
_LEAST_EDGE = 3  # lines that end at the same place

Edges = tuple[float, float]  # the left edge of lines, and the right edge of full lines
Margins = dict[tuple[int, int], Edges]  # by the place of a line


@dataclass(frozen=True, slots=True)
class Setting:
    """The setting of a text: the size of most of it, the distance of its lines, whether they are justified.

    ``indents`` are the indents of first lines from the left edge, in half characters.
    """

    size: float
    pitch: float
    justified: bool
    margins: Margins
    indents: frozenset[int] = frozenset()

    def of(self, line: Line) -> Edges:
        """Return the edges of the page, column or cell in which a line stands."""
        return self.margins[line.place]


def setting_of(lines: Sequence[Line]) -> Setting:
    """Return the setting of lines in reading order."""
    size, _, _ = body_font(lines)
    body = [line for line in lines if abs(line.font.size - size) <= _SAME_SIZE] or list(lines)
    margins = _margins(lines, body, size)
    return Setting(size, _pitch(body, size), _is_justified(body, margins, size), margins, _indents(body, margins, size))


def body_font(lines: Iterable[Line]) -> tuple[float, str, bool]:
    """Return size, name and boldness of the font that most of a text is set in."""
    weights: Counter[tuple[float, str, bool]] = Counter()
    for line in lines:
        weights[line.font.size, line.font.name, line.font.bold] += len(line.text)
    return weights.most_common(1)[0][0] if weights else (0.0, "", False)


def _margins(lines: Sequence[Line], body: Sequence[Line], size: float) -> Margins:
    blocks: defaultdict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in lines:
        blocks[line.place].append(line)
    halves = [[line for line in body if line.page % 2 == side] for side in (0, 1)]
    sides = [_edges(half if len(half) >= _SIDE else body, size) for half in halves]
    several = {page for page, block in blocks if block}
    return {
        (page, block): _own(found, sides[page % 2], size, page not in several)
        for (page, block), found in blocks.items()
    }


def _pitch(body: Sequence[Line], size: float) -> float:
    """Return the most frequent distance of two lines in half points, the least of several."""
    least, most = _PITCHES
    gaps = Counter(
        round(2 * (one.y - other.y)) / 2
        for one, other in pairwise(body)
        if one.place == other.place and least * size < one.y - other.y < most * size
    )
    return min(gaps, key=lambda gap: (-gaps[gap], gap)) if gaps else _USUAL_PITCH * size


def _is_justified(body: Sequence[Line], margins: Margins, size: float) -> bool:
    """Return whether nearly all full lines end at the same place."""
    space = [margins[line.place][1] - line.right for line in body]
    near = [gap for gap in space if gap < _NEAR * size]
    return len(near) >= _LEAST_FULL and sum(gap <= _FLUSH * size for gap in near) >= _JUSTIFIED * len(near)


def _indents(body: Sequence[Line], margins: Margins, size: float) -> frozenset[int]:
    """Return the indents of full lines that are indented while the next is not: the first lines of paragraphs."""
    return frozenset(
        round(2 * (one.left - margins[one.place][0]) / size)
        for one, other in pairwise(body)
        if margins[one.place][1] - one.right < _FULL_FIRST * size
        and other.left - margins[other.place][0] < _LEVEL * size
        and one.left > other.left + _SET_IN * size
    )


def _own(found: Sequence[Line], side: Edges, size: float, alone: bool) -> Edges:
    """Return the edges of a block: the text's own, or those of a column or cell that is narrower and not ``alone``."""
    left, right = min(line.left for line in found), max(line.right for line in found)
    wide = right - left > _WIDE * (side[1] - side[0]) or (
        left < side[0] + _OUTSIDE * size and len(found) < _NARROW_LINES
    )
    if wide or alone:
        return min(side[0], max(left, side[0] - _OUTSIDE * size)), side[1]
    return left, right


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
