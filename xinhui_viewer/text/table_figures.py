"""The key figures of a table: each number under the names of its row and its field, in the unit that a head gives.

A cell asserts something only with a name and a unit; a number without both is no figure, and a code never is one. Only
under periods, a series of a named thing, a number may do without a unit. Read off yearly communiqués, work reports and
statistical tables: the first rows are heads, a field or a row 单位 or a head （亿元） gives the unit, a head 2022年 the
period; what a table does not say stands over it, or in the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from xinhui_viewer.records import Block, Figure
from xinhui_viewer.text.figures import KINDS
from xinhui_viewer.text.grid import Grid, grid
from xinhui_viewer.text.table_above import Above, above
from xinhui_viewer.text.table_cells import Place, Row, head_rows, quantity, shown_rows
from xinhui_viewer.text.table_names import Name, beside, field_names, is_bare_change, titles
from xinhui_viewer.text.table_parts import is_whole_name
from xinhui_viewer.text.table_periods import completed, is_day, is_period, joined
from xinhui_viewer.text.table_subjects import Segment, segments, subjects
from xinhui_viewer.text.table_words import (
    CODE,
    COUNTED,
    COUNTS,
    PERCENT,
    PLAIN,
    SHARE,
    Measure,
    measure,
    measures_in,
    without_units,
)

MOST = 5_000  # figures of a table
MOST_CELLS = 200_000  # of a table that is read for figures
_MINUS = "-−－﹣"
_BARE = Measure(0, "", "measure")
_SHARED = 4  # characters of a title that a row's name has, too: it need not be said again
_HEADLESS = 2  # fields of a table without a head: a name with its unit, and a number
_YEAR = re.compile(r"(?:19|20)\d{2}")
_PRICE = re.compile("[单总合均报]价|价格|金额|价款|费用|预算")
_DIFFERENCE = re.compile("增减(?!率|幅)|增加(?!值)|减少|[增减][额量数]")


def table_figures(body: str, table: Block, title: str = "") -> tuple[Figure, ...]:
    """Return the figures of a table block in order, at most MOST; none when it has no grid.

    A figure's sentence is its row; ``title`` is that of the bulletin, whose period is that of numbers without one.
    """
    placed = grid(body, table, MOST_CELLS)
    return () if placed is None else grid_figures(body, placed, title)


def grid_figures(body: str, placed: Grid, title: str = "") -> tuple[Figure, ...]:
    """Return the figures of a table on a grid in order, at most MOST."""
    rows = shown_rows(placed)
    heads = head_rows(placed, rows)
    if heads >= len(rows):
        return ()
    told = above(body, placed.start, titles(rows[:heads]), title)
    names = field_names(rows[:heads]) if heads else (Name("", "", ()),) * max(map(len, rows))
    if not heads and len(names) != _HEADLESS:
        return ()
    return tuple(islice(_figures(names, rows[heads:], told), MOST))


def _figures(names: tuple[Name, ...], rows: Sequence[Row], told: Above) -> Iterator[Figure]:
    """Yield the figures of the rows below the head in the order of the text."""
    found = segments(names, rows)
    parts = [(_frame(names, segment, told), segment, subjects(segment, names, rows)) for segment in found]
    for at, row in enumerate(rows):
        for frame, segment, about in parts:
            yield from _row(frame, segment, row, about[at])


@dataclass(frozen=True, slots=True)
class _Frame:
    """The facts of a table for all its rows: the names of its fields, the lines above, and the latest year of a head.

    ``alone`` says that nothing names its rows.
    """

    names: tuple[Name, ...]
    above: Above
    year: str
    alone: bool


def _frame(names: tuple[Name, ...], segment: Segment, told: Above) -> _Frame:
    years = [year for name in names for year in _YEAR.findall(name.period)]
    periods = [name.period for name in names if years and name.period.startswith(max(years))]
    return _Frame(beside(names, segment.values), told, next(iter(periods), ""), not segment.labelling)


def _row(frame: _Frame, segment: Segment, row: Row, subject: Name) -> Iterator[Figure]:
    for field in segment.values:
        if field < len(row) and row[field].first and row[field].text:
            figure = _figure(frame, frame.names[field], row[field], subject)
            if figure is not None:
                yield figure


def _figure(frame: _Frame, name: Name, place: Place, subject: Name) -> Figure | None:
    label = _label(frame, name, subject)
    found = quantity(place.text, _measures(frame, name, subject, label))
    if found is None or not (label or (frame.alone and is_period(name.text))):
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
        period=_period(frame, name, subject, changes=changes),
        sentence=place.row,
    )


def _period(frame: _Frame, name: Name, subject: Name, *, changes: bool) -> str:
    """Return the period of a number: a year of its row or head, with the months of the other; else that of the table.

    A change since the previous year belongs to the latest year that a head names.
    """
    near = joined(subject.period, name.period)
    return completed(near, frame.above.period) or (frame.year if changes else "") or frame.above.period


def _measures(frame: _Frame, name: Name, subject: Name, label: str) -> tuple[Measure, ...]:
    """Return the measures that may apply to a bare number, those of the nearest word first."""
    near = (*_stated(name.unit), *name.measures)
    if not near and name.is_share:  # 亿元 of the row is no unit of its growth
        return _percent(frame.above, name)
    near = (*near, *subject.measures, *measures_in(frame.above.subject), *_unit_of_row(name, subject))
    if not near and subject.is_share and not (frame.above.only_one or COUNTS.search(name.text)):
        return _percent(frame.above, subject)
    told = (without_units(name.text), subject.label, frame.above.thing)
    counted = next(filter(None, map(COUNTED.search, told)), None)
    found = (*near, *frame.above.fitting(label, share=False), *_stated(counted[1] if counted else ""))
    return found or ((_BARE,) if _is_series(name, subject) else ())


def _unit_of_row(name: Name, subject: Name) -> tuple[Measure, ...]:
    """Return the unit that a row states: of things (台), it is not that of their price."""
    found = _stated(subject.unit)
    return () if _PRICE.search(name.label) and found and "元" not in found[0].unit else found


def _percent(told: Above, name: Name) -> tuple[Measure, ...]:
    """Return percent for a growth or a share without a unit, unless it may be the difference itself: 增减."""
    if "%" in name.text or "％" in name.text:
        return (PERCENT,)
    return told.fitting(name.label, share=True) or (() if _DIFFERENCE.search(name.text) else (PERCENT,))


def _stated(unit: str) -> tuple[Measure, ...]:
    found = measure(unit, stated=True) if unit else None
    return (found,) if found is not None else ()


def _is_series(name: Name, subject: Name) -> bool:
    """Return whether a number is one of a series over periods, so that its name says enough without a unit."""
    if name.changes or subject.changes or CODE.search(subject.label):
        return False
    if name.dated:
        return True
    return bool(subject.period and name.label) and not (name.period or is_day(subject.period))


def _label(frame: _Frame, name: Name, subject: Name) -> str:
    """Return a figure's label: its row's name, the thing that the table measures, and the addition of its field."""
    own = "" if PLAIN.fullmatch(name.label) else name.label
    if frame.above.subject:
        of = f"{subject.label}{without_units(frame.above.subject)}"
    else:
        of, own = _with_thing(frame.above.thing, subject.label, own, stated=bool(name.measures or name.unit))
    if not of:
        return own or name.label
    shared = next((n for n in range(len(own), 1, -1) if of.endswith(own[:n])), 0)  # 肉类总产量 and 产量比上年增长
    return f"{of}{own[shared:]}"


def _with_thing(thing: str, of: str, own: str, *, stated: bool) -> tuple[str, str]:
    """Return the name of a row and the addition of its field with the thing that the table's title says it measures.

    The name of a row may say that by itself, the head of a field may say the end of it: 指数 of 居民消费价格指数. One
    without a unit that is ``stated`` is a part of that thing: 男 and 女 of 年末人口.
    """
    if not thing or is_whole_name(of) or _share_words(thing, of):
        return of, own
    if own and thing.endswith(own):
        return of, thing
    if not own or is_bare_change(own) or SHARE.fullmatch(own):
        return f"{of}{thing}", own
    return of, own if stated or is_whole_name(own) else f"{own}{thing}"


def _share_words(thing: str, of: str) -> bool:
    return any(thing[at : at + _SHARED] in of for at in range(len(thing) - _SHARED + 1))
