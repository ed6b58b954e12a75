"""The text of a cell: what the file holds, as it shows and without the noise of binary fractions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite
from typing import Literal

from xinhui_viewer.text.blanks import joined
from xinhui_viewer.text.fold import BLANKS

Value = str | int | float | bool | date | datetime | time | timedelta
# The ways in which a number or a day shows that change what it says.
Look = Literal["plain", "percent", "month", "year"]
_WHOLE = 1e21  # from here on digits would be invented
# Ten zeros or nines in a row are no measurement: 0.1 + 0.2 is 0.30000000000000004.
_NOISE = re.compile(r"\.(\d*?)(?:0{10}|9{10})\d*$")
_ZEROS, _NINES = "0" * 10, "9" * 10
_SHORT = 12  # characters of a number that has no noise
_LONGEST = 40  # characters of a number in digits
_QUOTED = re.compile(r'"[^"]*"|\\.|\[(?![hms]+\])[^\]]*\]|[_*].')
_BUILT_IN: dict[int, Look] = {9: "percent", 10: "percent", 17: "month", 27: "month", 57: "month"}


def text(value: Value, look: Look = "plain") -> str:
    """Return the text of a value; a day is in ISO form, or a Chinese month or year where it shows as one."""
    if type(value) is str:
        return one_line(value)
    if type(value) is float or type(value) is int:
        return percent(value) if look == "percent" else number(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime) and not (value.hour or value.minute or value.second):
        value = value.date()
    return _moment(value, look)


def one_line(value: str) -> str:
    """Return a text on one line, without blanks around it."""
    if "\n" in value or "\r" in value:
        return joined(line.strip(BLANKS) for line in value.splitlines()).strip(BLANKS)
    return value.strip(BLANKS)


def number(value: float) -> str:
    """Return a number in digits, the fewest that no other number has."""
    if value == value // 1 and abs(value) < _WHOLE:
        return str(int(value))
    written = repr(value)
    if "e" in written and isfinite(value):
        digits = format(Decimal(written), "f")
        written = digits if len(digits) <= _LONGEST else written
    noise = _NOISE.search(written)
    return number(round(value, len(noise[1]))) if noise else written


def percent(value: float) -> str:
    """Return a share as it shows: 0.125 is 12.5%."""
    if not isfinite(value):
        return repr(value)
    if len(repr(value)) <= _SHORT:
        return f"{value * 100:.12g}%" if 1e-4 <= abs(value) < 1e8 else f"{Decimal(repr(value)) * 100:f}%"
    return f"{(Decimal(number(value)) * 100).normalize():f}%"


def look(code: str, built_in: int = 0) -> Look:
    """Return the look that a number format gives (ECMA-376-1, 18.8.30), by its code or its number."""
    if not code:
        return _BUILT_IN.get(built_in, "plain")
    bare = _QUOTED.sub("", code).split(";")[0].lower()
    if "%" in bare:
        return "percent"
    if "y" not in bare or any(sign in bare for sign in "dhs#0"):
        return "plain"
    return "month" if "m" in bare else "year"


def texts(row: Iterable[Value]) -> list[str]:
    """Return the texts of a row; a million cells are read so, most of them numbers without a call."""
    return [
        (written[:-2] if written[-2:] == ".0" else written)
        if type(value) is float
        and (len(written := repr(value)) <= _SHORT or not (_ZEROS in written or _NINES in written))
        and "e" not in written
        and written != "-0.0"
        else _plain(value)
        for value in row
    ]


def _plain(value: Value) -> str:
    return value if type(value) is str and (not value or value.isalnum()) else text(value)


def _moment(value: Value, look: Look) -> str:
    if isinstance(value, datetime):
        return value.isoformat(" ", "seconds" if value.second else "minutes")
    if isinstance(value, date):
        if look == "year":
            return f"{value.year}年"
        return f"{value.year}年{value.month}月" if look == "month" else value.isoformat()
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02}:{seconds:02}" if seconds else f"{hours}:{minutes:02}"
    if isinstance(value, time):
        return value.isoformat("seconds" if value.second else "minutes")
    return str(value)
