"""The signature under a text: the day it was written, 成文日期, and the offices that signed it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from xinhui_viewer.text.dates import dates
from xinhui_viewer.text.fold import BLANKS
from xinhui_viewer.text.markers import CHAPTERS, marker

_WITHIN = 8  # lines at the end of a text in which it is signed; attachments and printing notes may follow
_MOST_SIGNERS = 8  # lines
_LONGEST, _SHORTEST = 60, 3  # characters of a line with a day and an office; of one of several offices in a line
_OFFICE = re.compile(
    r"[\u4e00-\u9fff（）()〈〉《》“”·-]{2,29}(?:[会委府局厅部院处署室办队组团社所站校园司行馆台网关科股厂场段]|"
    "中心|大学|中学|小学|集团|基金|法庭|政协|妇联|联社|支部)"
)
_NO_OFFICE = re.compile(
    "^(?:附|特此|联系|抄送|主送|主题词|报送|地址|电话|邮编|来源|作者|编辑|文/|图/|供稿|撰稿|审核|记者|此致|敬礼)|"
    "召开|参加|举办|举行|开展|关于|赴|的|平台$"
)
_ISSUED = re.compile(r"\s*(?:印\s*发|印|翻印|封发|签发)\s*[）)]?$")
_FOLLOWS = re.compile(r"\s*(?:附|抄\s*[送报]|[（(]此件|主题词|联系|[（(]联系)")
_HAN_DAY = re.compile("[年月日]")
_MONTH = re.compile(r"(?:\d{4}|[一二三四五六七八九〇○零]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月")
_PARTS = (*CHAPTERS, "first")
_BLANK, _NUMBERED = re.compile(r"[_＿]+"), re.compile(r"(月\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3}))\s*号$")
_SEAL = re.compile(r"[（(](?:盖?章|印|代章|公章)[)）]$")


@dataclass(frozen=True, slots=True)
class Signature:
    """The day under a text, None where only its month is given, and its signers, joined by 、.

    They are empty where no line names an office.
    """

    day: date | None
    signer: str = ""


def signature(lines: Sequence[str]) -> Signature | None:
    """Return the signature of a text: that of a day, or else of a month under an office; None without one."""
    return _in_day(lines) or _in_month(lines)


def _in_day(lines: Sequence[str]) -> Signature | None:
    """Return the signature with a day; None without one.

    It is the last line with a day and nothing else, or an office, near the end or before attachments. A day in figures
    only (2021-3-2) needs an office above it. A printing note (3月2日印发) gives the day where none is signed.
    """
    issued = None
    for at in range(len(lines) - 1, -1, -1):
        text = filled(lines[at].strip(BLANKS))
        near = at >= len(lines) - _WITHIN
        if len(text) > _LONGEST or not (near or (at + 1 < len(lines) and _FOLLOWS.match(lines[at + 1]))):
            continue
        bare = text.strip(f"{BLANKS}（）()")
        (start, end), day = next(dates(bare), ((0, 0), None))
        if day is None:
            continue
        if _is_within(lines, at):
            continue
        if end == len(bare) and (found := _signed(bare[:start], day, lines[:at], bare[start:])) is not None:
            return found
        if issued is None and _ISSUED.fullmatch(bare[end:]):
            issued = Signature(day)
    return issued


def filled(line: str) -> str:
    """Return a line without the strokes of blanks that somebody has filled in: 2021年__3_月_2_日, and 2号 as 2日."""
    return _NUMBERED.sub(r"\1日", _BLANK.sub("", line))


def _in_month(lines: Sequence[str]) -> Signature | None:
    """Return the signature over the month at the end of a text; None without one."""
    for at in range(len(lines) - 1, max(len(lines) - _WITHIN, 0), -1):
        if _MONTH.fullmatch("".join(lines[at].split())):
            signers = _signers(lines[:at])
            return Signature(None, signers) if signers else None
    return None


def _is_within(lines: Sequence[str], at: int) -> bool:
    """Return whether a line stands within a text: a numbered part below it goes on with the parts above it.

    That of an attachment begins again, with its first part.
    """
    below = next(filter(None, (marker(line.strip(BLANKS)) for line in lines[at + 1 :])), None)
    if below is None or below.kind not in _PARTS or below.number < 2:
        return False
    above = (marker(line.strip(BLANKS)) for line in reversed(lines[:at]))
    return any(one.number == below.number - 1 for one in above if one is not None and one.kind == below.kind)


def _signed(before: str, day: date, above: Sequence[str], printed: str) -> Signature | None:
    """Return the signature of a day with the text before it in its line, and the lines above it."""
    if before.strip(BLANKS):
        signer = offices(before)
        return Signature(day, signer) if signer else None
    signers = _signers(above)
    return Signature(day, signers) if signers or _HAN_DAY.search(printed) else None


def _signers(above: Sequence[str]) -> str:
    """Return the offices in the lines right above a day, joined by 、."""
    lines = [line for line in above[-_MOST_SIGNERS:] if line.strip(BLANKS)]
    return "、".join(list(takewhile(bool, map(offices, reversed(lines))))[::-1])


def offices(line: str) -> str:
    """Return the offices in a line that names nothing else, joined by 、; empty for any other line."""
    text = line.strip(f"{BLANKS}:：")
    if len(text) > _LONGEST or _NO_OFFICE.search(text):
        return ""
    pieces = [_SEAL.sub("", piece) for piece in text.split()]
    if len(pieces) > 1 and all(len(piece) >= _SHORTEST and _OFFICE.fullmatch(piece) for piece in pieces):
        return "、".join(pieces)
    closed = "".join(pieces)
    return closed if _OFFICE.fullmatch(closed) else ""
