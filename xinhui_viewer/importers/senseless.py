"""Letters that make no sense: bytes of a damaged file, read as text, have letters of all scripts side by side."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

_RARE = re.compile(r"[^\0-\u024f\u02b0-\u04ff\u2000-\u2bff\u2e80-\u33ff\u4e00-\u9fff\uac00-\ud7a3\uf900-\uffef]+")
_LEAST = 8  # pairs: a list of the names of languages has none, a table of signs few


def has_senseless(text: str) -> bool:
    """Return whether a text has many pairs of letters that stand for nothing, or are of two scripts that no text mixes.

    A text in a rare script has neighbours of that script; bytes that were taken for UTF-16 have those of any.
    """
    count = 0
    for found in _RARE.finditer(text):
        around = text[max(found.start() - 1, 0) : found.end() + 1]
        count += sum(_is_senseless(one, other) for one, other in pairwise(around))
        if count >= _LEAST:
            return True
    return False


def _is_senseless(one: str, other: str) -> bool:
    """Return whether two signs never stand side by side."""
    kinds = unicodedata.category(one), unicodedata.category(other)
    if "Cs" in kinds or ("Cn" in kinds and max(one, other) <= "\uffff"):
        return True
    if not all(kind[0] in "LM" for kind in kinds):
        return False
    blocks = ord(one) >> 8, ord(other) >> 8
    return min(ord(one), ord(other)) > 0x4FF and abs(blocks[0] - blocks[1]) > 1 and not _is_han(one, other)


def _is_han(one: str, other: str) -> bool:
    """Return whether both are Han: rare ones stand beside any."""
    return all("\u3400" <= sign <= "\u9fff" or sign >= "\U00020000" for sign in (one, other))
