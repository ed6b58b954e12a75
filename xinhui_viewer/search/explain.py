"""Queries near one that finds nothing: without each of its parts, and each of its words alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from xinhui_viewer.archive import index
from xinhui_viewer.records import All, Dates, Node, Not, Word, conjuncts, joined
from xinhui_viewer.search.asked import Asked
from xinhui_viewer.search.fields import FIELDS, narrows
from xinhui_viewer.search.rank import CAP

_MOST_PARTS = 8


@dataclass(frozen=True, slots=True)
class Offer:
    """Another query that finds something, and how many bulletins it finds.

    "nearest" is the whole query without one ``part``, "word" is one part alone.
    """

    kind: Literal["nearest", "word"]
    query: Node
    part: Node
    count: int
    capped: bool


def offers(asked: Asked) -> tuple[Offer, ...]:
    """Return the queries that find something and are near one that finds nothing, the nearest first.

    Dropping a filter (a period, a place, an unwanted word) comes before dropping a word, and fewer results before more:
    that is nearer to the query.
    """
    parts = conjuncts(asked.root)[:_MOST_PARTS]
    near = [_offer(asked, "nearest", rest, part) for part, rest in _without_one(parts)]
    found = sorted((offer for offer in near if offer.count), key=lambda offer: (_is_word(offer.part), offer.count))
    known = {asked.root, *(offer.query for offer in near)}
    words = (_unquoted(part) for part in parts if not _only_narrows(part))
    alone = (_offer(asked, "word", word, word) for word in words if word not in known)
    return (*found, *(offer for offer in alone if offer.count))


def _without_one(parts: tuple[Node, ...]) -> Iterator[tuple[Node, Node]]:
    """Yield each part with the tree of all others, if any of these asks for something."""
    if len(parts) > 1:
        for n, part in enumerate(parts):
            others = (*parts[:n], *parts[n + 1 :])
            if not all(map(_only_narrows, others)):
                yield part, joined(*others)


def _only_narrows(part: Node) -> bool:
    return isinstance(part, Not | Dates)


def _is_word(part: Node) -> bool:
    return isinstance(part, Word) and not narrows(part)


def _unquoted(part: Node) -> Node:
    """Return a phrase as its words, which may stand anywhere."""
    if not isinstance(part, Word) or not part.quoted or not FIELDS[part.field].indexed:
        return part
    words = tuple(replace(part, text=text, quoted=False) for text in part.text.split())
    return All(words) if len(words) > 1 else part


def _offer(asked: Asked, kind: Literal["nearest", "word"], query: Node, part: Node) -> Offer:
    count = index.count(asked.plans, query, CAP + 1)
    return Offer(kind, query, part, min(count, CAP), count > CAP)
