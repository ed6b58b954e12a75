"""Make a draft of a file's pieces: texts are cleaned, offsets counted and sections found here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from xinhui_viewer.facts import Facts, Value
from xinhui_viewer.records import Attachment, Block, BlockKind, Cell, Draft, Ground, Link
from xinhui_viewer.text.blanks import closed_title, closed_up
from xinhui_viewer.text.fold import BLANKS, clean
from xinhui_viewer.text.outline import outline
from xinhui_viewer.text.understanding import key_figures

_LONGEST_SPREAD = 60  # characters of a line whose letters may be spread


@dataclass(frozen=True, slots=True)
class Piece:
    """A block with the file's marks, before its place in the body is known.

    A table has ``rows``; one too large for them has its text, with tabs and line ends between the cells.
    """

    kind: BlockKind
    text: str
    level: int = 0
    bold: bool = False
    rows: tuple[tuple[Cell, ...], ...] = ()
    image: str = ""


def draft(
    importer: str,
    facts: Facts,
    pieces: Iterable[Piece],
    warnings: Iterable[str] = (),
    attachments: tuple[Attachment, ...] = (),
    linked: tuple[Link, ...] = (),
    grounds: tuple[Ground, ...] = (),
    passed_over: str = "",
    called: str = "",
    place: str = "",
    *,
    derived: bool = True,
) -> Draft:
    """Return the draft of a file: its body is the pieces' texts joined by newlines, its sections and figures found.

    They are not looked for where nothing is to be ``derived``: for a page that will not be kept.
    """
    body, blocks = _body(pieces)
    return Draft(
        cleaned(facts),
        body,
        blocks,
        importer,
        sections=outline(body, blocks) if derived else (),
        figures=key_figures(body, blocks, facts.title) if derived else (),
        attachments=attachments,
        linked=linked,
        warnings=tuple(warnings),
        grounds=grounds,
        passed_over=passed_over,
        called=_line(called),
        place=_line(place),
    )


def cleaned(facts: Facts) -> Facts:
    """Return facts with each text clean, on one line and closed up, and paths without empty steps."""
    given = {field.name: value for field in fields(facts) if (value := getattr(facts, field.name))}
    cleaned = {name: _fact(value) for name, value in given.items()}
    return replace(facts, **cleaned | {"title": closed_title(cleaned.get("title", ""))})


def _fact(value: Value) -> Any:
    if isinstance(value, tuple):
        return tuple(step for step in map(_line, value) if step)
    return _line(value) if isinstance(value, str) else value


def _body(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    texts: list[str] = []
    blocks: list[Block] = []
    start = 0
    for piece in pieces:
        rows = tuple(tuple(map(_cell, row)) for row in piece.rows)
        text = _table(rows) if rows else clean(piece.text) if piece.kind == "table" else _line(piece.text)
        if not text and piece.kind != "image":
            continue
        end = start + len(text)
        blocks.append(Block(piece.kind, start, end, piece.level, piece.bold, rows, piece.image))
        texts.append(text)
        start = end + 1
    return "\n".join(texts), tuple(blocks)


def _table(rows: tuple[tuple[Cell, ...], ...]) -> str:
    return "\n".join("\t".join([cell.text for cell in row]) for row in rows)


def _cell(cell: Cell) -> Cell:
    """Return a cell with its text as it will be; most of a large table are numbers and words, which stay."""
    text = cell.text
    if text.isalnum() or (text.isascii() and text.isprintable() and " " not in text):
        return cell
    cleaned = _line(text)
    return cell if cleaned == text else replace(cell, text=cleaned)


def _line(text: str) -> str:
    """Return a text cleaned and stripped, on one line; the spread letters of a short one are closed up (总　则)."""
    text = clean(text).replace("\n", " ").strip(BLANKS)
    return closed_up(text) if len(text) <= _LONGEST_SPREAD else text
