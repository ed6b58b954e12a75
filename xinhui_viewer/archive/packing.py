"""Compact forms of blocks, sections and files: JSON lists without names or trailing defaults, and zlib."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from typing import Any

from xinhui_viewer.records import Block, BlockKind, Cell, Figure, Ground, Section

_LETTERS: dict[BlockKind, str] = {"paragraph": "p", "heading": "h", "table": "t", "image": "i"}
_KINDS = {letter: kind for kind, letter in _LETTERS.items()}
# Default values, which a list may leave off at its end.
_BLOCK: tuple[Any, ...] = ("p", 0, 0, 0, 0, [], "")
_CELL = ("", 1, 1, 0)


def packed_blocks(blocks: Sequence[Block]) -> str:
    """Return blocks as compact JSON."""
    return packed(
        [
            _short(
                [
                    _LETTERS[block.kind],
                    block.start,
                    block.end,
                    block.level,
                    int(block.bold),
                    [list(map(_packed_cell, row)) for row in block.rows],
                    block.image,
                ],
                _BLOCK,
            )
            for block in blocks
        ]
    )


def blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks packed by ``packed_blocks``."""
    return tuple(_block(*item) for item in json.loads(text))


def packed_sections(sections: Sequence[Section]) -> str:
    """Return sections as compact JSON."""
    return packed([[s.level, s.heading, s.start, s.heading_end, s.end, s.marker, int(s.inferred)] for s in sections])


def sections(text: str) -> tuple[Section, ...]:
    """Return the sections packed by ``packed_sections``."""
    return tuple(
        Section(level, heading, start, heading_end, end, marker, bool(inferred))
        for level, heading, start, heading_end, end, marker, inferred in json.loads(text)
    )


def figures(text: str) -> tuple[Figure, ...]:
    """Return the figures of an attachment, which are packed as the rows of a bulletin's figures."""
    return tuple(
        Figure(said, start, label, value, unit, kind, approx, value_max, period, (first, last))
        for _n, said, start, label, value, unit, kind, approx, value_max, period, first, last in json.loads(text)
    )


def packed_grounds(grounds: Sequence[Ground]) -> str:
    """Return grounds as compact JSON, by fact."""
    return packed({ground.fact: [ground.where, int(ground.sure)] for ground in grounds})


def grounds(text: str) -> tuple[Ground, ...]:
    """Return the grounds packed by ``packed_grounds``."""
    return tuple(Ground(fact, where, bool(sure)) for fact, (where, sure) in json.loads(text).items())


def warnings(text: str) -> tuple[str, ...]:
    """Return warnings packed by ``packed``."""
    return tuple(json.loads(text))


def packed(value: object) -> str:
    """Return a value as JSON without superfluous characters."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def deflated(content: bytes) -> tuple[str, bytes]:
    """Return the name of the encoding and the encoded content: zlib where that saves anything."""
    small = zlib.compress(content, 6)
    return ("zlib", small) if len(small) < len(content) else ("none", content)


def inflated(encoding: str, content: bytes) -> bytes:
    """Return the content that ``deflated`` encoded."""
    return zlib.decompress(content) if encoding == "zlib" else content


def _packed_cell(cell: Cell) -> list[Any]:
    if cell.rows == 1 and cell.fields == 1 and not cell.head and cell.text:  # as nearly all of a large table are
        return [cell.text]
    return _short([cell.text, cell.rows, cell.fields, int(cell.head)], _CELL)


def _short(values: list[Any], defaults: tuple[Any, ...]) -> list[Any]:
    while values and values[-1] == defaults[len(values) - 1]:
        values.pop()
    return values


def _block(
    kind: str = "p",
    start: int = 0,
    end: int = 0,
    level: int = 0,
    bold: int = 0,
    rows: Sequence[Sequence[Sequence[Any]]] = (),
    image: str = "",
) -> Block:
    cells = tuple(tuple(_cell(*cell) for cell in row) for row in rows)
    return Block(_KINDS[kind], start, end, level, bool(bold), cells, image)


def _cell(text: str = "", rows: int = 1, fields: int = 1, head: int = 0) -> Cell:
    return Cell(text, rows, fields, bool(head))
