"""Everyday words and abbreviations, and the official words for them: reviewed tables, and the user's own lines.

An abbreviation of two characters stands within other words by chance (国办 in 全国办理): within a longer word it is
known only at its beginning and its end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from xinhui_viewer.resources import resource
from xinhui_viewer.search import own_words
from xinhui_viewer.search.word_lines import GAP, Line, gapped, lines, table
from xinhui_viewer.text.fold import fold

Share = Callable[[str], float]
_FAR = 2.0
_MOSTLY = 0.4
_BESIDE = set("不没未别的了被把给")  # stand beside any word
_FIRST_PART = 4  # characters at most, of a word with a gap
_BY_CHANCE = 2  # characters: abbreviations as short as this


def official(word: str) -> tuple[str, ...]:
    """Return the official words for an everyday word, the full name of an abbreviation or the reverse; else nothing."""
    return _words().of(fold(word))


def spread(word: str) -> bool:
    """Return whether a word has a gap with other characters in it: 打我老婆."""
    plain, words = fold(word), _words()
    return plain not in words.others and any(n == len(plain) and gap for n, gap, _ in words.spread(plain, 0))


def everyday(word: str, share: Share | None = None, *, within: bool = False) -> tuple[str, ...]:
    """Return the everyday words within a longer one, from left to right, never overlapping, the longest first.

    With ``share``, that of the bulletins which have a piece, none of two characters is taken out of other words: 上学
    is not in 以上学历, for 以上, which crosses its beginning, is in far more bulletins than it and its official words.
    With ``within`` the word itself is none.
    """
    plain = fold(word)
    found, at, end = [], 0, 0
    while at < len(plain):
        length = _length(plain, at, end, len(plain) - at - (within and not at), share)
        if length:
            found.append(plain[at : at + length])
            end = at + length
        at += length or 1
    return tuple(found)


def _length(text: str, at: int, end: int, most: int, share: Share | None) -> int:
    """Return the length of the longest word of the tables at a place of a text, 0 for none."""
    words = _words()
    lengths = range(min(words.longest, most), 1, -1)
    known = (n for n in lengths if words.known(text, at, at + n))
    plain = next((n for n in known if not share or n > _BY_CHANCE or _apart(text, at, end, share)), 0)
    return max(plain, *(n for n, _, _ in words.spread(text, at) if n <= most), 0)


def _apart(text: str, at: int, end: int, share: Share) -> bool:
    """Return whether a pair is a word of its own: not mostly the end of another, as 动车 is of 机动车.

    Nor is any pair that crosses one of its ends far more common than it in any of its forms. The previous everyday
    word ends at ``end``. A character that stands beside any word makes no pair with one.
    """
    word = text[at : at + _BY_CHANCE]
    around = [text[n : n + _BY_CHANCE + 1] for n in (at - 1, at) if end <= n < len(text) - _BY_CHANCE]
    if any(share(longer) > share(word) * _MOSTLY for longer in around):
        return False
    ends = (n for n in (at, at + _BY_CHANCE) if end < n < len(text))
    crossing = [text[n - 1 : n + 1] for n in ends if not _BESIDE & set(text[n - 1 : n + 1])]
    most = max(map(share, (word, *official(word)))) if crossing else 0.0
    return all(share(pair) <= most * _FAR for pair in crossing)


class _Words(NamedTuple):
    others: dict[str, tuple[str, ...]]
    spreading: dict[str, list[tuple[str, tuple[str, ...]]]]  # words with gaps: the rest by their first part
    short: frozenset[str]  # abbreviations of two characters
    longest: int

    def of(self, word: str) -> tuple[str, ...]:
        """Return the other words for a word of the tables, one with characters in its gap included."""
        return self.others.get(word) or next((others for n, _, others in self.spread(word, 0) if n == len(word)), ())

    def spread(self, text: str, start: int) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Yield the length of each word with a gap that begins at a place, that of its gap, and the other words."""
        for end in range(start + 1, min(start + _FIRST_PART, len(text)) + 1):
            for second, others in self.spreading.get(text[start:end], ()):
                at = text.find(second, end, end + GAP + len(second))
                if at >= 0:
                    yield at + len(second) - start, at - end, others

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
    others, spreading = table((*own, *plain, *shortened)), dict[str, list[tuple[str, tuple[str, ...]]]]()
    for word in [word for word in others if gapped(word)]:
        first, second = gapped(word) or ("", "")
        spreading.setdefault(first, []).append((second, others.pop(word)))
    always = {word for line in (*own, *plain) for word in (*line.words, *line.plain)}
    pairs = {word for line in shortened for word in (*line.words, *line.plain) if len(word) <= _BY_CHANCE}
    return _Words(others, spreading, frozenset(pairs - always), max(map(len, others)))


@cache
def _table(name: str) -> tuple[Line, ...]:
    return lines(resource("search", name).read_text("utf-8"))
