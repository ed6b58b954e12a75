"""A look at the bytes of a page before it is parsed: what would hang the parser is told.

The HTML parser takes minutes for 100,000 nested elements or attributes (measured), so both are counted first.
"""

from __future__ import annotations

import re

_DEEPEST = 2_000
_MOST_ATTRIBUTES = 2_000
_LONGEST_TAG = 20_000
_LONG_TAG = re.compile(rb"<[a-zA-Z][^<>]{%d}" % _LONGEST_TAG)
# Elements that never hold others, or that the parser closes by itself: they make no depth.
_FLAT = b"area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|option|tr|td|th|dt|dd"
_TAG = re.compile(rb"<(/?)(?!(?:%b)(?![\w:-]))[a-zA-Z]" % _FLAT, re.IGNORECASE)


def is_parsable(content: bytes) -> bool:
    """Tell whether a page is shallow enough, and its tags short enough, for the parser."""
    return _depth(content) <= _DEEPEST and _attributes(content) <= _MOST_ATTRIBUTES


def _depth(content: bytes) -> int:
    """Return how deep a page is nested, or no less when it has so few tags that they cannot nest too deep."""
    opened = content.count(b"<") - content.count(b"</")
    if opened <= _DEEPEST:
        return opened
    depth = deepest = 0
    for closing in _TAG.findall(content):
        if closing:
            depth = max(depth - 1, 0)
        else:
            depth += 1
            deepest = max(deepest, depth)
    return deepest


def _attributes(content: bytes) -> int:
    most = 0
    for match in _LONG_TAG.finditer(content) if _has_long_tag(content) else ():
        end = content.find(b">", match.start())
        tag = content[match.start() : end if end > 0 else len(content)]
        most = max(most, tag.count(b"=") + tag.count(b" "))
    return most


def _has_long_tag(content: bytes) -> bool:
    """Tell whether there may be a long tag: it covers one whole stretch of half its length, which no tag ends in."""
    stretch = _LONGEST_TAG // 2
    return any(content.find(b">", start, start + stretch) < 0 for start in range(0, len(content) - stretch, stretch))
