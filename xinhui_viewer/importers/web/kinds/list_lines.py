"""The lines of lists: links with a day of their own."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.prose.headlines import is_headline

_DAY = re.compile(
    r"(?<![\d.])(?:(?:19|20)?\d\d\s?[-/.年]\s?)?[01]?\d\s?[-/.月]\s?[0-3]?\d\s?日?(?![\d.])(?:\s?\d\d:\d\d(?::\d\d)?)?"
)
_LABELLED = re.compile(r"\W*[\u4e00-\u9fff]{0,4}(?:日期|时间)\s*[:：]")  # of a page, with its buttons in the line
_LONGEST_BUTTON = 6  # characters of a word in a line of several buttons
_LONGEST_DAY = 45  # characters of a day with its label, beside a link: (发布时间：2020-12-06 11:47:00 阅读次数：)
_SHORTEST_ENTRY = 4  # characters of a link with a day in its line
_MOST_BESIDE = 24  # characters of a line that is a day and little more


def entries(lines: Sequence[Line], headlines: Collection[int]) -> list[int]:
    """Return the order of each line with links for each link with a day of its own in it: in a table there are several.

    ``headlines`` are the orders of the lines that may be titles of other pages.
    """
    days = {line.order for line in lines if _is_day(line)}
    beside = {at for at in headlines if at - 1 in days or at + 1 in days}
    return [line.order for line in lines if line.linked for _entry in range(_entries(line, line.order in beside))]


def _entries(line: Line, beside: bool) -> int:
    """Return the number of entries in a line; ``beside`` says that a headline's day is beside it."""
    if line.rows and line.linked * 3 > len(line.text):
        return sum(any(_day(cell.text) for cell in row) for row in line.rows)
    return int(beside or _has_own_day(line))


def is_entry(lines: Sequence[Line], line: Line) -> bool:
    """Return whether a line is a link with a day of its own: in its line, or alone before or behind it."""
    if _has_own_day(line):
        return True
    at = line.order
    return is_headline(line) and any(map(_is_day, (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2])))


def _has_own_day(line: Line) -> bool:
    """Return whether a link has a day in its line."""
    if line.linked < _SHORTEST_ENTRY or line.rows or line.plain > _LONGEST_DAY or not _day(line.text):
        return False
    return line.linked > _LONGEST_BUTTON or _LABELLED.match(line.text) is None


@lru_cache(4096)
def _day(text: str) -> str:
    """Return the first day in a text, with or without its year; empty when there is none."""
    found = _DAY.search(text)
    return found[0] if found else ""


def _is_day(line: Line) -> bool:
    found = _day(line.text) if not line.linked and len(line.text) <= _MOST_BESIDE else ""
    return bool(found) and len(line.text) - len(found) <= _LONGEST_BUTTON


def day_beside(line: Line) -> str:
    """Return the day in a short line without a link, with its source as often; empty when there is none."""
    return "" if line.linked or line.rows or len(line.text) > _LONGEST_DAY else _day(line.text)
