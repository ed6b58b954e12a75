"""The parts of a line: the texts of its inline elements, with the words by which the markup names them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.markup.lines import BLOCKS, SKIPPED
from xinhui_viewer.text.fold import BLANKS

_BLANKS = BLANKS + "\r\n"
_OTHERS = BLOCKS | SKIPPED
_MOST = 60  # text nodes of a line
_LEVELS = 3  # elements around a text whose names are of the text


@dataclass(frozen=True, slots=True)
class Part:
    """A text inside a line; ``marks`` are the classes and ids of the inline elements around it, the innermost first."""

    text: str
    linked: bool = False
    marks: str = ""


def parts(line: Line) -> list[Part]:
    """Return the texts of the inline elements of a line, in order; the line itself where its markup is unknown."""
    if line.block is None or line.rows or line.image:
        return [Part(line.text, line.linked > 0)]
    squeezed = "".join(line.text.split())
    found: list[Part] = []
    of = None  # the link of the latest part
    for part, link in _texts(line.block):
        if link is not None and link == of:  # broken over lines or not, a link is one
            part = replace(part, text=found.pop().text + part.text)
        elif "".join(part.text.split()) not in squeezed:  # of another line of the same block
            continue
        found.append(part)
        of = link
    return found


def _texts(block: Any) -> Iterator[tuple[Part, int | None]]:
    """Yield the texts in a block, without those of blocks inside it, each with the id of its link, if any."""
    left = _MOST
    above: list[Any] = []
    node = block.child
    while node is not None and left:
        tag = node.tag
        if tag == "-text" and (text := (node.text_content or "").strip(_BLANKS)):
            left -= 1
            link = next((element.mem_id for element in above if element.tag == "a"), None)
            yield Part(text, link is not None, " ".join(map(names, above[: -_LEVELS - 1 : -1]))), link
        if node.child is not None and tag not in _OTHERS:
            above.append(node)
            node = node.child
            continue
        while node.next is None and above:
            node = above.pop()
        node = node.next


def names(node: Any) -> str:
    """Return the class and the id of an element, which say what it is for."""
    attributes = node.attributes
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}".strip()
