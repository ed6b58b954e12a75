"""The cells of a table as they show, the rows of them that are heads, and the quantity that a cell states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from xinhui_viewer.records import Span
from xinhui_viewer.text.figure_text import NUMBER, plain_number
from xinhui_viewer.text.grid import Grid, Placed
from xinhui_viewer.text.quantities import Quantity, quantities
from xinhui_viewer.text.quantity_values import scaled
from xinhui_viewer.text.table_periods import is_period
from xinhui_viewer.text.table_words import NOTHING, Measure

_MOST_HEADS = 6
_NOTE = re.compile("[^：:]{2,8}[：:]")
_ORDER = re.compile(r"[甲乙丙丁戊己A-Z]|[栏行]次|[-—–－]+|[(（\[]?(\d{1,2})[)）\]]?")
_RANGE = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*[-—–~～至]{1,2}\s*(\d[\d,]*(?:\.\d+)?)")
_BOUND = re.compile("以[上下内]|[-—–~～至到≤≥<>＜＞]")  # 60岁以上, 0-14岁: a head, not a value


@dataclass(frozen=True, slots=True)
class Place:
    """A cell where it shows, with its offset in the body, the span of its row, and whether it begins here."""

    text: str = ""
    start: int = 0
    row: Span = (0, 0)
    first: bool = False


Row = Sequence[Place]


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
            shown[cell.row][cell.field] = Place(place.text, start, span, first=True)
    return shown


def head_rows(table: Grid, rows: Sequence[Row]) -> int:
    """Return the number of head rows at the top: those marked as heads, else those whose only numbers are years.

    A row that numbers the fields (甲, 1, 2) ends the head; none is one where the first row has numbers already.
    """
    notes = sum(1 for _row in takewhile(is_note, rows))
    marked = sum(1 for _row in takewhile(_is_marked, table.by_row()[notes:]))
    ends = _is_row_of_values if marked else _is_data
    heads = notes
    for shown in rows[notes : notes + (marked or _MOST_HEADS)]:
        if is_numbering(shown):
            return heads + 1
        if ends(shown, heads > notes):
            break
        heads += 1
    if notes < heads:
        heads += sum(map(is_numbering, rows[heads : heads + 1]))
    return heads if heads < len(rows) else 0


def is_note(shown: Row) -> bool:
    """Return whether a row over a table says who reports, when or in which unit: 填报单位：统计局."""
    said = [place.text for place in shown if place.text]
    return any(map(_NOTE.match, said)) and all(_NOTE.match(text) or text[0].isdigit() for text in said)


def _is_marked(cells: Sequence[Placed]) -> bool:
    return bool(cells) and all(cell.head for cell in cells)


def _is_data(shown: Row, below: bool) -> bool:
    """Return whether a row that is not marked is no head: it has values, or below a head one cell alone."""
    return not shown or (below and _is_alone(shown)) or any(map(_is_value, (place.text for place in shown)))


def _is_value(text: str) -> bool:
    if NOTHING.fullmatch(text) or NUMBER.fullmatch(text):
        return not is_period(text)
    return _BOUND.search(text) is None and counts(text) and not is_period(text)


def _is_row_of_values(shown: Row, _below: bool) -> bool:
    """Return whether a row has a name and numbers alone: a table's first row is marked as its head by habit, too."""
    values = [place.text for place in shown[1:] if place.text]
    named = bool(shown) and bool(shown[0].text) and not counts(shown[0].text)
    return named and bool(values) and all(NUMBER.fullmatch(text) and not is_period(text) for text in values)


def _is_alone(shown: Row) -> bool:
    """Return whether a row has its first cell alone: it begins a part of the table."""
    return len(shown) > 1 and bool(shown[0].text) and not any(place.text for place in shown[1:])


def is_numbering(shown: Row) -> bool:
    """Return whether a row numbers the fields, as forms do: 甲, 乙, 1, 2, 3."""
    cells = [_ORDER.fullmatch(place.text) for place in shown if place.text]
    if len(cells) < 2 or not all(cells):
        return False
    orders = [int(cell[1]) for cell in cells if cell is not None and cell[1]]
    return len(orders) > 1 and orders == list(range(orders[0], orders[0] + len(orders))) and orders[0] <= 2


@lru_cache(8192)
def counts(text: str) -> bool:
    """Return whether a cell is a number or a quantity."""
    return NUMBER.fullmatch(text) is not None or quantity(text, ()) is not None


def quantity(text: str, measures: Sequence[Measure]) -> Quantity | None:
    """Return the quantity that a whole cell states, in its own unit or in the first of ``measures``."""
    bare = text.lstrip("-+−－﹣＋ ")
    bounds = [bare] if NUMBER.fullmatch(text) else list(_range(text))
    if bounds:
        return _in_measure(bare, bounds, measures[0]) if measures else None
    found = quantities(bare)
    return found[0] if len(found) == 1 and (found[0].start, found[0].end) == (0, len(bare)) else None


def _range(text: str) -> Iterator[str]:
    """Yield the bounds of a range of two numbers: 2.50-4.00."""
    match = _RANGE.fullmatch(text)
    if match is not None and not is_period(text):
        yield from match.groups()


def _in_measure(text: str, bounds: Sequence[str], by: Measure) -> Quantity | None:
    """Return the quantity of a number, or of two that rise, in a measure."""
    plain = [number for number in map(plain_number, bounds) if number is not None]
    if len(plain) != len(bounds) or plain != sorted(set(plain)):
        return None
    values = [scaled(number, by.power) if by.power else number for number in plain]
    return Quantity(0, len(text), values[0], by.unit, by.sort, "exact", values[1] if len(values) > 1 else None)
