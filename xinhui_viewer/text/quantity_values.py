"""The value of a match of QUANTITY: both bounds, scaled, with halves and small change, and how exact it is."""

from __future__ import annotations

import re

from xinhui_viewer.records import Approximation
from xinhui_viewer.text.numerals import number
from xinhui_viewer.text.quantity_units import TENTHS

_ABOUT = ("约", "约有", "大约")
_UNDER = ("近", "接近", "少于", "低于", "不足", "不到", "达不到", "不超过", "不得超过", "不高于", "不得高于")
_BOUND = re.compile(r"(?:(?P<over>不得?(?:低于|少于))|(?P<under>不得?(?:超过|高于)|达不到))[^，。；、\d]{2,14}$")
_NEAR = 20  # characters before a share in which the word stands that bounds it


def bounds(match: re.Match[str], first: float) -> tuple[float, float | None]:
    """Return the value and, for a range, its other bound: 三成半 is 35, 一个半月 1.5, 3～5万 30,000 and 50,000."""
    value = _whole(match, first)
    maximum = number(match["second"] + match["second_fold"]) if match["second"] else None
    unit = match["unit"] or ""
    if unit == TENTHS:
        return value * 10 + (5 if match["tail"] else 0), maximum and maximum * 10
    value += _tail(match["tail"] or "", unit)
    value = _with_change(match, value)
    return (-value if match["minus"] else value), maximum


def _tail(tail: str, unit: str) -> float:
    """Return what stands behind a unit as a share of it: 半 is 0.5, 30分 behind 小时 too."""
    if minutes := re.search(r"\d+", tail):
        return round(int(minutes[0]) / 60, 4)
    return 0.5 if tail or unit.startswith("个半") else 0.0


def _whole(match: re.Match[str], first: float) -> float:
    fold = _fold(match, first)
    if not fold:
        return first
    parted = number(match["first"] + fold) if match["first"][0].isdecimal() else None  # 12亿3000万 is no multiple of 万
    return _folded(first, fold) if parted is None else parted


def _with_change(match: re.Match[str], value: float) -> float:
    """Return an amount with the jiao and fen behind it: 123元1角1分 is 123.11."""
    cents = sum(
        share * (number(match[name][:-1]) or 0) for name, share in (("tenths", 10), ("hundredths", 1)) if match[name]
    )
    return round(value + cents / 100, 2) if cents else value


def _fold(match: re.Match[str], first: float) -> str:
    """Return the sign that scales the first number: 3～5万 has one for both."""
    own: str = match["first_fold"]
    if own or match["first_unit"] or not match["second"] or first >= (number(match["second"]) or 0):
        return own
    shared: str = match["second_fold"]
    return shared


def _folded(value: float, fold: str) -> float:
    return scaled(value, sum({"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}[sign] for sign in fold))


def scaled(value: float, power: int) -> float:
    """Return a value times a power of ten. The point moves, nothing is multiplied: 4.66 亿 is 466000000 and not
    466000000.00000006.
    """
    return float(f"{value!r}e{power}") if "e" not in repr(value) else value * 10.0**power


def fraction(base: str, part: str) -> float | None:
    """Return a fraction in percent, unrounded; None when it has no value."""
    below, above = number(base), number(part)
    return 100 * above / below if below and above is not None else None


def approximation(before: str | None, after: str | None) -> Approximation:
    """Return how exact a number is by the words around it."""
    if before in _ABOUT or after in ("左右", "上下"):
        return "about"
    if before in _UNDER or after in ("以内", "之内", "内", "以下"):
        return "under"
    return "over" if before or after else "exact"


def approximation_of_range(match: re.Match[str]) -> Approximation:
    """Return how exact a range is: 3至5年 and 三千元以上九千元以下 are, 50至100张以上 is not."""
    if match["before"] in _ABOUT:
        return "about"
    return "over" if match["after"] == "以上" and not match["first_after"] else "exact"


def approximation_of_share(text: str, start: int) -> Approximation:
    """Return how exact a share is by a word before what it is a share of: 不得低于生产能力的百分之九十."""
    match = _BOUND.search(text, max(0, start - _NEAR), start)
    return "exact" if match is None else "over" if match["over"] else "under"
