"""The names that a page prints without a label: beside its date, in the lines around it, in an element for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, takewhile

from xinhui_viewer.importers.furniture import is_furniture, meta_line
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.days.day_labels import is_event
from xinhui_viewer.importers.web.origin.parts import Part, names, parts
from xinhui_viewer.text.dates import dates
from xinhui_viewer.text.names import is_person, is_placeholder

_LONGEST, _LONGEST_DATED, _LONGEST_LINE = 24, 60, 300  # characters of a name, of a line that is its date, of any line
_SENTENCE = 60  # characters of a line that is prose
_MOST_DATED = 2  # lines under a title: more are a list
_MARKED = re.compile(
    r"source|lai[-_]?yuan|(?:copy|come)[-_]?from|origin(?!al)|nick[-_]?name|account|publisher|media[-_]?name|"
    r"(?<![a-z])(?:ly|where|media|from)(?![a-z-])",
    re.IGNORECASE,
)
_MARKED_AUTHOR = re.compile("author|writer|(?<![a-z])user(?![a-z])", re.IGNORECASE)
_MARKED_OTHER = re.compile(
    "catalog|categor|column|channel|tag|share|tool|button|btn|font|count|view|hit|click|comment|title|nav|menu",
    re.IGNORECASE,
)
_TIME = r"\d{1,2}\s*[:：时]\s*\d{2}(?:\s*[:：分]\s*\d{0,2}\s*秒?)?"
_HOUR = re.compile(_TIME)
_DATE = re.compile(  # with or without a time; days without a year, or told by their distance, too
    rf"(?:(?:19|20)\d\d\s*[-./年]\s*\d{{1,2}}\s*[-./月]\s*\d{{1,2}}\s*日?|\b\d\d-\d\d(?=\s*\d\d:))(?:\s*(?:[上下]午)?\s*{_TIME})?"
    rf"|(?:今天|昨天|前天|刚刚|\d{{1,2}}\s*(?:分钟|小时|天|周|个?月)前)(?:\s*{_TIME})?|{_TIME}"
)
_BETWEEN = re.compile(r"[|｜丨·•\t\xa0\u3000【】\[\]]|\s{2,}")
_NO_COLON = re.compile(r"(?:本文|文章|信息|稿件)?(?:来源|稿源|出处)[于自]?\s*")  # a label
_OPEN = ("：", ":", "于")  # ends of a label with its value in the next element
_ROLE = re.compile(r"(?:原创|转载|独家|编译|综合)\s+")
_STATUTE = re.compile(r"[（(【\[].*(?:通过|施行|修[订正]|公布|发布|批准|生效|实施)[^（）()]{0,6}[）)】\]]?$")
_NO_NAME = re.compile(
    r"[。！？；：:，,…<>《》“”\"=*@#]|记者|通讯员|作者|编辑|责编|审核|摄影?$|(?:综合|摄影)报道$|第.{1,4}[期版]|第.{1,8}号|[\d.]{4}|星期|"
    r"周[一二三四五六日]|施行|通过|公布|修[订正]|实施|生效|废止|批准|"
    r"[于了的为在是]$|官方[账帐]号|属地|"
    r"^(?:\d|我|本文|原标题|发布|时间|日期|浏览|阅读|点击|人气|热度|次数|评论|跟帖|参与|赞|点赞|打赏|喜欢|最新|推荐|来自|IP|分享|收藏|关注|订阅|举报|纠错|打印|关闭|"
    r"返回|字体|字号|听|播放|朗读|登录|注册|投稿|更多|查看|下载|复制|首页|导读|摘要|简介|微信$|微博$|(?:企鹅|头条|百家|网易|搜狐|大鱼|一点|澎湃|公众)号$|自媒体$|整理$|原创$|优质|专栏$|视频$)"
)


@dataclass(frozen=True, slots=True)
class Unlabelled:
    """A name without a label, the way in which the page gives it (a name of evidence), and its line."""

    name: str
    way: str
    line: Line


@dataclass(frozen=True, slots=True)
class _Segment:
    """A text that may be a name, the classes of its element, and whether a label without a colon was before it."""

    name: str
    marks: str
    labelled: bool


def unlabelled(head: Sequence[Line], prose: Line | None, title: str) -> Iterator[Unlabelled]:
    """Yield the names without a label in the lines under the title, once for each way in which they are given.

    ``prose`` is the first line of prose: a line in an element with it is no neighbour of the date.
    """
    head = _without_prose(head)
    dated = [line for line in head if _is_dated(line)]
    if sum(_has_day(line.text) for line in dated) > _MOST_DATED:
        return
    date = dated[0] if dated else None
    for line in head:
        found = _names(line, title)
        for segment in found:
            for way in _ways(segment, line, date, prose, alone=len(found) == 1):
                yield Unlabelled(segment.name, way, line)


def below(lines: Sequence[Line]) -> Iterator[Unlabelled]:
    """Yield the name that stands alone with day and hour under the text, or in its last line.

    A day without an hour there is a signature's.
    """
    for line in lines:
        if line.plain < _LONGEST_DATED and _HOUR.search(line.text) is not None and _has_day(line.text):
            found = _names(line, "")
            if len(found) == 1:
                yield Unlabelled(found[0].name, "alone with the date", line)


def _names(line: Line, title: str) -> list[_Segment]:
    """Return what may be names in a line that has no source behind a label."""
    meta = meta_line(line.text)
    if line.rows or line.image or (meta is not None and meta.source) or _is_on_another_day(line.text):
        return []
    found = [segment for segment in _segments(line) if _may_be(segment.name, title)]
    return [one for one in found if _MARKED.search(one.marks) or not _MARKED_OTHER.search(one.marks)]


def _is_on_another_day(text: str) -> bool:
    """Return whether the day in a line is that of a statute or of an event."""
    events = (is_event(text[:start], text[end:]) for (start, end), _day in dates(text))
    return _STATUTE.match(text) is not None or any(events)


def _ways(segment: _Segment, line: Line, date: Line | None, prose: Line | None, *, alone: bool) -> list[str]:
    """Return the ways in which a line under the title gives a name, by its place and its element."""
    ways = ["behind a label"] if segment.labelled else []
    if line is date:
        ways += ["beside the date", "alone with the date"] if alone else ["beside the date"]
    elif date is not None and segment.name == line.text.strip() and _is_next(line, date, prose):
        ways.append("next to the date")
    return ways + _marked(segment) if ways or alone else []


def _without_prose(head: Sequence[Line]) -> list[Line]:
    """Return the lines before the first of prose."""
    kept: list[Line] = []
    for line in head:
        if line.plain > _SENTENCE or (line.plain > _LONGEST and line.text[-1] in "。；！？"):
            break
        kept.append(line)
    return kept


def _is_dated(line: Line) -> bool:
    text = line.text
    if len(text) > _LONGEST_LINE:
        return False
    return _has_day(text) or (len(text) < _LONGEST_DATED and _DATE.search(text) is not None)


def _has_day(text: str) -> bool:
    return next(dates(text), None) is not None


def _is_next(line: Line, date: Line, prose: Line | None) -> bool:
    """Return whether a line stands right above or below the date, and not among the paragraphs of the text."""
    if abs(line.order - date.order) != 1:
        return False
    if prose is None or not line.path:
        return True
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(line.path, date.path, strict=False)))
    return prose.path[:shared] != line.path[:shared] or line.path[:-1] != prose.path[:-1]


def _segments(line: Line) -> Iterator[_Segment]:
    """Yield the texts of a line between its dates, bars, blanks and inline elements, without values behind a label."""
    found = parts(line) if len(line.text) <= _LONGEST_LINE else []
    if len(found) == 1 and line.block is not None and _DATE.search(line.text) is None:
        link = line.block.parent if line.block.parent is not None and line.block.parent.tag == "a" else None
        marks = (found[0].marks, names(line.block), names(link) if link is not None else "")
        found = [Part(found[0].text, found[0].linked, " ".join(marks))]
    for before, part in pairwise((Part(""), *found)):
        if _NO_COLON.fullmatch(before.text):
            yield _Segment(part.text.strip(), part.marks, labelled=True)
        elif before.text[-1:] not in _OPEN:
            texts = chain.from_iterable(map(_BETWEEN.split, _DATE.split(part.text)))
            yield from (_segment(text.strip(), part.marks) for text in texts)


def _segment(text: str, marks: str) -> _Segment:
    label = _NO_COLON.match(text)
    role = label or _ROLE.match(text)
    return _Segment(text[role.end() if role else 0 :].strip(" \t/—-·()（）"), marks, label is not None)


def _may_be(name: str, title: str) -> bool:
    if not 2 <= len(name) <= _LONGEST or name == title or is_placeholder(name):
        return False
    return _NO_NAME.search(name) is None and not is_furniture(name)


def _marked(segment: _Segment) -> list[str]:
    """Return the way in which the element of a name is for the source, or for an author that is no person."""
    if _MARKED.search(segment.marks):
        return ["in an element for it"]
    author = _MARKED_AUTHOR.search(segment.marks) and not is_person(segment.name)
    return ["in an element for an author"] if author else []
