"""Evidence for the element of a page that holds its text: the prose in it, its name, and the text it leaves outside."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

from xinhui_viewer.importers.furniture import is_end, is_furniture, is_place
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.evidence import Candidate, Evidence, chosen
from xinhui_viewer.importers.web.markup.lines import BLOCKS
from xinhui_viewer.importers.web.prose.edges import is_above, is_passed
from xinhui_viewer.importers.web.prose.names import Name, Names, name_of
from xinhui_viewer.importers.web.prose.neighbours import is_disclaimer
from xinhui_viewer.importers.web.prose.prose import (
    ATTACHED,
    is_attachment,
    is_linked,
    is_sites,
    is_text,
    names_attachment,
)
from xinhui_viewer.importers.web.weights import ELEMENT

_MOST = 0.5  # the share of the prose around it that an element must hold to be looked into
_PARAGRAPH = 60  # characters of text left outside that count in full
_DEEPEST = 100  # elements around a text; no page that is read by people has more
_GAP = 3  # lines left out of a region, of named neighbours, after which text does not go on
_LEAST_BELOW = 8  # characters of prose below an element that are text left outside


@dataclass(frozen=True, slots=True)
class Element:
    """A part of a page: its lines, from ``first`` to before ``end`` of a region's, and what its name promises."""

    first: int
    end: int
    name: Name = Name.NOTHING


@dataclass(frozen=True)
class Region:
    """The lines of a page in which its text is searched, with the characters of prose in each, and the page's title."""

    lines: Sequence[Line]
    prose: Sequence[int]
    title: str
    names: Names

    @property
    def weighed(self) -> Iterator[tuple[Line, int]]:
        """The lines with the characters of prose in each."""
        return zip(self.lines, self.prose, strict=True)

    @cached_property
    def prose_before(self) -> Sequence[int]:
        """The characters of prose before each line, and in all of them."""
        return list(accumulate(self.prose, initial=0))

    @cached_property
    def linked_before(self) -> Sequence[int]:
        """The characters in links before each line, and in all of them."""
        return list(accumulate([line.linked for line in self.lines], initial=0))

    @cached_property
    def written_before(self) -> Sequence[int]:
        """The characters before each line, and in all of them."""
        return list(accumulate([len(line.text) for line in self.lines], initial=0))

    @property
    def total(self) -> int:
        """The characters of prose in all lines."""
        return self.prose_before[-1]

    def below_path(self, end: int) -> int:
        """Return the number of the first line below the last path above a line: no text stands above a path.

        A path is known by its label (您的位置：首页 > …).
        """
        above = range(end, 0, -1)
        return next((at for at in above if self.lines[at - 1].linked and is_place(self.lines[at - 1].text)), 0)

    def held(self, element: Element) -> int:
        """Return the characters of prose in an element."""
        return self.prose_before[element.end] - self.prose_before[element.first]


def element_of_text(region: Region) -> Element:
    """Return the element with the text, all of the region or what an element in it holds, and its attachments."""
    found = chosen((Candidate(element, "printed") for element in _elements(region)), region, EVIDENCE, ELEMENT)
    element = found.value if found else Element(0, len(region.lines))
    end = element.end
    for at in _right_below(region, end):
        if region.lines[at].image:
            continue  # the sign of its format
        if not (is_attachment(region.lines[at]) or ATTACHED.match(region.lines[at].text)):
            break
        end = at + 1
    return replace(element, end=end)


def _elements(region: Region) -> Iterator[Element]:
    """Yield the region, and in it one element inside another, each with most of the prose of the one around it.

    Elements with the same lines are one, named as text if one of them is.
    """
    lines = region.lines
    outer = Element(0, len(lines))
    with_prose = [at for at, weight in enumerate(region.prose) if weight]
    depth = 0
    while depth < _DEEPEST and (best := _heaviest(region, with_prose, depth)) is not None:
        first, end = _span(lines, outer, depth, best)
        if end == first + 1 and len(lines[first].path) == depth + 1:
            yield outer
            name = _name(lines[first], depth) if lines[first].image else Name.NOTHING
            yield replace(_with_signature(lines, first), name=name)
            return
        name = _name(lines[first], depth)
        if (first, end) != (outer.first, outer.end):
            yield outer
            with_prose = with_prose[bisect_left(with_prose, first) : bisect_left(with_prose, end)]
        else:
            name = max(name, outer.name)
        outer, depth = Element(first, end, name), depth + 1
    yield outer


