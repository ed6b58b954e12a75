"""Why a query finds nothing: what it would find without each of its parts, and what each word finds alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from xinhui_viewer.archive import index
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.records import All, Dates, Node, Not, Query, Word
from xinhui_viewer.search.describe import described
from xinhui_viewer.search.rank import CAP
from xinhui_viewer.search.written import written

_MOST_PARTS = 8


@dataclass(frozen=True, slots=True)
class Offer:
    """Another query that finds something: ``text`` to be typed, in ``words``, and how many bulletins it finds.

    "nearest" is the whole query without one part, ``words`` that part; "word" is one part alone.
    """

    kind: Literal["nearest", "word"]
    text: str
    words: str
    count: int
    capped: bool


def offers(db: Archive, query: Query) -> tuple[Offer, ...]:
    """Return the queries near one that finds nothing which find something: those that ask most of it first.

    Without a filter (a period, a place, an unwanted word) comes before without a word, fewer finds before more: that
    is nearer to what was asked.
    """
    parts = query.root.parts[:_MOST_PARTS] if isinstance(query.root, All) else (query.root,)
    near = [_offer(db, "nearest", rest, part) for part, rest in _without_one(parts)]
    alone = [_offer(db, "word", _unquoted(part), part) for part in parts if not isinstance(part, Not | Dates)]
    known = {offer.text for offer in near}
    found = sorted((offer for offer in near if offer.count), key=lambda offer: offer.count)
    found.sort(key=lambda offer: offer.text not in _without_filters(parts))
    return (*found, *(offer for offer in alone if offer.count and offer.text not in known | {query.text}))


def _without_one(parts: tuple[Node, ...]) -> Iterator[tuple[Node, Node]]:
    """Yield each part with the tree of all others, when they still ask for something."""
    if len(parts) > 1:
        for n, part in enumerate(parts):
            rest = (*parts[:n], *parts[n + 1 :])
            if any(not isinstance(other, Not | Dates) for other in rest):
                yield part, rest[0] if len(rest) == 1 else All(rest)


def _without_filters(parts: tuple[Node, ...]) -> set[str]:
    return {written(rest) for part, rest in _without_one(parts) if not _is_word(part)}


def _is_word(part: Node) -> bool:
    return isinstance(part, Word) and part.field not in ("source", "column")


def _unquoted(part: Node) -> Node:
    """Return a phrase as its words, which may stand anywhere."""
    if not isinstance(part, Word) or not part.quoted or part.field in ("source", "column", "figure"):
        return part
    words = tuple(replace(part, text=text, quoted=False) for text in part.text.split())
    return All(words) if len(words) > 1 else part


def _offer(db: Archive, kind: Literal["nearest", "word"], node: Node, part: Node) -> Offer:
    count = index.count(db, Query("", node), CAP + 1)
    return Offer(kind, written(node), described(part), min(count, CAP), count > CAP)
