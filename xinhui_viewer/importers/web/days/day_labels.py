"""The words beside a day on a page: labels of its publication or of another day, and the signs of an event."""

from __future__ import annotations

import re
from functools import lru_cache

from xinhui_viewer.text.dates import dates

_LONGEST_DATED, _MOST_BESIDE = 80, 8  # characters of a line with a day, of it beside the day
_LONGEST_LABEL = 40  # characters before a day that may be its label
_LABEL = re.compile(r"((?:[\u4e00-\u9fff]\s+)+[\u4e00-\u9fff]|[\u4e00-\u9fff]+|[A-Za-z]+)\s*([:：]?)[\s\[【（(]*$")
_OF = r"(?:于|在|日期|时间|時間|日|时)?$"
_PUBLISHED = re.compile(
    f"(?:发布|发表|刊[登发载]|上传|發布|發表|张贴|推送){_OF}|(?i:posted|published)$|"
    "(?:发稿|公开|上[网线]|添加|创建|录入|编辑|提交|入库|播[出发]|见报|投稿|报道|信息|文章|新闻|本文|稿件)(?:日期|时间|時間|日)$"
)
_LESS = re.compile(f"(?:更新|修改|公布|出版){_OF}|(?i:updated)$")  # a page may print both: its first publication wins
_REPLY = re.compile("(?:回复|答复|回信|反馈|办结|解答)(?:时间|日期|時間)$")
_LETTER = re.compile("(?:来信|写信|留言|咨询|提问|投诉|诉求|反映|受理)(?:时间|日期|時間)$")
_EDITION = re.compile(r"[第（(\s,，]\s*[A-Z]?\d{1,3}\s*版")
_BARE = re.compile(r"^(?:时间|日期|時間|来源|稿源|(?i:time|date|on))$")
_GLUED = re.compile(r"(?:来源|稿源)\s*[:：]\s*[^:：\s]+(?:时间|日期|時間)\s*[:：]\s*$")  # 来源：某报时间：
_ROLE = re.compile(
    "(?:作者|编辑|责编|记者|通讯员|摄影|审核|供稿|撰稿|校对|栏目|分类|字号|点击|浏览|阅读|访问|评论|单位|部门|机构)$"
)
_OF_DOCUMENT = re.compile(
    "成文|生成|[印制签下]发|发[文布表稿]|起草|修[订改]|通过|批准|实施|施行|[生失有]效|废止|归档|公[开布示]|[收著记]录|审核|更新|创建|来源|作者"
)
_DAY = re.compile("(?:时间|日期|時間)$")
_BEHIND = re.compile(
    r"\s*(?:\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?\s*(?:发布|发表|上传|刊登|更新|发稿|發布|發表)(?![会单的了《“])"
)
_EVENT = re.compile(
    r"\s*日?\s*[（(]?(?:星期|周)[一二三四五六日天末][)）]?\s*[上下中早晚]|\s*日?\s*(?:[上下中]午|[早晚]上|[早晚]\d)|"
    r"\s*日?\s*\d{1,2}\s*[时点](?!\d{0,2}分?\s*(?:发|$))|日?\s*(?:[\d:：]{4,8}\s*)?(?:至|到(?!\s*访)|起|前|止|[-—–~～]+\s*\d)"
)
_ENACTED = re.compile(r"\s*日?[\s　]*[^\s。；]{2,40}会议[^。；]{0,60}(?:通过|批准|修[正订改])[)）]?$")
_WIRE = ("文", "电", "電", "讯", "訊")
_SINCE = re.compile(r"(?:[自从由至到截为在于]|截[止至])\s*$")
_PLACE = re.compile(
    r"\s*(?:(?:[\u4e00-\u9fff]{0,4}地\s*[点址]|主\s*讲\s*人?|参[加会](?:人员|对象)|授课|会议室|赛程|主持人?)\s*[:：])"
)
_TODAY = re.compile(r"今天|今日|欢迎|现在(?:是|时间)|当前时间|往期|上一期|下一期")
_BESIDE = re.compile(
    r"来源|稿源|作者|编辑|责编|记者|点击|浏览|阅读|访问|次数|字体|字号|打印|关闭|分享|评论|收藏|审核|人气|供稿|发布|查看|热度|"
    r"\bviews?\b|\bhits?\b|\bby\b",
    re.IGNORECASE,
)
_WORDS = ((_PUBLISHED, 1), (_REPLY, 1), (_BARE, 0.7), (_LESS, 0.5), (_LETTER, 0.5))
TIME = re.compile(r"[\sT|｜]*(?:[01]?\d|2[0-3])[:：][0-5]\d(?:[:：][0-5]\d)?(?:\.\d+)?Z?")


