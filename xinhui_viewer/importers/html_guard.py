"""A look at the bytes of a page before it is parsed: what would hang the parser is told.

The HTML parser takes minutes for 100,000 nested elements or attributes (measured), so both are counted first.
"""

from __future__ import annotations

import re

_DEEPEST = 2_000
_MOST_ATTRIBUTES = 2_000
_TAG = re.compile(rb"<(/?)([a-zA-Z][\w:-]*)")
_LONG_TAG = re.compile(rb"<[a-zA-Z][^<>]{20000}")
# Elements that never hold others, or that the parser closes by itself: they make no depth.
_FLAT = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li option tr td th dt dd".split()
)


def is_parsable(content: bytes) -> bool:
    """Tell whether a page is shallow enough, and its tags short enough, for the parser."""
    return _depth(content) <= _DEEPEST and _attributes(content) <= _MOST_ATTRIBUTES


def _depth(content: bytes) -> int:
    depth = deepest = 0
    for match in _TAG.finditer(content):
        closing, tag = match.groups()
        if tag.lower() in _FLAT:
            continue
        depth = max(depth - 1, 0) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _attributes(content: bytes) -> int:
    most = 0
    for match in _LONG_TAG.finditer(content):
        end = content.find(b">", match.start())
        tag = content[match.start() : end if end > 0 else len(content)]
        most = max(most, tag.count(b"=") + tag.count(b" "))
    return most
