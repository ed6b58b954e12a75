"""Find the lead over a text in an element that is named as an abstract (daodu, summary): most repeat the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.prose.prose import prose

_NAMED = re.compile(r"(?i)(?:^|[^a-z])(?:summary|abstract|digest|zhai_?yao|dao_?du|lead)(?![a-z])")
_WITHIN, _AROUND = 6, 3  # lines below the title, elements around a line
_PIECE = 12  # characters of a lead that stand in the text again, where it is an abstract of it
_ENTRY = 8  # characters of a link that may be the title of another page


def leads(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the orders of the lines of a lead: sentences right below the title that the page prints only once."""
    for at, line in enumerate(lines[:_WITHIN]):
        if line.linked >= _ENTRY:
            return
        if _is_named(line):
            if not line.linked and prose(line) and not _is_again(line, lines[at + 1 :]):
                yield line.order
        elif prose(line):
            return


def _is_named(line: Line) -> bool:
    """Return whether a line stands in an element that is named as an abstract."""
    node = line.block
    for _ in range(_AROUND):
        if node is None or node.tag == "body":
            return False
        attributes = node.attributes
        if _NAMED.search(f"{attributes.get('class') or ''} {attributes.get('id') or ''}"):
            return True
        node = node.parent
    return False


def _is_again(line: Line, below: Sequence[Line]) -> bool:
    """Return whether some piece of a line stands below it again."""
    text = line.text
    pieces = [text[at : at + _PIECE] for at in range(0, max(len(text) - _PIECE, 1), _PIECE)]
    return any(piece in other.text for other in below for piece in pieces)
