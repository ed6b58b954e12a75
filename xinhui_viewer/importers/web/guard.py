"""Check the bytes of a page before it is parsed, for what would hang the parser.

The HTML parser takes minutes for 100,000 nested elements, attributes or options of a list (measured), so all are
counted first.
"""

from __future__ import annotations

import re

_DEEPEST = 2_000
_MOST_ATTRIBUTES = 2_000
_LONG_TAG = re.compile(rb"(<[a-zA-Z][\w:-]*)[^<>]{20000}")
_STRETCH = 10_000
_MOST_OPTIONS = 2_000
_OPTION = re.compile(rb"</?opt(?:ion|group)\b[^<>]*>", re.IGNORECASE)
# Elements that never hold others, or that the parser closes by itself: they make no depth.
_FLAT = b"area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|option|tr|td|th|dt|dd"
_TAG = re.compile(rb"<(/?)(?!(?:%b)(?![\w:-]))[a-zA-Z]" % _FLAT, re.IGNORECASE)


def is_parsable(content: bytes) -> bool:
    """Return whether a page is shallow enough for the parser."""
    return _depth(content) <= _DEEPEST


def without_bombs(content: bytes) -> bytes:
    """Return a page without tags of thousands of attributes or options, which never hold a part of its text."""
    if content.count(b"<") > _MOST_OPTIONS and content.count(b"<opt") + content.count(b"<OPT") > _MOST_OPTIONS:
        content = _OPTION.sub(b" ", content)
    return _without_long_tags(content)


def _without_long_tags(content: bytes) -> bytes:
    """Return a page in which a tag of thousands of attributes has none; the text stays as it is.

    A long tag covers a whole stretch of half its length in which no tag begins or ends: only those are examined.
    """
    pieces: list[bytes] = []
    kept = at = 0
    while at + _STRETCH <= len(content):
        end = at + _STRETCH
        if content.find(b">", at, end) >= 0 or content.find(b"<", at, end) >= 0:
            at = end
            continue
        tag = _LONG_TAG.match(content, max(content.rfind(b"<", 0, at), 0))
        if tag:
            closed = content.find(b">", end)
            closed = closed if closed > 0 else len(content)
            if content.count(b"=", tag.start(), closed) + content.count(b" ", tag.start(), closed) > _MOST_ATTRIBUTES:
                pieces.append(content[kept : tag.end(1)])
                kept = closed
        at = content.find(b"<", end) + 1 or len(content)
    return b"".join((*pieces, content[kept:])) if pieces else content


def _depth(content: bytes) -> int:
    """Return the nesting depth of a page; 0 when it has too few tags to be nested too deep."""
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
