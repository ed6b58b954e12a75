"""Tell links that may be titles of other pages from buttons, and from a link with which a text begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from xinhui_viewer.importers.line import Line

_HEADLINE = 8  # characters of a link that may be the title of another page; the entries of menus are shorter
_LONGEST_BUTTON = 6  # characters of a word in a line of several buttons
_MOST_BESIDE = 24  # characters beside a link that are a day and little more
_DAY = re.compile(r"\d\s?[-/.月]\s?\d")


def is_headline(line: Line) -> bool:
    """Return whether a line is a link that may be the title of another page, with a day or a word beside it."""
    linked, text = line.linked, line.text
    if linked < _HEADLINE or line.rows or len(text) - linked > max(linked, _MOST_BESIDE):
        return False
    return _has_word(text)


def has_buttons(line: Line) -> bool:
    """Return whether the links of a line are buttons, too short for titles of pages: 大 中 小, 打印 behind the day."""
    links = line.block.css("a") if line.linked and line.block is not None else ()
    return len(links) > 1 and all(len(link.text(strip=True)) < _HEADLINE for link in links)


def begins_text(lines: Sequence[Line], link: Line, start: int) -> bool:
    """Return whether a link without a day is the first line of a text: paragraphs of the same element follow it."""
    if link.order + 1 != start or _DAY.search(link.text):
        return False
    following = lines[start : start + 2]
    return len(following) == 2 and all(line.path[:-1] == link.path[:-1] and "。" in line.text for line in following)


@lru_cache(4096)
def _has_word(text: str) -> bool:
    """Return whether a text has a word that is longer than those in a line of several buttons."""
    return max(map(len, text.split())) >= _LONGEST_BUTTON
