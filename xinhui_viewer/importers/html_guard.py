"""A look at the bytes of a page before it is parsed: what would hang the parser is told.

The HTML parser takes minutes for 100,000 nested elements or attributes (measured), so both are counted first.
"""

from __future__ import annotations

import re

_DEEPEST = 2_000
_MOST_ATTRIBUTES = 2_000
_LONG_TAG = re.compile(rb"<[a-zA-Z][^<>]{20000}")
_STRETCH = 10_000
# Elements that never hold others, or that the parser closes by itself: they make no depth.
_FLAT = b"area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|option|tr|td|th|dt|dd"
_TAG = re.compile(rb"<(/?)(?!(?:%b)(?![\w:-]))[a-zA-Z]" % _FLAT, re.IGNORECASE)


def is_parsable(content: bytes) -> bool:
    """Tell whether a page is shallow enough, and its tags short enough, for the parser."""
    return _depth(content) <= _DEEPEST and _attributes(content) <= _MOST_ATTRIBUTES


def _depth(content: bytes) -> int:
    """Return how deep a page is nested; 0 when it has so few tags that they cannot nest too deep."""
    tags = content.count(b"<")
    if tags <= _DEEPEST or tags - content.count(b"</") <= _DEEPEST:
        return 0
    depth = deepest = 0
    for closing in _TAG.findall(content):
        if closing:
            depth = max(depth - 1, 0)
        else:
            depth += 1
            deepest = max(deepest, depth)
    return deepest


def _attributes(content: bytes) -> int:
    """Return how many attributes the longest tag may have.

    A long tag covers one whole stretch of half its length in which no tag begins or ends: only such are looked at.
    """
    most = at = 0
    while at + _STRETCH <= len(content):
        end = at + _STRETCH
        if content.find(b">", at, end) >= 0 or content.find(b"<", at, end) >= 0:
            at = end
            continue
        start = max(content.rfind(b"<", 0, at), 0)
        if _LONG_TAG.match(content, start):
            closed = content.find(b">", end)
            tag = content[start : closed if closed > 0 else len(content)]
            most = max(most, tag.count(b"=") + tag.count(b" "))
        at = content.find(b"<", end) + 1 or len(content)
    return most
