"""Words found in a text as it is written, without folding all of it: 200 excerpts took 14 ms by folding, this way 1.

In a line of usual signs alone (ASCII, full-width forms, Chinese punctuation, common ideographs), every
character folds to one character by itself, so a word is found by looking for any form of each of its characters. Any
other line is left to text/terms.py, which folds. For words of Han alone, any sign is usual that neither becomes Han nor
vanishes when it is folded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache

from xinhui_viewer.records import Span
from xinhui_viewer.text.fold import fold
from xinhui_viewer.text.terms import Finder, finder, pattern, phrase, runs
from xinhui_viewer.text.tokens import JOINT

USUAL = (
    "\x00-\x7f\xa0\xb0\xb1\xb7\xd7\xf7\u2014\u2015\u2018-\u201d\u2022\u2026\u2030\u2032\u2236\u25cb"
    "\u3000-\u3017\u4e00-\u9fff\uff01-\uff5e"
)
# Characters beside the common ideographs that fold to Han, or to nothing: a test compares them with fold().
HIDDEN_HAN = (
    "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2e80-\u2fdf\u3018-\u303f\u3190-\u319f\u3200-\u33ff"
    "\u3400-\u4dbf\uf900-\ufaff\ufe00-\ufe0f\ufeff\U00010000-\U0010ffff"
)
_UNUSUAL = re.compile(f"[^{USUAL}]")
_UNUSUAL_BESIDE_HAN = re.compile(f"[{HIDDEN_HAN}]")
_HAN = re.compile("[\u4e00-\u9fff]+")
_DIVIDING = frozenset(("", *"\n。，、；：！？,.;:!?()（）“”0123456789"))


@lru_cache(maxsize=64)
def marker(words: tuple[str, ...]) -> Finder:
    """Return a finder of every place of the words in a text: the same as ``text.terms.finder``, but faster."""
    plain = tuple(map(fold, words))
    if not any(phrase(word).tokens for word in plain):
        return lambda text: ()
    thorough = cache(lambda: finder(words))  # making one takes as long as searching ten texts
    han = all(map(_HAN.fullmatch, plain))
    quick = _han_words(plain) if han else _any_words(words)
    within_lines = all(len(runs(word)) < 2 and not JOINT.search(word) for word in plain)
    unusual = _UNUSUAL_BESIDE_HAN if han else _UNUSUAL

    def find(text: str) -> tuple[Span, ...]:
        odd = unusual.search(text)
        if odd is None:
            return quick(text, 0, len(text))
        if not within_lines:
            return thorough()(text)
        found: list[Span] = []
        at = 0
        for start, end in _lines(text, odd, unusual):
            found += quick(text, at, start)
            found += ((start + first, start + last) for first, last in thorough()(text[start:end]))
            at = end
        found += quick(text, at, len(text))
        return tuple(found)

    return find


def _any_words(words: Iterable[str]) -> Callable[[str, int, int], tuple[Span, ...]]:
    """Return a finder of words in usual signs."""
    wanted = sorted({pattern(word, _form) for word in words} - {""}, key=len, reverse=True)
    search = re.compile("|".join(wanted))
    return lambda text, start, end: tuple([match.span() for match in search.finditer(text, start, end)])


def _han_words(words: tuple[str, ...]) -> Callable[[str, int, int], tuple[Span, ...]]:
    """Return a finder of words of Han in usual signs; for several, five times faster where no other form occurs."""
    signs = set("".join(words))
    others = set("".join(map(_form, signs))) - signs - set("[]")
    any_form = cache(lambda: _any_words(words))
    searches = [_han_word(word) for word in dict.fromkeys(words)]

    def find(text: str, start: int, end: int) -> tuple[Span, ...]:
        for sign in others:
            if sign in text:
                return any_form()(text, start, end)
        places = [place for search in searches for place in search(text, start, end, len(searches) > 1)]
        return tuple(places) if len(searches) == 1 else apart(places)

    return find


def _han_word(word: str) -> Callable[[str, int, int, bool], list[Span]]:
    """Return a finder of a word of Han in its usual signs, also, if asked to, of places that overlap."""
    exact = cache(lambda: re.compile(pattern(word, _unfolded)))
    # Compiling what may join two characters takes ten times as long, and few places have it.
    rough = re.compile(r"\s?".join(word))

    def find(text: str, start: int, end: int, overlapping: bool) -> list[Span]:
        places = _places(rough, text, start, end, overlapping)
        joined = any(last - first > len(word) for first, last in places)
        return _places(exact(), text, start, end, overlapping) if joined else places

    return find


def _places(wanted: re.Pattern[str], text: str, start: int, end: int, overlapping: bool) -> list[Span]:
    if not overlapping:
        return [found.span() for found in wanted.finditer(text, start, end)]
    places: list[Span] = []
    found = wanted.search(text, start, end)
    while found:
        places.append(found.span())
        found = wanted.search(text, found.start() + 1, end)
    return places


def apart(places: list[Span]) -> tuple[Span, ...]:
    """Return the places that do not overlap a previous one; the longest of those with the same beginning."""
    found: list[Span] = []
    last = 0
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if start >= last:
            found.append((start, end))
            last = end
    return tuple(found)


def holds(text: str, word: str) -> bool:
    """Return whether a word stands in a text; fast when it stands there as it is written."""
    return (bool(_HAN.fullmatch(word)) and word in text) or bool(marker((word,))(text))


def _lines(text: str, odd: re.Match[str] | None, unusual: re.Pattern[str]) -> Iterator[Span]:
    """Yield the lines with an unusual sign, and with each those whose words may go on in the next line or do so."""
    while odd:
        start, end = text.rfind("\n", 0, odd.start()) + 1, text.find("\n", odd.end())
        while start and _joins(text, start - 1):
            start = text.rfind("\n", 0, start - 1) + 1
        while end >= 0 and _joins(text, end):
            end = text.find("\n", end + 1)
        end = len(text) if end < 0 else end
        yield start, end
        odd = unusual.search(text, end)


def _joins(text: str, at: int) -> bool:
    """Return whether a word may go on behind the line end at an offset: only signs there divide it for certain."""
    return text[at - 1 : at] not in _DIVIDING and text[at + 1 : at + 2] not in _DIVIDING


@lru_cache(maxsize=64)
def counter(word: str) -> Callable[[str], int]:
    """Return a counter of a word in texts of simplified, usual characters: much faster than ``marker``."""
    found = re.compile(pattern(word, _form))
    return lambda text: sum(1 for _ in found.finditer(text))


def _unfolded(sign: str) -> str:
    """Return the expression for a sign of Han as it is, and for all forms of a blank."""
    return _form(sign) if sign == " " else sign


def _form(sign: str) -> str:
    return _forms().get(sign) or re.escape(sign)


@cache
def _forms() -> dict[str, str]:
    """Return a regular expression for all forms of each usual character: for 会, that of 会 and 會."""
    written = "".join(map(chr, (*range(0x3018), *range(0x4E00, 0xA000), *range(0xFF01, 0xFF5F))))
    written = _UNUSUAL.sub("", written)
    forms: dict[str, str] = {}
    for sign, plain in zip(written, fold(written), strict=True):
        forms[plain] = forms.get(plain, "") + sign
    return {plain: f"[{re.escape(signs)}]" if len(signs) > 1 else re.escape(plain) for plain, signs in forms.items()}
