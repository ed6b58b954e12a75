"""Single property modifiers: the changes of formatting that a Word 97 file lists ([MS-DOC], 2.2.5 and 2.6)."""

from __future__ import annotations

from collections.abc import Iterator

from xinhui_viewer.importers.word.binary.bytes import u16

# Of characters (2.6.1).
DELETED, SPECIAL, BOLD, HIDDEN = 0x0800, 0x0855, 0x0835, 0x083C
PICTURE, SYMBOL, CHARACTER_STYLE, SIZE, PLAIN = 0x6A03, 0x6A09, 0x4A30, 0x4A43, 0x2A33
# Of paragraphs (2.6.2).
STYLE, IN_TABLE, ROW_END, DEPTH = 0x4600, 0x2416, 0x2417, 0x6649
INNER_CELL, INNER_ROW_END, HUGE, OLD_HUGE = 0x244B, 0x244C, 0x6646, 0x6645
PLACE, OLD_PLACE, LIST_LEVEL, LIST, OUTLINE_LEVEL = 0x2461, 0x2403, 0x260A, 0x460B, 0x2640
# Of tables (2.6.3).
CELLS, HEAD_ROW, VERTICAL_MERGE = 0xD608, 0x3404, 0xD62B

_TABS = 0xC615
_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)  # bytes of the operand by the top three bits; 0: its first byte says


def sprms(modifiers: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield each modifier with its operand; one that reaches beyond the end is the last."""
    at, end = 0, len(modifiers)
    while at + 3 <= end:
        code = u16(modifiers, at)
        at += 2
        size = _SIZES[code >> 13]
        if not size:
            skipped, size = _variable(code, modifiers, at)
            at += skipped
        yield code, modifiers[at : at + size]
        at += size


def _variable(code: int, modifiers: bytes, at: int) -> tuple[int, int]:
    """Return the bytes of the size of an operand, and that size."""
    if code == CELLS:
        return 2, max(u16(modifiers, at) - 1, 0) if at + 2 <= len(modifiers) else 0
    size = modifiers[at]
    if code == _TABS and size == 0xFF and at + 1 < len(modifiers):
        deleted = 2 + 4 * modifiers[at + 1]
        added = modifiers[at + deleted] if at + deleted < len(modifiers) else 0
        return 1, deleted + 3 * added
    return 1, size
