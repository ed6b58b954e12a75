"""The edition of an article from a newspaper, 版次: the number of the printed page, and the imprint that names it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, takewhile

from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.body import Text
from xinhui_viewer.importers.web.page import Page
from xinhui_viewer.records import Span
from xinhui_viewer.text.dates import dates
from xinhui_viewer.text.newspapers import is_newspaper
from xinhui_viewer.text.numerals import number

_ABOVE, _EDGE, _FOOT = 8, 2, 6  # lines above the title, at either edge of the text, and under it
_LONGEST, _MOST_BESIDE = 80, 12  # characters of an imprint; of those beside paper, day and edition
_EDITION = re.compile(
    r"第\s{0,4}([A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s{0,4}版(?!本)"
    r"|版\s?[次面]\s{0,4}[:：]\s{0,4}第?\s{0,4}([A-Z]?\d{1,3})(?!\d)"
    r"|(?<![A-Za-z\d.年第共])([A-Z]?\d{1,3})\s{0,4}版(?!本)"
)
_PAPER = re.compile(
    "《\\s{0,4}([^《》]{2,16}?)\\s{0,4}》|(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,12}报)(?![\u4e00-\u9fff])"
)
_WEEKDAY = re.compile("(?:星期|周)[一二三四五六日天]")
_SUFFIX = re.compile(r"[_|｜—–\-·»\s]+")


@dataclass(frozen=True, slots=True)
class _Imprint:
    """A line with the number of an edition: whether it names a newspaper and a day, and has nothing else."""

    line: Line
    edition: str
    paper: bool
    day: bool
    bare: bool

    @property
    def strength(self) -> int:
        """The weight of the line beside others: a newspaper counts more than a day."""
        return 2 * self.paper + self.day


def edition(page: Page, title: Line | None, text: Text) -> tuple[str, Text]:
    """Return the edition that a page names, empty without one; and its text without the imprint above it.

    An edition counts only beside the name of a newspaper, or on a page of one: books and standards have them, too.
    """
    found = [one for line in _near(page, title, text) if (one := _imprint(line)) is not None]
    of_paper = any(one.paper for one in found) or _is_of_a_newspaper(page)
    numbers = _strongest(found) if found and of_paper else set()
    if len(numbers) != 1:  # a list of editions names many
        return "", text
    return numbers.pop(), _without([one.line for one in found if one.bare and one.strength], text)


def _strongest(found: Sequence[_Imprint]) -> set[str]:
    """Return the editions in the strongest of some imprints."""
    best = max(one.strength for one in found)
    return {one.edition for one in found if one.strength == best}


def _near(page: Page, title: Line | None, text: Text) -> Iterator[Line]:
    above = page.lines[max(0, title.order - _ABOVE) : title.order] if title is not None else ()
    edges = chain(text.lines[:_EDGE], text.lines[_EDGE:][-_EDGE:])
    return chain(above, text.head, edges, text.foot[:_FOOT])


def _imprint(line: Line) -> _Imprint | None:
    """Return the imprint in a line; None when the line has none, or much else."""
    text = line.text
    found = _EDITION.search(text) if len(text) <= _LONGEST and "版" in text else None
    if found is None or line.rows or line.image:
        return None
    days = [span for span, _day in dates(text)][:1]
    papers = [match.span() for match in _PAPER.finditer(text) if is_newspaper(match[1] or match[2])][:1]
    beside = _beside(text, [found.span(), *days, *papers])
    if beside > _MOST_BESIDE:
        return None
    return _Imprint(line, _plain(next(filter(None, found.groups()))), bool(papers), bool(days), beside == 0)


def _beside(text: str, spans: Sequence[Span]) -> int:
    """Return the number of letters and digits outside some spans of a text and the name of a weekday."""
    rest = "".join(sign for at, sign in enumerate(text) if not any(start <= at < end for start, end in spans))
    return sum(map(str.isalnum, _WEEKDAY.sub("", rest)))


def _plain(said: str) -> str:
    """Return the number of an edition without the zeros in front."""
    value = number(said)
    return said if value is None else f"{value:.0f}"


def _is_of_a_newspaper(page: Page) -> bool:
    names = (*_SUFFIX.split(page.title)[1:], page.metas.get("sitename", ""), page.metas.get("og:site_name", ""))
    return any(map(is_newspaper, names))


def _without(imprints: Sequence[Line], text: Text) -> Text:
    """Return a text without the imprint it begins with, which moves to its head; one at its end tells its origin."""
    leading = list(takewhile(lambda line: line in imprints, text.lines))
    if not leading or len(leading) == len(text.lines):
        return text
    lines = text.lines[len(leading) :]
    return replace(text, lines=lines, head=[*text.head, *leading], first=lines[0].order)
