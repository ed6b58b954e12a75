"""Everyday words and abbreviations, and the official words for them: reviewed tables, and the user's own lines.

An abbreviation of two characters stands within other words by chance (国办 in 全国办理): within a longer word it is
known only at its beginning and its end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache, partial
from typing import NamedTuple

from xinhui_viewer.resources import resource
from xinhui_viewer.search import own_words
from xinhui_viewer.search.word_lines import GAP, NARROW, gapped, parted, prepared, table
from xinhui_viewer.text.fold import fold

Share = Callable[[str], float]
_FAR = 2.0
_MOSTLY = 0.4
_BESIDE = set("不没未别的了被把给得过是有要会让来去到")  # stand beside any word
_FIRST_PART = 4  # characters at most, of a word with a gap
_BY_CHANCE = 2  # characters: abbreviations as short as this


def official(word: str) -> tuple[str, ...]:
    """Return the official words for an everyday word, the full name of an abbreviation or the reverse; else nothing."""
    return _words().of(fold(word))


def spread(word: str) -> bool:
    """Return whether a word has a gap with other characters in it: 打我老婆."""
    plain, words = fold(word), _words()
    return not words.known(plain, 0, len(plain)) and any(
        n == len(plain) and gap for n, gap, _ in words.spread(plain, 0)
    )


def everyday(word: str, share: Share | None = None, *, within: bool = False) -> tuple[str, ...]:
    """Return the everyday words within a longer one, from left to right, never overlapping, the longest first.

    A longer one that begins within one wins: 贴小广告 in 乱贴小广告, not 乱贴.

    With ``share``, that of the bulletins which have a piece, none of two characters is taken out of other words: 上学
    is not in 以上学历, for 以上, which crosses its beginning, is in far more bulletins than it and its official words.
    With ``within`` the word itself is none.
    """
    plain, words = fold(word), _words()

    def longest(at: int, end: int) -> int:
        most = len(plain) - at - (within and not at)
        return words.longest(plain, at, most, partial(_apart, plain, at, end, share))

    found, at, end = [], 0, 0
    while at < len(plain):
        length = longest(at, end)
        longer = (n for n in range(at + 1, at + length) if words.exact(plain, n, len(plain) - n) > length)
        if length and (later := next(longer, 0)):
            at, length = later, longest(later, end)
        if length:
            found.append(plain[at : at + length])
            end = at + length
        at += length or 1
    return tuple(found)


def _apart(text: str, at: int, end: int, share: Share | None) -> bool:
    """Return whether a pair is a word of its own: not mostly the end of another, as 动车 is of 机动车.

    Nor is any pair that crosses one of its ends far more common than it in any of its forms. The previous everyday
    word ends at ``end``. A character that stands beside any word makes no pair with one.
    """
    if share is None:
        return True
    word = text[at : at + _BY_CHANCE]
    around = [text[n : n + _BY_CHANCE + 1] for n in (at - 1, at) if end <= n < len(text) - _BY_CHANCE]
    if any(share(longer) > share(word) * _MOSTLY for longer in around):
        return False
    ends = (n for n in (at, at + _BY_CHANCE) if end < n < len(text))
    crossing = [text[n - 1 : n + 1] for n in ends if not _BESIDE & set(text[n - 1 : n + 1])]
    most = max(map(share, (word, *official(word)))) if crossing else 0.0
    return all(share(pair) <= most * _FAR for pair in crossing)


class _Words(NamedTuple):
    own: dict[str, tuple[str, ...]]
    kept: dict[str, str]  # of the program's tables
    lengths: dict[str, frozenset[int]]  # of the words by their first two characters
    seconds: dict[str, tuple[str, ...]]  # of words with gaps: the second parts by the first
    short: frozenset[str]  # abbreviations of two characters

    def of(self, word: str) -> tuple[str, ...]:
        """Return the other words for a word of the tables, one with characters in its gap included."""
        others = self._of(word)
        return others or next((self._of(known) for n, _, known in self.spread(word, 0) if n == len(word)), ())

    def spread(self, text: str, start: int) -> Iterator[tuple[int, int, str]]:
        """Yield the length of each word with a gap that begins at a place, that of its gap, and the word."""
        for end in range(start + 1, min(start + _FIRST_PART, len(text)) + 1):
            for second in self.seconds.get(text[start:end], ()):
                gap = GAP if len(second) > 1 < end - start else NARROW
                at = text.find(second, end, end + gap + len(second))
                if at >= 0:
                    yield at + len(second) - start, at - end, f"{text[start:end]}…{second}"

    def longest(self, text: str, start: int, most: int, apart: Callable[[], bool]) -> int:
        """Return the length of the longest word at a place, 0 for none; ``apart`` tells whether a pair is one there."""
        known = (n for n in self._exact(text, start, most) if n > _BY_CHANCE or apart())
        return max(next(known, 0), *(n for n, _, _ in self.spread(text, start) if n <= most), 0)

    def exact(self, text: str, start: int, most: int) -> int:
        """Return the length of the longest word without a gap at a place, 0 for none."""
        return next(self._exact(text, start, most), 0)

    def known(self, text: str, start: int, end: int) -> bool:
        """Return whether the table's word stands at a place of a longer word."""
        word = text[start:end]
        there = word in self.kept or word in self.own
        return there and (word not in self.short or start == 0 or end == len(text))

    def _exact(self, text: str, start: int, most: int) -> Iterator[int]:
        lengths = sorted(self.lengths.get(text[start : start + 2], ()), reverse=True)
        return (n for n in lengths if 1 < n <= most and self.known(text, start, start + n))

    def _of(self, word: str) -> tuple[str, ...]:
        own, kept = self.own.get(word, ()), self.kept.get(word)
        return tuple(dict.fromkeys((*own, *parted(kept)))) if kept else own


def _words() -> _Words:
    return _joined(own_words.version())


@lru_cache(maxsize=2)
def _joined(_version: object) -> _Words:
    """Return the words of all tables; the user's own come first, and are known anywhere in a longer word."""
    own, plain, shortened = table(own_words.own()), _table("everyday.txt"), _table("abbreviations.txt")
    kept = {**shortened, **plain}
    kept.update((word, f"{plain[word]}|{shortened[word]}") for word in plain.keys() & shortened.keys())
    lengths, seconds = dict[str, set[int]](), dict[str, list[str]]()
    for word in (*own, *kept):
        if parts := gapped(word):
            seconds.setdefault(parts[0], []).append(parts[1])
        else:
            lengths.setdefault(word[:2], set()).add(len(word))
    short = {word for word in shortened if len(word) <= _BY_CHANCE} - own.keys() - plain.keys()
    return _Words(
        own,
        kept,
        {head: frozenset(found) for head, found in lengths.items()},
        {first: tuple(found) for first, found in seconds.items()},
        frozenset(short),
    )


@cache
def _table(name: str) -> dict[str, str]:
    return prepared(resource("search", name).read_text("utf-8"))
