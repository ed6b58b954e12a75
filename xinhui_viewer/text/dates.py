"""Find complete dates in a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from xinhui_viewer.records import Span
from xinhui_viewer.text.numerals import number

# Every sign a person writes for a digit of a year; whole years only, for 二〇二一年 alone is no date.
_DIGITS = dict.fromkeys("〇○◯零Ｏ０OoО0", "0") | {
    sign: str(value)
    for signs in ("一二三四五六七八九", "123456789", "１２３４５６７８９")
    for value, sign in enumerate(signs, 1)
}
_DIGIT = "".join(_DIGITS)
_SMALL = r"(?:[一二三四五六七八九十廿卅]{1,3}|\d{1,2})"
_YEAR = r"(?:[1１][9９]|[2２][0０])\d\d"
_BETWEEN = r"[-/.·\\－／．—–]"
_REPUBLIC = 1911  # the year before the first of 民国
_LONGEST_KEPT = 400  # characters of a text whose dates are kept: a dozen questions are asked of a line of a page
_CENTURY = 70  # two digits below are of the years from 2000 on
# Every date has 年, two digits before a sign, or eight: searched first, for most lines, and most numbers, have none.
_SIGN = re.compile(rf"[\d年](?:(?<=年)|\d(?:\s?{_BETWEEN}|\d{{6}}))")
_DATE = re.compile(
    rf"(?<![\d.])(?P<year>{_YEAR})\s?({_BETWEEN})\s?(?P<month>\d{{1,2}})\s?\2\s?(?P<day>\d\d(?=\d\d[:：])|\d{{1,2}}(?!\d|\.\d))"
    rf"|(?<![\d.])(?P<year_sign>{_YEAR})\s*年\s*(?P<month_sign>\d{{1,2}})\s*月\s*(?P<day_sign>\d{{1,2}})\s*[日号號]"
    r"|(?<![\d-])(?P<year_short>\d\d)-(?P<month_short>\d\d)-(?P<day_short>\d\d)(?![-\d])"
    rf"|(?<![\d.-])(?P<year_solid>{_YEAR})(?P<month_solid>\d\d)(?P<day_solid>\d\d)(?!\d)"
    rf"|(?P<year_han>[一二][{_DIGIT}]{{3}})\s?年\s?(?P<month_han>{_SMALL})\s?月\s?(?P<day_han>{_SMALL})\s?[日号號]"
    rf"|民[国國]\s?(?P<year_republic>元|\d{{1,3}}|[一二三四五六七八九十百零〇○]{{1,5}})\s?年"
    rf"\s?(?P<month_republic>{_SMALL})\s?月\s?(?P<day_republic>{_SMALL})\s?[日号號]"
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905
_NAMED = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_ENGLISH = re.compile(
    rf"(?i)\b(?:{_NAMED}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,|\s+[\d:]+(?:\s+[A-Z]{{2,4}})?)?\s+(?P<year>\d{{4}})"
    rf"|(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s+{_NAMED.replace('month', 'second')},?\s+(?P<third>\d{{4}}))\b"
)
_LOOSE = re.compile(
    rf"(?<!\d)(?P<year>{_YEAR}|\d\d)(?:\s?[-/.年_—–]\s?)(?P<month>\d{{1,2}})(?:\s?[-/.月_—–]\s?)(?P<day>\d{{1,2}})(?!\d)"
)

_HOUR = re.compile(r"[T\s]*(?:[(（]?(?:星期|周)[一二三四五六日天][)）]?)?\s*(?:\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?")


def first_date(text: str) -> date | None:
    """Return the first date in a text, or None."""
    return next((day for _, day in dates(text)), None)


def dates(text: str) -> Iterator[tuple[Span, date]]:
    """Yield each complete date (year, month and day) and its span; days that no calendar has are skipped."""
    return iter(_kept(text)) if len(text) <= _LONGEST_KEPT else _found(text)


@lru_cache(4096)
def _kept(text: str) -> tuple[tuple[Span, date], ...]:
    return tuple(_found(text))


def _found(text: str) -> Iterator[tuple[Span, date]]:
    if _SIGN.search(text) is None:
        return
    for match in _DATE.finditer(text):
        day = _date(match)
        if day is not None:
            yield match.span(), day


def stamped(text: str) -> date | None:
    """Return the day in a text that is known to be a date, in looser forms too (Mar 2, 2021; 21/3/2); else None."""
    return first_date(text) or _loose(text)


def sole_date(text: str) -> date | None:
    """Return the day that a text consists of, with at most an hour or a weekday behind it; None for any other text."""
    text = unicodedata.normalize("NFKC", text).strip()
    found = next(dates(text), None)
    if found is None or found[0][0] != 0 or not _HOUR.fullmatch(text, found[0][1]):
        return None
    return found[1]


def is_day_of_no_calendar(text: str) -> bool:
    """Return whether a text has year, month and day, and no calendar has that day (2021-13-32)."""
    return first_date(text) is None and _DATE.search(text) is not None


def _date(match: re.Match[str]) -> date | None:
    if match["year_han"]:
        year = int("".join(map(_DIGITS.__getitem__, match["year_han"])))
        return _day(year, number(match["month_han"]), number(match["day_han"]))
    first, month, day = (1 if text == "元" else number(text) for text in match.groupdict().values() if text is not None)
    if match["year_republic"] and first:
        first += _REPUBLIC
    return _day(_full(first) if match["year_short"] else first, month, day)


def _loose(text: str) -> date | None:
    if (match := _LOOSE.search(text)) is not None:
        first, second, third = map(number, match.group("year", "month", "day"))
        return _day(_full(first), second, third)
    if (match := _ENGLISH.search(text)) is not None:
        names = ("month", "day", "year") if match["month"] else ("second", "first", "third")
        month, day, year = match.group(*names)
        return _day(int(year), _MONTHS.index(month[:3].lower()) + 1, int(day))
    return None


def _full(year: float | None) -> float | None:
    """Return a year of two digits with its century."""
    if year is None or year >= 100:
        return year
    return year + (2000 if year < _CENTURY else 1900)


def _day(year: float | None, month: float | None, day: float | None) -> date | None:
    if year is None or month is None or day is None:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
