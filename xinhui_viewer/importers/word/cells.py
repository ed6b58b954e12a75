"""The tables of documents: a data table is one line, a layout table the lines in its cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from xinhui_viewer.importers.word.paragraph import Paragraph
from xinhui_viewer.records import Cell

WIDEST = 1000  # fields that a cell spans
_MOST_CELLS = 20_000
_LONGEST_CELL = 400
_FEWEST = 2  # rows of labels and values that a form has at least, and no fewer than those with a long text


@dataclass(frozen=True, slots=True)
class WrittenCell:
    """A cell as Word writes it: one merged with the cell above stands there once more, ``continued``."""

    lines: tuple[Paragraph, ...]
    span: int = 1
    continued: bool = False
    head: bool = False

    @property
    def text(self) -> str:
        """The text of its lines."""
        return "\n".join(line.text for line in self.lines if not line.image)


Rows = Sequence[Sequence[WrittenCell]]


def table(rows: Rows, *, nested: bool = False) -> Iterator[Paragraph]:
    """Yield a data table as one line and its pictures; a layout table, or a ``nested`` one, as its cells' contents.

    Of a form, the rows of labels and values are tables, those with a long text the contents of their cells.
    """
    if nested or not _is_table(rows):
        yield from _contents(rows)
        return
    values = [len(row) > 1 and _is_short(row) for row in rows]
    if all(map(_is_short, rows)):
        yield from _data(rows)
    elif sum(values) < max(_FEWEST, sum(not _is_short(row) for row in rows)):
        yield from _contents(rows)
    else:
        for are_values, part in groupby(zip(values, rows, strict=True), key=itemgetter(0)):
            yield from (_data if are_values else _contents)([row for _are_values, row in part])


def _contents(rows: Rows) -> Iterator[Paragraph]:
    for row in rows:
        for cell in row:
            yield from cell.lines


def _data(rows: Rows) -> Iterator[Paragraph]:
    if spread := _spread(rows):
        yield Paragraph("\n".join("\t".join(cell.text for cell in row) for row in spread), rows=spread)
    for row in rows:
        for cell in row:
            yield from (line for line in cell.lines if line.image)


def _is_table(rows: Rows) -> bool:
    """Return whether rows are more than one row or column; what has too many cells is none."""
    return len(rows) > 1 and max(map(len, rows)) > 1 and sum(map(len, rows)) <= _MOST_CELLS


def _is_short(row: Sequence[WrittenCell]) -> bool:
    return all(len(cell.text) <= _LONGEST_CELL for cell in row)


def _is_bold(row: Sequence[WrittenCell]) -> bool:
    """Return whether a row has text, all of it bold."""
    lines = [line for cell in row for line in cell.lines]
    return bool(lines) and all(line.bold for line in lines if not line.image)


def _spread(rows: Rows) -> tuple[tuple[Cell, ...], ...]:
    """Return the cells of a table with the rows and fields each spans."""
    bold = _is_bold(rows[0])
    above: dict[int, list[int]] = {}  # by field: the row and the number of the cell that reaches there
    spread: list[list[Cell]] = []
    for at, row in enumerate(rows):
        spread.append([])
        place = 0
        for cell in row:
            width = min(max(cell.span, 1), WIDEST)
            if cell.continued and place in above:
                over, number = above[place]
                one = spread[over][number]
                spread[over][number] = Cell(one.text, at - over + 1, one.fields, one.head)
            else:
                spread[at].append(Cell(cell.text, 1, width, cell.head or (bold and at == 0)))
                above[place] = [at, len(spread[at]) - 1]
            place += width
    return tuple(tuple(row) for row in spread if row)
