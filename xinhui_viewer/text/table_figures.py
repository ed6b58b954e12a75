"""The key figures of a table: each number under the names of its row and its field, in the unit that a head gives.

A cell asserts something only with a name and a unit; a number without both is no figure. Read off yearly
communiqués and work reports: the first rows are heads, a field 单位 or a head （亿元） gives the unit, a head 2022年
the period.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from xinhui_viewer.records import Block, Figure, FigureKind, Span
from xinhui_viewer.text.figure_text import NUMBER
from xinhui_viewer.text.figures import KINDS
from xinhui_viewer.text.grid import Grid, grid
from xinhui_viewer.text.quantities import Quantity, quantities

_MINUS = "-−－﹣"
_PERIOD = re.compile(
    r"(?:19|20)\d{2}(?:年(?:\d{1,2}(?:[—–-]\d{1,2})?月|[一二三四]季度|上半年|下半年)?|(?=$|\D))|全年|本年|上年"
)
_YEARS = re.compile(r"年份|年度|时间|月份|季度|时期")
_SERIAL = re.compile(r"序\s*号|编\s*号|排\s*序")
_UNIT_FIELD = re.compile(r"(?:计量|数量)?\s*单\s*位")
_BRACKETED = re.compile(r"[（(](?:单位[：:])?\s*([^（）()]{1,8})[）)]")
_UNIT_ABOVE = re.compile(r"(?:计量)?单位\s*[：:]\s*([^\s，。；、）)\t]{1,8})")
_COUNTED = re.compile(r"([人件户宗个家次起项]|人次)数$")
_CHANGE = re.compile(r"增长|增速|增减|增幅|下降|降幅|同比|环比|比上年|较上年|±")
_FALL = re.compile(r"下降|降幅|减少")
_PLAIN = re.compile(
    r"数值|数量|数据|总数|总量|绝对数|绝对值|金额|人数|件数|户数|完成(?:数|情况|量)?|实绩|指标值|本期|累计|合计|数额|情况|实际|值"
)
_TOTAL = re.compile(r"合\s*计|总\s*计|总\s*数|全\s*区|全\s*市|全\s*县")


def table_figures(body: str, table: Block) -> tuple[Figure, ...]:
    """Return the figures of a table block in order, none when it has no grid; a figure's sentence is its row."""
    placed = grid(body, table)
    if placed is None:
        return ()
    rows = _shown(placed)
    heads = _head_rows(placed, rows)
    if not heads or heads >= len(rows):
        return ()
    above = _UNIT_ABOVE.search(body, body.rfind("\n", 0, max(0, table.start - 1)) + 1, table.end)
    frame = _frame(_field_names(rows[:heads]), rows[heads:], above[1] if above else "")
    return tuple(figure for row in rows[heads:] for figure in _row(frame, row))


@dataclass(frozen=True, slots=True)
class _Place:
    """A cell where it shows, with its offset in the body, the span of its row, and whether it begins here."""

    text: str = ""
    start: int = 0
    row: Span = (0, 0)
    first: bool = False


@dataclass(frozen=True, slots=True)
class _Frame:
    """The facts of a table for all its rows: its fields' names, which fields name a row, its unit and its values, and a
    unit for all.
    """

    names: tuple[str, ...]
    labelling: tuple[int, ...]
    units: tuple[int, ...]
    values: tuple[int, ...]
    unit: str


@dataclass(frozen=True, slots=True)
class _Subject:
    """The label, unit and period that a row gives all its values, each empty where it gives none."""

    label: str
    unit: str
    period: str


def _shown(table: Grid) -> list[list[_Place]]:
    """Return the cells of each row as they show: one that spans several rows or fields stands in each."""
    shown: list[list[_Place]] = [[] for _row in range(table.rows)]
    for cells in table.by_row():
        for cell in cells:
            start = cell.start + len(cell.text) - len(cell.text.lstrip())
            place = _Place(cell.text.strip(), start, (cells[0].start, cells[-1].start + len(cells[-1].text)))
            for row in shown[cell.row : cell.row + cell.rows]:
                row += [_Place()] * (cell.field + cell.fields - len(row))
                row[cell.field : cell.field + cell.fields] = [place] * cell.fields
            shown[cell.row][cell.field] = replace(place, first=True)
    return shown


def _head_rows(table: Grid, rows: Sequence[Sequence[_Place]]) -> int:
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
        if not shown or any(_counts(place.text) and not _PERIOD.fullmatch(place.text) for place in shown):
            break
        plain += 1
    return plain if plain < len(rows) else 0


