"""What each line of a body is: a heading, a paragraph that begins with one, or running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from xinhui_viewer.records import Block, Section

_LONGEST_HEADING = 60
_TAIL = " \t\u3000。.：:"
_POINT = re.compile(r"[一二三四五六七八九十]+(?:是|要|方面)")
# One sign for one sign, so that offsets stay. What Qt takes for the end of a block or the edge of a frame becomes a
# blank; signs that cannot be seen or that turn the order of the text around are made visible.
_SHOWN = str.maketrans(
    {sign: " " for sign in "\r\v\f\x85\u2028\u2029\ufdd0\ufdd1\ufffc\x00"}
    | {sign: "◇" for sign in "\u200b\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}
)
_HIDDEN = re.compile(f"[{''.join(map(chr, _SHOWN))}]")


@dataclass(frozen=True, slots=True)
class Line:
    """``body[start:end]``, a line without the blanks around it; bold up to ``strong``.

    ``level`` is the level of the section that the line is the heading of, 0 for running text.
    """

    start: int
    end: int
    strong: int = 0
    level: int = 0


Piece = tuple[Literal["text", "table", "image"], Block]


def shown(text: str) -> str:
    """Return ``text`` as it is shown, of the same length."""
    return text.translate(_SHOWN) if hides(text) else text


def hides(text: str) -> bool:
    """Tell whether ``text`` has signs that are shown as others."""
    return _HIDDEN.search(text) is not None


def pieces(body: str, blocks: tuple[Block, ...]) -> Iterator[Piece]:
    """Yield the body's blocks in order; text that no block covers is a paragraph."""
    reached = 0
    for block in blocks:
        if block.start < reached or block.end > len(body):
            continue  # blocks that overlap or run over the end come from a damaged archive
        if body[reached : block.start].strip():
            yield "text", Block("paragraph", reached, block.start)
        yield ("text" if block.kind == "paragraph" or block.kind == "heading" else block.kind), block
        reached = block.end
    if reached < len(body):
        yield "text", Block("paragraph", reached, len(body))


class Lines:
    """Cuts the text of a block into lines and knows which of them begin a section."""

    def __init__(self, body: str, sections: tuple[Section, ...]) -> None:
        self._body = body
        self._sections = {section.start: section for section in sections}

    def of(self, block: Block) -> Iterator[Line]:
        """Yield the lines of a block that have text."""
        body, start = self._body, block.start
        strong = block.bold or block.kind == "heading"
        for text in body[start : block.end].split("\n"):
            inside = text.strip()
            if inside:
                first = start + text.find(inside[0])
                yield self._line(start, first, first + len(inside), strong)
            start += len(text) + 1

    def _line(self, raw: int, start: int, end: int, strong: bool) -> Line:
        section = self._sections.get(start) or self._sections.get(raw)
        if section is None:
            return Line(start, end, end if strong else start)
        whole = not self._body[min(section.heading_end, end) : end].strip(_TAIL)
        if whole and end - start <= _LONGEST_HEADING and not _POINT.match(section.marker):
            return Line(start, end, end, section.level)
        # A sentence of several lines in bold is no heading any more: then only its number stands out.
        heading_end = min(section.heading_end, end)
        if heading_end - start > _LONGEST_HEADING:
            heading_end = start + len(section.marker)
        return Line(start, end, heading_end)