@lru_cache(1024)  # several pieces of evidence ask for each day
def publication(before: str, after: str = "") -> float:
    """Return how surely the words beside a day are a label of publication, 0 to 1; -1 for that of another day.

    发布时间 says it, 时间 may, 更新时间 less; any other word before 时间 or a colon does not: 截止时间, 启动时间.
    """
    if is_enacted(before, after):
        return -1
    before = before[-_LONGEST_LABEL:]
    found = _LABEL.search(before)
    behind = 0.7 if _BEHIND.match(after) else 0
    if found is None:
        return behind
    word = "".join(found[1].split())
    known = next((value for pattern, value in _WORDS if pattern.search(word)), None)
    if known is None and _GLUED.search(before):
        return 0.7
    is_label = _DAY.search(word) or (found[2] and not _ROLE.search(word))
    return known or (-1 if is_label else behind)


def is_enacted(before: str, after: str) -> bool:
    """Return whether a day begins a note on a law: 1994年12月29日 某某会议通过."""
    return not before.strip(" \u3000（(") and _ENACTED.match(after) is not None


def is_other_day(before: str) -> bool:
    """Return whether the label before a day is that of an event or of a thing, not of a page or a document."""
    return publication(before) < 0 and _OF_DOCUMENT.search(before[-_LONGEST_LABEL:]) is None


def divided(text: str) -> tuple[str, str]:
    """Return the label of publication that a text begins with, and the rest of the text; empty without one."""
    label, sign, rest = text.replace(":", "：").partition("：")
    return (label + sign, rest) if sign and publication(label + sign) > 0 else ("", text)


def is_dated(text: str) -> bool:
    """Return whether a line is little more than a day, or gives one with a label of publication."""
    if len(text) > _LONGEST_DATED or "。" in text:
        return False
    (start, end), day = next(dates(text), ((0, 0), None))
    if day is None or is_event(text[:start], text[end:]):
        return False
    label = publication(text[:start], text[end:])
    rest = text[:start] + TIME.sub("", text[end:], count=1)
    return label > 0 or (label == 0 and sum(map(str.isalnum, rest)) <= _MOST_BESIDE)


def is_reply(before: str) -> bool:
    """Return whether a label before a day is that of the reply to a letter: the page was published with it."""
    found = _LABEL.search(before[-_LONGEST_LABEL:])
    return found is not None and _REPLY.search("".join(found[1].split())) is not None


def has_edition(text: str) -> bool:
    """Return whether a line names the page of a newspaper beside its day (某报 2021年3月2日 03版)."""
    return _EDITION.search(text) is not None


def is_event(before: str, after: str) -> bool:
    """Return whether a day begins or ends a period, has the hour of an event, or is that of a wire (2日电)."""
    return (
        _EVENT.match(after) is not None
        or after[:1] in _WIRE
        or (publication(before) <= 0 and _SINCE.search(before) is not None)
    )


def is_place(text: str) -> bool:
    """Return whether a line gives the place or the people of an event, whose day stands near."""
    return _PLACE.match(text) is not None


def is_today(text: str) -> bool:
    """Return whether a line greets its reader with the day of the visit, or names other issues of a paper."""
    return _TODAY.search(text) is not None


def is_beside(text: str) -> bool:
    """Return whether a text beside a day has a source, a counter or a button, as the line under a title has."""
    return _BESIDE.search(text) is not None
