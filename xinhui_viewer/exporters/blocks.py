"""A body in its blocks, nothing of it left out: what every export of a whole text walks over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xinhui_viewer.records import Block


def whole(body: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks and, as paragraphs, what of the body none of them covers."""
    at = 0
    for block in sorted(blocks, key=lambda one: (one.start, one.end)):
        if block.start < at:
            block = Block("paragraph", at, max(at, block.end))
        if at < block.start:
            yield Block("paragraph", at, block.start)
        yield block
        at = max(at, block.end)
    if at < len(body):
        yield Block("paragraph", at, len(body))
