"""Read the value of 日期: a year, a month, a day, a range of these, or a time that ends today."""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import suppress
from datetime import date, timedelta
from unicodedata import normalize

from xinhui_viewer.records import Dates

_RANGE = re.compile(r"\.{2,}|~|至|到|—+|(?<=^\d{4})-(?=\d{4}$)")
_PARTS = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)?")
_LAST = re.compile(r"(?:(?:近|最近)(?=\d+[天日周个月年])|(?=\d+[dwmy]))(\d{1,4})(天|日|周|个月|月|年|[dwmy])")
_DAYS = {"天": 1, "日": 1, "d": 1, "周": 7, "w": 7}
_MONTHS = {"个月": 1, "月": 1, "m": 1, "年": 12, "y": 12}
_YEARS_AGO = {"今年": 0, "去年": 1, "前年": 2}


def period(text: str, today: date) -> Dates | None:
    """Return the period in a text, None for other text; an open end (2020..) is None in the Dates."""
    text = re.sub(r"\s", "", normalize("NFKC", text)).lower()
    with suppress(ValueError, OverflowError):  # a day that no calendar has, or before all calendars
        return _relative(text, today) or _range(text)
    return None


def _range(text: str) -> Dates | None:
    """Return the period between two ends in either order; an empty end is open."""
    ends = _RANGE.split(text)
    named = [end for end in ends if end]
    spans = sorted(span for span in map(_span, named) if span)
    if len(ends) > 2 or not spans or len(spans) < len(named):
        return None
    return Dates(spans[0][0] if ends[0] else None, spans[-1][1] if ends[-1] else None)


def _span(text: str) -> tuple[date, date] | None:
    """Return the first and the last day of a year, a month or a day."""
    found = _PARTS.fullmatch(text) or _COMPACT.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)


def _relative(text: str, today: date) -> Dates | None:
    if text in _YEARS_AGO:
        year = today.year - _YEARS_AGO[text]
        return Dates(date(year, 1, 1), date(year, 12, 31))
    if text in ("今天", "today"):
        return Dates(today, today)
    found = _LAST.fullmatch(text)
    if not found:
        return None
    number, unit = int(found[1]), found[2]
    if unit in _DAYS:
        return Dates(today - timedelta(days=number * _DAYS[unit] - 1), today)
    year, month = divmod(today.year * 12 + today.month - 1 - number * _MONTHS[unit], 12)
    return Dates(date(year, month + 1, min(today.day, monthrange(year, month + 1)[1])), today)
