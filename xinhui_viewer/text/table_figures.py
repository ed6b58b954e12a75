"""The key figures of a table: each number under the names of its row and its field, in the unit that a head gives.

A cell asserts something only with a name and a unit; a number without both is no figure, and a code never is one. Only
under periods, a series of a named thing, a number may do without a unit. Read off yearly communiqués, work reports and
statistical tables: the first rows are heads, a field or a row 单位 or a head （亿元） gives the unit, a head 2022年 the
period.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice, takewhile

from xinhui_viewer.records import Block, Figure
from xinhui_viewer.text.figures import KINDS
from xinhui_viewer.text.grid import grid
from xinhui_viewer.text.table_cells import Place, counts, head_rows, quantity, shown_rows
from xinhui_viewer.text.table_names import Name, field_names
from xinhui_viewer.text.table_words import (
    CODE,
    COUNTED,
    NOTHING,
    PERIOD,
    PLAIN,
    SERIAL,
    TOTAL,
    UNIT_FIELD,
    YEARS,
    Measure,
    is_day,
    is_period,
    measure,
    measures_in,
    without_units,
)

MOST = 5_000  # figures of a table
MOST_CELLS = 200_000  # of a table that is read for figures
_MINUS = "-−－﹣"
_UNIT_ABOVE = re.compile(r"(?:计量)?单位\s*[：:]\s*([^\s，。；、）)\t]{1,8})")
_SUBJECT_ABOVE = re.compile(r"指\s*标\s*[：:]\s*(\S.*)")
_LINES_ABOVE, _LONGEST_ABOVE = 4, 60
_BARE = Measure(0, "", "measure")


def table_figures(body: str, table: Block) -> tuple[Figure, ...]:
    """Return the figures of a table block in order, at most MOST; none when it has no grid.

    A figure's sentence is its row.
    """
    placed = grid(body, table, MOST_CELLS)
    if placed is None:
        return ()
    rows = shown_rows(placed)
    heads = head_rows(placed, rows)
    if not heads or heads >= len(rows):
        return ()
    frame = _frame(rows[:heads], rows[heads:], _above(body, table))
    return tuple(islice((figure for row in rows[heads:] for figure in _row(frame, row)), MOST))


@dataclass(frozen=True, slots=True)
class _Above:
    """The facts in the lines over a table: a unit for all its numbers, and the thing that all of them measure."""

    unit: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class _Frame:
    """The facts of a table for all its rows: the names of its fields, and which of them name a row, give its unit and
    have its values; the lines above; and the first year that a head names.
    """

    names: tuple[Name, ...]
    labelling: tuple[int, ...]
    units: tuple[int, ...]
    values: tuple[int, ...]
    above: _Above
    year: str


def _above(body: str, table: Block) -> _Above:
    """Return what the lines over a table say of all its numbers; a unit may stand in the first cell, too."""
    lines: list[str] = []
    end = table.start - 1
    while end > 0 and len(lines) < _LINES_ABOVE:
        start = body.rfind("\n", 0, end) + 1
        if end - start > _LONGEST_ABOVE:
            break
        lines.append(body[start:end])
        end = start - 1
    unit = _UNIT_ABOVE.search(body, table.start, table.end)
    found = next(filter(None, map(_UNIT_ABOVE.search, lines)), unit)
    subject = next(filter(None, map(_SUBJECT_ABOVE.search, lines)), None)
    return _Above(found[1] if found else "", subject[1].strip() if subject else "")


def _frame(heads: Sequence[Sequence[Place]], rows: Sequence[Sequence[Place]], above: _Above) -> _Frame:
    names = field_names(heads)
    units = tuple(field for field, name in enumerate(names) if UNIT_FIELD.fullmatch(name.text))
    subjects = [field for field, name in enumerate(names) if field not in units and not _is_number_of_a_thing(name)]
    naming = partial(_names_rows, names, rows)
    labelling = tuple(takewhile(naming, subjects)) or tuple(islice(filter(naming, subjects), 1))
    values = tuple(field for field in subjects if field not in labelling)
    year = PERIOD.search("\t".join(name.text for name in names))
    return _Frame(names, labelling, units, values, above, year[0] if year else "")


def _is_number_of_a_thing(name: Name) -> bool:
    return SERIAL.fullmatch(name.text) is not None or CODE.search(name.text) is not None


def _names_rows(names: Sequence[Name], rows: Sequence[Sequence[Place]], field: int) -> bool:
    """Return whether the cells of a field name their rows: texts, or years."""
    name = names[field].text
    cells = [text for row in rows for text in _texts(row, (field,)) if not NOTHING.fullmatch(text)]
    numbers = sum(map(counts, cells))
    if is_period(name):
        return not numbers
    return YEARS.search(name) is not None or numbers * 2 <= len(cells) or all(map(is_period, cells))


def _texts(row: Sequence[Place], fields: Sequence[int]) -> list[str]:
    """Return the non-empty texts in these fields of a row."""
    return [row[field].text for field in fields if field < len(row) and row[field].text]


def _row(frame: _Frame, row: Sequence[Place]) -> Iterator[Figure]:
    named = _texts(row, frame.labelling)
    years = [text for text in named if is_period(text)]
    text = "".join(dict.fromkeys(text for text in named if text not in years))
    unit = next(iter(_texts(row, frame.units)), "")
    label = without_units(text).strip()
    subject = Name(text, "" if TOTAL.fullmatch(label) else label, measures_in(text), next(iter(years), ""), unit)
    for field in frame.values:
        if field < len(row) and row[field].first and row[field].text:
            figure = _figure(frame, frame.names[field], row[field], subject)
            if figure is not None:
                yield figure


def _figure(frame: _Frame, name: Name, place: Place, subject: Name) -> Figure | None:
    label = _label(frame, name, subject)
    found = quantity(place.text, _measures(frame, name, subject))
    if found is None or not (label or _is_alone(frame, name)):
        return None
    grows = subject if is_period(name.text) else name
    changes = grows.changes and found.sort in ("percent", "points")
    falls = (changes and grows.falls) != (place.text[0] in _MINUS)
    return Figure(
        text=place.text,
        start=place.start,
        label=label,
        value=found.value * (-1 if falls else 1),
        unit=found.unit,
        kind="change" if changes else KINDS[found.sort],
        approx=found.approx,
        value_max=found.maximum,
        # A change since the previous year belongs to the year that the first field names.
        period=subject.period or name.period or (frame.year if changes else ""),
        sentence=place.row,
    )


def _is_alone(frame: _Frame, name: Name) -> bool:
    """Return whether a number has a period and can have no name, as in a table without a field that names its rows."""
    return is_period(name.text) and not frame.labelling


def _measures(frame: _Frame, name: Name, subject: Name) -> tuple[Measure, ...]:
    """Return the measures that may apply to a bare number, those of the nearest word first."""
    near = (*_stated(name.unit), *name.measures)
    if not near and name.changes:  # 亿元 of the row is no unit of its growth
        return _stated("%") if "%" in name.text or "％" in name.text else ()
    near = (*near, *subject.measures, *measures_in(frame.above.subject))
    counted = COUNTED.search(without_units(name.text)) or COUNTED.search(subject.label)
    found = (*near, *_stated(subject.unit), *_stated(frame.above.unit), *_stated(counted[1] if counted else ""))
    return found or ((_BARE,) if _is_series(name, subject) else ())


def _stated(unit: str) -> tuple[Measure, ...]:
    found = measure(unit, stated=True) if unit else None
    return (found,) if found is not None else ()


def _is_series(name: Name, subject: Name) -> bool:
    """Return whether a number is one of a series over periods, so that its name says enough without a unit."""
    if name.changes or subject.changes:
        return False
    if name.dated:
        return True
    return bool(subject.period and name.label) and not (name.period or is_day(subject.period))


def _label(frame: _Frame, name: Name, subject: Name) -> str:
    """Return a figure's label: its row's name, the thing that the table measures, and the addition of its field."""
    of = f"{subject.label}{without_units(frame.above.subject)}"
    if not of:
        return name.label
    return of if not name.label or PLAIN.fullmatch(name.label) else f"{of}{name.label}"
