"""Replace characters that Qt would take for its own, or that would be invisible, by ones that can be shown."""

from __future__ import annotations

import re

# One character for one, so that offsets stay. What Qt takes for the end of a block or the edge of a frame becomes a
# blank; invisible characters, and those that reverse the order of the text, are made visible.
_SHOWN = str.maketrans(
    {sign: " " for sign in "\r\v\f\x85\u2028\u2029\ufdd0\ufdd1\ufffc\x00"}
    | {sign: "◇" for sign in "\u200b\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}
)
_HIDDEN = re.compile(f"[{''.join(map(chr, _SHOWN))}]")


def shown(text: str) -> str:
    """Return ``text`` as it is shown; its length does not change."""
    return text.translate(_SHOWN) if hides(text) else text


def hides(text: str) -> bool:
    """Return whether ``text`` has characters that are shown as others."""
    return _HIDDEN.search(text) is not None
