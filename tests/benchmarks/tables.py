"""Print drawn cells of tables and what is read from them, for a reader to judge by eye.

usage: python -m tests.benchmarks.tables [--cells N] [--seed N] [--words] PATH…
PATHs are files, or folders of files. N number cells (100), none of them of a field 序号, are drawn, as many from each
file as it can give; each is printed beside the head of its table, its row and the name of the row above, with the
figure that is read from it, or "none". --words draws from cells that hold digits and words, too: codes, days, ordinals.
"""

from __future__ import annotations

import argparse
import logging
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from pathlib import Path

from xinhui_viewer.errors import UserError
from xinhui_viewer.importers import read
from xinhui_viewer.records import Figure
from xinhui_viewer.text.figure_text import NUMBER
from xinhui_viewer.text.grid import Grid, Placed, grid
from xinhui_viewer.text.table_figures import MOST_CELLS
from xinhui_viewer.text.table_text import text_tables
from xinhui_viewer.text.table_words import SERIAL
from xinhui_viewer.text.understanding import key_figures

_HEAD, _WIDE = 4, 130  # rows of a table and characters of a line that are printed


@dataclass(frozen=True, slots=True)
class Drawn:
    """A cell of a table of a text, and the figure that is read from it, if any."""

    place: str
    body: str
    table: Grid
    cell: Placed
    figure: Figure | None


def main() -> None:
    """Draw cells of the tables in files, and print them table by table."""
    logging.disable(logging.CRITICAL)
    parser = argparse.ArgumentParser()
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--cells", type=int, default=100)
    parser.add_argument("--seed", type=int, default=16)
    parser.add_argument("--words", action="store_true")
    asked = parser.parse_args()
    found = chain.from_iterable(sorted(path.rglob("*")) if path.is_dir() else (path,) for path in asked.paths)
    files = [path for path in found if path.is_file()]
    drawn = _drawn([list(_cells(path, words=asked.words)) for path in files], asked.cells, random.Random(asked.seed))
    print("\n".join(_printed(drawn)))


def _cells(path: Path, *, words: bool) -> Iterator[Drawn]:
    """Yield the number cells of all tables of a file."""
    try:
        _original, drafts = read(path)
    except UserError:
        return
    for draft in drafts:
        figures = {figure.start: figure for figure in key_figures(draft.body, draft.blocks, draft.facts.title)}
        blocks = (block for block in draft.blocks if block.kind == "table")
        placed = (grid(draft.body, block, MOST_CELLS) for block in blocks)
        for table in (*filter(None, placed), *text_tables(draft.body, draft.blocks)):
            for cell, start in _numbers(table.cells, words=words):
                yield Drawn(f"{path.name} | {draft.facts.title}", draft.body, table, cell, figures.get(start))


def _numbers(cells: Sequence[Placed], *, words: bool) -> Iterator[tuple[Placed, int]]:
    """Yield the cells with numbers, and where these begin."""
    serial = {cell.field for cell in cells if not cell.row and SERIAL.fullmatch(cell.text.strip())}
    for cell in cells:
        text = cell.text.strip()
        counts = NUMBER.fullmatch(text) is not None or (words and re.search(r"\d", text) is not None)
        if counts and cell.field not in serial:
            yield cell, cell.start + cell.text.index(text)


def _drawn(files: Sequence[list[Drawn]], most: int, chance: random.Random) -> list[Drawn]:
    """Return cells drawn in turn from each file, in the order of their tables."""
    for cells in files:
        chance.shuffle(cells)
    turns = (cell for turn in zip_longest(*files) for cell in turn if cell is not None)
    return sorted(
        (cell for cell, _number in zip(turns, range(most), strict=False)), key=lambda one: (one.place, one.cell.start)
    )


def _printed(drawn: Sequence[Drawn]) -> Iterator[str]:
    before: tuple[str, int] = ("", -1)
    for number, one in enumerate(drawn, 1):
        if (one.place, one.table.start) != before:
            before = (one.place, one.table.start)
            yield f"\n== {one.place}"
            yield from (
                "   ^ " + line[:_WIDE] for line in one.body[: one.table.start].rstrip("\n").split("\n")[-3:] if line
            )
            rows = one.body[one.table.start : one.table.end].split("\n")
            yield from ("   | " + _line(row) for row in rows[:_HEAD])
        yield from _printed_cell(number, one)


def _printed_cell(number: int, one: Drawn) -> Iterator[str]:
    first = one.body.rfind("\n", 0, one.cell.start) + 1
    last = one.body.find("\n", one.cell.start)
    end = one.cell.start + len(one.cell.text)
    row = f"{one.body[first : one.cell.start]}【{one.cell.text}】{one.body[end : last if last >= 0 else None]}"
    above = one.body[one.body.rfind("\n", 0, max(first - 1, 0)) + 1 : first]
    yield f" {number:3} row {one.cell.row} field {one.cell.field}: {_line(row)}   (above: {above[:40].strip()!r})"
    figure = one.figure
    if figure is None:
        yield "     -> none"
    else:
        told = f"{figure.label} | {figure.value:.12g} {figure.unit} | {figure.kind} | {figure.period}"
        yield f"     -> {told}"


def _line(row: str) -> str:
    return row.replace("\t", " ¦ ")[:_WIDE]


if __name__ == "__main__":
    main()
