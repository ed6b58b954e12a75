"""The fields of a table that name its rows, and the thing that each row is about: with its whole, unit and period."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice, pairwise, takewhile

from xinhui_viewer.text.figure_text import NUMBER, plain_number
from xinhui_viewer.text.table_cells import Place, Row, counts
from xinhui_viewer.text.table_names import Name
from xinhui_viewer.text.table_parts import OF_WHICH, Told, is_whole_name, wholes
from xinhui_viewer.text.table_periods import PERIOD, is_period
from xinhui_viewer.text.table_words import (
    CODE,
    NOTHING,
    SERIAL,
    TOTAL,
    UNIT_FIELD,
    YEARS,
    measure,
    measures_in,
    without_units,
)

# Fields whose bare numbers name rows, and the sign that they lack.
_COUNTED_ROWS = {"月": "月", "月份": "月", "年龄": "岁", "年齡": "岁"}
_DIGITS = 3
_NAMES = re.compile("名称?$")  # 产品名称, 课程名
_SIGNS = "+-−－﹣＋"


@dataclass(frozen=True, slots=True)
class Segment:
    """Fields side by side: those that tell rows apart, those that name them, give their unit, and have their values.

    A table printed in two halves has two: 地区, 户数, 地区, 户数.
    """

    labelling: tuple[int, ...]
    naming: tuple[int, ...]
    units: tuple[int, ...]
    values: tuple[int, ...]


def segments(names: Sequence[Name], rows: Sequence[Row]) -> tuple[Segment, ...]:
    """Return the segments of a table: a new one begins where the name of the first field comes again."""
    first = next((field for field, name in enumerate(names) if name.text and not _is_number_of_a_thing(name)), 0)
    again = [
        field
        for field in range(first + 1, len(names))
        if names[field].text == names[first].text and names[field].text and _names_rows(names, rows, field)
    ]
    bounds = [0, *again, len(names)]
    found = (_segment(names, rows, range(begin, end)) for begin, end in pairwise(bounds))
    return tuple(segment for segment in found if segment.values)


def texts(row: Row, fields: Sequence[int]) -> list[str]:
    """Return the non-empty texts in these fields of a row."""
    return [row[field].text for field in fields if field < len(row) and row[field].text]


def subjects(segment: Segment, names: Sequence[Name], rows: Sequence[Row]) -> list[Name]:
    """Return the thing that each row of a segment is about.

    A part is named with its whole and has its unit: 商品房销售面积（万平方米）, 其中：住宅. So are the rows below one
    without numbers that has a unit.
    """
    own = [_subject(segment, names, row) for row in rows]
    told = [_told(segment, names, row, name) for row, name in zip(rows, own, strict=True)]
    found = list[Name]()
    section: Name | None = None
    for name, row, whole in zip(own, rows, wholes(told), strict=True):
        if _is_section(segment, row):
            section = name if name.measures else None
        if whole >= 0:
            found.append(_within(name, found[whole]))
        elif section is not None and section is not name and not name.period:
            found.append(_within(name, section))
        else:
            found.append(name)
    return found


def _segment(names: Sequence[Name], rows: Sequence[Row], fields: range) -> Segment:
    units = tuple(field for field in fields if _gives_units(names[field], rows, field))
    about = [field for field in fields if field not in units and not _is_number_of_a_thing(names[field])]
    naming = partial(_names_rows, names, rows)
    labelling = tuple(takewhile(naming, about)) or tuple(islice(filter(naming, about), 1))
    values = tuple(field for field in about if field not in labelling)
    return Segment(labelling, _naming(names, rows, labelling), units, values)


def _naming(names: Sequence[Name], rows: Sequence[Row], labelling: tuple[int, ...]) -> tuple[int, ...]:
    """Return the field of names alone if these tell the rows apart, else all that do."""
    alone = (field for field in labelling if _NAMES.search(names[field].text) and _tells_apart(rows, field))
    return tuple(islice(alone, 1)) or labelling


def _tells_apart(rows: Sequence[Row], field: int) -> bool:
    """Return whether a field has another name in each row, so that classes and offices beside it need not be said."""
    cells = [text for row in rows for text in texts(row, (field,))]
    return len(cells) * 2 > len(rows) and len(set(cells)) == len(cells)


def _gives_units(name: Name, rows: Sequence[Row], field: int) -> bool:
    """Return whether a field has the units of its rows: it says so, or all its cells are units (总量: 单位, 数值)."""
    if UNIT_FIELD.fullmatch(name.text):
        return True
    if name.text and not name.text.endswith("单位"):
        return False
    cells = {text for row in rows for text in texts(row, (field,))}
    return bool(cells) and all(not text.isdecimal() and measure(text) is not None for text in cells)


def _is_number_of_a_thing(name: Name) -> bool:
    return SERIAL.fullmatch(name.text) is not None or CODE.search(name.text) is not None


def _names_rows(names: Sequence[Name], rows: Sequence[Row], field: int) -> bool:
    """Return whether the cells of a field name their rows: texts, or years."""
    name = names[field].text
    cells = [text for row in rows for text in texts(row, (field,)) if not NOTHING.fullmatch(text)]
    numbers = sum(map(counts, cells))
    if is_period(name):
        return not numbers
    if name in _COUNTED_ROWS and field == 0:
        return True
    return YEARS.search(name) is not None or numbers * 2 <= len(cells) or all(map(is_period, cells))


def _subject(segment: Segment, names: Sequence[Name], row: Row) -> Name:
    named = [text for field in segment.naming for text in _naming_texts(names[field], row, field)]
    years = [text for text in named if is_period(text)]
    text = "".join(dict.fromkeys(text for text in named if text not in years))
    unit = next(iter(texts(row, segment.units)), "")
    bare = without_units(OF_WHICH.sub("", text, count=1))
    leading = "" if years else _leading_period(bare)
    label = bare[len(leading) :]
    period = next(iter(years), leading)
    return Name(text, "" if TOTAL.fullmatch(label) else label.strip(" \u3000：:"), measures_in(text), period, unit)


def _naming_texts(name: Name, row: Row, field: int) -> list[str]:
    """Return the text of a field that names rows; a number among periods is a year of another calendar."""
    found = texts(row, (field,))
    if name.text in _COUNTED_ROWS:
        sign = _COUNTED_ROWS[name.text]
        return [f"{text}{sign}" if text.isdecimal() and len(text) <= _DIGITS else text for text in found]
    if YEARS.search(name.text) is None:
        return found
    return [text for text in found if is_period(text) or not NUMBER.fullmatch(text)]


def _leading_period(text: str) -> str:
    found = PERIOD.match(text)
    return found[0] if found else ""


def _told(segment: Segment, names: Sequence[Name], row: Row, name: Name) -> Told:
    """Return a row with its first number that is no change and no share."""
    for field in segment.values:
        place = row[field] if field < len(row) else Place()
        if place.first and not names[field].is_share and NUMBER.fullmatch(place.text):
            value = plain_number(place.text.lstrip(_SIGNS))
            decimals = len(place.text.partition(".")[2])
            sign = -1 if place.text[0] in "-−－﹣" else 1
            return Told(name.text, name.unit, None if value is None else sign * value, decimals)
    return Told(name.text, name.unit)


def _is_section(segment: Segment, row: Row) -> bool:
    """Return whether a row has a name and no values: it begins a part of the table."""
    labels = {row[field].start for field in segment.labelling if field < len(row)}
    return bool(texts(row, segment.labelling)) and not any(_values(segment, row, labels))


def _values(segment: Segment, row: Row, labels: set[int]) -> Iterator[bool]:
    return (bool(row[field].text) and row[field].start not in labels for field in segment.values if field < len(row))


def _within(part: Name, whole: Name) -> Name:
    """Return the name of a part, with its whole if it does not say by itself what it measures."""
    of = "" if is_whole_name(part.label) or part.label.startswith(whole.label) else whole.label
    return replace(
        part,
        label=f"{of}{part.label}",
        measures=part.measures or (() if part.unit else whole.measures),
        unit=part.unit or ("" if part.measures else whole.unit),
    )
