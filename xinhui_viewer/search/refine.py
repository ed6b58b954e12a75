"""Add and remove filters in a query, which narrow it to a period, a source or a column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from xinhui_viewer.records import Dates, Node, Word, conjuncts, joined
from xinhui_viewer.search.describe import described
from xinhui_viewer.search.fields import field_of, loose, narrows
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
    kept = (part for part in conjuncts(root) if not (narrows(part) and field_of(part) is field_of(added)))
    return joined(*kept, added)


def filters(root: Node) -> tuple[Filter, ...]:
    """Return the filters that a query holds beside its words."""
    parts = conjuncts(root)
    return tuple(
        Filter(few_words(part), joined(*parts[:n], *parts[n + 1 :])) for n, part in enumerate(parts) if narrows(part)
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
