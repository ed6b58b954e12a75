"""The head of a page of a newspaper's electronic edition: the paper, its day, and the number of the printed page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.origin.imprint import imprint
from xinhui_viewer.text.dates import first_date
from xinhui_viewer.text.newspapers import is_newspaper

_LONGEST, _LONGEST_NAVIGATION = 60, 40  # characters of a line with the day of a paper, of one that leads to its pages
_SHORTEST = 3  # characters of a paper's name
_AROUND = 8  # lines around an edition, or around what leads to others, in which the day stands
_SIGN = "版"  # in each edition, and in whatever leads to others: few lines have it
_NAVIGATION = re.compile(
    "[上下]一?版(?![本权面])|(?:本版|版面)?标题导[航读]|版面(?:导航|导读|概览|目录|列表|图)|本版(?:导[航读]|新闻|目录|文章)|"
    "返回(?:目录|版面|本版|头版)"
)
_EDITION_ONLY = re.compile(r"第?\s{0,4}[A-Z]?\d{1,3}\s{0,4}版|版\s?[次面]\s{0,4}[:：]")
_NAME = "[\u4e00-\u9fff]{2,10}?报"
_ELECTRONIC = (
    r"(?:\s|[·:：-]|社|多媒体|全媒体|数字|电子|网络|手机|报纸|报刊|版|报|平台|阅读器?|在线|首页|网站?|(?i:e-?paper))*"
)
_WHOLE = re.compile(f"(?:欢迎(?:您?阅读|访问)|{_ELECTRONIC})《?\\s*({_NAME})\\s*》?{_ELECTRONIC}")
_PRINTED = re.compile(
    f"《\\s*({_NAME})\\s*》|(?:^|[^\u4e00-\u9fff]|版权所有|主办|主管|出版)({_NAME})社(?![\u4e00-\u9fff]区)"
)
_EDITION_NAME = re.compile("(?:多媒体|全媒体)?(?:数字|电子|手机)报$")
_NO_PAPER = re.compile("[举申预填上汇呈]报$")
_BETWEEN = re.compile(r"[_|｜—–»-]+|\s+|[:：]")
_VISIT = re.compile("今天是|今日是|欢迎|现在(?:是|时间)|当前时间")


@dataclass(frozen=True, slots=True)
class Masthead:
    """The name of a newspaper, the number of the printed page (empty when none is given), its day and the day's line.

    There is no line where only the page's <title> gives the day.
    """

    paper: str
    edition: str = ""
    day: date | None = None
    line: Line | None = None


def masthead(lines: Sequence[Line], names: Sequence[str]) -> Masthead | None:
    """Return the head of a newspaper's page with these lines, which gives itself these names; None on other pages.

    A page of a newspaper names it, and either the edition or the way to other editions: on the paper's other pages an
    article stands on a site like any other.
    """
    signed = [line for line in lines if _SIGN in line.text]
    editions = [found for line in filter(_may_have_edition, signed) if (found := imprint(line)) is not None]
    anchors = [found.line.order for found in editions] or [line.order for line in filter(_leads_to_editions, signed)]
    paper = next(_papers(lines, names), "") if anchors else ""
    if not paper:
        return None
    line = _dated(lines, anchors)
    day = first_date(line.text if line is not None else " ".join(names))
    return Masthead(paper, _only({found.edition for found in editions}), day, line)


def _only(editions: set[str]) -> str:
    """Return the one edition that a page names; empty where it names several, or none."""
    return next(iter(editions)) if len(editions) == 1 else ""


def names_a_paper(text: str) -> bool:
    """Return whether a text is the name of a newspaper or of its electronic edition, and nothing else."""
    whole = _WHOLE.fullmatch(text)
    return whole is not None and any(_paper(whole[1]))


def _may_have_edition(line: Line) -> bool:
    """Return whether a line may be the imprint of the page; a link has the edition of another."""
    return line.linked * 2 < len(line.text) <= _LONGEST and bool(_EDITION_ONLY.search(line.text))


def _leads_to_editions(line: Line) -> bool:
    return len(line.text) <= _LONGEST_NAVIGATION and _NAVIGATION.search(line.text) is not None


def _papers(lines: Sequence[Line], names: Sequence[str]) -> Iterator[str]:
    """Yield the names of newspapers among the names of a page, then those that its lines print."""
    for name in names:
        for part in (name, *_BETWEEN.split(name)):
            if whole := _WHOLE.fullmatch(part.strip()):
                yield from _paper(whole[1])
    for line in lines:
        if len(line.text) > _LONGEST or "报" not in line.text:
            continue
        if whole := _WHOLE.fullmatch(line.text.strip()):
            yield from _paper(whole[1])
        for printed in _PRINTED.finditer(line.text):
            yield from _paper(printed[1] or printed[2])


def _paper(name: str) -> Iterator[str]:
    """Yield the name of a newspaper, which need not end in 报 as that of its electronic edition does."""
    bare = _EDITION_NAME.sub("", name)
    if len(bare) >= _SHORTEST and (bare != name or (is_newspaper(bare) and not _NO_PAPER.search(bare))):
        yield bare


def _dated(lines: Sequence[Line], anchors: Sequence[int]) -> Line | None:
    """Return the line with a day that is nearest to an edition; None without one. The day of the visit is none."""
    near = {at + step for at in anchors for step in range(-_AROUND, _AROUND + 1)}
    dated = [line for line in lines if line.order in near and _is_dated(line)]
    return min(dated, key=lambda line: min(abs(line.order - at) for at in anchors), default=None)


def _is_dated(line: Line) -> bool:
    text = line.text
    if line.rows or line.image or len(text) > _LONGEST or line.linked * 2 > len(text) or "。" in text or "，" in text:
        return False
    return first_date(text) is not None and not _VISIT.search(text)
