"""Tables without lines between their fields: rows whose parts stand below each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xinhui_viewer.importers.printed.cells import NUMBER
from xinhui_viewer.importers.printed.lines import NUMBERING, Field, Rows
from xinhui_viewer.records import Cell

_LEADER = re.compile(r"[.．·•…⋯\-_—]{3,}|(?:[.．·•…⋯]\s){3,}")
_CONTENTS = re.compile(r"(?i)目\s*[录次]|contents")
_APART = 0.5  # of a character's height, between fields
_OVERLAP = 0.3  # of a character's height
_NEXT = 2.6  # of a character's height: the distance of rows
_NUMBERS = 0.6  # the share of a field's cells that are numbers
_LEAST_NUMBERS, _LEAST_ROWS, _LEAST_FIELDS = 2, 3, 3
_DIVIDED = 0.6  # the share of rows with several parts
_LONGEST = 30  # characters of a cell: a longer text beside another is no cell

_Place = tuple[float, float]  # where something begins and ends


@dataclass(frozen=True, slots=True)
class Row:
    """The parts of a line, from left to right, and its place in the lines of a part of a page."""

    fields: tuple[Field, ...]
    y: float
    size: float
    table: bool = False  # a ruled one, which is no row

    @property
    def is_divided(self) -> bool:
        """Several parts, not only a number and its text, and no leader to the number of a page."""
        numbered = len(self.fields) == 2 and NUMBERING.fullmatch(self.fields[0].text)
        return len(self.fields) > 1 and not numbered and not any(_LEADER.search(one.text) for one in self.fields)


@dataclass(frozen=True, slots=True)
class Table:
    """A table among the lines of a part of a page, from ``start`` to before ``end``; its fields begin at ``edges``."""

    start: int
    end: int
    rows: Rows
    edges: tuple[float, ...]


def tables(rows: Sequence[Row], zones: Sequence[_Place]) -> Iterator[Table]:
    """Yield the tables among rows.

    ``zones`` are the tops and bottoms of what stands between level lines that begin and end alike.
    """
    if any(_CONTENTS.fullmatch(row.fields[0].text.strip()) for row in rows if len(row.fields) == 1):
        return
    at = 0
    while at < len(rows):
        end = _end(rows, at)
        places = _places(rows[at:end]) if end - at > 1 else []
        found = _table(rows[at:end], places, zones) if len(places) > 1 else ()
        if found:
            yield Table(at, end, found, tuple(left for left, _right in places))
        at = max(end, at + 1)


def _end(rows: Sequence[Row], start: int) -> int:
    """Return the end of the rows that may be a table: it begins and ends with divided rows, near each other."""
    if not rows[start].is_divided:
        return start
    end = start + 1
    for at in range(start + 1, len(rows)):
        above, row = rows[at - 1], rows[at]
        if row.table or above.y - row.y > _NEXT * max(row.size, above.size) or at - end > 1:
            break
        if row.is_divided:
            end = at + 1
        elif any(_LEADER.search(one.text) for one in row.fields) or len(row.fields[0].text) > _LONGEST:
            break
    return end


def _table(rows: Sequence[Row], places: Sequence[_Place], zones: Sequence[_Place]) -> Rows:
    """Return the cells of rows; empty when their parts do not stand below each other, or are no cells."""
    divided = sum(row.is_divided for row in rows)
    longest = max((len(one.text) for row in rows for one in row.fields[1:]), default=0)
    if divided < _DIVIDED * len(rows) or longest > _LONGEST:
        return ()
    made = [_cells(row, places) for row in rows]
    enough = divided >= _LEAST_ROWS and len(places) >= _LEAST_FIELDS
    if not (enough or _has_numbers(made, len(places)) or (divided > 1 and _is_in(zones, rows[0]))):
        return ()
    return tuple(map(tuple, _without_turnover(made, rows)))


def _is_in(zones: Sequence[_Place], row: Row) -> bool:
    return any(bottom - row.size < row.y < top for top, bottom in zones)


def _places(rows: Sequence[Row]) -> list[_Place]:
    """Return where each field begins and ends, by the parts that do not reach over several."""
    divided = [row for row in rows if row.is_divided]
    size = max(row.size for row in rows)
    parts = sorted((one for row in divided for one in row.fields), key=lambda one: one.left)
    found: list[_Place] = []
    for one in parts:
        if any(_over(one, row, _OVERLAP * size) > 1 for row in divided):
            continue
        if found and one.left < found[-1][1] + _APART * size / 2:
            found[-1] = found[-1][0], max(found[-1][1], one.right)
        else:
            found.append((one.left, one.right))
    return found


def _over(one: Field, row: Row, least: float) -> int:
    """Return the number of a row's parts that a part stands over."""
    return sum(min(one.right, other.right) - max(one.left, other.left) > least for other in row.fields)


def _cells(row: Row, places: Sequence[_Place]) -> list[Cell]:
    """Return the cells of a row, empty ones included."""
    made: list[Cell] = []
    field = 0
    for one in row.fields:
        first = next((at for at, (_left, right) in enumerate(places) if one.left < right), len(places) - 1)
        last = max(first, max((at for at, (left, _right) in enumerate(places) if one.right > left), default=first))
        if first < field:
            made[-1] = Cell(f"{made[-1].text} {one.text}", 1, max(made[-1].fields, last - field + made[-1].fields + 1))
        else:
            made += [Cell("")] * (first - field)
            made.append(Cell(one.text, 1, last - first + 1))
        field = max(field, last + 1)
    return made + [Cell("")] * (len(places) - field)


def _has_numbers(made: Sequence[Sequence[Cell]], width: int) -> bool:
    """Return whether a field behind the first holds numbers."""
    for field in range(1, width):
        texts = [row[field].text for row in made if len(row) == width and row[field].text]
        numbers = sum(NUMBER.fullmatch(text) is not None for text in texts)
        if numbers >= max(_LEAST_NUMBERS, _NUMBERS * (len(texts) - 1)):
            return True
    return False


def _without_turnover(made: Sequence[list[Cell]], rows: Sequence[Row]) -> Iterator[list[Cell]]:
    """Yield rows; one without its first cell and without a number goes on in the cells of the row above."""
    above: list[Cell] = []
    for cells, row in zip(made, rows, strict=True):
        if above and not row.is_divided and _goes_on(above, cells):
            above = [Cell(one.text + other.text, 1, one.fields) for one, other in zip(above, cells, strict=True)]
            continue
        yield from [above] if above else []
        above = cells
    yield above


def _goes_on(above: Sequence[Cell], cells: Sequence[Cell]) -> bool:
    numbers = any(NUMBER.fullmatch(cell.text) for cell in cells if cell.text)
    return len(cells) == len(above) and not cells[0].text and not numbers
