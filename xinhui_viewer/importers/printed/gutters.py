"""The order in which the parts of a page are read: columns of text from left to right, between what crosses them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from xinhui_viewer.importers.printed.lines import Line
from xinhui_viewer.importers.printed.run import Run

_WORDS = re.compile("[A-Za-z\u00c0-\u024f\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_DEEPEST = 4  # columns in columns
_LEAST_LINES = 4  # of a column; in a stretch between what crosses the gutter, half of it
_SAME_EDGE = 3.0  # points: lines that begin so near begin at the same place
_GUTTER = 0.8  # of a character's height: its least width
_NARROWEST = 8  # of a character's height: the least width of a column
_LONG, _MOSTLY_LONG = 0.7, 0.5  # of a column's width; the share of its lines that are so long
_COVERED = 0.75  # the share of its lines' widths that text covers, without the gaps between cells
_PROSE = 0.5  # the share of words among its characters, without figures and signs
# Points: lines so near stand on one, type so much smaller is another; the share of a list's lines on those of a text.
_SAME_LINE, _OTHER_SIZE, _MEETING = 1.5, 0.5, 0.6
_HAIR = 0.1  # points
_BESIDE = 0.5  # the share of the lower column's height that stands beside the other


@dataclass(slots=True)
class Stretch:
    """Runs of one baseline with no wide gap between them, or a table."""

    runs: list[Run]
    left: float
    right: float
    y: float
    size: float
    table: Line | None = None

    @property
    def length(self) -> int:
        """The number of its characters."""
        return sum(len(run.text) for run in self.runs)


def parts(stretches: Sequence[Stretch], depth: int = 0) -> Iterator[list[Stretch]]:
    """Yield the parts of a page in reading order; each is read from top to bottom."""
    gutter = _gutter(stretches) if depth < _DEEPEST else None
    if gutter is None:
        yield from [list(stretches)] if stretches else []
        return
    across: list[Stretch] = []
    beside: list[Stretch] = []
    for band in _bands(stretches, gutter):
        left, right = _sides(band, gutter)
        if not (_are_columns(left, right, len(band)) or _go_on(left, right, len(band))):
            across += band
            continue
        text = _text_beside_list(left, right)
        if text is not None:
            across += text
            beside += right if text is left else left
            continue
        yield from [across] if across else []
        across = []
        yield from parts(left, depth + 1)
        yield from parts(right, depth + 1)
    yield from [part for part in (across, beside) if part]


def _sides(band: Sequence[Stretch], gutter: float) -> tuple[list[Stretch], list[Stretch]]:
    """Return the stretches to the left and to the right of a gutter."""
    return [one for one in band if one.right <= gutter], [one for one in band if one.left >= gutter]


def _gutter(stretches: Sequence[Stretch]) -> float | None:
    """Return the edge of the gutter with the most text in columns beside it, None when there is none."""
    if len(stretches) < 2 * _LEAST_LINES:
        return None
    best, most = None, 0
    for place in _candidates(stretches):
        bands = _bands(stretches, place)
        lines = sum(len(band) for band in bands if _are_columns(*_sides(band, place), len(band)))
        if lines > max(most, 2 * _LEAST_LINES - 1):
            best, most = place, lines
    return None if best is None else _at_the_text(stretches, best)


def _at_the_text(stretches: Sequence[Stretch], gutter: float) -> float:
    """Return the left edge of a gutter, which what is set a little out of the right column does not cross."""
    sides = [(_sides(band, gutter), len(band)) for band in _bands(stretches, gutter)]
    rights = [one.right for (left, right), count in sides if _are_columns(left, right, count) for one in left]
    return max(rights) + _HAIR if rights else gutter


def _candidates(stretches: Sequence[Stretch]) -> list[float]:
    """Return places where several lines begin, but the leftmost; just before them may be a gutter."""
    first = min(one.left for one in stretches)
    begins = Counter(round(one.left / _SAME_EDGE) for one in stretches)
    size = max(one.size for one in stretches)
    likely = [(count, place) for place, count in begins.items() if count + begins.get(place + 1, 0) >= _LEAST_LINES]
    lefts = (place * _SAME_EDGE - _SAME_EDGE for _count, place in sorted(likely, reverse=True)[:12])
    return [left for left in lefts if left > first + min(_NARROWEST * size, 60)]


def _bands(stretches: Sequence[Stretch], gutter: float) -> Iterator[list[Stretch]]:
    """Yield the stretches from top to bottom: those that cross a gutter, and those beside it, in turn."""
    band: list[Stretch] = []
    crossing = False
    for one in sorted(stretches, key=lambda one: (-one.y, one.left)):
        crosses = one.left < gutter < one.right
        if band and crosses != crossing:
            yield band
            band = []
        band.append(one)
        crossing = crosses
    if band:
        yield band


def _are_columns(left: Sequence[Stretch], right: Sequence[Stretch], count: int) -> bool:
    """Return whether two sides that hold all ``count`` stretches of a band are columns of text."""
    if min(len(left), len(right)) < _LEAST_LINES / 2 or len(left) + len(right) < count:
        return False
    if not _are_apart(left, right) or not _stand_beside(left, right):
        return False
    return (_is_prose(left) and _is_prose(right)) or _text_beside_list(left, right) is not None


def _text_beside_list(left: Sequence[Stretch], right: Sequence[Stretch]) -> Sequence[Stretch] | None:
    """Return the side that is text where the other is a list of the page's own; None for other columns."""
    for text, beside in ((left, right), (right, left)):
        if _has_list_beside(text, beside) and _is_prose(text) and not _is_prose(beside):
            return text
    return None


