"""Rank the best bulletins first, full and partial matches by one score, at a cost that does not grow with their number.

The score (score.py) looks at texts, so only the most likely bulletins are scored. Of up to 2,000 full matches these are
the 100 with the best words (BM25), moved up by how much of their title the words cover; those whose words stand only in
an attachment, or partly there, come with half the weight of their place among these. Of more: the newest 100 with the
words in their title and the newest 100, the best covered titles first. Ordering 77,000 by BM25 takes 130 ms, this 3.
The first 30 are scored, beside the partial matches (candidates.py); the others follow in their rough order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from xinhui_viewer.archive import index, read
from xinhui_viewer.archive.frequency import Frequency
from xinhui_viewer.archive.match import in_title
from xinhui_viewer.archive.scored import scored
from xinhui_viewer.records import All, Dates, Either, Node, Not, Word
from xinhui_viewer.search import candidates
from xinhui_viewer.search.asked import Asked
from xinhui_viewer.search.fields import FIELDS
from xinhui_viewer.search.score import Scorer
from xinhui_viewer.text.matches import matches
from xinhui_viewer.text.terms import phrase

CAP = 2000
HEAD = 200  # of more full matches than CAP, those that are looked at
_WEIGHED = HEAD // 2
_RARE = 5000
_SCORED = 30  # full matches that are scored by their texts
_LEAST = 0.3  # of a query is in a partial match
_MOST_PARTIAL = 40
# A row's score: 1 / (10 + its place by words) + .4 of the share of its title that the words take up + .1 of the share
# of the words that stand in its title. On 2,400 known items MRR@10 .784; without the last part .781, tantivy .778.
_FIRST, _TITLE, _WORDS = 10, 0.4, 0.1
_ATTACHED = 0.5  # of a place by words, where these are not all on the page


@dataclass(frozen=True, slots=True)
class Full:
    """The rows of full matches, newest first: all, or of ``many`` somewhat more than the first HEAD.

    ``count`` is their number, or CAP and one more.
    """

    rows: Sequence[int]
    count: int
    many: bool = False


@dataclass(frozen=True, slots=True)
class Ranked:
    """The rows that come first, best first, and the partial matches among them."""

    rows: tuple[int, ...] = ()
    partial: frozenset[int] = frozenset()


class Ranking(NamedTuple):
    """The order of a list: full matches, and the rows that come before all others."""

    newest: Full
    best: Ranked


def ranked(asked: Asked, newest: Full, *, partial: bool = True) -> Ranked:
    """Return the rows that come first, ``partial`` matches among them; the order of the others is the same without."""
    full = _candidates(asked, newest)
    partly = candidates.partial(asked, asked.units, newest.rows) if partial and _parts_count(asked, newest) else []
    texts = scored(asked.db, (*full[:_SCORED], *partly), with_attached=asked.plans.known.has_attached)
    scorer = Scorer(asked.units, asked.frequency.length)
    least = dict.fromkeys(partly, _LEAST)
    scored_rows = ((text.row, scorer.score(text, least.get(text.row, 0.0))) for text in texts)
    scores = {row: score for row, score in scored_rows if score is not None}
    found = {row for row in partly if row in scores}
    parts = _ordered(found, scores)[:_MOST_PARTIAL]
    first = scores.keys() & full[:_SCORED]
    worst = min((scores[row] for row in first if len(full) > _SCORED), default=float("-inf"))
    below = [row for row in parts if scores[row] < worst]
    best = _ordered(first.union(parts).difference(below), scores)
    return Ranked((*best, *full[_SCORED:], *below), frozenset(parts))


def _parts_count(asked: Asked, newest: Full) -> bool:
    """Return whether a partial match may be better than full ones: of few, or where it has the official words.

    With more than CAP full matches all words are common, and so is what holds a part of them. From a hundred on the
    judged needs are ranked the same without (nDCG@10 .901, .827, .856).
    """
    official = any(len(unit.forms) > 1 for unit in asked.units.pieces)
    return newest.count <= (CAP if official else HEAD)


def _ordered(rows: Iterable[int], scores: Mapping[int, float]) -> list[int]:
    """Return rows by their scores, the newer of equals first."""
    return sorted(rows, key=lambda row: (-scores[row], -row))


def _candidates(asked: Asked, newest: Full) -> list[int]:
    """Return the full matches that may come first, by a rough order, the most likely first."""
    if len(newest.rows) <= _SCORED:
        return list(newest.rows)
    values = {} if newest.many else _by_words(asked, newest.rows)
    if values:
        titles = read.titles(asked.db, [*values])
        covered = _covered(titles, asked.title_words)
        titled = _titled(titles, asked.title_words, covered)
        places = {row: value for row, value in values.items() if row in titles}  # one may have just been removed
        return sorted(places, key=lambda row: -(places[row] + _TITLE * covered[row] + _WORDS * titled[row]))
    if any(phrase(word.text).single for word in asked.title_words):
        # Titles with one character are not searched: they are those of all its pairs, 35 ms at 100,000.
        best = list(newest.rows[:HEAD])
    else:
        best = index.rows(asked.plans, in_title(asked.root), "newest", _WEIGHED)
        first = set(best)
        best += [row for row in newest.rows if row not in first][:_WEIGHED]
    covered = _covered(read.titles(asked.db, best), asked.title_words)
    return sorted(covered, key=lambda row: -covered[row])


def _by_words(asked: Asked, found: Sequence[int]) -> dict[int, float]:
    """Return values of the rows found with the best words; common words, which weigh next to nothing, do not count."""
    root = asked.root
    rare = root if isinstance(root, Word) else _rare(root, asked.frequency)
    return _values(asked, rare, found) if rare is not None else {}


def _values(asked: Asked, words: Node, found: Sequence[int]) -> dict[int, float]:
    """Return the value of the places that rows have by their words, on the page and with their attachments."""
    attached = asked.plans.of(words).attached  # then an unwanted word may stand in an attachment
    best = index.ranked(asked.plans, words, _WEIGHED, found if attached or words != asked.root else ())
    values = {row: 1 / (_FIRST + n) for n, row in enumerate(best)}
    more = (row for row in index.ranked_attached(asked.plans, words, _WEIGHED, found) if row not in values)
    return {**{row: _ATTACHED / (_FIRST + n) for n, row in enumerate(more)}, **values}


def _rare(node: Node, frequency: Frequency) -> Node | None:
    """Return a tree without the words that more than a few thousand bulletins hold; None when nothing is left.

    A walk of its own, for an OR is dropped as a whole and an unwanted word is kept unchanged.
    """
    match node:
        case Word() if FIELDS[node.field].indexed:
            return node if frequency.share(node) * frequency.bulletins <= _RARE else None
        case Either(parts):
            return node if all(_rare(part, frequency) for part in parts) else None
        case All(parts):
            return _rare_parts(node, tuple(part for part in parts if _rare(part, frequency)))
    return node


def _rare_parts(node: All, kept: tuple[Node, ...]) -> Node | None:
    """Return the parts that are kept; None when there were words and none is left."""
    if kept == node.parts:
        return node
    return None if all(isinstance(part, Not | Dates) for part in kept) else All(kept)


def _titled(titles: Mapping[int, str], asked: tuple[Word, ...], covered: Mapping[int, float]) -> dict[int, float]:
    """Return the share of the words that stand in each title, 0 to 1; a single word counts if it covers any of it."""
    if len(asked) == 1:
        return {row: float(share > 0) for row, share in covered.items()}
    share = 1 / max(1, len(asked))
    found = [_covered(titles, (word,)) for word in asked]
    return {row: share * sum(one[row] > 0 for one in found) for row in titles}


def _covered(titles: Mapping[int, str], asked: tuple[Word, ...]) -> dict[int, float]:
    """Return the share of each title that the words cover, 0 to 1."""
    covered = dict.fromkeys(titles, 0.0)
    # All titles at once, each on a line of its own: looking into 200 one by one takes four times as long.
    lines = "\n".join(title.replace("\n", " ") for title in titles.values())
    ends, at = [], -1
    for title in titles.values():
        at += len(title) + 1
        ends.append(at)
    order = [*titles]
    for start, end in matches(lines, asked):
        row = order[bisect_left(ends, end)]
        covered[row] += (end - start) / len(titles[row])
    return covered
