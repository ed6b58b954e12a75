"""Read the lines of a table of words: "everyday=official # why", or "short==full" for both directions.

Of a line with several words on a side (everyday|everyday=official|official) each of the left has all of the right.
An everyday word may have a gap, 打…老婆: up to GAP characters stand between its two parts, or none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from xinhui_viewer.text.fold import fold
from xinhui_viewer.text.terms import runs

GAP = 4  # characters
_GAP = "…"
_FULL_WIDTH = {ord("＝"): "=", ord("｜"): "|", ord("＃"): "#"}
_HAN = re.compile("[\u4e00-\u9fff]")


class Line(NamedTuple):
    """Words, folded, with their gaps, and others, as they are written, for which a search for any of them looks, too.

    ``plain`` are the others, folded, where a search for these looks for the words; else none.
    """

    words: tuple[str, ...]
    others: tuple[str, ...]
    plain: tuple[str, ...] = ()


def lines(text: str) -> tuple[Line, ...]:
    """Return the lines that can be read."""
    return tuple(read for _, line in _lines(text) if (read := _read(line)))


def unreadable(text: str) -> tuple[int, ...]:
    """Return the numbers, from 1, of the lines that have no word on one of their sides."""
    return tuple(number for number, line in _lines(text) if not _read(line))


def gapped(word: str) -> tuple[str, str] | None:
    """Return the two parts of a word with a gap; None for one without."""
    first, gap, second = word.partition(_GAP)
    return (first, second) if gap else None


def table(read: Iterable[Line]) -> dict[str, tuple[str, ...]]:
    """Return the words that are looked for beside each word, each once, in the order of the lines."""
    others: dict[str, tuple[str, ...]] = {}
    for line in read:
        for words, beside in ((line.words, line.others), (line.plain, line.words)):
            for word in words:
                others[word] = others[word] + beside if word in others else beside
    return {word: tuple(dict.fromkeys(one for one in beside if one != word)) for word, beside in others.items()}


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines with their numbers, without comments and signs of full width."""
    for number, line in enumerate(text.removeprefix("\ufeff").translate(_FULL_WIDTH).splitlines(), 1):
        plain = line.partition("#")[0].strip()
        if plain:
            yield number, plain


def _read(line: str) -> Line | None:
    """Return a line; None when it cannot be read."""
    left, sign, rest = line.partition("=")
    right = rest.removeprefix("=")
    words, others = _words(fold(left)), _words(right)
    if not sign or not all(map(_says_something, others)) or not all(map(_can_be_asked, words)):
        return None
    plain = _words(fold(right)) if right != rest else ()
    return Line(words, others, plain)


def _words(side: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in side.split("|"))


def _can_be_asked(word: str) -> bool:
    """Return whether a word has something to be looked for, on both sides of its gap if it has one."""
    parts = word.split(_GAP)
    return len(parts) <= 2 and all(map(_says_something, parts))


def _says_something(word: str) -> bool:
    return bool(_HAN.match(word) or runs(word)) and "=" not in word
