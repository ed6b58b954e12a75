"""The text of a page that is nested too deep to be parsed: its tags are passed over in one go, nothing is lost."""

from __future__ import annotations

import re
from html import unescape

from xinhui_viewer.importers.finish import Fields, Piece
from xinhui_viewer.importers.furniture import is_furniture, meta_line

_HIDDEN = re.compile(r"<(script|style|noscript)\b[^>]*>.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL)
_TITLE = re.compile(r"<title[^>]*>([^<]{0,500})", re.IGNORECASE)
_INLINE = re.compile(r"</?(?:a|b|i|u|em|strong|span|font|sup|sub|small|big|label)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z/!?][^>]*>?")


def read_flat(text: str) -> tuple[Fields, list[Piece]]:
    """Return the title, what the line of source and date says, and every other line of text as a paragraph."""
    title = _TITLE.search(text)
    bare = _TAG.sub("\n", _INLINE.sub("", _HIDDEN.sub("\n", text)))
    lines = [line for line in (" ".join(unescape(raw).split()) for raw in bare.split("\n")) if line]
    meta = next((found for line in lines[:40] if (found := meta_line(line))), None)
    fields = Fields(
        title=" ".join(unescape(title[1]).split()) if title else "",
        published=meta.published if meta else None,
        source=meta.source if meta else "",
    )
    kept = (line for line in lines if line != fields.title and not is_furniture(line) and meta_line(line) is None)
    return fields, [Piece("paragraph", line) for line in kept]
