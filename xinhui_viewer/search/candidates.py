"""Bulletins that are scored for a query: a bounded number of those that match it, and of those that hold a part.

Few bulletins hold every word of a query, and asking for all of them loses most relevant ones (measured: .07 of
nDCG@10). Therefore its pieces are asked for in every combination of the rarest three, the most telling first. No
combination gives more than a few dozen rows, so that the cost does not grow with the archive.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import combinations

from xinhui_viewer.archive import index
from xinhui_viewer.archive.match import Plans, in_title
from xinhui_viewer.records import All, Either, Near, Node, Word, joined
from xinhui_viewer.search.asked import Asked
from xinhui_viewer.search.units import Unit, Units
from xinhui_viewer.text.terms import phrase

_MOST_UNITS = 3
_ENOUGH = 30
_OF_EACH = 20
_TELLING = 0.3  # a combination of less weight is not asked for
_TITLE = 6  # terms: a query of as many may be a title; it is looked for where fewer bulletins match than are _KNOWN
_KNOWN = 10
_ASKED, _COMMON = 16, 200  # terms of a title that are asked for, and the titles of one that says nothing
_REMEMBERED = 0.4  # the share of them that such a title has
_WEIGHABLE = 1500  # of a word in more rows, those with the words in their titles are taken, then the newest


def partial(asked: Asked, units: Units, full: Collection[int]) -> list[int]:
    """Return the rows of bulletins that hold the most telling pieces of a query, without the ``full`` matches."""
    if not units.divisible or not _any(asked.plans, units.rest):
        return []
    without = frozenset(full)
    rows = dict.fromkeys(row for row in _titled(asked, units, len(full)) if row not in without)
    for group in _groups(units.pieces):
        if len(rows) >= _ENOUGH:
            break
        if {unit.node for unit in group} != set(units.loose):  # what has all words is no partial match
            rows.update(dict.fromkeys(_rows(asked, group, units.rest, without)))
    return list(rows)


def _titled(asked: Asked, units: Units, found: int) -> list[int]:
    """Return the rows with the titles that have most of a long query: titles that somebody half remembers.

    Two characters that are left out or swapped spoil four pairs at most; common ones say nothing.
    """
    tokens = [token for word in units.loose for token in phrase(word.text).tokens]
    if found >= _KNOWN or len(tokens) < _TITLE:
        return []
    step = max(1, len(tokens) // _ASKED)
    votes: Counter[int] = Counter()
    told = 0
    for token in dict.fromkeys(tokens[::step]):
        rows = index.with_term(asked.plans, token, _COMMON + 1)
        if 0 < len(rows) <= _COMMON:
            votes.update(rows)
            told += 1
    likely = [row for row, number in votes.most_common(_OF_EACH) if number >= told * _REMEMBERED]
    return _meeting(asked.plans, units.rest, likely) if likely and units.rest else likely


def _meeting(plans: Plans, rest: Sequence[Node], rows: Sequence[int]) -> list[int]:
    """Return the rows that meet the parts that must hold."""
    met = index.among(plans, joined(*rest), rows)
    return [row for row in rows if row in met]


def _any(plans: Plans, rest: Sequence[Node]) -> bool:
    """Return whether any bulletin meets the parts that must hold (phrases, places); periods are checked later."""
    asked = [part for part in rest if isinstance(part, Word | Near | Either)]
    return not asked or bool(index.rows(plans, All(tuple(asked)), "newest", 1))


def _groups(pieces: Sequence[Unit]) -> list[tuple[Unit, ...]]:
    """Return the combinations of the rarest pieces with enough weight, the heaviest first."""
    known = {unit.node: unit for unit in pieces if unit.share}
    rare = sorted(known.values(), key=lambda unit: -unit.weight)[:_MOST_UNITS]
    groups = [group for n in range(1, len(rare) + 1) for group in combinations(rare, n)]
    telling = [group for group in groups if _weight(group) >= _weight(rare) * _TELLING]
    return sorted(telling, key=lambda group: -_weight(group))


def _weight(group: Sequence[Unit]) -> float:
    return sum(unit.weight for unit in group)


def _rows(asked: Asked, group: Sequence[Unit], rest: Sequence[Node], without: frozenset[int]) -> list[int]:
    """Return some rows that hold all pieces of a group: the best by the rarest one, or those that hold them in titles.

    By all pieces of a group no better ones are found (judged needs: the same nDCG@10), but FTS5 counts the bulletins
    with each, 11 ms at 100,000.
    """
    plans, rarest = asked.plans, group[0]
    wanted, few = joined(*(unit.node for unit in group), *rest), len(without) + _OF_EACH
    if rarest.share * asked.frequency.bulletins * len(rarest.forms) > _WEIGHABLE:
        titled = [row for row in index.rows(plans, in_title(wanted), "newest", _OF_EACH) if row not in without]
        return [*titled, *_newest(plans, wanted, without, few)[: _OF_EACH - len(titled)]]
    best = [row for row in index.ranked_within(plans, rarest.node, few, wanted) if row not in without][:_OF_EACH]
    if len(best) < _OF_EACH and plans.known.has_attached:  # where words stand only in attachments
        best = list(dict.fromkeys((*best, *_newest(plans, wanted, without, few))))[:_OF_EACH]
    return best


def _newest(plans: Plans, wanted: Node, without: frozenset[int], limit: int) -> list[int]:
    return [row for row in index.rows(plans, wanted, "newest", limit) if row not in without]
