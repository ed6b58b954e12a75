"""Tables of formats that mark where a cell and a row end, as .doc and RTF do; such tables may be nested."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from xinhui_viewer.importers.word import cells
from xinhui_viewer.importers.word.cells import WrittenCell
from xinhui_viewer.importers.word.paragraph import Paragraph

_NEAR = 60  # twips: edges of two rows that differ by less are one edge of the table
_INDENTED = 300  # twips by which a row begins further right than its table, where that is meant
_DEEPEST = 30
_MOST_BEFORE = 63


@dataclass(frozen=True, slots=True)
class CellShape:
    """The right edge of a cell in twips, and whether it continues the cell to its left or the one above."""

    right: int
    joined: bool = False
    continued: bool = False


@dataclass(frozen=True, slots=True)
class RowShape:
    """A row: its left edge in twips, its cells, whether it is repeated on each page, and whether it was deleted."""

    left: int = 0
    cells: tuple[CellShape, ...] = ()
    head: bool = False
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """A paragraph's lines, the number of tables around it, and whether its mark ends a cell or a row."""

    lines: tuple[Paragraph, ...] = ()
    depth: int = 0
    ends: Literal["", "cell", "row"] = ""
    shape: RowShape = RowShape()


@dataclass(slots=True)
class _Table:
    rows: list[tuple[list[list[Paragraph]], RowShape]] = field(default_factory=list)
    row: list[list[Paragraph]] = field(default_factory=list)
    cell: list[Paragraph] = field(default_factory=list)
    nests: bool = False


@dataclass(slots=True)
class Tables:
    """Takes the marked paragraphs of a text in order and returns its lines, tables among them."""

    _open: list[_Table] = field(default_factory=list)

    def lines(self, paragraphs: Iterator[Marked]) -> Iterator[Paragraph]:
        """Yield the lines of a text."""
        for one in paragraphs:
            depth = min(max(one.depth, 1 if one.ends else 0), _DEEPEST)
            yield from self._closed(depth)
            if depth:
                self._take(one, depth)
            else:
                yield from one.lines
        yield from self._closed(0)

    def _take(self, one: Marked, depth: int) -> None:
        while len(self._open) < depth:
            self._open.append(_Table())
        table = self._open[-1]
        table.cell += one.lines
        if one.ends == "cell":
            table.row.append(table.cell)
            table.cell = []
        elif one.ends == "row":
            _end_row(table, one.shape)

    def _closed(self, depth: int) -> Iterator[Paragraph]:
        """Close the tables deeper than ``depth``; the lines of the outermost are yielded, of others put in its cell."""
        while len(self._open) > depth:
            table = self._open.pop()
            _end_row(table, RowShape())
            lines = cells.table(_rows(table), nested=table.nests)
            if self._open:
                self._open[-1].cell += lines
                self._open[-1].nests = True
            else:
                yield from lines


def _end_row(table: _Table, shape: RowShape) -> None:
    if table.cell:
        table.row.append(table.cell)
    if table.row and not shape.deleted:
        table.rows.append((table.row, shape))
    table.row, table.cell = [], []


def _rows(table: _Table) -> list[list[WrittenCell]]:
    edges = _edges([shape for _row, shape in table.rows])
    return [_row(row, shape, edges) for row, shape in table.rows]


def _edges(shapes: Sequence[RowShape]) -> list[int]:
    """Return the edges of a table's fields; of edges that lie close together the first one."""
    edges: list[int] = []
    for edge in sorted({edge for shape in shapes for edge in (shape.left, *(cell.right for cell in shape.cells))}):
        if not edges or edge - edges[-1] > _NEAR:
            edges.append(edge)
    return edges


def _row(row: list[list[Paragraph]], shape: RowShape, edges: list[int]) -> list[WrittenCell]:
    """Return the cells of a row with the fields they span; a row without a shape has a field for each."""
    if len(shape.cells) < len(row):
        return [WrittenCell(tuple(lines), head=shape.head) for lines in row]
    place = bisect_right(edges, shape.left) - 1
    before = place if shape.left - edges[0] > _INDENTED else 0
    found = [WrittenCell((), head=shape.head)] * min(before, _MOST_BEFORE)
    for lines, cell in zip(row, shape.cells, strict=False):
        end = bisect_right(edges, cell.right) - 1
        span = end - place
        place = max(end, place)
        if cell.joined and found:
            left = found[-1]
            found[-1] = WrittenCell((*left.lines, *lines), left.span + span, left.continued, left.head)
        else:
            found.append(WrittenCell(tuple(lines), span, cell.continued, shape.head))
    return found
