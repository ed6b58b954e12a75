"""Leave out what stands around the text of printed pages: page numbers, running heads, a browser's head and foot."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from xinhui_viewer.importers.printed.lines import Line
from xinhui_viewer.importers.printed.setting import body_font

_DASH = r"[-—–－―─‐‑·•~～]"
_PAGE_NUMBER = re.compile(
    rf"{_DASH}+\s*\d{{1,5}}\s*{_DASH}+|第?\s*\d{{1,5}}\s*页\s*[，,、/·]?\s*[（(]?共\s*\d{{1,5}}\s*页[）)]?|"
    r"\d{1,5}\s*/\s*\d{1,5}|"
    rf"{_DASH}*\s*第\s*[\d一二三四五六七八九十百]{{1,5}}\s*页\s*{_DASH}*"
)
_PRINT_FOOT = re.compile(r"(https?://\S+)\s+\d{1,5}/\d{1,5}")
_PRINT_HEAD = re.compile(r"(?:\d{4}/\d{1,2}/\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日)\s*(?:[上下]午)?\s*\d{1,2}:\d\d(?:\s.*)?")
_SHORTENED = re.compile(r"…|\.\.\.")  # an address, by the browser that printed it
_NUMBER = re.compile(r"\d{1,5}")
_FOOT_NUMBER = re.compile(r"\d{1,5}(?:[-‐‑–]\d{1,4})?")  # 3, or 12-3 of a part
_NUMBERED_FOOT = re.compile(r".{1,80}\t第\s*\d{1,5}\s*页(?:\s*[，,、]?\s*共\s*\d{1,5}\s*页)?")
_REPEATED = 0.4  # the share of pages that repeat a header or footer
_LEAST_MARKED, _MARKED, _LONGEST_MARK = 3, 0.6, 30  # pages; their share; characters
_EVERY_OTHER, _IN_A_ROW = 2, 4  # pages
_MOST_NUMBERS = 4  # in a running head
_STEPS = (1, 2)  # of page numbers, from one page to the next: on a sheet there may be two pages of a book
_SMALLER = 0.9  # points
_LEAST_OPENED, _OPENED = 6, 0.6  # pages; the share of them that begin in the same place and smaller type
_ALONE = 2.5  # of its size: a number that far below the last line is the page's
_LEAST_ABOVE = 5  # lines of a page whose last one may be its number

_Key = tuple[object, ...]  # identifies a line on other pages


@dataclass(frozen=True, slots=True)
class Stripped:
    """Pages without headers and footers; the address is the one that a browser prints at the foot."""

    pages: tuple[tuple[Line, ...], ...]
    url: str = ""


def stripped(pages: Sequence[tuple[Line, ...]]) -> Stripped:
    """Return the pages without page numbers and without lines that most repeat at the same place of their edges."""
    whole, pages = pages, _without_watermarks(pages)
    kept = _without_others(whole, _without(pages, _repeated(pages)))
    if 2 * sum(not page for page in kept) > len(pages):
        kept = _without(pages, set())
    feet = (match for page in pages for line in _edges(page) if (match := _PRINT_FOOT.fullmatch(line.text)))
    return Stripped(kept, next((match[1] for match in feet if not _SHORTENED.search(match[1])), ""))


def _without_watermarks(pages: Sequence[tuple[Line, ...]]) -> tuple[tuple[Line, ...], ...]:
    """Return pages without short lines that most of them have in the very same place."""
    seen = Counter(mark for page in pages for mark in {*map(_mark, page)})
    least = max(_LEAST_MARKED, _MARKED * len(pages))
    marks = {mark for mark, count in seen.items() if mark and count >= least}
    return tuple(tuple(line for line in page if _mark(line) not in marks) for page in pages)


def _without_others(
    pages: Sequence[tuple[Line, ...]], kept: Sequence[tuple[Line, ...]]
) -> tuple[tuple[Line, ...], ...]:
    """Return what is left of pages without the outermost lines in places where most pages had a running line."""
    places: Counter[_Key] = Counter()
    for page, rest in zip(pages, kept, strict=True):
        left = set(map(id, rest))
        places.update({_place(line) for line in _edges(page) if id(line) not in left})
    least = max(_LEAST_OPENED, _OPENED * len(pages))
    usual = {place for place, count in places.items() if count >= least}
    return tuple(tuple(_inner(page, usual)) for page in kept) if usual else tuple(kept)


def _inner(page: tuple[Line, ...], usual: set[_Key]) -> Iterator[Line]:
    """Yield the lines of a page but the topmost and the lowest one that stand in usual places of running lines."""
    upright = sorted(_upright(page), key=lambda line: -line.y)
    outer = {id(line) for line in (*upright[:1], *upright[-1:]) if len(upright) > 1 and _place(line) in usual}
    return (line for line in page if id(line) not in outer)


def _place(line: Line) -> _Key:
    return "place", round(line.y / 2), round(line.font.size)


def _mark(line: Line) -> _Key:
    """Return the text and place of a line that may be a watermark; empty of any other."""
    if line.rows or len(line.text) > _LONGEST_MARK or line.text.isdecimal():
        return ()
    return line.text, round(line.left), round(line.y)


def _repeated(pages: Sequence[tuple[Line, ...]]) -> set[_Key]:
    """Return the keys of the lines that most pages have at the same place of their edges."""
    seen: defaultdict[_Key, list[int]] = defaultdict(list)
    for at, page in enumerate(pages):
        for key in {key for line in _edges(page) for key in _keys(line, at)}:
            seen[key].append(at)
    least = max(2, _REPEATED * len(pages))
    repeated = {key for key, found in seen.items() if len(found) >= least or _follow(found)}
    return repeated | set(_heads_of_chapters(pages))


def _heads_of_chapters(pages: Sequence[tuple[Line, ...]]) -> Iterator[_Key]:
    """Yield the key of the place in which most pages begin in smaller type than the text, whatever they say there."""
    first = [max(upright, key=lambda line: line.y) for page in pages if (upright := [*_upright(page)])]
    opened = Counter(map(_opening, first))
    place, count = opened.most_common(1)[0] if opened else (("",), 0)
    if count < max(_LEAST_OPENED, _OPENED * len(pages)):
        return
    size = body_font(line for page in pages for line in page)[0]
    if next(line for line in first if _opening(line) == place).font.size < size - _SMALLER:
        yield place


def _opening(line: Line) -> _Key:
    return "opens", round(line.y), round(line.font.size), line.font.name


def _follow(found: Sequence[int]) -> bool:
    """Return whether pages that follow each other, or every other page, repeat a line: the head of a chapter."""
    run = 1
    for one, other in pairwise(found):
        run = run + 1 if other - one <= _EVERY_OTHER else 1
        if run >= _IN_A_ROW:
            return True
    return False


def _without(pages: Sequence[tuple[Line, ...]], repeated: set[_Key]) -> tuple[tuple[Line, ...], ...]:
    kept: list[tuple[Line, ...]] = []
    for at, page in enumerate(pages):
        around = _around(page, at, repeated)
        kept.append(tuple(line for line in page if id(line) not in around))
    return tuple(kept)


def _around(page: tuple[Line, ...], at: int, repeated: set[_Key]) -> set[int]:
    """Return the numbers of a page's headers and footers."""
    edges = _edges(page)
    printed = any(_PRINT_FOOT.fullmatch(line.text) for line in edges)
    return {
        id(line)
        for line in edges
        if _is_beside(line, printed)
        or _is_alone_below(line, page)
        or repeated.intersection((*_keys(line, at), *([_opening(line)] if line is edges[0] else ())))
    }


