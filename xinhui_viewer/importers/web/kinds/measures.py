"""Measures of a whole page that tell its kind: its longest text, its links, the days beside them, its fields."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from xinhui_viewer.importers.furniture import is_furniture, meta_line
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.kinds.excerpts import excerpts
from xinhui_viewer.importers.web.kinds.list_lines import entries, is_entry
from xinhui_viewer.importers.web.kinds.page_signs import asked, is_edition, is_letter, links_to_more, offers
from xinhui_viewer.importers.web.kinds.phrases import answers, errors, prices
from xinhui_viewer.importers.web.prose.headlines import begins_text, has_buttons, is_headline
from xinhui_viewer.text.dates import dates

_STOPS = "。！？"
_FOOT = re.compile(
    r"版权所有|ICP备|公网安备|C(?i:opyright)|c(?i:opyright)|主办(?:单位)?[:：]|技术支持[:：]|网站标识码|All Rights"
)
# Numbers and blanks are bounded: else a million digits would be looked through from each of them. A pattern whose
# alternatives all begin with a sign is searched in half the time.
_PAGES = r".{0,24}[尾末]\s?页"
_TURNS = re.compile(
    r"第\s?\d{1,6}\s?页|/(?:(?<=\d/)|(?<=\d\s/))\s?\d|首\s?页.{0,12}[上下前后]一?页|共\s?\d{1,6}\s?页|"
    + "|".join(f"{side}一?页{_PAGES}" for side in "上下前后")
)
_COUNTED = re.compile(
    r"共(?:有|计|找到)?\s?(?:\d{1,6}\s?页\s?)?[1-9]\d{0,6}\s?[条篇](?!\s?(?:评论|留言|跟帖|回复|意见|网友))|每页\s?\d{1,3}\s?[条篇]|"
    r"条(?:(?<=\d条)|(?<=\d\s条))记录"
)
_ATTACHED = re.compile(r"附件|\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|et|zip|rar)\b", re.IGNORECASE)
_MOST_BESIDE = 24  # characters of a line that is a day and little more
_LONGEST_FOOT = 200
_SHORTEST_TOLD = 25  # characters of a cell that may hold sentences
_SHORT = 120  # characters of a line that may be a button, a label, a message
_LOOKED_AT = 1000  # characters of a line with links, or of a table
_LONG = 250  # characters of a text that is no error message, and with title and day no list
_NEAR_TITLE = 5  # lines under a title in which its day is printed
_SHOWN_WITHIN = 15  # lines under a title in which a picture or an attachment is the text
_MOST_BETWEEN = 40  # lines between a title and its text
_FIELDS = frozenset(("", "text", "password", "tel", "email", "number", "date"))


@dataclass(frozen=True, slots=True)
class Measures:
    """Measures of a page: ``prose`` characters in its longest text between two links, with ``stops`` ends of sentences.

    ``headed``: the title stands over that text, without a link to another page between; ``dated``: a day that is not
    a link's stands under the title, or in the text; ``shows``: a picture or an attachment stands under the title;
    ``has_day``: the page's day is known. Of the ``headlines`` (links that may be titles of other pages), and of shorter
    links, ``entries`` have a day of their own, ``before`` of them before the text. ``links`` are the lines with links,
    ``linked`` is the share of all ``text`` that is in them, ``own`` the characters that are neither links nor labels.
    ``turns`` and ``counted``: the page turns over, its entries are counted. ``passwords``, ``fields`` and ``frames``
    are elements, ``asked`` labels of fields under the title; ``errors``, ``answers``, ``prices`` and ``offers`` are
    different phrases of error messages, forums and shops, ``mores`` links to more of what is listed. ``excerpts`` stand
    under links to their pages; ``letter``: an
    office answers a letter; ``edition``: the page is a newspaper's. ``titled`` are the characters of a sure title,
    ``named`` is the kind that a title names; ``shelved``: the page is filed under products.
    """

    prose: int = 0
    stops: int = 0
    headed: bool = False
    dated: bool = False
    shows: bool = False
    has_day: bool = False
    headlines: int = 0
    entries: int = 0
    before: int = 0
    links: int = 0
    linked: float = 0.0
    text: int = 0
    own: int = 0
    turns: bool = False
    counted: bool = False
    passwords: int = 0
    fields: int = 0
    frames: int = 0
    errors: int = 0
    answers: int = 0
    prices: int = 0
    offers: int = 0
    asked: int = 0
    mores: int = 0
    letter: bool = False
    edition: bool = False
    excerpts: int = 0
    titled: int = 0
    named: str = ""
    shelved: bool = False


def measured(tree: Any, lines: Sequence[Line], title: int, *, has_day: bool) -> Measures:
    """Return the measures of a page whose title is on line ``title``, -1 when none prints it.

    Of a page with a title and a day over a long text, as most are, nothing else is measured: all that may speak against
    it weighs less, a forum's phrases and excerpts aside.
    """
    start, end, prose, stops = _longest(lines)
    # Buttons, labels and messages, and lines that hold some.
    short = [line.text[:_LOOKED_AT] for line in lines if len(line.text) <= _SHORT or line.linked or line.rows]
    headed = _is_headed(lines, title, start, end)
    text, linked, links = _amounts(lines)
    seen = Measures(
        prose=prose,
        stops=stops,
        headed=headed,
        dated=_is_dated(lines, title) or (headed and _is_dated_within(lines, start, end)),
        shows=_shows(lines, title),
        has_day=has_day,
        links=links,
        linked=linked / (text or 1),
        text=text,
        answers=answers(short),
        excerpts=excerpts(lines),
    )
    if _is_clear(seen):
        return seen
    beside = _beside(seen, tree, lines, short, start)
    return replace(beside, asked=asked(lines[title + 1 : end]), letter=is_letter(lines[:end]))


def without_cells(lines: Sequence[Line]) -> list[Line]:
    """Return lines without the short cells of tables; a table with links, which may be a list, as it is."""
    return [replace(line, text=_told(line)) if line.rows and not line.linked else line for line in lines]


def _told(line: Line) -> str:
    return "\n".join(cell.text for row in line.rows for cell in row if len(cell.text) >= _SHORTEST_TOLD)


def _is_clear(seen: Measures) -> bool:
    return seen.headed and seen.dated and seen.stops >= 2 and seen.prose >= _LONG


def _beside(seen: Measures, tree: Any, lines: Sequence[Line], short: Sequence[str], start: int) -> Measures:
    """Return the measures with those that may speak against a page; its text begins on line ``start``."""
    headlines = {line.order for line in lines if line.linked and is_headline(line)}
    listed = entries(lines, headlines)
    passwords, fields, frames = _elements(tree)
    together = "\n".join(short)
    return replace(
        seen,
        headlines=len(headlines),
        entries=len(listed),
        before=sum(at < start for at in listed),
        own=sum(map(_own, lines)),
        turns=_TURNS.search(together) is not None,
        counted=_COUNTED.search(together) is not None,
        passwords=passwords,
        fields=fields,
        frames=frames,
        errors=errors(short) if seen.prose < _LONG else 0,
        prices=prices(short),
        offers=offers(lines),
        mores=links_to_more(lines),
        edition=is_edition(together),
    )


def _longest(lines: Sequence[Line]) -> tuple[int, int, int, int]:
    """Return the longest text between two links: its first line, the line after its last, characters, sentences."""
    start = length = most = 0
    first = end = 0
    foot = False
    for line in lines:
        foot = not line.linked and (foot or _is_foot(line))
        if foot or line.linked * 4 > len(line.text):  # a link within a sentence does not end the text
            start, length = line.order + 1, 0
        elif not line.image:
            length += line.plain
            if length > most:
                first, end, most = start, line.order + 1, length
    return first, end, most, sum(line.text.count(stop) for line in lines[first:end] for stop in _STOPS)


def _is_foot(line: Line) -> bool:
    return len(line.text) < _LONGEST_FOOT and _has_foot(line.text)


@lru_cache(4096)
def _has_foot(text: str) -> bool:
    return _FOOT.search(text) is not None


def _is_headed(lines: Sequence[Line], title: int, start: int, end: int) -> bool:
    if title < 0 or title >= end or start - title > _MOST_BETWEEN:
        return False
    between = [line for line in lines[title + 1 : start] if is_headline(line) and not has_buttons(line)]
    return not between or (begins_text(lines, between[0], start) and len(between) == 1)


def _is_dated(lines: Sequence[Line], title: int) -> bool:
    """Return whether a day stands under the title that is not that of a link."""
    for line in lines[title + 1 : title + 1 + _NEAR_TITLE] if title >= 0 else ():
        if (is_entry(lines, line) or is_headline(line)) and not has_buttons(line):
            return False
        if _has_day(line):
            below = lines[line.order + 1 : line.order + 2]
            return not any(is_headline(one) and not begins_text(lines, one, one.order + 1) for one in below)
    return False


def _shows(lines: Sequence[Line], title: int) -> bool:
    """Return whether a picture or an attachment stands under the title, before a link to another page."""
    for line in lines[title + 1 : title + 1 + _SHOWN_WITHIN] if title >= 0 else ():
        if line.image or _ATTACHED.search(line.text):
            return True
        if (is_headline(line) and not has_buttons(line)) or _is_foot(line):
            return False
    return False


def _is_dated_within(lines: Sequence[Line], start: int, end: int) -> bool:
    """Return whether a day stands on a line of the text or right under it."""
    return any(_has_day(line) and not is_entry(lines, line) for line in lines[start : end + 2])


def _has_day(line: Line) -> bool:
    """Return whether a line gives a day as pages give theirs: behind a label, alone, or first in a short line."""
    if line.rows or len(line.text) >= _LONGEST_FOOT:
        return False
    meta = meta_line(line.text)
    if meta is not None:
        return meta.published is not None
    (start, _end), _day = next(dates(line.text), ((1, 0), None))
    return start == 0 and len(line.text) <= _MOST_BESIDE


def _own(line: Line) -> int:
    """Return the characters of a line outside links that are no labels and not the site's."""
    beside = line.image or line.linked * 2 > len(line.text) or is_furniture(line.text) or _is_foot(line)
    return 0 if beside else line.plain


def _amounts(lines: Sequence[Line]) -> tuple[int, int, int]:
    """Return the numbers of characters, of characters in links, and of lines with links."""
    linked = [line.linked for line in lines if line.linked]
    return sum([len(line.text) for line in lines]), sum(linked), len(linked)


def _elements(tree: Any) -> tuple[int, int, int]:
    """Return the numbers of fields for passwords, of fields to be filled in, and of frames."""
    passwords = fields = frames = 0
    for node in tree.css("input, textarea, frame"):
        if node.tag == "frame":
            frames += 1
            continue
        kind = (node.attributes.get("type") or "").strip().lower() if node.tag == "input" else ""
        fields += kind in _FIELDS
        passwords += kind == "password"
    return passwords, fields, frames
