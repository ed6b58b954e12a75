"""The names of a table's rows and fields, apart from the units and periods that stand in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from xinhui_viewer.text.table_cells import Row, is_note, is_numbering
from xinhui_viewer.text.table_periods import is_period, period_in, without_period
from xinhui_viewer.text.table_words import (
    ASIDE,
    CHANGE,
    FALL,
    PERCENT,
    PLAIN,
    SHARE,
    UNIT_FIELD,
    Measure,
    measure,
    measures_in,
    without_units,
)

_TRIMMED = " \u3000%％、，：:/／"
_EMPTY = re.compile(r"[（(]\s*[)）]|[（(]$|^[)）]")
_UNIT_BEHIND = re.compile(r"(?<=[\u4e00-\u9fff])\s*[/／,，:：\s]\s*([^\s/／,，:：（）()]{1,6})$")  # 产量/万吨, 面积 亩
_CONDITION = re.compile(r"[≤≥<>＜＞＝=]|^[\d.]+\s*[-—–~～至]\s*[\d.]+$")
# The name of a change and nothing else: it is that of the field beside it.
_BARE_CHANGE = re.compile(
    r"(?:比|较|与|同)?(?:[上去]年|上月|同期|[上去]年同期|同比|环比)?(?:比|为)?(?:实际|名义)?"
    r"(?:增长|增速|增幅|增减|增加|上涨|涨幅|涨跌|回落|增长[率幅]|增长速度|下降|降幅|减少|变动|±|升降|涨跌)?(?:幅度|率|[（(]?[+＋]?[、,]?[-－—]?[)）]?|百分点)*"
)


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a row or a field: without its units and its period, which are facts of their own.

    ``dated`` says that a cell of it is a period and nothing else.
    """

    text: str
    label: str
    measures: tuple[Measure, ...]
    period: str = ""
    unit: str = ""
    dated: bool = False

    @property
    def changes(self) -> bool:
        """True for the name of a growth or a fall."""
        return CHANGE.search(self.text) is not None

    @property
    def falls(self) -> bool:
        """True for the name of a fall: a number without a sign is one, too."""
        return FALL.search(self.text) is not None and "增" not in self.text

    @property
    def is_share(self) -> bool:
        """True for a name whose numbers are percent where a table has some: a rate of growth, a share."""
        return self.changes or SHARE.search(self.text) is not None


def field_names(heads: Sequence[Row]) -> tuple[Name, ...]:
    """Return a name for each field, its heads from top to bottom; a title over the whole table names none.

    Nor does a row of units, one that numbers the fields, or one that says the same of every field.
    """
    width = max(map(len, heads), default=0)
    units = next((row for row in heads[1:] if _is_row_of_units(row)), ())
    rows = _spread([row for row in heads if row is not units and not is_numbering(row) and not is_note(row)])
    own = [row for at, row in enumerate(rows) if not _says_nothing(row, at, width)] or rows[-1:]
    return tuple(_field_name(own, units, field) for field in range(width))


def titles(heads: Sequence[Row]) -> list[str]:
    """Return the texts that stand over all fields of a table, and the notes between its head rows."""
    wide = [row[0].text for row in heads if len(row) > 1 and len({place.start for place in row}) == 1]
    notes = [place.text for row in heads if is_note(row) for place in row if not place.text[:1].isdigit()]
    return [text for text in dict.fromkeys((*wide, *notes)) if text]


def _spread(rows: Sequence[Row]) -> list[Row]:
    """Return head rows in which a name stands over the empty cells to its right, too, if both have names below."""
    told = list[Row]()
    for row, below in zip_longest(rows, rows[1:], fillvalue=()):
        shown = list(row)
        for field in range(1, min(len(row), len(below))):
            if not shown[field].text and below[field].text and below[field - 1].text:
                shown[field] = shown[field - 1]
        told.append(shown)
    return told


def beside(names: Sequence[Name], values: Sequence[int]) -> tuple[Name, ...]:
    """Return names in which a bare 比上年增长 is that of the field of values to its left: 产量比上年增长."""
    told, of = list(names), ""
    for field in values:
        name = names[field]
        if not name.changes and not SHARE.fullmatch(name.label):
            of = "" if PLAIN.fullmatch(name.label) or is_period(name.text) else name.label
        elif of and is_bare_change(name.label):
            told[field] = replace(name, label=f"{of}{name.label}")
    return tuple(told)


def is_bare_change(label: str) -> bool:
    """Return whether a label says that something changes and not what: 比上年增长."""
    return _BARE_CHANGE.fullmatch(label) is not None


def _is_row_of_units(row: Row) -> bool:
    if len(row) < 2:
        return False
    if UNIT_FIELD.fullmatch(row[0].text):
        return True
    stated = [place.text for place in row[1:] if place.text]
    return not row[0].text and bool(stated) and all(measure(text) is not None for text in stated)


def _field_name(heads: Sequence[Row], units: Row, field: int) -> Name:
    cells = list(dict.fromkeys(row[field].text for row in heads if field < len(row) and row[field].text))
    text = "".join(cells)
    period = next(filter(None, map(period_in, map(without_units, reversed(cells)))), "")
    said = [_EMPTY.sub("", without_period(without_units(cell)).strip(_TRIMMED)) for cell in cells]
    label = "".join(one for one in said if not PLAIN.fullmatch(one)) or next(iter(said[-1:]), "")
    measures = _measures_of(cells)
    if not measures and (behind := _UNIT_BEHIND.search(label)) and (found := measure(behind[1])) is not None:
        measures, label = (found,), label[: behind.start()]
    unit = units[field].text if field < len(units) else ""
    return Name(text, label.strip(_TRIMMED), measures, period, unit, any(map(is_period, cells)))


def _measures_of(cells: Sequence[str]) -> tuple[Measure, ...]:
    """Return the measures in the heads of a field, the nearest first; one over conditions (μ≤10) is theirs."""
    found = [PERCENT] if cells and cells[-1].endswith(("%", "％")) else []
    for at, cell in enumerate(reversed(cells)):
        if at and _CONDITION.search(without_units(cells[-1])):
            break
        found += measures_in(cell)
    return tuple(found)


def _says_nothing(row: Row, at: int, width: int) -> bool:
    if len({place.text for place in row}) == 1 and width > 1:
        return True
    others = row[1:]
    same = len({place.text for place in others}) == 1 and len({place.start for place in others}) > 1
    same = same and not is_period(others[0].text)
    return at > 0 and (same or ASIDE.fullmatch(row[0].text) is not None)
