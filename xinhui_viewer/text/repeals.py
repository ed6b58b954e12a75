"""Bulletins that a text says are repealed: 《…》同时废止, 予以废止, 决定废止《…》, and lists under 废止下列文件："""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from xinhui_viewer.records import Span
from xinhui_viewer.text.mentions import title_spans

_WORD = "废止"
_LONGEST = 3000  # characters of a sentence
_LONGEST_REST = 400  # characters of a line behind its title
_MOST_WORDS = 20  # in a sentence
_MOST_LISTED = 1000  # lines of a list
_SENTENCE = re.compile("[^。；！？\n]+")
_BRACKETS = r"(?:\s*[（(][^（）()\n]{0,60}(?:[（(][^（）()\n]{0,10}[）)][^（）()\n]{0,40})?[）)])?\s*"
_MAKES = "印发|发布|公布|制定|下发|颁布|颁发|实施|施行|转发|出台|通过|批准"
_DAY = r"(?:\d{4}年\d{1,2}月(?:\d{1,2}日)?)?"
_BY_WHOM = "[^，,、。；：:《》（）()\n]{0,40}"
_MADE = f"(?:(?:{_BY_WHOM}(?:{_MAKES})、)?{_BY_WHOM}(?:{_MAKES})的|原有?的?|{_DAY})?"
# Between the last title and the word; between two titles of a list; before a title alone; between the word and a title.
_TO_WORD = re.compile(
    _BRACKETS + "(?:等[^，。；《》]{0,16})?[，,]?(?:自[^，。；《》]{1,24}[起日][，,]?)?"
    "(?:即行|即|同时|一律|相应|均|一并|全部|现|也|亦|随之|自行|依法)*(?:予以|宣布)?"
)
_BETWEEN = re.compile(_BRACKETS + r"[、，,]?\s*(?:以及|和|及|与)?\s*" + _MADE + r"\s*")
_ALONE = re.compile(r"\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]?)?\s*" + _MADE + r"\s*")
_FROM_WORD = re.compile(r"了?\s*" + _MADE + r"\s*")
_TITLE = re.compile("《[^《》]*》")
_COMMA = re.compile("[，,]")
_BY = re.compile("(?:根据|依据|按照|依照|参照|遵照|违反|经|依|按)[^，,]{0,40}$")
_AMENDED = re.compile("(?:修正|修订|修改)的$|经[^，,]{2,40}(?:批准|通过|实施)的$")  # 根据…修正的《A》
# Words before it that make no more of a repeal than a wish, a question, a possibility or the past; and behind it.
_NOT_SAID = re.compile(
    "不|未|拟|建议|申请|提请|请示|是否|如果|应当|可以|可能|讨论|审议(?!通过)|修改或|修订或|或者?$|关于|被$|已经?$|需要?$"
)
_NOT_AFTER = re.compile("[的后前时或、之]|与|和|建议|条件|程序|情形")
_PLAN = re.compile(
    _BRACKETS + "(?:等[^，。；《》]{0,16})?的?\\s*(?:建议|议案|提案|法案|法律|请示|草案|说明|报告|公告|通知|决定)"
)
_HEAD = re.compile("[^。；！？\n《》]{0,30}[:：]")
_BRACKETS_BEHIND = re.compile(_BRACKETS + "[；;]?")
_KEPT = re.compile(_BRACKETS + "[^。；《》\n]{0,12}(?:继续有效|保留|修改|修订|不予)")
_BELOW = re.compile("以下|下列|如下")


def repeals(body: str) -> dict[Span, Span]:
    """Return the 《titles》 that a text says are repealed, by their spans, with the span of the sentence that says so.

    A title in a list has the sentence over the list.
    """
    found: dict[Span, Span] = {}
    if _WORD not in body:
        return found
    titles = tuple(title_spans(body))
    starts = [start for start, _end in titles]
    for start, end in _sentences(body, titles):
        inside = titles[bisect_left(starts, start) : bisect_left(starts, end)]
        for at in islice(_words(body, (start, end), inside), _MOST_WORDS):
            said = body[start:at]
            for title in _behind(body, start, at, inside) or _before(body, start, at, inside):
                found.setdefault(title, (start, end))
            head = _HEAD.match(body, at + len(_WORD))
            if head and _BELOW.search(said + head[0]) and not _NOT_SAID.search(_clause(said)):
                listed = titles[bisect_left(starts, head.end()) :][:_MOST_LISTED]
                for title in _listed(body, head.end(), listed):
                    found.setdefault(title, (start, head.end()))
    return found


