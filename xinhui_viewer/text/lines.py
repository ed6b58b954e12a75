"""Walk a body as lines, tables and images: every view and export of a whole text uses this walk."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from xinhui_viewer.records import Block, Section
from xinhui_viewer.text.grid import Grid, grid

DEEPEST = 5  # the level of a heading below the title: HTML, Markdown and tags of PDF have six in all
_LONGEST_HEADING = 100  # characters: a question, the longest heading that the outline takes
_LONGEST_POINT = 20  # characters: of a longer one that is a paragraph, its number stands out
_TAIL = " \t\u3000。.：:"  # signs behind a heading that is a line of its own
_POINT = re.compile(r"[一二三四五六七八九十]+(?:是|要|方面)")
_HASHES = re.compile(r"#{1,6}[ \u3000]+")  # the mark of a heading in Markdown, which the view needs not show
_SAYS = re.compile(r"\w")


class Line(NamedTuple):
    """A line of text, ``body[start:end]`` without the blanks around it.

    ``level`` (1-5) is that of the section that begins here, 0 when none does. ``body[start:lead]`` stands out: the
    section's heading, or all of a line that the file sets in bold. ``heading`` says that the line is only that.
    It is a named tuple, made in half the time of a dataclass: long bodies have thousands.
    """

    start: int
    end: int
    lead: int
    level: int = 0
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Image:
    """An image of the body, by the name of its attachment or its address; ``body[start:end]`` is its caption."""

    start: int
    end: int
    name: str


def walk(body: str, blocks: Sequence[Block], sections: Sequence[Section]) -> Iterator[Line | Grid | Image]:
    """Yield all of a body in order: its tables and images, and its other lines that have text.

    A table that has no grid comes as its lines. Levels of headings never skip one, as PDF/UA asks.
    """
    begun = {section.start: section for section in sections}
    above = 0
    for block in _covering(body, blocks):
        table = grid(body, block) if block.kind == "table" else None
        if table is not None:
            yield table
        elif block.kind == "image":
            yield Image(block.start, block.end, block.image)
        else:
            for line in _lines(body, block, begun):
                if line.level:
                    above = min(line.level, above + 1, DEEPEST)
                yield line if line.level in (0, above) else line._replace(level=above)


def plain_lines(body: str, start: int, end: int) -> Iterator[Line]:
    """Yield the lines of ``body[start:end]`` that have text, for a table or a caption that is shown as its text."""
    return _lines(body, Block("paragraph", start, end), {})


def _covering(body: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks in order and, as paragraphs, the parts of the body that none of them covers.

    Blocks that overlap or run over the end come from a damaged archive: their text is yielded once, too.
    """
    reached = 0
    for block in sorted(blocks, key=lambda one: (one.start, one.end)):
        if block.start < reached or block.end > len(body):
            continue
        if body[reached : block.start].strip():
            yield Block("paragraph", reached, block.start)
        yield block
        reached = block.end
    if reached < len(body):
        yield Block("paragraph", reached, len(body))


def _lines(body: str, block: Block, begun: Mapping[int, Section]) -> Iterator[Line]:
    bold = block.bold or block.kind == "heading"
    at = block.start
    for text in body[at : block.end].split("\n"):
        inside = text.strip()
        if inside:
            start = at + text.find(inside[0])
            end = start + len(inside)
            section = begun.get(start) or begun.get(at)
            yield _headed(body, start, end, section) if section else Line(start, end, end if bold else start)
        at += len(text) + 1


def _headed(body: str, start: int, end: int, section: Section) -> Line:
    """Return the line that a section begins with, at the section's own level."""
    lead = min(section.heading_end, end)
    if not section.heading.startswith("#") and (marked := _HASHES.match(body, start, lead)):
        start = marked.end()
    if lead - start > _LONGEST_HEADING:  # a number outside the outline: it stands out
        return Line(start, end, start + len(section.marker))
    if not _SAYS.search(body, start, lead):
        return Line(start, end, start)
    level = max(section.level, 1)
    if body[lead:end].strip(_TAIL):
        return Line(start, end, lead, level)
    if not _POINT.match(section.marker):
        return Line(start, end, end, level, heading=True)
    # A point (一是…) is a sentence of its paragraph even where it is all of it.
    return Line(start, end, end if end - start <= _LONGEST_POINT else start + len(section.marker), level)
