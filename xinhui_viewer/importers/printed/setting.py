"""The setting of a printed text: the size of most of it, its margins, the distance of its lines, its indents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from xinhui_viewer.importers.printed.lines import Line
from xinhui_viewer.importers.printed.margins import Edges, Margins, margins
from xinhui_viewer.importers.printed.spacing import apart

_SAME_SIZE = 0.6  # points
_PITCHES = (0.8, 4)  # of the size: the least and the most distance between lines of a paragraph
_USUAL_PITCH = 1.6  # of the size
_LEAST_GAPS, _MOST_GAPS = 4, 0.6  # distances of lines on a page that are its own; their share
_LEAST_PART = 12  # lines of pages in one size that have a setting of their own
# Of the size: a line that ends so near the margin is full, one so near is flush with it.
_NEAR, _FLUSH = 1.6, 0.3
_LEAST_FULL, _JUSTIFIED = 4, 0.85  # full lines; the share of them that is flush in justified text
_FINAL = "。；！？"  # a full line that ends a sentence is rather a paragraph's last one
_FULL_FIRST, _LEVEL, _SET_IN = 1.4, 0.3, 0.8  # of the size: a first line that is full, the next one, the indent


@dataclass(frozen=True, slots=True)
class Setting:
    """The setting of a text: the size of most of it, the distance of its lines, whether they are justified.

    ``indents`` are the indents of first lines from the left edge, in half characters; ``apart`` is the distance from
    which two lines are of different paragraphs, 0 where none tells.
    """

    size: float
    pitch: float
    justified: bool
    margins: Margins
    indents: frozenset[int] = frozenset()
    apart: float = 0

    def of(self, line: Line) -> Edges:
        """Return the edges of the page, column or cell in which a line stands."""
        return self.margins[line.place]


def settings(lines: Sequence[Line]) -> dict[int, Setting]:
    """Return the setting of each page of lines in reading order: pages in one size share theirs with their neighbours.

    A part of a few lines has the setting of the whole text.
    """
    whole = _setting(lines)
    found = {line.page: whole for line in lines}
    edges = {**whole.margins}
    for part in _parts(lines):
        setting = _setting(part)
        edges |= setting.margins
        found |= dict.fromkeys({line.page for line in part}, setting)
    return {
        page[0].page: replace(found[page[0].page], margins=edges, pitch=_page_pitch(page, found[page[0].page]))
        for page in _pages(lines)
    }


def _page_pitch(page: Sequence[Line], setting: Setting) -> float:
    """Return the distance of lines that a page has mostly, else that of its part of the text."""
    gaps = _gaps([line for line in page if not line.rows], setting.size)
    found, count = gaps.most_common(1)[0] if gaps else (0.0, 0)
    return found if count >= max(_LEAST_GAPS, _MOST_GAPS * gaps.total()) else setting.pitch


def _parts(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines of pages that follow each other in one size, where there are enough and others beside them."""
    for _size, pages in groupby(_pages(lines), lambda page: round(body_font(page)[0])):
        part = [line for page in pages for line in page]
        if sum(not line.rows for line in part) >= _LEAST_PART and len(part) < len(lines):
            yield part


def _pages(lines: Sequence[Line]) -> Iterator[list[Line]]:
    return (list(page) for _number, page in groupby(lines, lambda line: line.page))


def _setting(lines: Sequence[Line]) -> Setting:
    flowing = [line for line in lines if not line.rows] or list(lines)
    size, _, _ = body_font(flowing)
    body = [line for line in flowing if abs(line.font.size - size) <= _SAME_SIZE] or list(flowing)
    edges = margins(lines, body, size)
    pitch, justified, indents = _pitch(body, size), _is_justified(body, edges, size), _indents(body, edges, size)
    return Setting(size, pitch, justified, edges, indents, apart(body, edges, size))


def body_font(lines: Iterable[Line]) -> tuple[float, str, bool]:
    """Return size, name and boldness of the font that most of a text is set in: on most pages, then in most signs."""
    weights: Counter[tuple[float, str, bool]] = Counter()
    pages: Counter[tuple[float, str, bool]] = Counter()
    for _number, page in groupby((line for line in lines if not line.rows), lambda line: line.page):
        own: Counter[tuple[float, str, bool]] = Counter()
        for line in page:
            own[line.font.size, line.font.name, line.font.bold] += len(line.text)
        weights.update(own)
        pages[own.most_common(1)[0][0]] += 1
    return max(weights, key=lambda font: (pages[font], weights[font]), default=(0.0, "", False))


def _pitch(body: Sequence[Line], size: float) -> float:
    """Return the most frequent distance of two lines in half points, the least of several."""
    gaps = _gaps(body, size)
    return min(gaps, key=lambda gap: (-gaps[gap], gap)) if gaps else _USUAL_PITCH * size


def _gaps(lines: Sequence[Line], size: float) -> Counter[float]:
    """Return the distances of lines that follow each other, in half points."""
    least, most = _PITCHES
    return Counter(
        round(2 * (one.y - other.y)) / 2
        for one, other in pairwise(lines)
        if one.place == other.place and least * size < one.y - other.y < most * size
    )


def _is_justified(body: Sequence[Line], edges: Margins, size: float) -> bool:
    """Return whether nearly all full lines end at the same place."""
    space = [edges[line.place][1] - line.right for line in body]
    near = [gap for gap in space if gap < _NEAR * size]
    return len(near) >= _LEAST_FULL and sum(gap <= _FLUSH * size for gap in near) >= _JUSTIFIED * len(near)


def _indents(body: Sequence[Line], edges: Margins, size: float) -> frozenset[int]:
    """Return the indents of full lines that are indented while the next is not: the first lines of paragraphs."""
    return frozenset(
        round(2 * (one.left - edges[one.place][0]) / size)
        for one, other in pairwise(body)
        if edges[one.place][1] - one.right < _FULL_FIRST * size
        and one.text[-1] not in _FINAL
        and other.left - edges[other.place][0] < _LEVEL * size
        and one.left > other.left + _SET_IN * size
    )
