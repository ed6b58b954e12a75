"""The places of words that stand close together, as the index counts: with so many terms between them at most."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from xinhui_viewer.records import Near, Span, Word
from xinhui_viewer.text.terms import Finder, phrase, positions
from xinhui_viewer.text.tokens import LONG_LINE

_ANY = re.compile(".")


class _Place(NamedTuple):
    """A word in a text: the numbers of its first term and of the one behind it, and its span."""

    first: int
    behind: int
    span: Span


def near_finder(near: Near, finder: Callable[[Word], Finder]) -> Finder:
    """Return a finder of the places where all words stand close together; ``finder`` makes that of each word."""
    finders = [finder(word) for word in near.words]
    reach = near.distance + 1  # a word of Han has one term fewer than characters

    def find(text: str) -> tuple[Span, ...]:
        spans = [find_one(text) for find_one in finders]
        if not all(spans):
            return ()
        terms = positions(text)
        return _together([_places(text, found, terms) for found in spans], reach)

    return find


def _places(text: str, spans: Sequence[Span], terms: Sequence[int]) -> list[_Place]:
    places = []
    for start, end in spans:
        first = bisect_right(terms, start) - 1
        # A line end joins words only behind eight characters, which may stand before the word.
        before = _ANY.sub(",", text[max(0, start - LONG_LINE) : start])
        places.append(_Place(first, first + len(phrase(before + text[start:end]).tokens), (start, end)))
    return places


def _together(words: Sequence[Sequence[_Place]], reach: int) -> tuple[Span, ...]:
    """Return the places of words with one of each other word so near that all lie within reach of the last."""
    found: set[Span] = set()
    firsts = [[place.first for place in places] for places in words]
    ends = [[place.behind for place in places] for places in words]
    for last in {first for word in firsts for first in word}:
        within = [
            places[bisect_left(behind, last - reach) : bisect_right(first, last)]
            for places, first, behind in zip(words, firsts, ends, strict=True)
        ]
        if all(within):
            found.update(place.span for places in within for place in places)
    return tuple(sorted(found))
