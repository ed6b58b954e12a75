"""Derive key figures from a text; the version of all that is derived from texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from xinhui_viewer.records import Block, Figure, Span
from xinhui_viewer.text.figures import figures
from xinhui_viewer.text.grid import MOST_CELLS
from xinhui_viewer.text.table_figures import grid_figures, table_figures
from xinhui_viewer.text.table_text import text_tables

# When outlines, figures or their labels come out different, raise this: archives then recompute theirs.
VERSION = 6
_LARGEST = 2**20  # characters of a table
_SENTENCE = 12  # characters of a cell that can state something


def key_figures(body: str, blocks: Sequence[Block], title: str = "") -> tuple[Figure, ...]:
    """Return the key figures of a bulletin's sentences and tables in order."""
    found = list(_tables(body, blocks, title))
    if not found:
        return figures(body)
    told = sorted(table.span for table in found if table.is_told)
    untold = [table.span for table in found if not table.figures]
    stated = (figure for figure in figures(_without(body, told)) if _is_stated(figure, body, untold))
    return tuple(sorted([*stated, *chain.from_iterable(table.figures for table in found)], key=_start))


@dataclass(frozen=True, slots=True)
class _Table:
    """The figures of a table; one that is told has no sentences."""

    span: Span
    figures: tuple[Figure, ...]
    is_told: bool


def _tables(body: str, blocks: Sequence[Block], title: str) -> Iterator[_Table]:
    """Yield the tables of a body: those of its blocks, and those with figures among its lines."""
    for block in blocks:
        if block.kind == "table":
            found = table_figures(body, block, title)
            yield _Table((block.start, block.end), found, bool(found) or _is_data(block))
    for table in text_tables(body, blocks):
        if found := grid_figures(body, table, title):
            yield _Table((table.start, table.end), found, is_told=True)


def _start(figure: Figure) -> int:
    return figure.start


def _is_stated(figure: Figure, body: str, tables: Sequence[Span]) -> bool:
    """Return whether a text states a figure: in a table, a cell of its own does, or one that holds a sentence."""
    if not any(start <= figure.start < end for start, end in tables):
        return True
    first, last = figure.start, figure.start + len(figure.text)
    begin = max(body.rfind("\t", 0, first), body.rfind("\n", 0, first)) + 1
    cell = re.split("[\t\n]", body[begin : last + _SENTENCE], maxsplit=1)[0]
    return "\t" not in figure.text and (len(cell) >= _SENTENCE or cell.strip() == figure.text)


def _is_data(table: Block) -> bool:
    """Return whether a table is too large to hold sentences."""
    return not table.rows or table.end - table.start > _LARGEST or sum(map(len, table.rows)) > MOST_CELLS


def _without(body: str, tables: Sequence[Span]) -> str:
    """Return a text with a line of nothing in place of each table, so that its cells are not read as sentences."""
    pieces, at = list[str](), 0
    for start, end in tables:
        pieces += body[at:start], "\0" * (end - start)
        at = end
    return "".join((*pieces, body[at:]))
