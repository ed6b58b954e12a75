"""Find the quantities of a text: numbers with units that are no names, dates or limits."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xinhui_viewer.records import Approximation
from xinhui_viewer.text.numerals import number
from xinhui_viewer.text.quantity_forms import LONGEST_BEFORE, NUMERAL, QUANTITY, plain
from xinhui_viewer.text.quantity_nouns import is_speed, noun_unit
from xinhui_viewer.text.quantity_rules import FAR, NEAR, Mention, Sort, counts
from xinhui_viewer.text.quantity_units import DURATION, TENTHS, sort_of
from xinhui_viewer.text.quantity_values import (
    approximation,
    approximation_of_range,
    approximation_of_share,
    bounds,
    fraction,
)
from xinhui_viewer.text.ranks import RANK, rank

# More digits than any statistic: a number of some record, or noise.
_LONGEST = 40
_CLASS = re.compile("的")  # 开工率在一半以上的企业: a class by its bound
_TO_WHOLE = "等值以下"
_QUOTED = re.compile("[“《「]")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit where it stands in a text; ``maximum`` is the second bound of a range."""

    start: int
    end: int
    value: float
    unit: str
    sort: Sort
    approx: Approximation = "exact"
    maximum: float | None = None


def quantities(text: str, legal: bool = False) -> tuple[Quantity, ...]:
    """Return the quantities of a text in order; ``legal`` text states thresholds as its own rules."""
    numeral = NUMERAL.search(text)
    if numeral is None:
        return ()
    first = max(0, numeral.start() - LONGEST_BEFORE)
    narrow = plain(text)
    found = [
        each for match in QUANTITY.finditer(narrow, first) if (each := _quantity(narrow, match, legal)) is not None
    ]
    found = [each for at, each in enumerate(found) if not (at and _is_size(each, found[at - 1]))]
    if "第" in narrow:
        found += [
            Quantity(*match.span(), place, "名", "rank")
            for match in RANK.finditer(narrow)
            if (place := rank(narrow, match)) is not None
        ]
        found.sort(key=lambda each: each.start)
    return tuple(found)


def _is_size(quantity: Quantity, previous: Quantity) -> bool:
    """Return whether a bare number says of what size the things are that the one before counts: 10个千亿产业."""
    return (
        quantity.unit == "" and quantity.sort == "count" and quantity.start == previous.end and previous.sort == "count"
    )


def _quantity(text: str, match: re.Match[str], legal: bool) -> Quantity | None:
    start, end = match.span()
    if end - start > _LONGEST or _is_named(text, match):
        return None
    if match["fraction"]:
        return _share(text, match, fraction(match["base"], match["part"]), match["fraction_after"])
    if match["half"]:
        over = match["half"] == "过半" or match["half_after"]
        return _share(text, match, 50.0, "以上" if over else None)
    return _amount(text, match, legal)


def _is_scaled(match: re.Match[str]) -> bool:
    """Return whether a number without a unit says by 万 or 亿 that it counts something."""
    return "万" in match[0] or "亿" in match[0] or match["before"] == "上"


def _share(text: str, match: re.Match[str], value: float | None, after: str | None) -> Quantity | None:
    if value is None or (after and _CLASS.match(text, match.end()) and text[match.start() - 1 : match.start()] == "在"):
        return None
    most = number(match["part_max"]) if match["part_max"] else None
    approx = approximation(match["before"], None if most is not None and after == "以下" else after)
    if approx == "exact" and most is None:
        approx = approximation_of_share(text, match.start())
    return Quantity(match.start(), match.end(), value, "%", "percent", approx, most)


def mention(text: str, match: re.Match[str], legal: bool) -> Mention | None:
    """Return the mention in a match of QUANTITY; None when its number has no value or counts no unit."""
    unit, sort = _unit(text, match)
    first = number(match["first"])
    if sort is None or first is None:
        return None
    approx = approximation(match["before"], match["after"] or match["first_more"] or match["first_extra"])
    start, end = match.span()
    before, behind = text[max(0, start - NEAR) : start], text[end : end + FAR]
    return Mention(match, match["first"], first, unit, sort, approx, match["after"] or "", before, behind, legal)


def _amount(text: str, match: re.Match[str], legal: bool) -> Quantity | None:
    found = mention(text, match, legal)
    if found is None or not counts(found):
        return None
    value, maximum = bounds(match, found.value)
    approx = found.approx if maximum is None else approximation_of_range(match)
    if approx == "exact" and found.sort == "percent":
        approx = approximation_of_share(text, match.start())
    unit = "%" if found.unit == TENTHS else found.unit
    if unit == "%" and match["after"] == "以上" and text.startswith(_TO_WHOLE, match.end()):  # up to the sum itself
        return Quantity(match.start(), match.end() + len(_TO_WHOLE), value, unit, found.sort, "exact", 100.0)
    return Quantity(match.start(), _end(match), value, unit, found.sort, approx, maximum)


def _unit(text: str, match: re.Match[str]) -> tuple[str, Sort | None]:
    unit: str = match["unit"] or ""
    if unit == "块" and text[match.end() : match.end() + 1] in "，。,、；":
        return "元", "money"
    if not unit:
        return noun_unit(text, match.start(), match.end(), _is_scaled(match))
    if unit == "公里" and is_speed(text, match.start()):
        return "公里/小时", "measure"
    return sort_of(unit)


def _end(match: re.Match[str]) -> int:
    return match.end() - (1 if match["after"] == "内" and match["unit"] and match["unit"] not in DURATION else 0)


def _is_named(text: str, match: re.Match[str]) -> bool:
    """Return whether a number is inside a short quotation (“三人工作小组”), as part of a name."""
    if _QUOTED.search(text, max(0, match.start() - 12), match.start()) is None:
        return False
    opening = max(text.rfind(sign, max(0, match.start() - 12), match.start()) for sign in "“《「")
    if any(text.find(sign, opening, match.start()) >= 0 for sign in "”》」"):
        return False
    return any(text.find(sign, match.start(), opening + 14) >= 0 for sign in "”》」")
