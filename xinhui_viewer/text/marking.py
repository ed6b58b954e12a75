"""Words found in a text as it is written, without folding all of it: 200 excerpts took 14 ms by folding, this way 1.

In a line of usual signs alone (ASCII, full-width forms, Chinese punctuation, common ideographs), every
character folds to one character by itself, so a word is found by looking for any form of each of its characters. Any
other line is left to text/finding.py, which folds. For words of Han alone, any sign is usual that neither becomes Han
nor vanishes when it is folded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from xinhui_viewer.records import Span
from xinhui_viewer.text.finding import apart, every
from xinhui_viewer.text.fold import fold
from xinhui_viewer.text.patterns import pattern
from xinhui_viewer.text.terms import Finder, phrase
from xinhui_viewer.text.tokens import COMMON, JOINT, cut

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
_RUN = re.compile(r"[^\W_]|[%％]")
_DIVIDING = frozenset(("", *"\n。，、；：！？,.;:!?()（）“”0123456789"))

_Quick = Callable[[str, int, int], list[Span]]  # all places in a part of a text


@lru_cache(maxsize=64)
def marker(words: tuple[str, ...]) -> Finder:
    """Return a finder of every place of the words in a text: the same as ``text.finding.finder``, but faster."""
    plain = tuple(dict.fromkeys(word for word in map(fold, words) if phrase(word).tokens))
    # Words of one run, and of several, which may go on in any of the next lines.
    kinds = [word for word in plain if not _is_compound(word)], [word for word in plain if _is_compound(word)]
    finders = [_finder(tuple(kind), alone=len(plain) == 1) for kind in kinds if kind]
    return lambda text: apart([place for find in finders for place in find(text)])


def _is_compound(word: str) -> bool:
    return len(cut(word)) > 1 or bool(JOINT.search(word))


def _finder(words: tuple[str, ...], *, alone: bool) -> Callable[[str], Collection[Span]]:
    """Return a finder of all places of words, also of those that overlap others unless a word is ``alone``."""
    thorough = cache(lambda: every(words))  # making one takes as long as searching ten texts
    han = all(map(COMMON.fullmatch, words))
    quick = _han_words(words, alone=alone) if han else _any_words(words, alone=alone)
    reach = max(len(cut(word)) for word in words) if _is_compound(words[0]) else 0
    unusual = _UNUSUAL_BESIDE_HAN if han else _UNUSUAL

    def find(text: str) -> Collection[Span]:
        odd = unusual.search(text)
        if odd is None:
            return quick(text, 0, len(text))
        found: set[Span] = set()
        at = 0
        for one in _lines(text, odd, unusual, reach):
            found.update(quick(text, at, one.start))
            found.update(
                (one.first + first, one.first + last) for first, last in thorough()(text[one.first : one.last])
            )
            at = one.end
        found.update(quick(text, at, len(text)))
        return found

    return find


def _any_words(words: Iterable[str], *, alone: bool) -> _Quick:
    """Return a finder of words in usual signs."""
    searches = [re.compile(one) for one in dict.fromkeys(pattern(word, _form) for word in words)]
    return lambda text, start, end: [
        place for search in searches for place in _places(search, text, start, end, alone=alone)
    ]


def _han_words(words: tuple[str, ...], *, alone: bool) -> _Quick:
    """Return a finder of words of Han in usual signs; for several, five times faster where no other form occurs."""
    signs = set("".join(words))
    others = set("".join(map(_form, signs))) - signs - set("[]")
    any_form = cache(lambda: _any_words(words, alone=alone))
    searches = [_han_word(word, alone=alone) for word in words]

    def find(text: str, start: int, end: int) -> list[Span]:
        for sign in others:
            if sign in text:
                return any_form()(text, start, end)
        return [place for search in searches for place in search(text, start, end)]

    return find


def _han_word(word: str, *, alone: bool) -> _Quick:
    """Return a finder of a word of Han in its usual signs."""
    exact = cache(lambda: re.compile(pattern(word, _unfolded)))
    # Compiling what may join two characters takes ten times as long, and few places have it.
    rough = re.compile(r"\s?".join(word))

    def find(text: str, start: int, end: int) -> list[Span]:
        places = _places(rough, text, start, end, alone=alone)
        joined = any(last - first > len(word) for first, last in places)
        return _places(exact(), text, start, end, alone=alone) if joined else places

    return find


def _places(wanted: re.Pattern[str], text: str, start: int, end: int, *, alone: bool) -> list[Span]:
    """Return the places of an expression; also those that overlap each other unless it is ``alone``."""
    if alone:
        return [found.span() for found in wanted.finditer(text, start, end)]
    places: list[Span] = []
    found = wanted.search(text, start, end)
    while found:
        places.append(found.span())
        found = wanted.search(text, found.start() + 1, end)
    return places


def holds(text: str, word: str) -> bool:
    """Return whether a word stands in a text; fast when it stands there as it is written."""
    return (bool(COMMON.fullmatch(word)) and word in text) or bool(marker((word,))(text))


class _Lines(NamedTuple):
    """Lines with unusual signs, from ``start`` to ``end``, and with those beside them that a word may reach."""

    start: int
    end: int
    first: int
    last: int


def _lines(text: str, odd: re.Match[str] | None, unusual: re.Pattern[str], reach: int) -> list[_Lines]:
    """Return the lines with an unusual sign, and with each those whose words may go on in the next line or do so.

    Beside them are as many lines with runs as a word has runs (``reach``).
    """
    found: list[_Lines] = []
    while odd:
        start, end = _line(text, odd.start(), odd.end())
        first, last = start, end
        for _ in range(reach):
            first, last = _wider(text, first, last)
        if found and reach and first <= found[-1].last:
            found[-1] = found[-1]._replace(end=end, last=last)
        else:
            found.append(_Lines(start, end, first, last))
        odd = unusual.search(text, end)
    return found


def _line(text: str, start: int, end: int) -> Span:
    """Return the lines of a part of a text, and those in which its first and last words may begin and end."""
    start, end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    while start and _joins(text, start - 1):
        start = text.rfind("\n", 0, start - 1) + 1
    while end >= 0 and _joins(text, end):
        end = text.find("\n", end + 1)
    return start, len(text) if end < 0 else end


def _wider(text: str, start: int, end: int) -> Span:
    """Return a part of a text with the line before it and the line behind it, past lines of signs alone."""
    while start and text[start - 1] not in "%％" and not text[start - 1].isalnum():
        start -= 1
    behind = _RUN.search(text, end)
    return _line(text, start, behind.end() if behind else len(text))


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
