"""The period of each quantity of a sentence: the one that the sentence named before it, as long as that governs.

One at the beginning of a clause governs the rest of the sentence, or until the next; one behind its subject as far as
the next semicolon; 每年 its clause; one of a comparison (由去年同期的7.1%降至4.3%) the number behind it alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from xinhui_viewer.text.period_words import Named, named
from xinhui_viewer.text.quantities import Quantity

_COMPARED = ("比", "较", "占", "与", "同", "是", "超过", "高于", "低于", "相当于", "恢复到")
_TURNED = re.compile(
    r"(?:[由从]|[升降增加减少提高扩大达长缩短涨跌][到至为])$"
)  # before a value then, before a value now
_LEADING = re.compile(r"[\s、]*(?:其中|此外|另外|同时|而|且|但|在|于|预计|计划)*[\s：:]*")
_ANNOUNCED = re.compile(
    "获悉|公布|发布|通报|宣布|举行|召开|印发|下发|介绍|消息|报道|了解到|显示|表示|通过|[讯电]$|从[^，]{2,16}到$"
)
_CLAUSE_END = re.compile("[，。；,;：:！？!?\n]")
_SEMICOLON = re.compile("[；;]")
_CURRENT = ("今年", "当年", "本年")
_EVENT = 5  # characters of 2024年投产: a clause that dates an event and says nothing else
_REACH = 80  # how far a clause is looked through for its end: none that a person wrote is longer
_JOINED = ("、", "和", "及", "与")
_PLANNED = ("目标", "计划", "任务", "预算", "比重")  # 完成全年目标的88%
_BARE_YEAR = re.compile(r"(?:19|20)\d\d年")
_SOME_YEARS = re.compile(r"(?:近|过去)?[\d一二三四五六七八九十几多两]+年(?:多)?来")
_TO_COME = re.compile("(?<![大小主])将(?![军士领])|力争|有望")
_TODAY = re.compile(r"今[天日]（(\d{1,2}月\d{1,2}日)）")
_HAPPENED = re.compile("发生|遭遇|遭到|袭击|坠毁|爆炸|起火|倒塌|相撞|启动建设|开工|通车|投产|投运|贯通|发射|首飞")
_FOLLOWING = 6  # characters between 由去年同期的 and the number that it dates


def periods(sentence: str, found: Sequence[Quantity], inherited: str = "") -> tuple[list[str], str]:
    """Return the period of each quantity of a sentence, and the one it ends with.

    ``inherited`` is the period that the sentence before ended with, for 其中.
    """
    governing = _Governing(inherited if sentence.startswith("其中") else "")
    starts = [quantity.start for quantity in found]
    names, at = list[str](), 0
    for each in named(sentence):
        while at < len(starts) and starts[at] < each.end:
            names.append(governing.at(starts[at]))
            at += 1
        governing.take(sentence, each, found, starts)
    names += (governing.at(start) for start in starts[at:])
    told = [
        "" if _SOME_YEARS.fullmatch(name) and _is_start_or_plan(sentence, start) else name
        for name, start in zip(names, starts, strict=True)
    ]
    return told, governing.topic


def _is_start_or_plan(sentence: str, start: int) -> bool:
    """Return whether a number is where a change began, or one to come: years that have passed are not its own."""
    clause = sentence[_begin(sentence, start) : start]
    return clause.endswith(("从", "由")) or _TO_COME.search(clause) is not None


class _Governing:
    """The periods that govern at a place: of the sentence, of its part up to a semicolon, and of a few words."""

    def __init__(self, topic: str) -> None:
        self.topic = topic
        self._part, self._part_end = "", 0
        self._near, self._near_end = "", 0
        self._part_stop = -1

    def at(self, place: int) -> str:
        """Return the period that governs at a place behind all that were taken."""
        if place < self._near_end:
            return self._near
        return self._part if place < self._part_end else self.topic

    def take(self, sentence: str, each: Named, found: Sequence[Quantity], starts: Sequence[int]) -> None:
        """Take a period into account as far as it governs."""
        clause, end = _begin(sentence, each.start), _end(sentence, each.end)
        if date := _date_of_event(sentence, each, clause, end):
            self.topic, self._part_end, self._near_end = date, 0, 0
            return
        following = bisect_left(starts, each.end)
        number = starts[following] if following < len(starts) and starts[following] < end else None
        if self._is_aside(sentence, each, clause) or (number is None and _is_announcement(sentence, each, clause, end)):
            return
        if _is_of_one(sentence, each, number):
            self._near, self._near_end = each.name, _row_end(sentence, found, following)
        elif each.recurs or (number is None and _is_event(sentence, each, clause, end)):
            self._near, self._near_end = each.name, end
        elif _leads(sentence, each, number, clause):
            self.topic, self._part_end, self._near_end = each.name, 0, 0
        else:
            self._part, self._part_end, self._near_end = each.name, self._semicolon(sentence, each.end), 0

    def _is_aside(self, sentence: str, each: Named, clause: int) -> bool:
        """Return whether a period is one of a comparison, of a title, or less than the sentence has said already."""
        if sentence.endswith(_COMPARED, 0, each.start) or _is_in_title(sentence, each):
            return True
        if (
            each.name.endswith("全年")
            and sentence.endswith("完成", 0, each.start)
            and sentence.startswith(_PLANNED, each.end)
        ):
            return True
        if not self.topic.startswith("截"):
            return False
        # 截至8月，全县今年累计; 截至8月，2026年累计
        return (each.name in _CURRENT and clause < each.start) or _BARE_YEAR.fullmatch(each.name) is not None

    def _semicolon(self, sentence: str, place: int) -> int:
        """Return where the part ends that a place is in."""
        if self._part_stop < place:
            match = _SEMICOLON.search(sentence, place)
            self._part_stop = match.start() if match else len(sentence)
        return self._part_stop


def _row_end(sentence: str, found: Sequence[Quantity], at: int) -> int:
    """Return where the row of quantities begins its last one, of which one is the first: 2012年的9%、28%."""
    while at + 1 < len(found) and sentence[found[at].end : found[at + 1].start] in _JOINED:
        at += 1
    return found[at].start + 1


def _begin(sentence: str, place: int) -> int:
    begin = max(0, place - _REACH)
    return max((match.end() for match in _CLAUSE_END.finditer(sentence, begin, place)), default=begin)


def _end(sentence: str, place: int) -> int:
    match = _CLAUSE_END.search(sentence, place, place + _REACH)
    return match.start() if match else min(len(sentence), place + _REACH)


def _is_in_title(sentence: str, each: Named) -> bool:
    opening = sentence.rfind("《", max(0, each.start - _REACH), each.start)
    return opening >= 0 and sentence.find("》", opening, each.start) < 0


def _is_announcement(sentence: str, each: Named, clause: int, end: int) -> bool:
    """Return whether a day is that of the news or of its announcement; 今天 is, unless a range begins with it."""
    if not each.is_day:
        return False
    if sentence.startswith("是", each.end):  # 今天是春运第10天
        return False
    if each.name.startswith("今") and re.search("[至到—]", each.name) is None:
        return True
    return _ANNOUNCED.search(sentence, clause, min(end, each.end + _REACH)) is not None


def _date_of_event(sentence: str, each: Named, clause: int, end: int) -> str:
    """Return the date of a day that is of an event and of no announcement: 7月2日 of 今天（7月2日）发生地震."""
    date = _TODAY.match(each.name)
    if sentence.startswith(("，", ","), each.end):
        end = _end(sentence, each.end + 1)
    happened = date and _HAPPENED.search(sentence, each.end, end) and not _ANNOUNCED.search(sentence, clause, end)
    return date[1] if date and happened else ""


def _is_of_one(sentence: str, each: Named, number: int | None) -> bool:
    """Return whether a period dates the number behind it alone: 由去年同期的7.1%降至今年的4.3%."""
    if number is None or number - each.end >= _FOLLOWING:
        return False
    # 扩围至2020年的92个
    reached = sentence.startswith("的", each.end) and sentence.endswith(("至", "到"), 0, each.start)
    return reached or _TURNED.search(sentence, max(0, each.start - 3), each.start) is not None


def _leads(sentence: str, each: Named, number: int | None, clause: int) -> bool:
    """Return whether a period governs the sentence: it begins a clause, or ends one as in 保税区设立五年来，."""
    if number is None and each.name.endswith("来"):
        return True
    return _LEADING.fullmatch(sentence, clause, each.start) is not None


def _is_event(sentence: str, each: Named, clause: int, end: int) -> bool:
    """Return whether a clause without a number dates an event (2024年投产), or names a period behind its subject."""
    if _LEADING.fullmatch(sentence, clause, each.start) is None:
        return not each.name.endswith("来")  # 保税区设立五年来
    return 0 < end - each.end <= _EVENT and clause > 0
