"""Derive key figures from a text; the version of all that is derived from texts."""

from __future__ import annotations

from collections.abc import Sequence

from xinhui_viewer.records import Block, Figure
from xinhui_viewer.text.figures import figures
from xinhui_viewer.text.table_figures import table_figures

# When outlines, figures or their labels come out different, raise this: archives then recompute theirs.
VERSION = 2


def key_figures(body: str, blocks: Sequence[Block]) -> tuple[Figure, ...]:
    """Return the key figures of a bulletin's sentences and tables in order."""
    found = figures(body)
    tables = [(block, table_figures(body, block)) for block in blocks if block.kind == "table"]
    for block, told in tables:
        if told:  # else its cells would be read as sentences
            found = (*(figure for figure in found if not block.start <= figure.start < block.end), *told)
    return tuple(sorted(found, key=lambda figure: figure.start)) if tables else found
