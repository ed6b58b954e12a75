"""The texts of the cells of a ruled table, and its rows, also where no line divides these."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from xinhui_viewer.importers.printed.lines import Line, Rows, fields, table_text
from xinhui_viewer.importers.printed.rows import Row, rows
from xinhui_viewer.importers.printed.ruled import Box, Ruling
from xinhui_viewer.importers.printed.run import Run
from xinhui_viewer.records import Cell

NUMBER = re.compile(r"[-+−－﹣]?[\d,，]*\.?\d+\s*[%％‰]?|[-—–…]+|[／/]")
_FULL = 1.5  # of a character's height: a line that ends so near the edge of its cell is full
_NEXT = 3  # heights of a character: the distance of a line and the next that may go on in it
_SHORT = 8  # characters: lines of narrow cells, which no blank divides
# A label or an amount, which begins a line of its own in a cell; 2023 above 年 does not.
_AMOUNT = re.compile(r"[¥￥$]?[\d,]+\.\d+|[¥￥$][\d,]+")
_OWN = re.compile(rf"[\u4e00-\u9fff、]{{2,8}}[:：]|(?:{_AMOUNT.pattern})$")
_NUMBERS = 0.8  # the share of a field's lines that are numbers
_LEAST_ROWS = 3  # without a field of numbers
_LATIN = re.compile("[0-9A-Za-z\u00c0-\u024f]")
SAME_PLACE = 6.0  # points: edges of fields so near are one
_LONGEST, _FEW = 600, 6  # characters of a cell, cells: a box around a text is no table


@dataclass(slots=True)
class _Filled:
    """A cell with its runs."""

    box: Box
    runs: list[Run] = field(default_factory=list)


def table(
    ruling: Ruling, runs: Iterable[Run], page: int, above: tuple[float, ...] = ()
) -> tuple[Line, frozenset[int]] | None:
    """Return the table of a ruling as a line, and the numbers (id) of the runs in it; None where it is none.

    ``above`` are the edges of the table at the end of the page before, which may go on in a single cell.
    """
    cells = [_Filled(box) for box in ruling.boxes]
    taken = _fill(cells, ruling, runs)
    cells = [part for cell in cells for part in _parted(cell, ruling)]
    if not taken or not (_is_table([cell for cell in cells if cell.runs]) or same_edges(ruling.across, above)):
        return None
    made = _rows(cells, ruling)
    if not made or max(map(len, made)) < 2:
        return None
    line = Line(
        table_text(made), ruling.across[0], ruling.across[-1], ruling.down[0], taken[0].font, False, page,
        rows=made, edges=ruling.across, bottom=ruling.down[-1],
    )  # fmt: skip
    return line, frozenset(map(id, taken))


def same_edges(one: Sequence[float], other: Sequence[float]) -> bool:
    """Return whether two tables have their fields in the same places."""
    return len(one) == len(other) and all(abs(x - y) < SAME_PLACE for x, y in zip(one, other, strict=True))


def _fill(cells: Sequence[_Filled], ruling: Ruling, runs: Iterable[Run]) -> list[Run]:
    """Put runs into the cells that they stand in; return those that stand in one."""
    at = {place: cell for cell in cells for place in cell.box.places()}
    taken: list[Run] = []
    for run in runs:
        place = ruling.place(run)
        if place is not None:
            at[place].runs.append(run)
            taken.append(run)
    return taken


def _parted(cell: _Filled, ruling: Ruling) -> Iterator[_Filled]:
    """Yield a cell, or one for each field that it spans where no line divides them and each has a text of its own.

    One of these is a number: words may be set apart in a cell.
    """
    box = cell.box
    parts: dict[int, list[Run]] = {}
    for run in cell.runs if box.fields > 1 and box.rows == 1 else ():
        place = ruling.place(run)
        if place is not None and _is_within(run, ruling.across, place[1]):
            parts.setdefault(place[1], []).append(run)
    whole = len(parts) == box.fields and sum(map(len, parts.values())) == len(cell.runs)
    if not whole or not any(NUMBER.fullmatch("".join(run.text for run in part)) for part in parts.values()):
        yield cell
        return
    for at, part in sorted(parts.items()):
        yield _Filled(Box(box.row, at, 1, 1), part)


def _is_within(run: Run, across: Sequence[float], at: int) -> bool:
    return across[at] - 1 < run.left and run.right < across[at + 1] + 1


def _is_table(filled: Sequence[_Filled]) -> bool:
    """Return whether texts stand in several fields, and not all in a box or two around them."""
    if len({cell.box.field for cell in filled}) < 2:
        return False
    longest = max(sum(len(run.text) for run in cell.runs) for cell in filled)
    return longest <= _LONGEST or len(filled) > _FEW


def _rows(cells: Sequence[_Filled], ruling: Ruling) -> Rows:
    """Return the cells of each row, without rows in which nothing stands."""
    made: list[tuple[Cell, ...]] = []
    reach = 0  # rows into which cells above reach
    by_row: dict[int, list[_Filled]] = {}
    for cell in cells:
        by_row.setdefault(cell.box.row, []).append(cell)
    for row in range(len(ruling.down) - 1):
        band = _Band(tuple(sorted(by_row.get(row, ()), key=lambda cell: cell.box.field)), ruling)
        alone = reach <= row and all(cell.box.rows == 1 for cell in band.cells)
        reach = max((reach, *(row + cell.box.rows for cell in band.cells)))
        if not alone:
            made.append(band.row())
        elif any(cell.runs for cell in band.cells):
            made += band.rows()
    return tuple(made)


class _Band:
    """The cells that begin between two level lines, which may hold several rows."""

    def __init__(self, cells: tuple[_Filled, ...], ruling: Ruling) -> None:
        self.cells = cells
        self.lines = [rows(cell.runs) for cell in cells]
        self.edges = [ruling.across[cell.box.field + cell.box.fields] for cell in cells]

    def row(self) -> tuple[Cell, ...]:
        """Return the cells as one row."""
        return tuple(
            Cell(text(lines, edge), cell.box.rows, cell.box.fields)
            for cell, lines, edge in zip(self.cells, self.lines, self.edges, strict=True)
        )

    def rows(self) -> list[tuple[Cell, ...]]:
        """Return the rows that the cells hold: several where numbers or short lines stand level in several fields."""
        levels = rows([run for cell in self.cells for run in cell.runs])
        if len(levels) < 2 or not self._is_level(len(levels)):
            return [self.row()]
        split: list[tuple[Cell, ...]] = []
        for level in levels:
            inside = set(map(id, level))
            texts = (" ".join(_plain(row) for row in lines if id(row[0]) in inside) for lines in self.lines)
            split.append(tuple(Cell(one, 1, cell.box.fields) for one, cell in zip(texts, self.cells, strict=True)))
        return split

    def _is_level(self, count: int) -> bool:
        if any(map(_are_numbers, self.lines)):
            return True
        level = sum(len(lines) == count for lines in self.lines)
        return level > 1 and count >= _LEAST_ROWS and not self._is_full()

    def _is_full(self) -> bool:
        """Return whether a line fills its cell, so that the next one right below may go on in it."""
        return any(
            _goes_on(one, other, edge)
            for lines, edge in zip(self.lines, self.edges, strict=True)
            for one, other in pairwise(lines)
        )


def _goes_on(one: Row, other: Row, edge: float) -> bool:
    """Return whether a line fills its cell, and the next one is right below and no number."""
    size = one[-1].font.size
    near = one[0].y - other[0].y < _NEXT * size
    return near and edge - one[-1].right < _FULL * size and NUMBER.fullmatch(_plain(other)) is None


def _are_numbers(lines: Sequence[Row]) -> bool:
    numbers = sum(NUMBER.fullmatch(_plain(row)) is not None for row in lines)
    return len(lines) > 1 and numbers >= _NUMBERS * len(lines)


def text(lines: Sequence[Row], right: float) -> str:
    """Return the lines of a cell that ends at ``right`` as its text."""
    parts: list[str] = []
    for at, row in enumerate(lines):
        plain = _plain(row)
        if at:
            parts.append(_between(lines[at - 1], parts[-1], plain, right))
        parts.append(plain)
    return "".join(parts)


def _between(above: Row, one: str, other: str, right: float) -> str:
    if (_LATIN.match(one[-1:]) and _LATIN.match(other)) or _OWN.match(other) or _AMOUNT.fullmatch(one):
        return " "
    full = right - above[-1].right < _FULL * above[-1].font.size
    return "" if full or (len(one) <= _SHORT and len(other) <= _SHORT) else " "


def _plain(row: Row) -> str:
    return " ".join(part.text for part in fields(row))
