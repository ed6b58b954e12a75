"""Add and remove filters in a query, which narrow it to a period, a source or a column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from xinhui_viewer.records import Dates, Either, Node, Word, conjuncts, joined
from xinhui_viewer.search.describe import described
from xinhui_viewer.search.fields import QueryField, field_of, loose
from xinhui_viewer.search.written import written
from xinhui_viewer.text.fold import fold


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter of a query in ``words``, and the query without it."""

    words: str
    without: Node


def few_words(part: Node) -> str:
    """Return a part of a query in few words: a period as it is typed."""
    if isinstance(part, Dates) and (part.since or part.until):
        return written(part).partition(":")[2]
    return described(part)


def refined(root: Node, added: Node) -> Node:
    """Return a query narrowed by a filter, which replaces one of its kind."""
    return joined(*conjuncts(unfiltered(root, added)), added)


def unfiltered(root: Node, value: Node) -> Node:
    """Return a query without the filter of the kind of a value."""
    return joined(*(part for part in conjuncts(root) if (kind := _kind(part)) is None or kind is not _kind(value)))


def toggled(root: Node, value: Node) -> Node:
    """Return a query with one more value of a filter, of which any will do; or without that value, if it is there."""
    there = _values(root, value)
    left = tuple(one for one in there if one != value) if value in there else (*there, value)
    bare = unfiltered(root, value)
    return joined(*conjuncts(bare), left[0] if len(left) == 1 else Either(left)) if left else bare


def chosen(root: Node) -> frozenset[Node]:
    """Return every value that a query is narrowed to."""
    return frozenset(value for part in conjuncts(root) if _kind(part) for value in _alternatives(part))


def period_of(root: Node) -> Dates | None:
    """Return the one period with an end at both sides that a query is narrowed to."""
    found = [part for part in conjuncts(root) if isinstance(part, Dates) and part.since and part.until]
    return found[0] if len(found) == 1 else None


def shifted(period: Dates, step: int) -> Dates:
    """Return the period of the same length beside one: the next year, month or days, or the previous ones.

    A period with an open end, and one beyond the calendar, is returned as it is.
    """
    since, until = period.since, period.until
    if since is None or until is None:
        return period
    after = until + timedelta(1) if until < date.max else until
    try:
        if since.day == after.day == 1:
            months = 12 * (after.year - since.year) + after.month - since.month
            return Dates(_months_on(since, step * months), _months_on(after, step * months) - timedelta(1))
        length = (until - since + timedelta(1)) * step
        return Dates(since + length, until + length)
    except (ValueError, OverflowError):
        return period


def _months_on(day: date, months: int) -> date:
    at = 12 * day.year + day.month - 1 + months
    return day.replace(at // 12, at % 12 + 1)


def _kind(part: Node) -> QueryField | None:
    """Return the field that a part of a query filters by; of several values of one field, that field."""
    kinds = {field_of(value) for value in _alternatives(part)}
    kind = kinds.pop() if len(kinds) == 1 else None
    return kind if kind is not None and kind.narrows else None


def _alternatives(part: Node) -> tuple[Node, ...]:
    return part.parts if isinstance(part, Either) else (part,)


def _values(root: Node, value: Node) -> tuple[Node, ...]:
    """Return the values of a query's filter of the kind of one."""
    return tuple(one for part in conjuncts(root) if _kind(part) is _kind(value) for one in _alternatives(part))


def filters(root: Node) -> tuple[Filter, ...]:
    """Return the filters that a query holds beside its words."""
    parts = conjuncts(root)
    return tuple(
        Filter(few_words(part), joined(*parts[:n], *parts[n + 1 :])) for n, part in enumerate(parts) if _kind(part)
    )


def as_typed(root: Node, word: str) -> Node:
    """Return a query that searches an everyday word as it is, not also the official ones: the word is in quotes.

    One that begins in a word and ends in the following one (河边 可以 搭棚子) is quoted in two halves.
    """
    parts = conjuncts(root)
    halves = dict.fromkeys(parts, word)
    if not any(isinstance(part, Word) and word in fold(part.text) for part in parts):
        for part, following in pairwise(parts):
            for n in range(1, len(word)):
                if _ends(part, word[:n]) and _begins(following, word[n:]):
                    halves |= {part: word[:n], following: word[n:]}
    return joined(*(piece for part in parts for piece in _quoted(part, halves[part])))


def _ends(part: Node, half: str) -> bool:
    return isinstance(part, Word) and fold(part.text).endswith(half)


def _begins(part: Node, half: str) -> bool:
    return isinstance(part, Word) and fold(part.text).startswith(half)


def _quoted(part: Node, word: str) -> Iterator[Node]:
    """Yield a part, cut where it has the word unquoted."""
    pieces = fold(part.text).split(word) if isinstance(part, Word) and loose(part) else []
    if not isinstance(part, Word) or len(pieces) < 2:
        yield part
        return
    for n, piece in enumerate(pieces):
        if n:
            yield replace(part, text=word, quoted=True)
        if piece.strip():
            yield replace(part, text=piece)
