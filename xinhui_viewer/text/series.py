"""Key figures of one thing over time: the same label of the same source, unit, kind, scope and length of period.

Labels are compared without words that differ from year to year and do not name the thing: 全区共, 累计, 截至年底; they
are shown as they are printed. Figures of different units are never joined, nor a quarter's with a year's, nor those of
全市 and 全区, nor a level with a change of it, nor the dead of one accident with those of another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from xinhui_viewer.facts import day
from xinhui_viewer.records import KeyFigure, Point, Series
from xinhui_viewer.text.fold import fold
from xinhui_viewer.text.label_sureness import doubt, is_sure
from xinhui_viewer.text.period_spans import last_day, span
from xinhui_viewer.text.series_labels import is_of_event, is_of_law, label_key, scope, series_label

# By source, unit and folded label: the series that the user put it in.
Choices = Mapping[tuple[str, str, str], str]

_LEAST = 2  # days that a series must have points on
_PART = re.compile(r"(?:(?:19|20)\d\d年)?(?:[上下]半年|[前第]?[一二三四]季度|\d{1,2}(?:-|至|—)\d{1,2}月)")

_YEAR_OF = re.compile(r"(?:19|20)\d\d年")
_VARYING = re.compile(r"[\d〇○零一二三四五六七八九十年月日\s]+")


class _Kin(NamedTuple):
    """All that figures of one series share, but for their scope."""

    name: str
    unit: str
    source: str
    span: str
    changes: bool


def series(figures: Iterable[KeyFigure], choices: Choices | None = None) -> tuple[Series, ...]:
    """Return the series among key figures, those with most days first; a day has one point, the latest."""
    decided = choices or {}
    kin: defaultdict[_Kin, defaultdict[str, list[Point]]] = defaultdict(lambda: defaultdict(list))
    for key in figures:
        period = key.figure.period or _of_title(key)
        last, named = last_day(period, day(key)), _named(key, decided, period)
        if last is not None and named and key.figure.kind != "rank":
            shared = _Kin(series_label(named), key.figure.unit, key.source, span(period), key.figure.kind == "change")
            kin[shared][scope(named)].append(Point(last, key))
    found = [
        _series(shared, points, decided)
        for shared, scoped in kin.items()
        for points in map(_of_one_thing, _of_scopes(scoped))
        if _is_named(points, decided)
    ]
    return tuple(sorted((one for one in found if len(one.points) >= _LEAST), key=_rank))


def _of_scopes(scoped: Mapping[str, list[Point]]) -> Iterable[list[Point]]:
    """Return the points of each scope; those without one belong to the only scope that is named, if one is."""
    if len(scoped.keys() - {""}) > 1:
        return scoped.values()
    return ([point for points in scoped.values() for point in points],)


def _of_one_thing(points: list[Point]) -> list[Point]:
    """Return the points whose figures or bulletins name a period, or whose bulletins come again under their title.

    设计时速 of one railway says nothing of the next one's; a yearly report goes on where that of the year before ended.
    """
    days = defaultdict[str, set[date]](set)
    for point in points:
        days[_lasting(point.key.title)].add(point.day)
    return [one for one in points if _is_timed(one.key) or len(days[_lasting(one.key.title)]) >= _LEAST]


def _is_timed(key: KeyFigure) -> bool:
    return bool(key.figure.period) or _YEAR_OF.search(key.title) is not None


def _lasting(title: str) -> str:
    """Return what a title keeps from year to year."""
    return _VARYING.sub("", fold(title))


def _named(key: KeyFigure, decided: Choices, period: str) -> str:
    """Return the label by which a figure belongs to a series; empty when it is not sure to name anything lasting.

    A short one may: 接处警 is sure beside 全区共接处警.
    """
    chosen = decided.get(choice_key(key), "")
    label = key.figure.label
    if chosen or not label or doubt(label, key.figure.text, key.figure.kind) not in (None, "short"):
        return chosen
    once = key.figure.kind == "duration" and not period
    of_year = period or "".join(_YEAR_OF.findall(key.title)[:1])
    return "" if once or is_of_law(label) or is_of_event(label, span(of_year), of_year) else label


def _is_named(points: Iterable[Point], decided: Choices) -> bool:
    """Return whether a label of a series is sure, or one that the user has put there."""
    return any(is_sure(point.key.figure) or choice_key(point.key) in decided for point in points)


def _of_title(key: KeyFigure) -> str:
    """Return the period that a title names, for a figure without one: 2023年前三季度, or the year that has ended."""
    found = _PART.search(key.title)
    if found:
        return found[0]
    year, said = _YEAR_OF.search(key.title), day(key)
    # A report of 2024 may be on 2023: only the year before the day of publication is sure to be the one told of.
    return year[0] if year and said and int(year[0][:4]) == said.year - 1 else ""


def choice_key(key: KeyFigure) -> tuple[str, str, str]:
    """Return the key of a user's choice about a figure: source, unit and label as folded."""
    return label_key(key.source, key.figure.unit, key.figure.label)


def _series(shared: _Kin, points: list[Point], decided: Choices) -> Series:
    latest: dict[date, Point] = {}
    for point in sorted(points, key=lambda one: (one.day, day(one.key) or date.min, one.key.n), reverse=True):
        latest.setdefault(point.day, point)
    labels = tuple(dict.fromkeys(point.key.figure.label for point in points))
    chosen = next(filter(None, (decided.get(choice_key(point.key)) for point in points)), "")
    label = chosen or min(labels, key=len)
    kept = tuple(latest[at] for at in sorted(latest))
    return Series(label, shared.unit, shared.source, shared.span, kept, labels, bool(chosen))


def _rank(one: Series) -> tuple[int, str, str]:
    return -len(one.points), one.source, one.label
