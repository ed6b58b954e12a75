"""Distinguish text from other bytes, such as a picture under the name of a text."""

from __future__ import annotations

import re

from xinhui_viewer.importers.encoding import Decoded

BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_MARKUP = re.compile(rb"(?i)<(?:!doctype\s+html|html|head|body|meta|title|script|div|p|table|h[1-6]|article)\b")
_TEXT_ENDINGS = (".html", ".htm", ".shtml", ".xhtml", ".txt", ".text")
_MOST_ZEROS = 1 / 20  # in UTF-8 and the codes of eight bits
_SAMPLE = 100_000
_ASCII = ("utf-8", "gb18030", "big5hkscs")  # encodings in which a control byte is a control character
_CONTROLS = bytes((*range(9), 11, *range(14, 32)))
# Of random bytes an eighth decode to control characters and a tenth to nothing (measured); texts have next to none.
_MOST_CONTROLS, _MOST_BAD = 0.10, 0.05


def is_text(read: Decoded, content: bytes) -> bool:
    """Return whether bytes are text, by the share of control characters and of invalid bytes."""
    sample = content[:_SAMPLE] if read.encoding in _ASCII else read.text[:_SAMPLE].encode("utf-8", "replace")
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls <= _MOST_CONTROLS * len(sample) and read.bad <= _MOST_BAD * len(read.text)


def is_named_as_text(name: str) -> bool:
    """Return whether a name is that of a page or a text: other bytes under it are a site's substitute."""
    return name.lower().endswith(_TEXT_ENDINGS)


def has_markup(head: bytes) -> bool:
    """Return whether the first bytes of a file hold an element of HTML."""
    return _MARKUP.search(head) is not None


def may_be_text(head: bytes) -> bool:
    """Return whether a file may be text, by its first bytes."""
    return head.startswith(BOMS) or head.count(b"\0") < _MOST_ZEROS * max(len(head), 1)
