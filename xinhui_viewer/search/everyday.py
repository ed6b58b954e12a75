"""Everyday words and abbreviations, and the official words and full names for them: resources/search, reviewed tables.

An abbreviation of two characters stands within other words by chance (国办 in 全国办理): within a longer word it is
known only at its beginning and its end.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from xinhui_viewer.resources import resource
from xinhui_viewer.search.word_lines import pairs, table
from xinhui_viewer.text.fold import fold

_BY_CHANCE = 2  # characters: abbreviations as short as this


def official(word: str) -> tuple[str, ...]:
    """Return the official words for an everyday word, the full name of an abbreviation or the reverse; else nothing."""
    return _words().others.get(fold(word), ())


def everyday(word: str) -> tuple[str, ...]:
    """Return the everyday words within a longer one, from left to right, never overlapping, the longest first."""
    plain, words = fold(word), _words()
    found, at = [], 0
    while at < len(plain):
        lengths = range(min(words.longest, len(plain) - at), 1, -1)
        length = next((n for n in lengths if words.known(plain, at, at + n)), 0)
        if length:
            found.append(plain[at : at + length])
        at += length or 1
    return tuple(found)


class _Words(NamedTuple):
    others: dict[str, tuple[str, ...]]
    short: frozenset[str]  # abbreviations of two characters
    longest: int

    def known(self, text: str, start: int, end: int) -> bool:
        """Return whether the table's word stands at a place of a longer word."""
        word = text[start:end]
        return word in self.others and (word not in self.short or start == 0 or end == len(text))


@cache
def _words() -> _Words:
    plain, shortened = (
        pairs(resource("search", name).read_text("utf-8")) for name in ("everyday.txt", "abbreviations.txt")
    )
    others = table((*plain, *shortened))
    always = {pair.word for pair in plain}
    short = frozenset(pair.word for pair in shortened if len(pair.word) <= _BY_CHANCE and pair.word not in always)
    return _Words(others, short, max(map(len, others)))
