"""Read the lines of a table of words: "everyday=official|official # why", or "short==full" for both directions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from xinhui_viewer.text.fold import fold
from xinhui_viewer.text.terms import runs


class Pair(NamedTuple):
    """A word, folded, and another, as it is written, for which a search for the first looks, too."""

    word: str
    other: str


def pairs(text: str) -> tuple[Pair, ...]:
    """Return the pairs of all lines that can be read."""
    return tuple(pair for _, line in _lines(text) for pair in _pairs(line) or ())


def unreadable(text: str) -> tuple[int, ...]:
    """Return the numbers, from 1, of the lines that have no word on one of their sides."""
    return tuple(number for number, line in _lines(text) if not _pairs(line))


def table(found: Iterable[Pair]) -> dict[str, tuple[str, ...]]:
    """Return the words that are looked for beside each word, each once, in the order of the lines."""
    others: dict[str, dict[str, str]] = {}
    for word, other in found:
        others.setdefault(word, {}).setdefault(fold(other), other)
    return {word: tuple(beside.values()) for word, beside in others.items()}


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines with their numbers, without comments and signs of full width."""
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        plain = line.translate({ord("＝"): "=", ord("｜"): "|", ord("＃"): "#"}).partition("#")[0].strip()
        if plain:
            yield number, plain


def _pairs(line: str) -> list[Pair]:
    """Return the pairs of a line; none when it cannot be read."""
    word, sign, rest = line.partition("=")
    both = rest.startswith("=")
    others = [other.strip() for other in rest.removeprefix("=").split("|")]
    word = word.strip()
    if not sign or not all(map(_says_something, (word, *others))):
        return []
    found = [Pair(fold(word), other) for other in others if fold(other) != fold(word)]
    return found + [Pair(fold(other), word) for other in others if both and fold(other) != fold(word)]


def _says_something(word: str) -> bool:
    return bool(runs(word)) and "=" not in word
