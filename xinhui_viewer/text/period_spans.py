"""The length of a period and the day it ends on: only figures of periods of one length are compared.

前8个月 is as long as 1-8月, 1-6月 as 上半年; a day is no month, and five years, a holiday or a plan are no year.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from xinhui_viewer.text.fold import fold
from xinhui_viewer.text.numerals import ordinal

_TO = "[-至~—–到]{1,2}"
_YEAR = re.compile(r"(?:19|20)\d\d")
_HAN_YEAR = re.compile("二[〇○零一二三四五六七八九]{3}(?=年)")
_HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_YEARS = re.compile(rf"((?:19|20)\d\d)年?{_TO}((?:19|20)\d\d)年?")
_MONTHS = re.compile(rf"(\d{{1,2}})月?份?{_TO}(?:(?:19|20)\d\d年|今年|同年)?(\d{{1,2}})月")
_FIRST_MONTHS = re.compile(r"前([\d一二三四五六七八九十两]{1,2})个?月")
_MONTH = re.compile(r"(\d{1,2})月")
_HAN_MONTH = re.compile("([一二三四五六七八九十]{1,2})(?=月)")
_DAY = re.compile(r"(?:(\d{1,2})月)?(\d{1,2})[日号]")
_QUARTER = re.compile("(前?)第?([一二三四两123])个?季度")
_SOME_YEARS = re.compile(
    "(?:近|最近|过去|未来|今后)?([\\d一二三四五六七八九十两]{1,2}|几|多|数)个?多?年(?:多?来|间|内)?$"
)
_LATELY = re.compile("(?:最近|过去)[^年月]{1,3}个?(?:小时|天)[里内]?")
_HOLIDAY = re.compile(
    "(?:.{0,8}年)?(?:在)?(.*(?:假期|期间|时期|首日|黄金周|春运|暑期|寒假|暑假|汛期|小长假|前[\\d一二三四五六七]+天))"
)
_NOW = re.compile("目前|现在|当前|如今|[至迄]今(?![天日年])")
_TODAY = {"今天": 0, "今日": 0, "当天": 0, "当日": 0, "昨天": 1, "昨日": 1}
_QUARTERS = {"一": 3, "1": 3, "二": 6, "两": 6, "2": 6, "三": 9, "3": 9, "四": 12}
_PARTS = {(1, 3): "一季度", (1, 6): "上半年", (1, 9): "前三季度", (7, 12): "下半年", (1, 12): ""}
_BEFORE = {"去年": 1, "上年": 1, "前年": 2}
_REPORTS_OF_LAST_YEAR = 4  # the last month in which a report's 全年 is the year that has ended


def span(period: str) -> str:
    """Return the length of a period; empty for a year or an unnamed one."""
    plain = _plain(period)
    return next((found for rule in _SPANS if (found := rule(plain)) is not None), "")


def last_day(period: str, said: date | None) -> date | None:
    """Return the last day of a period, by the year it names, else that of the day it was said; None without either."""
    plain = _plain(period)
    if _is_of_telling(plain):
        return said
    if said and plain.startswith(tuple(_TODAY)):
        return said - timedelta(_TODAY[plain[:2]])
    first, month, day = _ends(plain)
    year = _year(plain, said, first)
    if year is None or not 1 <= month <= 12:
        return None
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def _is_of_telling(plain: str) -> bool:
    """Return whether a period ends on the day it is told of: 目前, 入汛以来, 春节假期."""
    if not plain or _NOW.search(plain) or _LATELY.fullmatch(plain) or plain.endswith("以来"):
        return True
    return _of_holiday(plain) is not None and not _YEAR.search(plain)


@lru_cache(maxsize=4096)  # most figures of an archive share a few periods
def _plain(period: str) -> str:
    """Return a period with its numbers in narrow digits and without blanks."""
    plain = re.sub(r"\s+", "", fold(period))
    plain = _HAN_YEAR.sub(lambda found: found[0].replace("二", "2", 1).translate(_HAN_DIGITS), plain)
    return _HAN_MONTH.sub(lambda found: str(ordinal(found[1]) or found[1]), plain)


def _ends(plain: str) -> tuple[int, int, int]:
    """Return the first month of a period, the month that it ends in, and the day, 31 for the last one."""
    days = list(_DAY.finditer(plain))
    months = _months(plain)
    if days:
        named = [found[1] for found in days if found[1]]
        month = int(named[-1]) if named else months[1] if months else 0
        return month, month, int(days[-1][2])
    return (*(months or (1, 12)), 31)


def _months(plain: str) -> tuple[int, int] | None:
    """Return the first and last month of a part of a year; None for a whole one."""
    if "半年" in plain:
        return (7, 12) if "下半年" in plain else (1, 6)
    if quarter := _QUARTER.search(plain):
        last = _QUARTERS[quarter[2]]
        return (1 if quarter[1] else last - 2, last)
    if first := _FIRST_MONTHS.search(plain):
        return 1, ordinal(first[1]) or (2 if first[1] == "两" else 12)
    if months := _MONTHS.search(plain):
        return int(months[1]), int(months[2])
    month = _MONTH.search(plain)
    return (int(month[1]), int(month[1])) if month else None


def _year(plain: str, said: date | None, first: int) -> int | None:
    named = _YEAR.findall(plain)
    if named:
        return int(named[-1])
    if said is None:
        return None
    before = next((years for word, years in _BEFORE.items() if word in plain), None)
    if before is not None:
        return said.year - before
    ended = "全年" in plain and said.month <= _REPORTS_OF_LAST_YEAR
    # 10月末, said in January, is that of the year before.
    return said.year - 1 if ended or (first > said.month and "今年" not in plain) else said.year


def _of_days(plain: str) -> str | None:
    days = list(_DAY.finditer(plain))
    if plain.startswith(tuple(_TODAY)) or (len(days) == 1 and not plain.startswith(("自", "从"))):
        return "截至日" if plain.startswith("截") else "日"
    if len(days) < 2:
        return None
    first, last = (_in_a_year(days, at) for at in (0, -1))
    return f"{(last - first).days % 365 + 1}天" if first and last else "多天"


def _in_a_year(days: list[re.Match[str]], at: int) -> date | None:
    month = days[at][1] or next((found[1] for found in days if found[1]), "1")
    try:
        return date(2001, int(month), int(days[at][2]))
    except ValueError:
        return None


def _of_years(plain: str) -> str | None:
    if years := _YEARS.search(plain):
        return f"{int(years[2]) - int(years[1]) + 1}年"
    if "以来" in plain or plain.startswith(("自", "从")) or plain == "近年来":
        return plain.removeprefix("自")  # each has a beginning of its own
    some = _SOME_YEARS.fullmatch(plain.removesuffix("来")) or _SOME_YEARS.fullmatch(plain)
    return f"{ordinal(some[1]) or some[1]}年" if some else None


def _of_months(plain: str) -> str | None:
    months = _months(plain)
    if months is None:
        return None
    if months[0] == months[1] == 12 and plain.endswith(("末", "底")):
        return ""
    if months[0] == months[1]:
        return f"截至{months[1]}月" if plain.startswith("截") else "旬" if "旬" in plain else "月"
    if quarter := _QUARTER.search(plain):
        return f"{quarter[1]}{'一二三四'[_QUARTERS[quarter[2]] // 3 - 1]}季度" if months != (1, 6) else "上半年"
    return _PARTS.get(months, f"{months[0]}-{months[1]}月")


def _of_plan(plain: str) -> str | None:
    return "到" if plain.startswith("到") or ("末" in plain and "五" in plain) else None


def _of_holiday(plain: str) -> str | None:
    found = _HOLIDAY.fullmatch(plain)
    return found[1] if found else None


def _of_recurring(plain: str) -> str | None:
    if "同期" in plain:
        return "同期"
    every = re.search("每.|平均|日均|月均", plain)
    return every[0] if every else None


_SPANS: tuple[Callable[[str], str | None], ...] = (
    _of_recurring,
    lambda plain: plain.rstrip("里内") if _LATELY.fullmatch(plain) else None,
    lambda plain: "目前" if _NOW.search(plain) else None,
    _of_plan,
    _of_years,
    _of_holiday,
    _of_days,
    _of_months,
)
