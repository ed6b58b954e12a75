"""The tables of documents: a data table is one line, a layout table the lines in its cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xinhui_viewer.importers.word.paragraph import Paragraph
from xinhui_viewer.records import Cell

WIDEST = 1000  # fields that a cell spans
_MOST_CELLS = 20_000
_LONGEST_CELL = 400


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
    """Yield a data table as one line and its pictures; a layout table, or a ``nested`` one, as its cells' contents."""
    cells = [cell for row in rows for cell in row]
    if nested or not _is_data(rows, cells):
        for cell in cells:
            yield from cell.lines
        return
    if spread := _spread(rows):
        yield Paragraph("\n".join("\t".join(cell.text for cell in row) for row in spread), rows=spread)
    for cell in cells:
        yield from (line for line in cell.lines if line.image)


def _is_data(rows: Rows, cells: Sequence[WrittenCell]) -> bool:
    """Return whether a table is a data table; a layout table has one row or column, or long texts."""
    if len(rows) < 2 or max(map(len, rows)) < 2 or len(cells) > _MOST_CELLS:
        return False
    return max(len(cell.text) for cell in cells) <= _LONGEST_CELL


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
