"""The formatting of text by its offset in the file, in pages of 512 bytes ([MS-DOC], 2.9.33 and 2.9.174)."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from struct import Struct

from xinhui_viewer.importers.word.binary.bytes import DAMAGE, plc, u32

_PAGE = 512
_MOST_CACHED = 200
_BEHIND = 1 << 32  # beyond any offset


@dataclass(frozen=True, slots=True)
class Run:
    """The modifiers of the text between two offsets."""

    start: int
    end: int
    modifiers: bytes = b""


@dataclass(slots=True)
class Pages:
    """The runs of one kind, of characters or of paragraphs, read a page at a time."""

    document: bytes
    of_paragraphs: bool
    bounds: tuple[int, ...] = ()
    numbers: list[int] = field(default_factory=list)
    _cached: dict[int, list[Run]] = field(default_factory=dict)

    def at(self, offset: int) -> Run:
        """Return the run that holds an offset; one without modifiers where the file has none."""
        number = bisect_right(self.bounds, offset) - 1
        if not 0 <= number < len(self.numbers):
            return Run(offset, _next(self.bounds, number))
        runs = self._page(self.numbers[number])
        at = bisect_right(runs, offset, key=lambda run: run.start) - 1
        if at >= 0 and offset < runs[at].end:
            return runs[at]
        return Run(offset, runs[at + 1].start if at + 1 < len(runs) else _next(self.bounds, number))

    def _page(self, number: int) -> list[Run]:
        if number not in self._cached:
            if len(self._cached) >= _MOST_CACHED:
                self._cached.clear()
            page = self.document[number * _PAGE : (number + 1) * _PAGE]
            self._cached[number] = _runs(page, self.of_paragraphs) if len(page) == _PAGE else []
        return self._cached[number]


def pages(document: bytes, table: bytes, *, of_paragraphs: bool) -> Pages:
    """Return the pages that a table of them lists."""
    bounds, items = plc(table, 4)
    numbers = [u32(item, 0) & 0x3FFFFF for item in items]
    return Pages(document, of_paragraphs, bounds, numbers)


def _next(bounds: tuple[int, ...], number: int) -> int:
    return bounds[number + 1] if number + 1 < len(bounds) else _BEHIND


def _runs(page: bytes, of_paragraphs: bool) -> list[Run]:
    count = page[-1]
    step = 13 if of_paragraphs else 1
    try:
        offsets = Struct(f"<{count + 1}I").unpack_from(page)
        places = [page[4 * (count + 1) + step * number] * 2 for number in range(count)]
    except DAMAGE:
        return []
    read = _of_paragraph if of_paragraphs else _of_characters
    return [Run(offsets[at], offsets[at + 1], read(page, place) if place else b"") for at, place in enumerate(places)]


def _of_characters(page: bytes, place: int) -> bytes:
    return page[place + 1 : place + 1 + page[place]]


def _of_paragraph(page: bytes, place: int) -> bytes:
    """Return the style's number and the modifiers of a paragraph; the size is in words, with an odd form of its own."""
    if page[place]:
        return page[place + 1 : place + 2 * page[place]]
    return page[place + 2 : place + 2 + 2 * page[place + 1]] if place + 1 < _PAGE else b""
