"""Text that was wrapped by hand or by a mail program: find the lines that go on with the line before.

Measured on 7,500 official texts, unwrapped and wrapped at 30, 35 and 40 characters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from xinhui_viewer.text.markers import ARTICLE, marker

_ENDED = re.compile("[。：；！？:;!?][”’」』）)》]*$")
_PROSE = re.compile("[，。；、：]")
_ROW = re.compile(r"\S(?:\t|[ \u3000\xa0]{2,})\S|(?:\S+[ \u3000\xa0]+){3}")
_WORD = re.compile("[!-~\u00a1-\u024f]+")
_LEADING = re.compile(r"[ \t\u3000\xa0]*")
_NOT_FIRST = "，。、；：”’）》〉】〕！？…—,.;:!?)]%％"
_NARROWEST, _SHORTEST, _WIDEST = 30, 15, 130  # columns, characters, and either, of the lines of a wrapped text
_LEAST_FULL = 3  # lines that fill the width
_LEAST_SHARE = 0.2  # of all lines that fill it
_MOST_ENDED = 0.3  # of the lines that fill it: all others are in the middle of a sentence
_MOST_RAGGED = 0.3  # lines that end neither a sentence nor at the width, to a line that fills it
_MOST_LONGER = 0.02  # of all lines, such as addresses
_LEAST_AT_BASE = 0.15  # of all lines that begin at the margin
_LEAST_BEGUN = 0.08  # of all lines that an indent or an empty line sets off
_INDENT = 2  # columns
_SLACK = 2  # columns: a sign may stand beyond the width, and a letter of two columns end before it
_WIDEST_OF_CHAIN = 40  # columns that one line of an indented paragraph must have


@dataclass(frozen=True, slots=True)
class _Text:
    """Lines without the blanks around them, by number; the widths of those that are not empty, and their indents."""

    lines: Sequence[str]
    indents: Sequence[int]
    base: int = 0  # columns from the margin of the page to that of the text

    def is_next(self, at: int) -> bool:
        """Return whether a line stands directly below another and begins at the margin."""
        return at > 0 and bool(self.lines[at] and self.lines[at - 1]) and self.indents[at] < _INDENT

    @property
    def is_divided(self) -> bool:
        """Return whether indents or empty lines show where paragraphs begin."""
        begun = sum(bool(line) and not self.is_next(at) for at, line in enumerate(self.lines) if at)
        return begun >= _LEAST_BEGUN * len(self.lines)

    def begins_part(self, at: int) -> bool:
        """Return whether a line is the numbered beginning of a part below a sentence."""
        numbered = marker(self.lines[at]) is not None or ARTICLE.match(self.lines[at]) is not None
        return numbered and self.is_ended(at - 1)

    def is_ended(self, at: int) -> bool:
        """Return whether a line ends with a sentence or a clause."""
        return _ENDED.search(self.lines[at]) is not None


def runs_on(lines: Sequence[str]) -> list[bool]:
    """Return whether each line goes on with the line before: always False in text that was not wrapped.

    Paragraphs are divided by empty lines, by indents, and by lines that do not fill the width.
    """
    text = _text(lines)
    if not _SHORTEST <= max(map(len, text.lines), default=0) <= _WIDEST:
        return [False] * len(lines)
    found = max((_wrapped(text, *measure) for measure in _MEASURES), key=sum)
    return found if any(found) else _indented(text)


def _text(lines: Sequence[str]) -> _Text:
    bare = [line.strip(" \t\u3000\xa0") for line in lines]
    leading = [_columns(_LEADING.match(line)[0].expandtabs(4)) for line in lines]  # type: ignore[index]
    told = Counter(indent for indent, line in zip(leading, bare, strict=True) if line)
    common = [indent for indent, count in told.items() if count >= _LEAST_AT_BASE * told.total()]
    base = min(common, default=0)
    return _Text(bare, [max(indent - base, 0) for indent in leading], base)


def _wrapped(text: _Text, measure: Callable[[str], int], narrowest: int) -> list[bool]:
    """Return the lines that go on when most lines fill one width in the middle of a sentence; else none."""
    widths = [measure(line) + indent for line, indent in zip(text.lines, text.indents, strict=True)]
    told = sorted(width for width, line in zip(widths, text.lines, strict=True) if line)
    width = told[-1 - int(_MOST_LONGER * len(told))]
    left = [_left(text, at, width - widths[at - 1], measure) for at in range(len(text.lines))]
    if not narrowest <= width <= _WIDEST or not _is_prose(text, left, width):
        return [False] * len(left)
    behind_a_sentence = _SLACK if text.is_divided else 0
    return [
        room <= (behind_a_sentence if text.is_ended(at - 1) else _SLACK) and not text.begins_part(at)
        for at, room in enumerate(left)
    ]


def _left(text: _Text, at: int, room: int, measure: Callable[[str], int]) -> int:
    """Return the room in the line above that the beginning of a line leaves; the widest when it stands apart."""
    return room - measure(_first(text.lines[at])) if text.is_next(at) else _WIDEST


def _is_prose(text: _Text, left: Sequence[int], width: int) -> bool:
    """Return whether the lines that fill the width are those of sentences, not of a table, a list or a poem."""
    full = [text.lines[at - 1] for at, room in enumerate(left) if room <= _SLACK]
    shorter = [text.lines[at - 1] for at, room in enumerate(left) if _SLACK < room <= width / 2]
    return (
        len(full) >= max(_LEAST_FULL, _LEAST_SHARE * sum(map(bool, text.lines)))
        and _count(_ENDED, full) <= _MOST_ENDED * len(full)
        and len(shorter) - _count(_ENDED, shorter) <= _MOST_RAGGED * len(full)
        and 2 * _count(_PROSE, full) >= len(full) > 2 * _count(_ROW, full)
    )


def _count(pattern: re.Pattern[str], lines: Sequence[str]) -> int:
    return sum(pattern.search(line) is not None for line in lines)


def _indented(text: _Text) -> list[bool]:
    """Return the lines that go on where each paragraph, and only its first line, is indented and ends a sentence.

    None do where nearly all lines are indented: they are paragraphs, below a title that stands in the middle.
    """
    found = [False] * len(text.lines)
    if text.base >= _INDENT:
        return found
    for first in (at for at, line in enumerate(text.lines) if line and text.indents[at] >= _INDENT):
        last = _end(text, first)
        widest = max(map(_columns, text.lines[first : last + 1]))
        if text.is_ended(last) and widest >= _WIDEST_OF_CHAIN:
            found[first + 1 : last + 1] = [True] * (last - first)
    return found


def _end(text: _Text, first: int) -> int:
    """Return the line that ends the sentence that an indented line begins, or the last one directly below it."""
    last = first
    while not text.is_ended(last) and last + 1 < len(text.lines) and text.is_next(last + 1):
        last += 1
    return last


def _first(line: str) -> str:
    """Return the beginning of a line that cannot be divided: a word, or a letter with the signs behind it."""
    word = _WORD.match(line)
    if word:
        return word[0]
    end = 1
    while end < min(len(line), 4) and line[end] in _NOT_FIRST:
        end += 1
    return line[:end]


def _columns(text: str) -> int:
    """Return the width of a text in columns: a character that GB 18030 writes in two bytes is full-width."""
    return len(text) if text.isascii() else len(text.encode("gb18030", "replace"))


_MEASURES = ((_columns, _NARROWEST), (len, _SHORTEST))  # people wrap at columns, some programs at characters
