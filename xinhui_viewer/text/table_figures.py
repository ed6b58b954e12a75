"""The key figures of a table: each number under the names of its row and its field, in the unit that a head gives.

A cell asserts something only with a name and a unit; a number without either is no figure. Read off yearly
communiqués and work reports: the first rows are heads, a field 单位 or a head （亿元） gives the unit, a head 2022年
the period.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xinhui_viewer.records import Block, Cell, Figure, FigureKind
from xinhui_viewer.text.figures import KINDS
from xinhui_viewer.text.numerals import number
from xinhui_viewer.text.quantities import Quantity, quantities

_MOST_FIELDS = 64  # a wider table is a layout or a data sheet
_NUMBER = re.compile(r"[-+−－﹣]?\d[\d,]*(?:\.\d+)?")
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
    """Return the figures of a table block in order; a figure's sentence is its row."""
    grid = _grid(table)
    heads = _head_rows(table.rows, grid)
    if not heads or heads >= len(grid):
        return ()
    names = _field_names(grid[:heads])
    above = _UNIT_ABOVE.search(body, body.rfind("\n", 0, max(0, table.start - 1)) + 1, table.end)
    frame = _Frame(names, _labelling(names, grid[heads:]), above[1] if above else "")
    return tuple(figure for row in grid[heads:] for figure in _row(frame, row))


def written(figure: Figure) -> str:
    """Return a figure as it is read: a table's 742.8 with the unit that its head gives, 742.8亿元."""
    plain = number(figure.text.lstrip("+"))
    if plain is None or not _NUMBER.fullmatch(figure.text):
        return figure.text
    fold = {10**power: sign for sign, power in (("", 0), ("千", 3), ("万", 4), ("百万", 6), ("亿", 8))}
    share = round(abs(figure.value / plain)) if plain else 1
    return f"{figure.text}{fold.get(share, '')}{'个' if figure.unit == '百分点' else ''}{figure.unit}"


@dataclass(frozen=True, slots=True)
class _Place:
    """A cell where it shows, with its offset in the body and whether it begins there."""

    text: str
    start: int
    first: bool
    row_start: int
    row_end: int


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a table says once for all rows: the fields' names, which fields name the row, a unit for all."""

    names: tuple[str, ...]
    labelling: tuple[int, ...]
    unit: str


def _grid(table: Block) -> list[list[_Place]]:
    """Return the cells of each row where they show: one that spans several rows or fields stands in each."""
    grid: list[list[_Place]] = []
    hanging: dict[int, tuple[int, _Place]] = {}
    start = table.start
    for row in table.rows:
        end = start + sum(len(cell.text) + 1 for cell in row) - 1 if row else start
        shown: list[_Place] = []
        at = start
        for cell in row:
            _hang(shown, hanging)
            place = _Place(cell.text.strip(), at + len(cell.text) - len(cell.text.lstrip()), True, start, end)
            for number_of in range(min(max(1, cell.fields), _MOST_FIELDS - len(shown) + 1)):
                shown.append(place if number_of == 0 else _again(place))
                if cell.rows > 1:
                    hanging[len(shown) - 1] = (cell.rows, _again(place))
            at += len(cell.text) + 1
        _hang(shown, hanging)
        hanging = {field: (left - 1, place) for field, (left, place) in hanging.items() if left > 1}
        grid.append(shown)
        start = end + 1
    return grid


def _hang(shown: list[_Place], hanging: dict[int, tuple[int, _Place]]) -> None:
    while len(shown) in hanging and len(shown) < _MOST_FIELDS:
        shown.append(hanging[len(shown)][1])


def _again(place: _Place) -> _Place:
    return _Place(place.text, place.start, False, place.row_start, place.row_end)


def _head_rows(rows: Sequence[Sequence[Cell]], grid: Sequence[Sequence[_Place]]) -> int:
    """Return how many rows at the top are heads: those marked so, else those without a number that is no year."""
    marked = 0
    for row in rows:
        if not row or not all(cell.head for cell in row):
            break
        marked += 1
    if marked:
        return marked
    plain = 0
    for shown in grid[:4]:
        if not shown or any(_counts(place.text) and not _PERIOD.fullmatch(place.text) for place in shown):
            break
        plain += 1
    return plain if plain < len(grid) else 0


