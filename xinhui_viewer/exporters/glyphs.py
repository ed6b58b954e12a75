"""Characters that can be printed; one that no font has is shown as 〓 and named, never lost silently."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cache
from typing import Any

from xinhui_viewer.resources import resource

MISSING = "〓"
# Not for paper: control characters, bidi overrides (they would reorder what is printed), invisible ones.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufe00-\ufe0f\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)


def unprintable(value: Any) -> frozenset[str]:
    """Return the characters in any string of the data that our fonts do not have."""
    found: set[str] = set()
    for text in _strings(value):
        found.update(_without_glyph().findall(_UNSEEN.sub("", text)))
    return frozenset(found - {"\r"})


def printable(value: Any, missing: Set[str]) -> Any:
    """Return data with every string fit for paper: ``missing`` are the characters that 〓 stands for."""
    if isinstance(value, str):
        seen = _UNSEEN.sub("", value.replace("\r", ""))
        return "".join(MISSING if one in missing else one for one in seen) if missing else seen
    if isinstance(value, dict):
        return {key: printable(inner, missing) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [printable(inner, missing) for inner in value]
    return value


def is_seen(text: str) -> bool:
    """Return whether a text has a visible character: PDF/UA allows no empty heading."""
    return bool(_UNSEEN.sub("", text).strip())


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)


@cache
def _without_glyph() -> re.Pattern[str]:
    ranges = (line.split("-") for line in resource("fonts", "coverage.txt").read_text("utf-8").split())
    kept = "".join(rf"\U{int(first, 16):08x}-\U{int(last, 16):08x}" for first, last in ranges)
    return re.compile(f"[^\\t\\n{kept}]")
