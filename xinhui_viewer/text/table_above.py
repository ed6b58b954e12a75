"""The facts that stand over a table for all its numbers: their units, their period and the thing that they measure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xinhui_viewer.text import table_periods
from xinhui_viewer.text.figure_text import NUMBER
from xinhui_viewer.text.table_parts import is_whole_name
from xinhui_viewer.text.table_words import Measure, measure, measures_in, without_units

_UNIT = re.compile(
    r"(?:^|[\s(（【\[,，;；、：:])(?:计量|金额|数量|货币)?[单單]\s*位\s*[：:]\s*"
    r"([^\n\t，。）)\]】]{1,24})",
    re.MULTILINE,
)
_DIVIDED = re.compile(r"[、,，;；\s]+|(?<=[元人吨户])[/／](?=[%％])")
_SUBJECT = re.compile(r"指\s*标\s*[：:]\s*(\S.*)")
_SENTENCE = re.compile("[。；;]$")
_TITLE = re.compile(r"\s*附?表\s*(?:[\d一二三四五六七八九十]+(?:\s*[-—–.．]\s*\d+)*)?\s*[：:、.．]?\s*")
_PLACE = re.compile("^[\u4e00-\u9fff]{2,4}?(?<!地)(?:省|市|州|县|区|镇|乡)(?=.{4})")
_SCOPE = re.compile(
    r"^(?:全[国省市州区县镇])?(?:分(?:行业|地区|[县市]?区县?|镇街?|月|季度?|城乡|性别|年龄|产业|登记注册类型)"
    r"|按[^分]{2,10}分组?的?|各(?:[县市区省镇街]|乡镇|镇街|地区?|行业|部门)+(?:[（(][^）)]*[)）])?|主要(?:年份|国家|城市|地区)(?:和地区)?)"
)
_STATISTIC = re.compile(
    "(?:(?:及其?|和)?(?:构成|增[速幅]|增长(?:速度|情况|率)?|变动|比重|占比|基本|情况|统计|汇总|一览|明细|数据|表))+$"
)
_SEVERAL = re.compile("[及与和、，]|主要|重点|指标")
_NOTE = re.compile("[（(]?[^：:]{2,8}[：:]")
_DATING = re.compile(f"{_TITLE.pattern}(?:$|.)(?<![：:])|[（(]?(?:时[间期]|期间|年度|报告期|所属期|截[至止])")
_LINES, _LONGEST = 4, 60
_MONEY = re.compile("额|产值|增加值|收入|支出|投资|存款|贷款|税|费|资金|资产|利润|生产总值|GDP")
_PEOPLE = re.compile("人口|人数|人员|就业|职工|人次|旅客|客运|学生")


@dataclass(frozen=True, slots=True)
class Above:
    """The facts that the lines over a table give to all its numbers: their units, subject and period.

    ``thing`` is what the title says that they measure.
    """

    measures: tuple[Measure, ...] = ()
    subject: str = ""
    thing: str = ""
    period: str = ""

    @property
    def only_one(self) -> bool:
        """True where one unit is stated that is no share: that of every number."""
        return len(self.measures) == 1 and not self.measures[0].is_share

    def fitting(self, label: str, *, share: bool) -> tuple[Measure, ...]:
        """Return the measure for the numbers of a name, the only one that can be meant; ``share`` wants percent."""
        wanted = [one for one in self.measures if one.is_share == share]
        if share or len(wanted) == 1:
            return tuple(wanted)
        return tuple(_meant(wanted, label)) if wanted else self.measures[: len(self.measures) == 1]


def _meant(measures: Sequence[Measure], label: str) -> list[Measure]:
    """Return the measure that a name is in by its words: people for a population, money for an income."""
    for words, unit in ((_PEOPLE, "人"), (_MONEY, "元")):
        meant = [one for one in measures if unit in one.unit]
        if meant and words.search(label):
            return meant[:1]
    return []


def above(body: str, start: int, titles: Sequence[str], title: str) -> Above:
    """Return what is said over a table that begins at ``start``.

    ``titles`` are the texts in it over all its fields, ``title`` is that of the bulletin.
    """
    over = _lines(body, start)
    lines = (*reversed(titles), *over)
    units = next((match[1] for line in (*lines, title) if (match := _UNIT.search(line))), "")
    measures = tuple(_measures(units)) or next(filter(None, map(_of_title, (*lines[:2], title))), ())
    subject = next((match[1].strip() for line in lines if (match := _SUBJECT.search(line))), "")
    spoken = (table_periods.of_title(line) for line in lines if _may_date(line))
    is_own = all(map(_NOTE.match, over)) and start <= sum(map(len, over)) + len(over)
    named = (*titles, *filter(_TITLE.match, over[:2]), *((title,) if is_own else ()))
    of_bulletin = table_periods.of_title if is_own else table_periods.of_bulletin
    period = next(filter(None, spoken), "") or of_bulletin(title)
    return Above(measures, subject, next(filter(None, map(thing, named)), ""), period)


def _may_date(line: str) -> bool:
    """Return whether a period in a line is that of the numbers, and not that of a sentence or of a note: 填表日期：."""
    return not _SENTENCE.search(line) and (not _NOTE.match(line) or _DATING.match(line) is not None)


def thing(title: str) -> str:
    """Return the thing that a table measures by its title, empty when it may be several: 表7 分行业固定资产投资."""
    bare = table_periods.without_period(without_units(_TITLE.sub("", title, count=1)))
    bare = _SCOPE.sub("", _PLACE.sub("", bare.strip()), count=1)
    bare = _STATISTIC.sub("", bare).strip()
    return bare if is_whole_name(bare) and not _SEVERAL.search(bare) else ""


def _lines(body: str, start: int) -> list[str]:
    """Return the lines over a table, the nearest first, up to a paragraph, another table or the beginning."""
    lines = list[str]()
    end = start - 1
    while end > 0 and len(lines) < _LINES:
        first = body.rfind("\n", 0, end) + 1
        if end - first > _LONGEST or _is_row(body[first:end]):
            break
        lines.append(body[first:end])
        end = first - 1
    return lines


def _is_row(line: str) -> bool:
    """Return whether a line is a row of another table, and no note with a unit at its end."""
    return "\t" in line and not (_NOTE.match(line) and not any(map(NUMBER.fullmatch, line.split("\t"))))


def _measures(units: str) -> Iterator[Measure]:
    """Yield the measures that a line of units lists: 亿元、%."""
    for unit in filter(None, _DIVIDED.split(units.strip())):
        found = measure(unit, stated=True)
        if found is not None:
            yield found


def _of_title(line: str) -> tuple[Measure, ...]:
    """Return the measures in brackets that end a title: 用地指标（公顷/处）."""
    bare = line.rstrip()
    if not bare.endswith((")", "）", "]")) or _SENTENCE.search(bare):
        return ()
    found = measures_in(bare)
    return found[-1:] if found and len(without_units(bare)) < len(bare) else ()