def _heaviest(region: Region, with_prose: Sequence[int], depth: int) -> int | None:
    """Return the element of a depth that holds most of the prose of some lines; None when none does."""
    if not with_prose:
        return None
    first, last = region.lines[with_prose[0]].path, region.lines[with_prose[-1]].path
    if first[: depth + 1] == last[: depth + 1] and len(first) > depth:  # then it is around all lines between
        return first[depth]
    groups: dict[int, int] = defaultdict(int)
    total = 0
    for at in with_prose:
        weight, path = region.prose[at], region.lines[at].path
        total += weight
        if len(path) > depth:
            groups[path[depth]] += weight
    best = max(groups, key=groups.__getitem__, default=None)
    return best if best is not None and groups[best] >= _MOST * total else None


def _span(lines: Sequence[Line], outer: Element, depth: int, number: int) -> tuple[int, int]:
    """Return the first line of an element of a depth, and the first behind it, in the element around it."""
    first, end = outer.first, outer.end
    while lines[first].path[depth : depth + 1] != (number,):
        first += 1
    while lines[end - 1].path[depth : depth + 1] != (number,):
        end -= 1
    return first, end


def _name(line: Line, depth: int) -> Name:
    """Return what the name of the element at a depth around a line promises."""
    node = line.block
    for _ in range(len(line.path) - 1 - depth):
        node = node.parent if node is not None else None
        while node is not None and node.tag not in BLOCKS:
            node = node.parent
    return name_of(node) if node is not None else Name.NOTHING


def _with_signature(lines: Sequence[Line], at: int) -> Element:
    """Return a paragraph with those beside it, the salutation, the signature and the list of attachments."""
    first, end = at, at + 1
    around = lines[at].path[:-1] if lines[at].image else ()  # only what stands in one element goes with a picture
    while end < len(lines) and lines[end].order - lines[end - 1].order <= _GAP and _goes_with(lines[end]):
        if lines[end].path[: len(around)] != around:
            break
        end += 1
    while first and is_text(lines[first - 1]) and not lines[first - 1].level:
        first -= 1
    return Element(first, end)


def _goes_with(line: Line) -> bool:
    text = line.text
    beside = is_furniture(text) or is_end(text) or is_sites(text) or is_disclaimer(text) or is_linked(line)
    return bool(line.image) or not (beside or (line.level and not names_attachment(line.text)))


def _prose_held(candidate: Candidate[Element], region: Region) -> float:
    return region.held(candidate.value) / region.total if region.total else 0


def _named_as_text(candidate: Candidate[Element], _region: Region) -> float:
    return candidate.value.name is Name.TEXT


def _text_above(candidate: Candidate[Element], region: Region) -> float:
    """Return how much text stands between the title and an element: a short line counts half."""
    above = region.lines[region.below_path(candidate.value.first) : candidate.value.first]
    left = sum(len(line.text) for line in above if is_text(line) and not is_above(line, region.title, region.names))
    return 0.5 + min(left, _PARAGRAPH) / (2 * _PARAGRAPH) if left else 0


def _prose_below(candidate: Candidate[Element], region: Region) -> float:
    """Return how much prose stands below an element: all of it counts by its share, a paragraph right below in full."""
    end = candidate.value.end
    left = region.total - region.prose_before[end]
    if left < _LEAST_BELOW:
        return 0
    near = max((region.prose[at] for at in _right_below(region, end)), default=0)
    return max(min(near, _PARAGRAPH) / _PARAGRAPH, min(2 * left / region.total, 1))


def _right_below(region: Region, end: int) -> Iterator[int]:
    """Yield the lines that follow the lines before ``end``, until others were left out or a neighbour begins."""
    for at in range(end, len(region.lines)):
        line = region.lines[at]
        if line.order - region.lines[at - 1].order > _GAP or _is_beside(line, region.names):
            return
        yield at


def _is_beside(line: Line, names: Names) -> bool:
    return not is_attachment(line) and (is_linked(line) or is_passed(line, names) or is_end(line.text))


def _text_right_below(candidate: Candidate[Element], region: Region) -> float:
    below = next(_right_below(region, candidate.value.end), None)
    return below is not None and (is_text(region.lines[below]) or is_attachment(region.lines[below]))


def _links(candidate: Candidate[Element], region: Region) -> float:
    first, end = candidate.value.first, candidate.value.end
    linked = region.linked_before[end] - region.linked_before[first]
    return linked / max(region.written_before[end] - region.written_before[first], 1)


EVIDENCE = (
    Evidence("prose in it", _prose_held),
    Evidence("named as text", _named_as_text),
    Evidence("text left above", _text_above),
    Evidence("prose left below", _prose_below),
    Evidence("text right below", _text_right_below),
    Evidence("links in it", _links),
)