def _counts(text: str) -> bool:
    return NUMBER.fullmatch(text) is not None or _quantity(text, ()) is not None


def _field_names(heads: Sequence[Sequence[_Place]]) -> tuple[str, ...]:
    """Return a name for each field, its heads from top to bottom; a title over the whole table names none."""
    width = max(map(len, heads))
    own = [row for row in heads if len({place.text for place in row}) > 1 or width == 1] or heads[-1:]
    return tuple("".join(dict.fromkeys(row[field].text for row in own if field < len(row))) for field in range(width))


def _frame(names: tuple[str, ...], rows: Sequence[Sequence[_Place]], unit: str) -> _Frame:
    units = tuple(field for field, name in enumerate(names) if _UNIT_FIELD.fullmatch(name))
    subjects = [field for field, name in enumerate(names) if field not in units and not _SERIAL.fullmatch(name)]
    labelling = tuple(takewhile(lambda field: _names_rows(names[field], field, rows), subjects))
    return _Frame(names, labelling, units, tuple(subjects[len(labelling) :]), unit)


def _names_rows(name: str, field: int, rows: Sequence[Sequence[_Place]]) -> bool:
    """Return whether the cells of a field name their rows: texts, or years under 年份."""
    cells = [text for row in rows for text in _texts(row, (field,))]
    return sum(map(_counts, cells)) * 2 <= len(cells) or _YEARS.search(name) is not None


def _texts(row: Sequence[_Place], fields: Sequence[int]) -> list[str]:
    """Return the non-empty texts in these fields of a row."""
    return [row[field].text for field in fields if field < len(row) and row[field].text]


def _row(frame: _Frame, row: Sequence[_Place]) -> Iterator[Figure]:
    named = _texts(row, frame.labelling)
    years = [text for text in named if _PERIOD.match(text)]
    label = "".join(dict.fromkeys(text for text in named if text not in years))
    subject = _Subject(label, next(iter(_texts(row, frame.units)), ""), next(iter(years), ""))
    for field in frame.values:
        if field < len(row) and row[field].first and row[field].text:
            figure = _figure(frame, frame.names[field], row[field], subject)
            if figure is not None:
                yield figure


def _figure(frame: _Frame, name: str, place: _Place, subject: _Subject) -> Figure | None:
    found = _quantity(place.text, _units(frame, name, subject.label, subject.unit))
    label = _label(name, subject.label)
    if found is None or not label:
        return None
    changes = _CHANGE.search(name) is not None and found.sort in ("percent", "points")
    kind: FigureKind = "change" if changes else KINDS[found.sort]
    falls = changes and _FALL.search(name) is not None and "增" not in name
    # A change since the previous year belongs to the year that the first field names.
    period = _PERIOD.search(name) or (_PERIOD.search("\t".join(frame.names)) if changes else None)
    return Figure(
        text=place.text,
        start=place.start,
        label=label,
        value=-found.value if falls != (place.text[0] in _MINUS) else found.value,
        unit=found.unit,
        kind=kind,
        approx=found.approx,
        value_max=found.maximum,
        period=subject.period or (period[0] if period else ""),
        sentence=place.row,
    )


def _units(frame: _Frame, name: str, label: str, own: str) -> tuple[str, ...]:
    """Return the units that may apply to a bare number, those of the nearest word first."""
    bracketed = [match[1] for text in (name, label) for match in _BRACKETED.finditer(text)]
    counted = _COUNTED.search(_BRACKETED.sub("", name)) or _COUNTED.search(_BRACKETED.sub("", label))
    if not bracketed and _CHANGE.search(name):
        return ("%",) if "%" in name or "％" in name else ()
    return tuple(unit for unit in (*bracketed[:1], own, frame.unit, counted[1] if counted else "") if unit)


def _quantity(text: str, units: Sequence[str]) -> Quantity | None:
    """Return the quantity that a whole cell states, in its own unit or in the first of ``units`` that is one."""
    bare = text.lstrip("-+−－﹣ ")
    for unit in units if NUMBER.fullmatch(text) else ("",):
        found = quantities(bare + unit.strip())
        if len(found) == 1 and (found[0].start, found[0].end) == (0, len(bare + unit.strip())):
            return found[0]
    return None


def _label(name: str, label: str) -> str:
    """Return a figure's label: its row's name, with the addition of its field."""
    field = _PERIOD.sub("", _BRACKETED.sub("", name)).strip(" %％（）()、，")
    row = _BRACKETED.sub("", label).strip()
    if not row or _TOTAL.fullmatch(row):
        return field
    return row if not field or _PLAIN.fullmatch(field) else f"{row}{field}"
