"""Key figures of one thing over time: the same label of the same source, unit and length of period.

Labels are compared without words that differ from year to year and do not name the thing: 全区共, 累计, 截至年底.
Figures of different units are never joined, nor a quarter's with a year's.
"""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from xinhui_viewer.facts import day
from xinhui_viewer.records import KeyFigure, Point, Series
from xinhui_viewer.text.fold import fold
from xinhui_viewer.text.label_sureness import doubt, is_sure

# By source, unit and folded label: the series that the user put it in.
Choices = Mapping[tuple[str, str, str], str]

_LEAST = 2  # days that a series must have points on
_LEADING = re.compile(
    r"^(?:(?:全|我|本)(?:区|市|省|县|镇|乡|国|州|旗|街|院|局|年)|(?:今|去|前|当|上|本)年|年(?:末|底|内|初)|"
    r"(?:19|20)\d\d年(?:度)?|截至.{0,8}?(?:[年月][末底]|末|底|日|月|年)|(?:上|下)半年|(?:前|第)?[一二三四]季度|\d{1,2}(?:-|至|~)\d{1,2}月|"
    r"目前|至今|以来|累计|总计|合计|一共|共计|共有|共|已|均|其中|实现(?=.{3})|完成(?=.{3})|全部)+[,、的]?"
)
_TRAILING = re.compile(r"(?:已|均|共|约|超过|突破|达到|达|为|有|是|实现|完成|合计|累计|总数|总量)+$")
_YEAR = re.compile(r"(19|20)\d\d")
_MONTHS = re.compile(r"(?:(\d{1,2})[-至~—])?(\d{1,2})月")
_PART = re.compile(r"(?:(?:19|20)\d\d年)?(?:[上下]半年|[前第]?[一二三四]季度|\d{1,2}(?:-|至|—)\d{1,2}月)")
_YEAR_BEFORE = re.compile("去年|上年")
_REPORTS_OF_LAST_YEAR = 4  # the last month in which a report's 全年 is the year that has ended
_QUARTERS = {"一": 3, "二": 6, "三": 9, "四": 12}
_QUARTER = re.compile("([一二三四])季度")


def series_label(label: str) -> str:
    """Return a label without words that do not name the thing itself."""
    folded = re.sub(r"\s+", "", fold(label))
    bare = _TRAILING.sub("", _LEADING.sub("", folded))
    return bare if len(bare) >= 2 else folded


def span(period: str) -> str:
    """Return the length of a period, empty for a year or an unnamed one: figures of unlike spans are not compared."""
    if "半年" in period:
        return "下半年" if "下半年" in period else "上半年"
    quarter = _QUARTER.search(period)
    if quarter:
        return f"{'前' if '前' in period else ''}{quarter[1]}季度"
    months = _MONTHS.search(period)
    if months and months[1]:
        return f"{int(months[1])}-{int(months[2])}月"
    if months:
        return f"截至{int(months[2])}月" if "截" in period else "月"
    if re.search("每|平均|日均|月均", period):
        return "每"
    if re.search("[三四五六七八九十两多][年]|以来|五年|期间", period):
        return "多年"
    return ""


def last_day(period: str, said: date | None) -> date | None:
    """Return the last day of a period, by the year it names, else that of the day it was said."""
    if not period:
        return said
    year, month = _year(period, said), _month(period)
    return date(year, month, calendar.monthrange(year, month)[1]) if year is not None else None


def _year(period: str, said: date | None) -> int | None:
    named = _YEAR.search(period)
    if named:
        return int(named[0])
    if said is None:
        return None
    ended = "全年" in period and said.month <= _REPORTS_OF_LAST_YEAR
    return said.year - 1 if ended or _YEAR_BEFORE.search(period) else said.year


def _month(period: str) -> int:
    quarter, months = _QUARTER.search(period), _MONTHS.search(period)
    if "上半年" in period:
        return 6
    if quarter:
        return _QUARTERS[quarter[1]]
    return int(months[2]) if months and 1 <= int(months[2]) <= 12 else 12


def series(figures: Iterable[KeyFigure], choices: Choices | None = None) -> tuple[Series, ...]:
    """Return the series among key figures, those with most days first; a day has one point, the latest."""
    decided = choices or {}
    groups: defaultdict[tuple[str, str, str, str], list[Point]] = defaultdict(list)
    for key in figures:
        period = key.figure.period or _of_title(key.title)
        last, name = last_day(period, day(key)), _name(key, decided)
        if last is not None and name and key.figure.kind != "rank":
            groups[name, key.figure.unit, key.source, span(period)].append(Point(last, key))
    found = [_series(*name, points, decided) for name, points in groups.items() if _is_named(points, decided)]
    return tuple(sorted((one for one in found if len(one.points) >= _LEAST), key=_rank))


def _name(key: KeyFigure, decided: Choices) -> str:
    """Return the name of the series that a figure may belong to; empty when its label is not sure to name anything.

    A short one may: 接处警 is sure beside 全区共接处警.
    """
    chosen = decided.get(choice_key(key), "")
    may = key.figure.label and doubt(key.figure.label, key.figure.text) in (None, "short")
    return chosen or (series_label(key.figure.label) if may else "")


def _is_named(points: Iterable[Point], decided: Choices) -> bool:
    """Return whether a label of a series is sure, or one that the user has put there."""
    return any(is_sure(point.key.figure) or choice_key(point.key) in decided for point in points)


def _of_title(title: str) -> str:
    """Return the part of a year in a title, for figures without a period: 2023年前三季度; empty when there is none."""
    found = _PART.search(title)
    return found[0] if found else ""


def choice_key(key: KeyFigure) -> tuple[str, str, str]:
    """Return the key of a user's choice about a figure: source, unit and label as folded."""
    return label_key(key.source, key.figure.unit, key.figure.label)


def label_key(source: str, unit: str, label: str) -> tuple[str, str, str]:
    """Return the key of a user's choice about a label of a source and unit."""
    return source, unit, re.sub(r"\s+", "", fold(label))


def _series(label: str, unit: str, source: str, length: str, points: list[Point], choices: Choices) -> Series:
    latest: dict[date, Point] = {}
    for point in sorted(points, key=lambda one: (one.day, day(one.key) or date.min, one.key.n), reverse=True):
        latest.setdefault(point.day, point)
    labels = tuple(dict.fromkeys(point.key.figure.label for point in points))
    chosen = any(choice_key(point.key) in choices for point in points)
    return Series(label, unit, source, length, tuple(latest[at] for at in sorted(latest)), labels, chosen)


def _rank(one: Series) -> tuple[int, str, str]:
    return -len(one.points), one.source, one.label
