"""The periods that the heads, the names of rows and the titles of tables give."""

from __future__ import annotations

import re

_YEAR = r"(?:19|20)\d{2}"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_TO = "[—–~～至到-]{1,2}"
_NOT_COMPARED = r"(?<![\d.比较与同为占按以])"  # 比上年增长, 以2020年为基期: what another value is compared with
_WITHIN = (
    rf"(?:{_MONTH}月?{_TO}{_MONTH}月(?:末|份|底)?|{_MONTH}月(?:末|份|底)?(?!\d|龄)|第?[一二三四1-4]季度|前[一二三123]个?季度"
    rf"|[上下]半年|前{_MONTH}个月)"
)
_BARE = r"(?=$|[\s(（/／、·_—-]|[一-龥](?<![万千百亿元人户个名件米吨头只以年]))"  # 2019 and 2019实绩, not 2000万元以上
PERIOD = re.compile(
    rf"{_NOT_COMPARED}(?:{_YEAR}年?{_TO}{_YEAR}(?:年度?末?|(?=$|[^\d.,]))|{_YEAR}(?:"
    r"[-/.](?:0?[1-9]|1[0-2])(?![\d.])(?:[-/.](?:[12]\d|3[01]|0?[1-9])(?!\d))?"
    rf"|年度?(?:{_WITHIN}|[底末初])?|Q[1-4]|{_BARE})"
    "|全年|本年度?|[上去]年(?:同期)?)(?![\\w ]{0,6}[=＝])"
)
_YEARLESS = re.compile(_WITHIN)
# Names of the period that the whole table is about, or of the last month of it.
_SPOKEN = re.compile(
    "(?:本[年月期]止?|当年|自?年初)?累计(?![\u4e00-\u9fff]{0,6}人)|全年|本年度?|本[期季]度?|当[年期季]"
)
_LATEST = re.compile("[本当]月(?!止?累计)")
_RANGE = re.compile(rf"({_YEAR}年)({_MONTH})月?{_TO}({_MONTH}月)")
_ITS_YEAR = re.compile(rf"{_YEAR}年")
_DAY = re.compile(r"\d[-/.]\d{1,2}[-/.]\d")
_STATISTICAL = re.compile(
    "公报|统计|数据|指标|运行|决算|收支|执行|月报|季报|年报|快报|简报|报表|情况|表$|产量|产值|价格|收入"
)
_EDITION = re.compile(rf"[（(]{_YEAR}年?(?:版|修订|修正|征求)")


def is_period(text: str) -> bool:
    """Return whether a text is a period and nothing else: 2019年, 2020年4月, 2018-05, 上年, 1-6月."""
    return PERIOD.fullmatch(text) is not None or _YEARLESS.fullmatch(text) is not None


def is_day(period: str) -> bool:
    """Return whether a period is a single day: 2020/11/12."""
    return _DAY.search(period) is not None


def period_in(name: str) -> str:
    """Return the period that a name gives, empty without one; months without a year only where it begins with them."""
    found = _SPOKEN.match(name) or PERIOD.search(name) or _YEARLESS.match(name) or _LATEST.match(name)
    return found[0] if found else ""


def without_period(name: str) -> str:
    """Return a name without its periods."""
    bare = _SPOKEN.sub("", name, count=1) if _SPOKEN.match(name) else PERIOD.sub("", name)
    months = _YEARLESS.match(bare) or _LATEST.match(bare)
    return bare[months.end() :] if months else bare


def of_title(title: str) -> str:
    """Return the period that the title of a table is about: the only one it names, GB/T 17639-2008 names none."""
    found = {match[0] for match in PERIOD.finditer(_EDITION.sub("", title)) if "年" in match[0]}
    return found.pop() if len(found) == 1 else ""


def of_bulletin(title: str) -> str:
    """Return the period that the title of a bulletin gives to the numbers of its tables, if it is on numbers."""
    return of_title(title) if _STATISTICAL.search(title) else ""


def joined(row: str, field: str) -> str:
    """Return the period of a row and a field: the months of one in the year of the other, else that of the row."""
    if row and field and _YEARLESS.fullmatch(field):
        return completed(field, row)
    return completed(row, field) or field


def completed(period: str, whole: str) -> str:
    """Return a period as the table means it: 1-6月 of its year, 本年 as all of it, 本月 as the last month of it."""
    if not whole or not period:
        return "" if period.endswith("累计") else period
    if _SPOKEN.fullmatch(period):
        return whole
    months = _RANGE.fullmatch(whole)
    if _LATEST.fullmatch(period):
        return f"{months[1]}{months[3]}" if months else whole
    year = _ITS_YEAR.match(whole)
    return f"{year[0]}{period}" if year and _YEARLESS.fullmatch(period) else period
