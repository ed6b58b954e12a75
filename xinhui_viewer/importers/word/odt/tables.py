"""The rows of a table of an OpenDocument text, with the cells that are covered by others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from xinhui_viewer.importers.word.cells import WIDEST, WrittenCell
from xinhui_viewer.importers.word.odt.names import TABLE, count
from xinhui_viewer.importers.word.paragraph import Paragraph

_HEADS = TABLE + "table-header-rows"
_GROUPS = (_HEADS, TABLE + "table-rows", TABLE + "table-row-group")
_MOST_CELLS = 300_000  # of a document, with those that are repeated


class TooManyCells(Exception):
    """The tables have more cells than those of a document have."""


@dataclass(slots=True)
class Budget:
    """The cells that the tables of a document may still have."""

    left: int = _MOST_CELLS

    def spend(self, cells: int) -> None:
        """Take some cells; TooManyCells when there are none left."""
        self.left -= cells
        if self.left < 0:
            raise TooManyCells


@dataclass(slots=True)
class _Reach:
    """A cell that reaches into rows below: how many, and over how many fields."""

    rows: int
    fields: int


def rows(
    table: Any, lines: Callable[[Any], Iterator[Paragraph]], budget: Budget, *, nested: bool
) -> list[list[WrittenCell]]:
    """Return the rows of a table; ``lines`` reads the contents of a cell.

    In a table with tables in it (``nested``) nothing is repeated: repetitions of repetitions have no end.
    """
    found: list[list[WrittenCell]] = []
    reaching: dict[int, _Reach] = {}
    for element, head in _elements(table):
        row = _row(element, head, reaching, lines, 1 if nested else WIDEST)
        times = 1 if nested else min(count(element.get(TABLE + "number-rows-repeated")), WIDEST)
        budget.spend(len(row) * times)
        found.extend([row] * times)
    while found and not any(cell.lines for cell in found[-1]):
        found.pop()
    return found


def _elements(table: Any, *, head: bool = False) -> Iterator[tuple[Any, bool]]:
    for element in table:
        if element.tag == TABLE + "table-row":
            yield element, head
        elif element.tag in _GROUPS:
            yield from _elements(element, head=head or element.tag == _HEADS)


def _row(
    element: Any, head: bool, reaching: dict[int, _Reach], lines: Callable[[Any], Iterator[Paragraph]], most: int
) -> list[WrittenCell]:
    """Return the cells of a row, each repeated at most ``most`` times; what other cells cover is not its own."""
    row: list[WrittenCell] = []
    place = covered = 0
    for cell in element.iterchildren(TABLE + "table-cell", TABLE + "covered-table-cell"):
        read: tuple[Paragraph, ...] | None = None
        for _ in range(min(count(cell.get(TABLE + "number-columns-repeated")), most)):
            if covered:
                covered -= 1
                continue
            reach = reaching.get(place)
            if reach is not None:
                row.append(WrittenCell((), reach.fields, continued=True, head=head))
                _shorten(reaching, place)
                fields = reach.fields
            else:
                read = tuple(lines(cell)) if read is None else read
                fields, down = _spans(cell)
                row.append(WrittenCell(read, fields, head=head))
                if down > 1:
                    reaching[place] = _Reach(down - 1, fields)
            covered, place = fields - 1, place + fields
    return row


def _spans(cell: Any) -> tuple[int, int]:
    """Return the fields and rows that a cell spans."""
    if cell.tag == TABLE + "covered-table-cell":
        return 1, 1
    fields = count(cell.get(TABLE + "number-columns-spanned"), most=WIDEST)
    return max(fields, 1), count(cell.get(TABLE + "number-rows-spanned"), most=WIDEST)


def _shorten(reaching: dict[int, _Reach], place: int) -> None:
    reaching[place].rows -= 1
    if not reaching[place].rows:
        del reaching[place]