def _counts(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None or _quantity(text, ()) is not None


def _field_names(heads: Sequence[Sequence[_Place]]) -> tuple[str, ...]:
    """Return a name for each field, its heads from top to bottom; a title over the whole table names none."""
    width = max(map(len, heads))
    own = [row for row in heads if len({place.text for place in row}) > 1 or width == 1] or heads[-1:]
    return tuple(
        "".join(dict.fromkeys(row[field].text for row in own if field < len(row)))
        for field in range(min(width, _MOST_FIELDS))
    )


def _labelling(names: Sequence[str], rows: Sequence[Sequence[_Place]]) -> tuple[int, ...]:
    """Return the fields before the first number that name a row: texts, or years under 年份."""
    found: list[int] = []
    for field, name in enumerate(names):
        cells = [row[field].text for row in rows if field < len(row) and row[field].text]
        numeric = sum(map(_counts, cells))
        if _SERIAL.fullmatch(name) or _UNIT_FIELD.fullmatch(name):
            continue
        if numeric * 2 > len(cells) and not _YEARS.search(name):
            break
        found.append(field)
    return tuple(found)


def _row(frame: _Frame, row: Sequence[_Place]) -> Iterator[Figure]:
    named = [row[field].text for field in frame.labelling if field < len(row) and row[field].text]
    years = [text for text in named if _PERIOD.match(text)]
    label = "".join(dict.fromkeys(text for text in named if text not in years))
    own = next((row[f].text for f, name in enumerate(frame.names) if f < len(row) and _UNIT_FIELD.fullmatch(name)), "")
    for field, place in enumerate(row[: len(frame.names)]):
        if not place.first or field in frame.labelling or not place.text:
            continue
        figure = _figure(frame, field, place, label, own, years[0] if years else "")
        if figure is not None:
            yield figure


def _figure(frame: _Frame, field: int, place: _Place, label: str, own: str, year: str) -> Figure | None:
    name = frame.names[field]
    if _SERIAL.fullmatch(name) or _UNIT_FIELD.fullmatch(name):
        return None
    found = _quantity(place.text, _units(frame, name, label, own))
    named = _label(name, label)
    if found is None or not named:
        return None
    changes = _CHANGE.search(name) is not None and found.sort in ("percent", "points")
    kind: FigureKind = "change" if changes else KINDS[found.sort]
    sign = -1 if place.text[0] in "-−－﹣" else 1
    if changes and _FALL.search(name) and "增" not in name:
        sign = -sign
    # What a change is since the year before is of the year that the first field names.
    period = _PERIOD.search(name) or (_PERIOD.search("\t".join(frame.names)) if changes else None)
    return Figure(
        text=place.text,
        start=place.start,
        label=named,
        value=sign * found.value,
        unit=found.unit,
        kind=kind,
        approx=found.approx,
        value_max=found.maximum,
        period=year or (period[0] if period else ""),
        sentence=(place.row_start, place.row_end),
    )


def _units(frame: _Frame, name: str, label: str, own: str) -> tuple[str, ...]:
    """Return the units that may stand behind a bare number, the nearest word first."""
    bracketed = [match[1] for text in (name, label) for match in _BRACKETED.finditer(text)]
    counted = _COUNTED.search(_BRACKETED.sub("", name)) or _COUNTED.search(_BRACKETED.sub("", label))
    if not bracketed and _CHANGE.search(name):
        return ("%",) if "%" in name or "％" in name else ()
    return tuple(unit for unit in (*bracketed[:1], own, frame.unit, counted[1] if counted else "") if unit)


def _quantity(text: str, units: Sequence[str]) -> Quantity | None:
    """Return the quantity that a whole cell states, in its own unit or in the first of ``units`` that is one."""
    bare = text.lstrip("-+−－﹣ ")
    for unit in units if _NUMBER.fullmatch(text) else ("",):
        found = quantities(bare + unit.strip())
        if len(found) == 1 and (found[0].start, found[0].end) == (0, len(bare + unit.strip())):
            return found[0]
    return None


def _label(name: str, label: str) -> str:
    """Return a figure's name: its row's, with what its field adds to it."""
    field = _PERIOD.sub("", _BRACKETED.sub("", name)).strip(" %％（）()、，")
    row = _BRACKETED.sub("", label).strip()
    if not row or _TOTAL.fullmatch(row):
        return field
    return row if not field or _PLAIN.fullmatch(field) else f"{row}{field}"
