"""The bulletins most like one: called alike but for their numbers and days, cut up alike, of one office and column.

Their titles are compared by pairs of Han characters, a pair weighing the more the fewer titles have it. Candidates are
bounded: titles with the rarest pieces of the title, those with its headings, and the neighbours in its column.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from math import log

from xinhui_viewer.archive import alike as traits
from xinhui_viewer.archive import index
from xinhui_viewer.archive.alike import Traits
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.match import Plans
from xinhui_viewer.records import Alike, All, Field, Word
from xinhui_viewer.text.fold import fold
from xinhui_viewer.text.terms import runs

_MOST = 5
_NUMBERS = re.compile(r"[\d〇○零一二三四五六七八九十百年月日号届次期第]+")
_PIECE, _MOST_PIECES = 4, 12  # characters of a piece of a title; pieces that are looked for
_EACH = 60  # bulletins that each piece may bring
_HEADINGS, _LEAST_HEADING = 4, 4  # headings that are looked for, and their characters
_COUNTED = 1000  # titles with a pair are counted no further
_COMPARED = 60  # the most alike by title, whose headings are compared
_LEAST = 0.35  # of a score
# What speaks for a bulletin, each between 0 and 1, by its weight.
_TITLE, _SECTIONS, _SOURCE, _COLUMN = 1.0, 0.4, 0.15, 0.1
_OTHER_WORDS = 0.3  # of the pairs that the other title has beside


def alike(db: Archive, bulletin_id: int, limit: int = _MOST) -> tuple[Alike, ...]:
    """Return the bulletins most like one, the most alike first; none for one whose title cannot be read."""
    one = traits.traits_of(db, bulletin_id)
    if one is None:
        return ()
    plans = Plans(db)
    if plans.scans:
        return ()  # dozens of titles and headings would be looked for in every text
    own_headings = _lasting_headings(traits.headings(db, (one.row,))[one.row])
    others = traits.traits(db, _candidates(plans, one, own_headings) - {one.row})
    weights = _weights(plans, _pairs(one.title))
    scores = {other.row: _likeness(one, other, weights) for other in others}
    first = sorted(others, key=lambda other: (-scores[other.row], abs(other.row - one.row)))[:_COMPARED]
    headings = traits.headings(db, [other.row for other in first]) if own_headings else {}
    for row, found in headings.items():
        scores[row] += _SECTIONS * _shared(own_headings, _lasting_headings(found))
    best = sorted(first, key=lambda other: (-scores[other.row], abs(other.row - one.row)))
    kept = [other for other in best if scores[other.row] >= _LEAST][:limit]
    return tuple(Alike(other.id, other.title, other.source, other.published, other.written) for other in kept)


def _candidates(plans: Plans, one: Traits, headings: Collection[str]) -> set[int]:
    """Return the rows of bulletins that may be like one."""
    parts = _parts(one.title)
    asked: list[tuple[Field, tuple[str, ...]]] = [("title", parts)] if parts else []
    asked += (("title", (piece,)) for piece in _pieces(parts))
    long = sorted((heading for heading in headings if len(heading) >= _LEAST_HEADING), key=len, reverse=True)
    asked += (("heading", (heading,)) for heading in long[:_HEADINGS])
    found = set(traits.beside(plans.db, one, _EACH))
    for field, words in asked:
        node = All(tuple(Word(word, field) for word in words))
        for order in ("newest", "oldest"):
            found.update(index.rows(plans, node, order, _EACH // 2))
    return found


def _parts(title: str) -> tuple[str, ...]:
    """Return the runs of a title that stay when the numbers and days in it are others."""
    divided = _NUMBERS.sub(" , ", fold(title))
    return tuple(dict.fromkeys(run for run in runs(divided) if len(run) > 1))


def _pieces(parts: Iterable[str]) -> list[str]:
    """Return overlapping pieces of the parts of a title, spread evenly over it."""
    pieces: list[str] = []
    for part in parts:
        starts = range(0, max(1, len(part) - _PIECE + 1), _PIECE // 2)
        pieces += (part[start : start + _PIECE] for start in starts)
    found = list(dict.fromkeys(pieces))
    return found[:: max(1, -(-len(found) // _MOST_PIECES))]


def _pairs(title: str) -> frozenset[str]:
    return frozenset(
        part[at : at + 2] if part[at] >= "\u3400" else part for part in _parts(title) for at in range(len(part) - 1)
    )


def _weights(plans: Plans, pairs: Collection[str]) -> Mapping[str, float]:
    """Return the weight of each pair: the logarithm of all bulletins to those with it in their title."""
    total = max(2, traits.total(plans.db))
    counts = {pair: index.count(plans, Word(pair, "title"), _COUNTED) for pair in pairs}
    return {pair: log((total + 1) / (min(count, total) + 0.5)) for pair, count in counts.items()}


def _likeness(one: Traits, other: Traits, weights: Mapping[str, float]) -> float:
    pairs = _pairs(other.title)
    own, shared = sum(weights.values()), sum(weight for pair, weight in weights.items() if pair in pairs)
    mean = own / len(weights) if weights else 0.0
    whole = own + _OTHER_WORDS * mean * len(pairs - weights.keys())
    same_office = (one.source_id and one.source_id == other.source_id) or (one.issuer and one.issuer == other.issuer)
    in_column = one.column_id and one.column_id == other.column_id
    return _TITLE * (shared / whole if whole else 0.0) + _SOURCE * bool(same_office) + _COLUMN * bool(in_column)


def _lasting_headings(headings: Iterable[str]) -> frozenset[str]:
    return frozenset(part for heading in headings for part in _parts(heading))


def _shared(own: Collection[str], others: Collection[str]) -> float:
    """Return the share of headings that two bulletins have in common."""
    return len(set(own) & set(others)) / len(set(own) | set(others))
