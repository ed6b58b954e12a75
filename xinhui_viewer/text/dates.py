"""The dates that a text states; none is ever made up from part of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from xinhui_viewer.records import Span
from xinhui_viewer.text.numerals import DIGITS, number

_DIGIT = "〇○零Ｏ一二三四五六七八九"
_SMALL = "[一二三四五六七八九十廿]{1,3}"
_DATE = re.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d\d)\s?(?P<sign>[-/.])\s?(?P<month>\d{1,2})\s?(?P=sign)\s?(?P<day>\d{1,2})(?![\d.]\d|\d)"
    r"|(?<![\d.])(?P<year4>(?:19|20)\d\d|(?:19|20)[\d ]{2,5}\d(?=\s*年))\s*年\s*(?P<month4>\d{1,2})\s*月\s*(?P<day4>\d{1,2})\s*[日号號]"
    r"|(?<!\d)(?P<year2>\d\d)-(?P<month2>\d\d)-(?P<day2>\d\d)(?![-\d])"
    r"|(?<![\d.])(?P<whole>(?:19|20)\d{6})(?!\d)"
    rf"|(?P<yearhan>[{_DIGIT}]{{4}})\s*年\s*(?P<monthhan>{_SMALL})\s*月\s*(?P<dayhan>{_SMALL})\s*[日号號]"
)


def first_date(text: str) -> date | None:
    """Return the first date in a text, or None."""
    return next((day for _, day in dates(text)), None)


def dates(text: str) -> Iterator[tuple[Span, date]]:
    """Yield each complete date (year, month and day) and its span; days that no calendar has are passed over."""
    for match in _DATE.finditer(text):
        day = _date(match)
        if day is not None:
            yield match.span(), day


def _date(match: re.Match[str]) -> date | None:
    parts = [part for name, part in match.groupdict().items() if part is not None and name != "sign"]
    if match["whole"]:
        parts = [parts[0][:4], parts[0][4:6], parts[0][6:]]
    year, month, day = (_part(part) for part in parts)
    if match["year2"]:
        year += 2000 if year < 70 else 1900
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _part(text: str) -> int:
    text = text.replace(" ", "")
    if text.isdecimal():
        return int(text)
    if len(text) == 4:
        return int("".join(str(DIGITS[sign]) for sign in text))
    return int(number(text) or 0)
