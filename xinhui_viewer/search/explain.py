"""Queries near one that finds nothing: without each of its parts, with a looser one, and each of its words alone."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from xinhui_viewer.archive import index
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import All, Dates, Either, Field, Near, Node, Not, Word, conjuncts, joined, leaves
from xinhui_viewer.search.asked import Asked
from xinhui_viewer.search.fields import FIELDS, narrows, wanted_words
from xinhui_viewer.search.rank import CAP
from xinhui_viewer.text.tokens import COMMON

_MOST_PARTS = 8
_MOST_PAIRS, _OFFERED_PAIRS = 16, 3


@dataclass(frozen=True, slots=True)
class Offer:
    """Another query that finds something, and how many bulletins it finds.

    "nearest" is the whole query without one ``part``; "looser" has a part without its distance, its field or its
    quotes; "word" is one part alone. Of the last two ``part`` is all of the query.
    """

    kind: Literal["nearest", "looser", "word"]
    query: Node
    part: Node
    count: int
    capped: bool


def offers(asked: Asked) -> tuple[Offer, ...]:
    """Return the queries that find something and are near one that finds nothing, the nearest first.

    Dropping a filter (a period, a place, an unwanted word) comes before a distance, a field or quotes, these before a
    word, and fewer results before more: that is nearer to the query. None where each would be looked for in every text.
    """
    if asked.plans.scans:
        return ()
    parts = conjuncts(asked.root)[:_MOST_PARTS]
    near = [_offer(asked, "nearest", rest, part) for part, rest in _without_one(parts)]
    found = sorted((offer for offer in near if offer.count), key=lambda offer: (_is_word(offer.part), offer.count))
    filters = [offer for offer in found if not _is_word(offer.part)]
    known = {asked.root, *(offer.query for offer in near)}
    looser = _finding(asked, "looser", _looser(parts), known)
    known.update(offer.query for offer in looser)
    alone = _finding(asked, "word", _alone(parts), known) or _pairs(asked)
    return (*filters, *looser, *found[len(filters) :], *alone)


def unstated(asked: Asked) -> tuple[str, ...]:
    """Return a sentence for each fact that a query asks for and no bulletin of the archive states."""
    known = asked.plans.known
    stated: dict[Field, tuple[bool, str]] = {
        "validity": (known.states_validity, tr("No bulletin in this archive states whether it is in force.")),
        "author": (bool(known.authors), tr("No bulletin in this archive states its authors.")),
        "attachment": (known.has_attached, tr("No bulletin in this archive has an attachment with a text.")),
    }
    fields = dict.fromkeys(leaf.field for leaf in leaves(asked.root, unwanted=False) if isinstance(leaf, Word))
    asked_for = (stated[field] for field in fields if field in stated)
    return tuple(sentence for is_stated, sentence in asked_for if not is_stated)


def _finding(
    asked: Asked, kind: Literal["looser", "word"], queries: Iterable[Node], known: Container[Node]
) -> list[Offer]:
    """Return those of some queries that are not ``known`` yet and find something."""
    new = [query for query in dict.fromkeys(queries) if query not in known]
    return [offer for query in new if (offer := _offer(asked, kind, query, query)).count]


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


def _looser(parts: tuple[Node, ...]) -> Iterator[Node]:
    """Yield the query with each part without its distance, its field or its quotes."""
    for n, part in enumerate(parts):
        for loose in _loosened(part):
            yield joined(*parts[:n], loose, *parts[n + 1 :])


def _loosened(part: Node) -> Iterator[Node]:
    match part:
        case Near(words):
            yield All(words)
        case Word(field=field) if FIELDS[field].indexed:
            if field not in ("any", "number"):
                yield replace(part, field="any")
            if (unquoted := _unquoted(part)) != part:
                yield unquoted


def _alone(parts: tuple[Node, ...]) -> Iterator[Node]:
    """Yield what is asked for, part by part, and word by word where a part has several."""
    for part in parts:
        if not _only_narrows(part):
            yield _unquoted(part)
            yield from wanted_words(part) if isinstance(part, Near | Either) else ()


def _pairs(asked: Asked) -> list[Offer]:
    """Return the rarest pairs of characters of a single word."""
    word = asked.root
    if not isinstance(word, Word) or not FIELDS[word.field].indexed or not COMMON.fullmatch(word.text):
        return []
    pairs = dict.fromkeys(replace(word, text=word.text[n : n + 2], quoted=False) for n in range(len(word.text) - 1))
    found = _finding(asked, "word", [*pairs][:_MOST_PAIRS], {word})
    return sorted(found, key=lambda one: one.count)[:_OFFERED_PAIRS]


def _unquoted(part: Node) -> Node:
    """Return a phrase as its words, which may stand anywhere."""
    if not isinstance(part, Word) or not part.quoted or not FIELDS[part.field].indexed:
        return part
    words = tuple(replace(part, text=text, quoted=False) for text in part.text.split())
    return All(words) if len(words) > 1 else part


def _offer(asked: Asked, kind: Literal["nearest", "looser", "word"], query: Node, part: Node) -> Offer:
    count = index.count(asked.plans, query, CAP + 1)
    return Offer(kind, query, part, min(count, CAP), count > CAP)
