"""The imprint of an article from a newspaper, 版次: a line with the edition, the number of the printed page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from xinhui_viewer.importers.line import Line
from xinhui_viewer.records import Span
from xinhui_viewer.text.dates import dates
from xinhui_viewer.text.newspapers import is_newspaper
from xinhui_viewer.text.numerals import number

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


@dataclass(frozen=True, slots=True)
class Imprint:
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


def imprint(line: Line) -> Imprint | None:
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
    return Imprint(line, _plain(next(filter(None, found.groups()))), bool(papers), bool(days), beside == 0)


def _beside(text: str, spans: Sequence[Span]) -> int:
    """Return the number of letters and digits outside some spans of a text and the name of a weekday."""
    rest = "".join(sign for at, sign in enumerate(text) if not any(start <= at < end for start, end in spans))
    return sum(map(str.isalnum, _WEEKDAY.sub("", rest)))


def _plain(said: str) -> str:
    """Return the number of an edition without the zeros in front."""
    value = number(said)
    return said if value is None else f"{value:.0f}"
