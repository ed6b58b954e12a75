"""Find complete dates in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from xinhui_viewer.records import Span
from xinhui_viewer.text.numerals import number

# Every numeral a person writes for a year or a day; whole years only, so that 二〇二一年 alone is no date.
_DIGIT = "〇○零ＯO一二三四五六七八九"
_SMALL = "[一二三四五六七八九十廿]{1,3}"
_YEAR = r"(?:[1１][9９]|[2２][0０])\d\d"
_SIGN = re.compile(r"[\d年]")  # every date has one of these: searched first, for most lines have none
_DATE = re.compile(
    rf"(?<![\d.])(?P<year>{_YEAR})\s?([-/.])\s?(?P<month>\d{{1,2}})\s?\2\s?(?P<day>\d{{1,2}})(?!\d|\.\d)"
    rf"|(?<![\d.])(?P<year_sign>{_YEAR})\s*年\s*(?P<month_sign>\d{{1,2}})\s*月\s*(?P<day_sign>\d{{1,2}})\s*[日号號]"
    r"|(?<![\d-])(?P<year_short>\d\d)-(?P<month_short>\d\d)-(?P<day_short>\d\d)(?![-\d])"
    rf"|(?<![\d.-])(?P<year_solid>{_YEAR})(?P<month_solid>\d\d)(?P<day_solid>\d\d)(?!\d)"
    rf"|(?P<year_han>[{_DIGIT}]{{4}})\s?年\s?(?P<month_han>{_SMALL})\s?月\s?(?P<day_han>{_SMALL})\s?[日号號]"
)


def first_date(text: str) -> date | None:
    """Return the first date in a text, or None."""
    return next((day for _, day in dates(text)), None)


def dates(text: str) -> Iterator[tuple[Span, date]]:
    """Yield each complete date (year, month and day) and its span; days that no calendar has are skipped."""
    if _SIGN.search(text) is None:
        return
    for match in _DATE.finditer(text):
        day = _date(match)
        if day is not None:
            yield match.span(), day


def _date(match: re.Match[str]) -> date | None:
    year, month, day = (number(text) for name, text in match.groupdict().items() if text is not None)
    if year is None or month is None or day is None:
        return None
    if match["year_short"]:
        year += 2000 if year < 70 else 1900
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
