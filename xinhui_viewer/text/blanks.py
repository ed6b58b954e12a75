"""Blanks that divide nothing: at the line ends of a source, and between the spread letters of a word."""

from __future__ import annotations

import re
from collections.abc import Iterable

from xinhui_viewer.text.fold import BLANKS
from xinhui_viewer.text.markers import marker

_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
# Characters as wide as high, letters and signs: no blank is written beside one.
_WIDE = rf"\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6{_HAN}"
_TOUCHES = re.compile(rf"[{_WIDE}\xa0]")
_BLANK = r"[ \t\xa0\u2000-\u200a\u202f\u3000]"
_PLAIN_BLANKS = re.compile(r"[ \t\f\v]+")
_LINE_END = re.compile(r"[ \t\f\v]*[\r\n][ \t\r\n\f\v]*")
_LABEL = re.compile(r"[\u4e00-\u9fff]{2,6}\s*[:：]")
_APART = re.compile(rf"[!-~]|{_LABEL.pattern}")  # behind a label and its value
_PROSE = re.compile("[，。；、]")
_SENTENCE_ENDS = "。：；！？"
_SHORTEST_PROSE = 16  # characters of a source line of text without a sign
_LONGEST_LABELLED = 30  # characters of a source line that is a label and its value
_SPREAD = re.compile(rf"(?<!\w)[{_HAN}]({_BLANK}+)[{_HAN}](?:\1[{_HAN}])*+(?!\w)")
_LAST_SPREAD = re.compile(rf"(?<=[{_HAN}]{{2}})({_BLANK}+)[{_HAN}](?:\1[{_HAN}])*+$")
_FIRST_ALONE = re.compile(rf"(?<!\w)([{_HAN}]){_BLANK}+(?=[{_HAN}]{{2}})")
_BESIDE_SIGNS = re.compile(f"(?<=[（）、，：]){_BLANK}+|{_BLANK}+(?=[（）、，：])")
_ANY_BLANKS = re.compile(f"{_BLANK}+")
_ALONE = frozenset(
    "一二三四五六七八九十年月日时分上中下大小男女是否有无甲乙丙丁东南西北"
)  # words of one letter, in rows and forms


def one_line(text: str) -> str:
    """Return a text of a source as it is read: its line ends and runs of blanks are one blank, or none beside Han.

    Short source lines without a sign of prose (names, links), labels and numbered parts stay divided.
    """
    if "\n" not in text and "\r" not in text:
        return _PLAIN_BLANKS.sub(" ", text)
    lines = _LINE_END.split(text)
    if not _PROSE.search(text) and max(map(len, lines)) < _SHORTEST_PROSE:
        return " ".join(map(_evenly_spaced, lines))
    return joined(map(_evenly_spaced, lines))


def joined(lines: Iterable[str]) -> str:
    """Return lines as one: a blank stands only between two words without Han, and before what begins a part."""
    parts: list[str] = []
    previous = ""
    for line in lines:
        if previous and line:
            parts.append(_between(previous, line))
        parts.append(line)
        previous = line or previous
    return "".join(parts)


def closed_up(text: str) -> str:
    """Return a text with the spread letters of its words closed up (通　　知); blanks between words stay."""
    return _SPREAD.sub(_closed, text) if len(text.split(None, 1)) > 1 else text


def closed_title(text: str) -> str:
    """Return a title on one line with spread letters closed up, a single one with its word, and no blank at a sign."""
    if not _ANY_BLANKS.search(text):
        return text
    text = _FIRST_ALONE.sub(r"\1", closed_up(_LAST_SPREAD.sub(_closed, text)))
    return _BESIDE_SIGNS.sub("", text)


def _evenly_spaced(text: str) -> str:
    return _PLAIN_BLANKS.sub(" ", text)


def _between(before: str, after: str) -> str:
    """Return what stands between two source lines that are read as one."""
    if after[0] == "【" or before[-1] == "】":
        return " "
    if before[-1] in _SENTENCE_ENDS and marker(after):
        return " "
    if len(before) <= _LONGEST_LABELLED and _LABEL.match(before.lstrip(BLANKS)) and _APART.match(after):
        return " "
    divided = not _TOUCHES.match(before[-1]) and not _TOUCHES.match(after)
    return " " if divided else ""


def _closed(spread: re.Match[str]) -> str:
    closed = _ANY_BLANKS.sub("", spread[0])
    return spread[0] if _ALONE.issuperset(closed) else closed
