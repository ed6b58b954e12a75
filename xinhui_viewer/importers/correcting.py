"""Apply what the user has put right to a draft: facts, and the text, whose unchanged lines keep the file's marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from difflib import SequenceMatcher
from itertools import groupby

from xinhui_viewer.facts import Facts
from xinhui_viewer.importers.finish import Piece, cleaned, draft
from xinhui_viewer.records import BODY, Block, Cell, Draft, Ground

_MOST = 4_000_000  # pairs of lines that are compared: half a second


def corrected(read: Draft, facts: Facts, text: str | None = None) -> Draft:
    """Return a draft with the user's facts, and with the user's text unless that is None; grounds mark what is new."""
    facts = cleaned(facts)
    changed = [one.name for one in fields(facts) if getattr(facts, one.name) != getattr(read.facts, one.name)]
    if text is not None:
        made = draft(read.importer, facts, _pieces(read, text))
        read = replace(read, body=made.body, blocks=made.blocks, sections=made.sections, figures=made.figures)
        changed.append(BODY)
    kept = (ground for ground in read.grounds if ground.fact not in changed)
    return replace(read, facts=facts, grounds=(*kept, *(Ground(name, "user", sure=True) for name in changed)))


def editable(read: Draft) -> str:
    """Return the text of a draft as the user edits it: its body without the empty lines of pictures."""
    return "\n".join(line for line, _number in _lines(read))


def _lines(read: Draft) -> list[tuple[str, int]]:
    """Return the lines of a draft's text, each with the number of its block."""
    told = ((number, read.body[block.start : block.end]) for number, block in enumerate(read.blocks))
    return [(line, number) for number, text in told if text for line in text.split("\n")]


def _pieces(read: Draft, text: str) -> Iterator[Piece]:
    """Yield the pieces of an edited text: blocks that stand in it as they were, and its new lines.

    Pictures stay before the next block that does; lines with tabs are rows of a table.
    """
    lines = text.split("\n")
    at = pictures = 0
    for start, number, count in (*_standing(read, lines), (len(lines), len(read.blocks), 0)):
        yield from _new(lines[at:start])
        for block in read.blocks[pictures:number]:
            if block.kind == "image":
                yield Piece("image", "", image=block.image)
        if count:
            yield _piece(read, read.blocks[number])
        at, pictures = start + count, number + 1


def _standing(read: Draft, lines: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield each block all of whose lines still stand: its first line, its number, how many lines it has."""
    old = _lines(read)
    before = [line for line, _number in old]
    sizes = [0] * len(read.blocks)
    for _line, number in old:
        sizes[number] += 1
    for first, now, count in _same(before, lines):
        at = first
        while at < first + count:
            number = old[at][1]
            size = sizes[number]
            if (at == 0 or old[at - 1][1] != number) and at + size <= first + count:
                yield now + at - first, number, size
                at += size
            else:
                at += 1


def _same(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield the runs of lines that two texts share, in order: where each starts in both, and its length."""
    shortest = min(len(before), len(after))
    head = next((n for n in range(shortest) if before[n] != after[n]), shortest)
    tail = next((n for n in range(shortest - head) if before[-1 - n] != after[-1 - n]), shortest - head)
    yield 0, 0, head
    inner, new = before[head : len(before) - tail], after[head : len(after) - tail]
    if len(inner) * len(new) <= _MOST:
        for match in SequenceMatcher(None, inner, new, autojunk=False).get_matching_blocks():
            yield head + match.a, head + match.b, match.size
    yield len(before) - tail, len(after) - tail, tail


def _piece(read: Draft, block: Block) -> Piece:
    text = read.body[block.start : block.end]
    return Piece(block.kind, text, block.level, block.bold, block.rows, block.image)


def _new(lines: Sequence[str]) -> Iterator[Piece]:
    """Yield the pieces of lines that the user wrote; those with tabs, as a spreadsheet copies them, are a table."""
    for tabbed, group in groupby(lines, lambda line: "\t" in line):
        if tabbed:
            yield Piece("table", "", rows=tuple(tuple(map(Cell, line.split("\t"))) for line in group))
        else:
            yield from (Piece("paragraph", line) for line in group)
