"""How a query was understood, in the user's language."""

from __future__ import annotations

from datetime import date

from xinhui_viewer.i18n import N_, tr, trn
from xinhui_viewer.records import All, Dates, Either, Field, Near, Node, Not, Query, Word
from xinhui_viewer.search.lexer import MOST_WORDS

_FIELDS: dict[Field, str] = {
    "any": N_("“{text}”"),
    "title": N_("“{text}” in the title"),
    "body": N_("“{text}” in the text"),
    "heading": N_("“{text}” in a section's heading"),
    "source": N_("source “{text}”"),
    "column": N_("column “{text}”"),
    "number": N_("“{text}” in the document number"),
    "figure": N_("key figure “{text}”"),
}


def describe(query: Query) -> str:
    """Return a query as it was understood, in words."""
    said = tr("Everything") if query.root == All(()) else _said(query.root, False)
    if query.unknown:
        said += tr("; searched as text: {words}").format(words=", ".join(query.unknown))
    if _leaves(query.root) >= MOST_WORDS:
        said += tr("; only the first {n} words are searched").format(n=MOST_WORDS)
    return said


def described(part: Node) -> str:
    """Return a part of a query in words, in the user's language."""
    return _said(part, False)


def _said(node: Node, inner: bool) -> str:
    match node:
        case Word("", "source"):
            return tr("without a source")
        case Word(text, field, _, exact):
            said = tr(_FIELDS[field]).format(text=text)
            return tr("{part} in this script").format(part=said) if exact else said
        case Dates(since, until):
            return _period(since, until)
        case Near(near, distance):
            together = tr(" and ").join(_said(word, True) for word in near)
            return trn("{words} at most {n} character apart", "{words} at most {n} characters apart", distance).format(
                words=together, n=distance
            )
        case Not(Dates(None, None)):
            return tr("without a date")
        case Not(part):
            return tr("not {part}").format(part=_said(part, True))
        case All(parts):
            said = tr(" and ").join(_said(part, True) for part in parts)
        case Either(parts):
            said = tr(" or ").join(_said(part, True) for part in parts)
    return tr("({part})").format(part=said) if inner and len(parts) > 1 else said


def _leaves(node: Node) -> int:
    match node:
        case All(parts) | Either(parts):
            return sum(_leaves(part) for part in parts)
        case Not(part):
            return _leaves(part)
    return 1


def _period(since: date | None, until: date | None) -> str:
    if since == until and since:
        return tr("published on {day}").format(day=since)
    if since and until:
        return tr("published from {since} to {until}").format(since=since, until=until)
    if since:
        return tr("published since {since}").format(since=since)
    return tr("published until {until}").format(until=until) if until else tr("with a date")