def _is_beside(line: Line, printed: bool) -> bool:
    text = line.text.strip()
    browser = _PRINT_FOOT.fullmatch(text) or _PRINT_HEAD.fullmatch(text)
    numbered = _PAGE_NUMBER.fullmatch(text) or _NUMBERED_FOOT.fullmatch(text)
    return bool(numbered) or (printed and bool(browser))


def _is_alone_below(line: Line, page: tuple[Line, ...]) -> bool:
    """Return whether a line is a bare number far below all others of its page."""
    least = 1 if any(other.rows for other in page) else _LEAST_ABOVE
    if not _FOOT_NUMBER.fullmatch(line.text) or len(page) <= least:
        return False
    lowest = min((_bottom(other) for other in page if other is not line), default=line.y)
    return lowest - line.y > _ALONE * line.font.size


def _bottom(line: Line) -> float:
    return line.bottom if line.rows else line.y


def _upright(page: tuple[Line, ...]) -> Iterator[Line]:
    return (line for line in page if not line.font.turned and not line.rows)


def _edges(page: tuple[Line, ...]) -> list[Line]:
    """Return the two topmost and the two lowest lines of a page."""
    ordered = sorted(_upright(page), key=lambda line: -line.y)
    return ordered if len(ordered) <= 4 else ordered[:2] + ordered[-2:]


def _keys(line: Line, page: int) -> Iterator[_Key]:
    """Yield the keys of a line on other pages: its text, or its text around a number that counts pages."""
    place = (round(line.y / 6), round(line.font.size))
    if not line.text.isdecimal():
        yield (line.text, None, *place)
    numbers = list(_NUMBER.finditer(line.text))
    if 1 < len(numbers) <= _MOST_NUMBERS:
        for step in _STEPS:
            counted = tuple(int(number[0]) - step * page for number in numbers)
            yield (_NUMBER.sub("#", line.text), None, step, counted, *place)
    for number in numbers[:_MOST_NUMBERS]:
        for step in _STEPS:
            yield (line.text[: number.start()], line.text[number.end() :], step, int(number[0]) - step * page, *place)