def _has_list_beside(text: Sequence[Stretch], beside: Sequence[Stretch]) -> bool:
    """Return whether lines beside a text are a list of their own, as web pages have: in other type, on other lines."""
    own = {round(one.y / _SAME_LINE) for one in text}
    meet = sum(bool(own & {round(one.y / _SAME_LINE) + step for step in (-1, 0, 1)}) for one in beside)
    smaller = _type(beside) < _type(text) - _OTHER_SIZE
    return len(beside) >= _LEAST_LINES and smaller and meet <= _MEETING * len(beside)


def _type(side: Sequence[Stretch]) -> float:
    """Return the size of most characters on a side, in points."""
    sizes: Counter[float] = Counter()
    for run in (run for one in side for run in one.runs):
        sizes[run.font.size] += len(run.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _go_on(left: Sequence[Stretch], right: Sequence[Stretch], count: int) -> bool:
    """Return whether one side of a gutter that the page has elsewhere is text, perhaps beside a figure."""
    if not left or not right or len(left) + len(right) < count or not _are_apart(left, right):
        return False
    return any(len(side) >= _LEAST_LINES / 2 and _is_prose(side) for side in (left, right))


def _are_apart(left: Sequence[Stretch], right: Sequence[Stretch]) -> bool:
    apart = min(one.left for one in right) - max(one.right for one in left)
    return apart >= _GUTTER * min(one.size for one in (*left, *right))


def _stand_beside(left: Sequence[Stretch], right: Sequence[Stretch]) -> bool:
    top = min(max(one.y + one.size for one in side) for side in (left, right))
    bottom = max(min(one.y for one in side) for side in (left, right))
    lower = min(max(one.y + one.size for one in side) - min(one.y for one in side) for side in (left, right))
    return top - bottom >= _BESIDE * lower


def _is_prose(side: Sequence[Stretch]) -> bool:
    """Return whether the lines of one side are text that fills a column, not cells of a table."""
    width = max(one.right for one in side) - min(one.left for one in side)
    size = max(min(one.size for one in side), 1)
    if width < _NARROWEST * size:
        return False
    lines: dict[int, list[Stretch]] = {}
    for one in side:
        lines.setdefault(round(one.y / size), []).append(one)
    covered = [sum(one.right - one.left for one in line) for line in lines.values()]
    long = sum(part >= _LONG * width for part in covered)
    return long >= _MOSTLY_LONG * len(lines) and sum(covered) >= _COVERED * _spans(lines.values()) and _are_words(side)


def _spans(lines: Iterable[Sequence[Stretch]]) -> float:
    """Return the sum of the widths of lines, with the gaps in them."""
    return sum(max(one.right for one in line) - min(one.left for one in line) for line in lines)


def _are_words(side: Sequence[Stretch]) -> bool:
    """Return whether most of what stands on a side is words; tables, which may stand in columns, do not count."""
    text = "".join(run.text for one in side for run in one.runs)
    return len(_WORDS.findall(text)) >= _PROSE * len(text)