def _sentences(body: str, titles: Sequence[Span]) -> Iterator[Span]:
    """Yield the spans of the sentences with the word; a sign within a title ends none."""
    start = end = 0
    at = 0
    for match in _SENTENCE.finditer(body):
        while at < len(titles) and titles[at][1] <= match.start():
            at += 1
        goes_on = at < len(titles) and titles[at][0] < match.start()
        if not goes_on:
            if end:
                yield from _with_word(body, start, end)
            start = match.start()
        end = match.end()
    yield from _with_word(body, start, end)


def _with_word(body: str, start: int, end: int) -> Iterator[Span]:
    if end - start <= _LONGEST and body.find(_WORD, start, end) >= 0:
        yield start + len(body[start:end]) - len(body[start:end].lstrip()), end


def _words(body: str, sentence: Span, titles: Sequence[Span]) -> Iterator[int]:
    """Yield the places of the word in a sentence, outside titles."""
    at = body.find(_WORD, *sentence)
    while at >= 0:
        if not any(start < at < end for start, end in titles):
            yield at
        at = body.find(_WORD, at + 1, sentence[1])


def _before(body: str, start: int, at: int, titles: Sequence[Span]) -> list[Span]:
    """Return the titles of the list that ends before the word: 《A》（…）、《B》同时废止."""
    told = [title for title in titles if title[1] <= at]
    if not told or not _TO_WORD.fullmatch(body, told[-1][1], at) or _NOT_AFTER.match(body, at + len(_WORD)):
        return []
    parts: list[list[Span]] = [[told[-1]]]  # parted by commas, the last first
    for former, latter in zip(told[-2::-1], told[:0:-1], strict=True):
        if not _BETWEEN.fullmatch(body, former[1], latter[0]):
            break
        if _COMMA.search(_outside(body[former[1] : latter[0]])):
            parts.append([])
        parts[-1].append(former)
    return [title for number, part in enumerate(parts) for title in _if_said(body, start, part, number > 0)]


def _if_said(body: str, start: int, part: Sequence[Span], further: bool) -> Sequence[Span]:
    """Return the titles of a part of a list, or none where the words before it speak of something else."""
    before = _clause(body[start : part[-1][0]])
    by = _BY.search(before) and (further or not _AMENDED.search(before))
    if by or _NOT_SAID.search(before) or (further and not _ALONE.fullmatch(before)):
        return ()
    return part


def _behind(body: str, start: int, at: int, titles: Sequence[Span]) -> list[Span]:
    """Return the titles of the list that follows the word: 决定废止《A》和《B》."""
    told = [title for title in titles if title[0] > at]
    after = at + len(_WORD)
    if not told or not _FROM_WORD.fullmatch(body, after, told[0][0]) or _NOT_SAID.search(_clause(body[start:at])):
        return []
    chain = told[:1]
    for former, latter in pairwise(told):
        gap = body[former[1] : latter[0]]
        if _COMMA.search(_outside(gap)) or not _BETWEEN.fullmatch(gap):
            break
        chain.append(latter)
    return [] if _PLAN.match(body, chain[-1][1]) else chain


def _listed(body: str, start: int, titles: Sequence[Span]) -> Iterator[Span]:
    """Yield the titles of a list behind a colon: the first of each line, or all up to the end of the sentence."""
    lines = body.startswith("\n", start)
    at = start
    for title in titles:
        if title[0] < at:
            continue  # a line's second title
        gap = body[at : title[0]]
        if not _ALONE.fullmatch(gap) and (lines or not _BETWEEN.fullmatch(gap)):
            return
        if _KEPT.match(body, title[1]):
            return
        yield title
        at = title[1]
        beside = _BRACKETS_BEHIND.match(body, at)
        at = beside.end() if beside and not lines else at
        if lines:
            at = body.find("\n", at, at + _LONGEST_REST)
            if at < 0:
                return


def _clause(text: str) -> str:
    """Return what stands behind the last comma of a text, brackets and titles apart."""
    return _COMMA.split(_outside(_TITLE.sub("", text)))[-1]


def _outside(text: str) -> str:
    return re.sub(r"[（(][^（）()]*[）)]", "", text)
