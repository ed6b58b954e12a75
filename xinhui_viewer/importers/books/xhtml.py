"""The text of a chapter's XHTML, and whether a part of it is missing."""

from __future__ import annotations

import re

from xinhui_viewer.importers.encoding import Decoded, decoded, stated
from xinhui_viewer.importers.legible import BOMS

_DECLARED = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w-]{2,20})["']""")
_END = re.compile(rb"</(?:\w+:)?(?:html|body)\s*>", re.IGNORECASE)
_HEAD = 200  # bytes that may declare an encoding
_UTF8 = (b"utf-8", b"utf8")


def text_of(content: bytes) -> Decoded:
    """Return the text of a chapter: in UTF-8 where it declares no other encoding (XML 1.0, 4.3.3)."""
    found = _DECLARED.search(content[:_HEAD])
    if content.startswith(BOMS) or (found is not None and found[1].lower() not in _UTF8):
        return decoded(content)
    return stated(content, "utf-8")


def is_cut(content: bytes) -> bool:
    """Return whether a chapter ends too early: neither its text nor the whole of it is closed."""
    return _END.search(content) is None
