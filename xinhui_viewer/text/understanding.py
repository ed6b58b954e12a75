"""Derive key figures from a text; the version of all that is derived from texts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xinhui_viewer.records import Block, Figure
from xinhui_viewer.text.figures import figures
from xinhui_viewer.text.grid import MOST_CELLS
from xinhui_viewer.text.table_figures import table_figures

# When outlines, figures or their labels come out different, raise this: archives then recompute theirs.
VERSION = 5
_LARGEST = 2**20  # characters of a table
_SENTENCE = 12  # characters of a cell that can state something


def key_figures(body: str, blocks: Sequence[Block]) -> tuple[Figure, ...]:
    """Return the key figures of a bulletin's sentences and tables in order."""
    tables = [(block, table_figures(body, block)) for block in blocks if block.kind == "table"]
    if not tables:
        return figures(body)
    told = [block for block, found in tables if found or _is_data(block)]
    untold = [block for block, found in tables if not found]
    all_ = [figure for figure in figures(_without(body, told)) if _is_stated(figure, body, untold)]
    for _block, found in tables:
        all_ += found
    return tuple(sorted(all_, key=lambda figure: figure.start))


def _is_stated(figure: Figure, body: str, tables: Sequence[Block]) -> bool:
    """Return whether a text states a figure: in a table, a cell of its own does, or one that holds a sentence."""
    if not any(table.start <= figure.start < table.end for table in tables):
        return True
    first, last = figure.start, figure.start + len(figure.text)
    begin = max(body.rfind("\t", 0, first), body.rfind("\n", 0, first)) + 1
    cell = re.split("[\t\n]", body[begin : last + _SENTENCE], maxsplit=1)[0]
    return "\t" not in figure.text and (len(cell) >= _SENTENCE or cell.strip() == figure.text)


def _is_data(table: Block) -> bool:
    """Return whether a table is too large to hold sentences."""
    return not table.rows or table.end - table.start > _LARGEST or sum(map(len, table.rows)) > MOST_CELLS


def _without(body: str, tables: Sequence[Block]) -> str:
    """Return a text with a line of nothing in place of each table, so that its cells are not read as sentences."""
    pieces, at = list[str](), 0
    for table in tables:
        pieces += body[at : table.start], "\0" * (table.end - table.start)
        at = table.end
    return "".join((*pieces, body[at:]))
