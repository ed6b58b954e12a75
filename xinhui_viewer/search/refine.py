"""Filters in a query: what narrows it to a period, a source or a column, put in and taken out as text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from xinhui_viewer.records import All, Dates, Node, Not, Word
from xinhui_viewer.search.describe import described
from xinhui_viewer.search.parse import parse
from xinhui_viewer.search.written import written
from xinhui_viewer.text.fold import fold

Kind = Literal["date", "source", "column", ""]


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter of a query: what it says, and the query without it."""

    words: str
    without: str


def refined(text: str, added: str) -> str:
    """Return a query narrowed by a filter, both as text; it takes the place of one of its kind."""
    new = parse(added).root
    kept = tuple(part for part in _parts(text) if not (_kind(part) and _kind(part) == _kind(new)))
    return written(All((*kept, new)))


def filters(text: str) -> tuple[Filter, ...]:
    """Return the filters that a query holds beside its words."""
    parts = _parts(text)
    return tuple(
        Filter(_words(part), written(All((*parts[:n], *parts[n + 1 :])))) for n, part in enumerate(parts) if _kind(part)
    )


def as_typed(text: str, word: str) -> str:
    """Return a query that searches an everyday word as it is, not also the official ones: the word is in quotes."""
    return written(All(tuple(piece for part in _parts(text) for piece in _quoted(part, word))))


def _quoted(part: Node, word: str) -> Iterator[Node]:
    """Yield a part, cut where it has the word unquoted."""
    if not isinstance(part, Word) or part.quoted or part.field not in ("any", "title", "body"):
        yield part
        return
    pieces = fold(part.text).split(word)
    if len(pieces) == 1:
        yield part
        return
    for n, piece in enumerate(pieces):
        if n:
            yield replace(part, text=word, quoted=True)
        if piece.strip():
            yield replace(part, text=piece)


def _words(part: Node) -> str:
    """Return a filter in few words: a period as it is typed."""
    if isinstance(part, Dates) and (part.since or part.until):
        return written(part).partition(":")[2]
    return described(part)


def _parts(text: str) -> tuple[Node, ...]:
    root = parse(text).root
    return root.parts if isinstance(root, All) else (root,)


def _kind(part: Node) -> Kind:
    match part:
        case Dates() | Not(Dates(None, None)):
            return "date"
        case Word(_, "source"):
            return "source"
        case Word(_, "column"):
            return "column"
    return ""
