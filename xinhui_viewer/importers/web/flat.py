"""Read a page that is nested too deep to be parsed: its tags are stripped, no text is lost."""

from __future__ import annotations

import re
from html import unescape

from xinhui_viewer.facts import Facts
from xinhui_viewer.importers.finish import Piece
from xinhui_viewer.importers.furniture import MetaLine, is_furniture, meta_line
from xinhui_viewer.text.blanks import one_line

_HEAD = 40  # lines in which source and date are searched
_END = "\0"  # of a line
_HIDDEN = re.compile(r"<(script|style|noscript)\b[^>]*>.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL)
_TITLE = re.compile(r"<title[^>]*>([^<]{0,500})", re.IGNORECASE)
_INLINE = re.compile(r"</?(?:a|b|i|u|em|strong|span|font|sup|sub|small|big|label)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z/!?][^>]*>?")


def read_flat(text: str) -> tuple[Facts, list[Piece]]:
    """Return the title, source and date, and every other line of text as a paragraph."""
    found = _TITLE.search(text)
    title = _solid(found[1]) if found else ""
    lines = _lines(text)
    meta = next(filter(None, map(meta_line, lines[:_HEAD])), MetaLine())
    kept = (line for line in lines if line != title and not is_furniture(line) and meta_line(line) is None)
    facts = Facts(title=title, published=meta.published, source=meta.source)
    return facts, [Piece("paragraph", line) for line in kept]


def _lines(text: str) -> list[str]:
    """Return the non-empty lines, without tags and hidden text; inline elements and source lines end none."""
    bare = _TAG.sub(_END, _INLINE.sub("", _HIDDEN.sub(_END, text)))
    return list(filter(None, map(_solid, bare.split(_END))))


def _solid(text: str) -> str:
    return " ".join(one_line(unescape(text).strip()).split())
