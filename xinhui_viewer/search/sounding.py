"""Correct one wrong character of the same sound: 义物教育 is a slip for 义务教育, which the archive has.

A character is doubted where the three characters around it stand together nowhere; another of its sound replaces it
where four then do. A shorter word must stand in several bulletins: by chance it may be another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from xinhui_viewer.archive import index
from xinhui_viewer.records import Query, Span, Word, conjuncts, joined
from xinhui_viewer.search.asked import Asked
from xinhui_viewer.search.everyday import everyday, official
from xinhui_viewer.search.fields import loose
from xinhui_viewer.search.parse import asking
from xinhui_viewer.text.fold import fold
from xinhui_viewer.text.pinyin import alike

_HAN = re.compile("[\u4e00-\u9fff]{2,16}")
_AROUND = 3  # characters
_SEVERAL = 3  # bulletins
_MANY = 200  # counting goes no further
_PROOF = 4  # characters
_MOST_TRIED = 400


class _Change(NamedTuple):
    """A corrected word: in how many bulletins it stands as a whole, and what is around the correction."""

    whole: int
    around: int
    text: str


def corrected(asked: Asked, *, nowhere: bool = False) -> Query | None:
    """Return a query with one character corrected; None where no slip is likely.

    ``nowhere``: it is known that nothing has all of the query.
    """
    if asked.plans.scans:
        return None  # each possible word would be looked for in every text
    parts = conjuncts(asked.root)
    nowhere = nowhere and len(parts) == 1
    best: tuple[_Change, int] | None = None
    for n, part in enumerate(parts):
        if isinstance(part, Word) and loose(part) and not official(part.text):
            change = max(_changes(asked, part, nowhere), default=None)
            if change is not None and (best is None or change > best[0]):
                best = change, n
    if best is None:
        return None
    change, at = best
    part = parts[at]
    assert isinstance(part, Word)
    return asking(joined(*parts[:at], replace(part, text=change.text), *parts[at + 1 :]))


def _changes(asked: Asked, word: Word, nowhere: bool) -> Iterator[_Change]:
    """Yield the likely corrections of a word; none of one that stands somewhere, or within an everyday word."""
    text = fold(word.text)
    counts = _Counts(asked, word)
    if nowhere or not counts.of(text):
        known = _everyday_places(text)
        for found in _HAN.finditer(text):
            for at in range(*found.span()):
                if at not in known:
                    yield from _at(counts, text, at, found.span())


def _everyday_places(text: str) -> set[int]:
    """Return the places of the everyday words in a text, which official texts need not have."""
    places, start = set[int](), 0
    for word in everyday(text):
        start = text.index(word, start) + len(word)
        places.update(range(start - len(word), start))
    return places


def _at(counts: _Counts, text: str, at: int, run: Span) -> Iterator[_Change]:
    """Yield the likely corrections of one character in a run."""
    doubted = next(_windows(at, run, _AROUND))
    least = 1 if run[1] - run[0] >= _PROOF else _SEVERAL
    for sign in "" if counts.of(text[slice(*doubted)]) else alike(text[at]):
        new = f"{text[:at]}{sign}{text[at + 1 :]}"
        if counts.tried < _MOST_TRIED and counts.of(new[slice(*doubted)]) and counts.likelier(text, new, at, run):
            around = max(counts.of(new[slice(*window)]) for window in _windows(at, run, _PROOF))
            if around >= least:
                yield _Change(counts.of(new), around, new)


def _windows(at: int, run: Span, length: int) -> Iterator[Span]:
    """Yield the pieces of that length in a run, or all of a shorter one, that hold a place; the middle one first."""
    low, high = max(run[0], at - length + 1), max(run[0], min(at, run[1] - length))
    middle = min(max(at - length // 2, low), high)
    for first in (middle, *(n for n in range(low, high + 1) if n != middle)):
        yield first, min(first + length, run[1])


class _Counts:
    """Counts the bulletins that have words in the field of another."""

    def __init__(self, asked: Asked, word: Word) -> None:
        self._asked, self._word = asked, replace(word, quoted=True)
        self._known: dict[str, int] = {}

    @property
    def tried(self) -> int:
        """The number of words that were looked up."""
        return len(self._known)

    def of(self, text: str) -> int:
        """Return the number of bulletins with a word, counting no further than a few hundred."""
        if text not in self._known:
            self._known[text] = index.count(self._asked.plans, replace(self._word, text=text), _MANY)
        return self._known[text]

    def likelier(self, old: str, new: str, at: int, run: Span) -> bool:
        """Return whether the pairs at a changed character stand in more bulletins than before, or in as many."""
        pairs = [first for first in (at - 1, at) if run[0] <= first and first + 2 <= run[1]]
        return all(self.of(old[first : first + 2]) <= self.of(new[first : first + 2]) for first in pairs)
