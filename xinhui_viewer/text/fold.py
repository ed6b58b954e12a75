"""Fold text for index, query and highlighting: texts that look or read the same become the same.

Compatibility forms (NFKC), upper case, traditional, variant (濶 阔) and invisible characters are folded. Almost
every character of a Chinese text folds to one character, by one table; only the rest is normalised piece by
piece, so that every folded character knows where it stood.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from xinhui_viewer.records import Span
from xinhui_viewer.resources import resource

_INVISIBLE = (
    *(0x00AD, 0x061C, 0x180E, 0xFEFF),
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    *range(0xFE00, 0xFE10),
    *range(0xE0100, 0xE01F0),
)
# Folded by the table alone: ASCII, the usual punctuation, CJK ideographs. "…" would become three full stops; it stays.
_PLAIN = "\x00-\x7f\u00b7\u2013-\u201f\u2022\u2026\u3001-\u3017\u3400-\u4dbf\u4e00-\u9fff"
INVISIBLE = f"[{re.escape(''.join(map(chr, _INVISIBLE)))}]"  # they are folded to nothing
_MARKS = "\u0300-\u036f\u0483-\u0489\u20d0-\u20ff\u3099\u309a\uff9e\uff9f\ufe20-\ufe2f"
_SPECIAL = re.compile(f"[^{_PLAIN}]")
_PIECE = re.compile(f"(?s).[{_MARKS}]+|[^{_PLAIN}]")
# The signs that nearly every text has, and their folded forms: replacing them takes a fifth of the table's time.
_PUNCTUATION = tuple(zip("，：；（）！？\u3000", ",:;()!? ", strict=True))
_UNCLEAN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text that knows where each of its characters stood in the original."""

    text: str
    starts: Sequence[int] = ()
    ends: Sequence[int] = ()

    def span(self, start: int, end: int) -> Span:
        """Return the span of the original that a span of the folded text came from."""
        if not self.starts or start >= end:
            return start, end
        return self.starts[start], self.ends[end - 1]


# Meaningless characters around a line: blanks of any width, and zero-width ones.
BLANKS = " \t\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u3000\ufeff"


def fold(text: str) -> str:
    """Return ``text`` folded; folding it again changes nothing."""
    plain = _one_for_one(text)
    return _PIECE.sub(_folded_piece, plain) if _SPECIAL.search(plain) else plain


def folded(text: str) -> Folded:
    """Return ``text`` folded, with the map back to its own offsets."""
    plain = _one_for_one(text)
    if not _SPECIAL.search(plain):
        return Folded(plain)
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    copied = 0
    for piece in _PIECE.finditer(plain):
        start, end = piece.span()
        new = _folded_piece(piece)
        parts += plain[copied:start], new
        starts += range(copied, start)
        starts += [start] * len(new)
        ends += range(copied + 1, start + 1)
        ends += [end] * len(new)
        copied = end
    parts.append(plain[copied:])
    starts += range(copied, len(plain))
    ends += range(copied + 1, len(plain) + 1)
    return Folded("".join(parts), starts, ends)


def clean(text: str) -> str:
    """Return ``text`` without NUL, control characters and lone surrogates, which no archive can hold; CR becomes LF."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.isprintable() else _UNCLEAN.sub("", text)


def _one_for_one(text: str) -> str:
    """Return ``text`` folded by the table; few of its characters are among the 4,600 there, mostly punctuation."""
    for wide, narrow in _PUNCTUATION:
        text = text.replace(wide, narrow)
    return text.translate(_table()) if _in_table().search(text) else text


def _folded_piece(piece: re.Match[str]) -> str:
    text = piece[0]
    if ord(text[0]) in _INVISIBLE:
        return ""
    new = unicodedata.normalize("NFKC", text).lower().translate(_table())
    return unicodedata.normalize("NFKC", new)


@cache
def _in_table() -> re.Pattern[str]:
    """Return a pattern for the characters of the table, or any beyond U+FFFF: a list of those would be slow."""
    written = "".join(chr(sign) for sign in _table() if sign < 0x10000)
    return re.compile(f"[{re.escape(written)}\U00010000-\U0010ffff]")


@cache
def _table() -> dict[int, int]:
    """Return the characters that fold to one other: traditional, full-width and upper-case forms, blanks."""
    table: dict[int, int] = {}
    for name in ("variants.txt", "simplified.txt"):
        written, usual = resource("han", name).read_text("utf-8").split("\n")[:2]
        table.update(zip(map(ord, written), map(ord, usual.translate(table)), strict=True))
    table.update({wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)})
    table.update({wide: wide - 0xFEC0 for wide in range(0xFF21, 0xFF3B)})
    table.update({upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)})
    table.update(dict.fromkeys((0x00A0, 0x2002, 0x2003, 0x2009, 0x202F, 0x3000), ord(" ")))
    return table
