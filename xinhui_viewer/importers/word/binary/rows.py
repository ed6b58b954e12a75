"""The shape of a table's row, in the modifiers of the mark that ends it ([MS-DOC], 2.6.3 and 2.9.310)."""

from __future__ import annotations

from xinhui_viewer.importers.word.binary import sprms
from xinhui_viewer.importers.word.binary.bytes import DAMAGE, i16, u16
from xinhui_viewer.importers.word.marked_tables import CellShape, RowShape

_CELL = 20  # bytes of the description of a cell
_JOINED, _CONTINUED, _RESTARTED = 2, 0x20, 0x40
_MERGES = (0, _CONTINUED, 0, _CONTINUED | _RESTARTED)


def row_shape(modifiers: bytes) -> RowShape:
    """Return the shape of a row; without any where it is damaged."""
    edges: list[int] = []
    flags: list[int] = []
    head = False
    try:
        for code, operand in sprms.sprms(modifiers):
            if code == sprms.CELLS and operand:
                edges, flags = _cells(operand)
            elif code == sprms.HEAD_ROW:
                head = operand != b"\0"
            elif code == sprms.VERTICAL_MERGE:
                flags[operand[0]] = flags[operand[0]] & ~(_CONTINUED | _RESTARTED) | _MERGES[operand[1] & 3]
    except DAMAGE:
        return RowShape()
    cells = tuple(
        CellShape(right, bool(one & _JOINED), one & (_CONTINUED | _RESTARTED) == _CONTINUED)
        for right, one in zip(edges[1:], flags, strict=True)
    )
    return RowShape(edges[0] if edges else 0, cells, head)


def _cells(operand: bytes) -> tuple[list[int], list[int]]:
    """Return the edges of a row's cells and the flags of each; descriptions may be fewer than cells."""
    count = operand[0]
    described = operand[1 + 2 * (count + 1) :]
    flags = [u16(described, at) if at + 2 <= len(described) else 0 for at in range(0, _CELL * count, _CELL)]
    return [i16(operand, 1 + 2 * at) for at in range(count + 1)], flags
