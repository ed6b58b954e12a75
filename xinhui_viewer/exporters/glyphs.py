"""Which characters the shipped fonts can print; what they cannot is shown as 〓 and named, never lost silently."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from xinhui_viewer.resources import resource

MISSING = "〓"
# Not for paper: control characters, bidi overrides (they would reorder what is printed), what is not seen.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufe00-\ufe0f\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)


def printable(value: Any, missing: set[str]) -> Any:
    """Return data with every string fit for the fonts; the characters that had to be replaced join ``missing``."""
    if isinstance(value, str):
        return _text(value, missing)
    if isinstance(value, dict):
        return {key: printable(inner, missing) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [printable(inner, missing) for inner in value]
    return value


def is_seen(text: str) -> bool:
    """Tell whether anything of a text would be on paper: PDF/UA allows no empty heading."""
    return bool(_UNSEEN.sub("", text).strip())


def _text(text: str, missing: set[str]) -> str:
    def replaced(match: re.Match[str]) -> str:
        missing.add(match[0])
        return MISSING

    return _without_glyph().sub(replaced, _UNSEEN.sub("", text.replace("\r", "")))


@cache
def _without_glyph() -> re.Pattern[str]:
    ranges = (line.split("-") for line in resource("fonts", "coverage.txt").read_text("utf-8").split())
    kept = "".join(rf"\U{int(first, 16):08x}-\U{int(last, 16):08x}" for first, last in ranges)
    return re.compile(f"[^\\t\\n{kept}]")
