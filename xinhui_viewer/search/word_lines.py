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

GAP, NARROW = 4, 2  # characters; beside a part of one character
_GAP = "…"
_FULL_WIDTH = {ord("＝"): "=", ord("｜"): "|", ord("＃"): "#"}
_HAN = re.compile("[\u4e00-\u9fff]")


class Line(NamedTuple):
    """Words, with their gaps, and others for which a search for any of them looks, too; ``both``: and the reverse."""

    words: tuple[str, ...]
    others: tuple[str, ...]
    both: bool = False


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
        for words, beside in ((line.words, line.others), (line.others if line.both else (), line.words)):
            for word in map(fold, words):
                others[word] = others[word] + beside if word in others else beside
    return {word: tuple(dict.fromkeys(one for one in beside if fold(one) != word)) for word, beside in others.items()}


def prepared(text: str) -> dict[str, str]:
    """Return the other words of each word in a table of the program, still in one text: tests have read its lines.

    Reading 6,000 words as ``lines`` does takes 45 ms, this 6.
    """
    others: dict[str, str] = {}
    for line, plain in zip(text.splitlines(), fold(text).splitlines(), strict=True):
        left, _, right = plain.partition("#")[0].rstrip().partition("=")
        written = line[len(left) + 1 :].partition("#")[0].strip()
        beside = [(left, written.removeprefix("="))] if right else []
        if right.startswith("="):
            beside.append((right[1:], line[: len(left)]))
        for words, other in beside:
            for word in words.split("|"):
                others[word] = f"{others[word]}|{other}" if word in others else other
    return others


def parted(others: str) -> tuple[str, ...]:
    """Return the words of a text of ``prepared``."""
    return tuple(dict.fromkeys(others.split("|")))


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
    words, others = _words(left), _words(right)
    if not sign or not all(map(_says_something, others)) or not all(map(_can_be_asked, words)):
        return None
    return Line(words, others, both=right != rest)


def _words(side: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in side.split("|"))


def _can_be_asked(word: str) -> bool:
    """Return whether a word has something to be looked for, on both sides of its gap if it has one."""
    parts = word.split(_GAP)
    return len(parts) <= 2 and all(map(_says_something, parts))


def _says_something(word: str) -> bool:
    return bool(_HAN.match(word) or runs(word)) and "=" not in word
