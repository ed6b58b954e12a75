"""The cells of a table as they show, the rows of them that are heads, and the quantity that a cell states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from xinhui_viewer.records import Span
from xinhui_viewer.text.figure_text import NUMBER
from xinhui_viewer.text.grid import Grid
from xinhui_viewer.text.numerals import number
from xinhui_viewer.text.quantities import Quantity, quantities
from xinhui_viewer.text.table_words import Measure, is_period


@dataclass(frozen=True, slots=True)
class Place:
    """A cell where it shows, with its offset in the body, the span of its row, and whether it begins here."""

    text: str = ""
    start: int = 0
    row: Span = (0, 0)
    first: bool = False


def shown_rows(table: Grid) -> list[list[Place]]:
    """Return the cells of each row as they show: one that spans several rows or fields stands in each."""
    shown: list[list[Place]] = [[] for _row in range(table.rows)]
    for cells in table.by_row():
        span = (cells[0].start, cells[-1].start + len(cells[-1].text)) if cells else (0, 0)
        for cell in cells:
            start = cell.start + len(cell.text) - len(cell.text.lstrip())
            place = Place(cell.text.strip(), start, span)
            for row in shown[cell.row : cell.row + cell.rows]:
                row += [Place()] * (cell.field + cell.fields - len(row))
                row[cell.field : cell.field + cell.fields] = [place] * cell.fields
            shown[cell.row][cell.field] = replace(place, first=True)
    return shown


def head_rows(table: Grid, rows: Sequence[Sequence[Place]]) -> int:
    """Return the number of head rows at the top: those marked as heads, else those whose only numbers are years."""
    marked = 0
    for cells in table.by_row():
        if not cells or not all(cell.head for cell in cells):
            break
        marked += 1
    if marked:
        return marked
    plain = 0
    for shown in rows[:4]:
        if not shown or any(counts(place.text) and not is_period(place.text) for place in shown):
            break
        plain += 1
    return plain if plain < len(rows) else 0


def counts(text: str) -> bool:
    """Return whether a cell is a number or a quantity."""
    return NUMBER.fullmatch(text) is not None or quantity(text, ()) is not None


def quantity(text: str, measures: Sequence[Measure]) -> Quantity | None:
    """Return the quantity that a whole cell states, in its own unit or in the first of ``measures``."""
    bare = text.lstrip("-+−－﹣ ")
    if NUMBER.fullmatch(text):
        plain = number(bare)
        if not measures or plain is None:
            return None
        by = measures[0]
        # The point moves, nothing is multiplied: 4.66 亿 is 466000000 and not 466000000.00000006.
        return Quantity(0, len(bare), float(f"{plain!r}e{by.power}") if by.power else plain, by.unit, by.sort)
    found = quantities(bare)
    return found[0] if len(found) == 1 and (found[0].start, found[0].end) == (0, len(bare)) else None
