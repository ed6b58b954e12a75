"""Everyday words and abbreviations, and the official words for them: reviewed tables, and the user's own lines.

An abbreviation of two characters stands within other words by chance (国办 in 全国办理): within a longer word it is
known only at its beginning and its end.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from xinhui_viewer.resources import resource
from xinhui_viewer.search import own_words
from xinhui_viewer.search.word_lines import Pair, pairs, table
from xinhui_viewer.text.fold import fold

Share = Callable[[str], float]
_FAR = 2.0
_BESIDE = set("不没未别的了被把给")  # stand beside any word
_BY_CHANCE = 2  # characters: abbreviations as short as this


def official(word: str) -> tuple[str, ...]:
    """Return the official words for an everyday word, the full name of an abbreviation or the reverse; else nothing."""
    return _words().others.get(fold(word), ())


def everyday(word: str, share: Share | None = None) -> tuple[str, ...]:
    """Return the everyday words within a longer one, from left to right, never overlapping, the longest first.

    With ``share``, that of the bulletins which have a piece, none of two characters is taken out of other words: 上学
    is not in 以上学历, for 以上, which crosses its beginning, is in far more bulletins than it and its official words.
    """
    plain, words = fold(word), _words()
    found, at, end = [], 0, 0
    while at < len(plain):
        lengths = range(min(words.longest, len(plain) - at), 1, -1)
        known = (n for n in lengths if words.known(plain, at, at + n))
        length = next((n for n in known if not share or n > _BY_CHANCE or _apart(plain, at, end, share)), 0)
        if length:
            found.append(plain[at : at + length])
            end = at + length
        at += length or 1
    return tuple(found)


def _apart(text: str, at: int, end: int, share: Share) -> bool:
    """Return whether no pair that crosses an end of a pair is far more common than it in any of its forms.

    The previous everyday word ends at ``end``. A character that stands beside any word makes no pair with one.
    """
    word = text[at : at + _BY_CHANCE]
    ends = (n for n in (at, at + _BY_CHANCE) if end < n < len(text))
    crossing = [text[n - 1 : n + 1] for n in ends if not _BESIDE & set(text[n - 1 : n + 1])]
    most = max(map(share, (word, *official(word)))) if crossing else 0.0
    return all(share(pair) <= most * _FAR for pair in crossing)


class _Words(NamedTuple):
    others: dict[str, tuple[str, ...]]
    short: frozenset[str]  # abbreviations of two characters
    longest: int

    def known(self, text: str, start: int, end: int) -> bool:
        """Return whether the table's word stands at a place of a longer word."""
        word = text[start:end]
        return word in self.others and (word not in self.short or start == 0 or end == len(text))


def _words() -> _Words:
    return _joined(own_words.version())


@lru_cache(maxsize=2)
def _joined(_version: object) -> _Words:
    """Return the words of all tables; the user's own come first, and are known anywhere in a longer word."""
    own, plain, shortened = own_words.own(), _table("everyday.txt"), _table("abbreviations.txt")
    others = table((*own, *plain, *shortened))
    always = {pair.word for pair in (*own, *plain)}
    short = frozenset(pair.word for pair in shortened if len(pair.word) <= _BY_CHANCE and pair.word not in always)
    return _Words(others, short, max(map(len, others)))


@cache
def _table(name: str) -> tuple[Pair, ...]:
    return pairs(resource("search", name).read_text("utf-8"))
