"""Describe a query as it was understood, in the user's language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import reduce
from unicodedata import category

from xinhui_viewer.i18n import listed, tr, trn
from xinhui_viewer.records import All, Dates, Either, Near, Node, Not, Query, Word, leaves
from xinhui_viewer.search.fields import FIELDS
from xinhui_viewer.search.lexer import MOST_SIGNS, MOST_WORDS
from xinhui_viewer.text.fold import fold

_SYMBOLS = re.compile(r"(?<=[^\W_])[^\w\s]+|[^\w\s]+(?=[^\W_])")


def describe(query: Query) -> str:
    """Return a query as it was understood, in words."""
    said = described(query.root)
    if query.unknown:
        said = tr("{query}; searched as text: {words}").format(query=said, words=listed(query.unknown))
    if sum(1 for _ in leaves(query.root)) >= MOST_WORDS:
        said = tr("{query}; only the first {n} words are searched").format(query=said, n=MOST_WORDS)
    if any(len(leaf.text) >= MOST_SIGNS for leaf in leaves(query.root) if isinstance(leaf, Word)):
        said = tr("{query}; only the first {n} characters of a word are searched").format(query=said, n=MOST_SIGNS)
    if signs := ignored_signs(query):
        said = tr("{query}; signs are not searched: {signs}").format(query=said, signs=" ".join(signs))
    return said


def ignored_signs(query: Query) -> tuple[str, ...]:
    """Return the symbols beside letters in words of a query, which no search looks at: ++ in C++."""
    words = (leaf.text for leaf in leaves(query.root) if isinstance(leaf, Word) and FIELDS[leaf.field].indexed)
    return tuple(dict.fromkeys(found for text in words for found in _SYMBOLS.findall(text) if _is_symbol(found)))


def _is_symbol(signs: str) -> bool:
    """Return whether signs are symbols; those that hold letters (℃) or stand for zero (○) are searched."""
    symbols = all(category(sign)[0] == "S" or sign in "#@&" for sign in signs)
    return symbols and "○" not in signs and not any(map(str.isalnum, fold(signs)))


def described(node: Node) -> str:
    """Return a part of a query in words."""
    match node:
        case Word():
            return _word(node)
        case Dates(since, until):
            return _period(since, until)
        case Near(words, distance):
            text = trn("{words} at most {n} character apart", "{words} at most {n} characters apart", distance)
            return text.format(words=listed(map(_word, words)), n=distance)
        case Not(part):
            return _not(part)
        case All(parts):
            return _all(parts) if parts else tr("Everything")
        case Either(()):
            return tr("nothing that can be searched for")
        case Either(parts):
            return reduce(lambda one, other: tr("{one} or {other}").format(one=one, other=other), _inner(parts))


def _word(word: Word) -> str:
    field = FIELDS[word.field]
    said = tr(field.said).format(text=word.text) if word.text or not field.nothing else tr(field.nothing)
    return tr("{part} in this script").format(part=said) if word.exact else said


def _not(part: Node) -> str:
    if part == Dates(None, None):
        return tr("without a date")
    template = tr("not ({part})") if _has_parts(part) else tr("not {part}")
    return template.format(part=described(part))


def _all(parts: Iterable[Node]) -> str:
    return reduce(lambda one, other: tr("{one} and {other}").format(one=one, other=other), _inner(parts))


def _inner(parts: Iterable[Node]) -> list[str]:
    """Return each part in words, in brackets where it has parts itself."""
    return [tr("({part})").format(part=described(part)) if _has_parts(part) else described(part) for part in parts]


def _has_parts(node: Node) -> bool:
    match node:
        case All(parts) | Either(parts):
            return len(parts) > 1 or any(map(_has_parts, parts))
        case Near():
            return True
    return False


def _period(since: date | None, until: date | None) -> str:
    if since == until and since:
        return tr("dated {day}").format(day=since)
    if since and until:
        return tr("dated from {since} to {until}").format(since=since, until=until)
    if since:
        return tr("dated since {since}").format(since=since)
    return tr("dated until {until}").format(until=until) if until else tr("with a date")
