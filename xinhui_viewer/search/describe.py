"""How a query was understood, in the user's language."""

from __future__ import annotations

from xinhui_viewer.i18n import N_, tr
from xinhui_viewer.records import All, Dates, Either, Field, Node, Not, Query, Word

_FIELDS: dict[Field, str] = {
    "any": N_("“{text}”"),
    "title": N_("“{text}” in the title"),
    "body": N_("“{text}” in the text"),
    "heading": N_("“{text}” in a section's heading"),
    "source": N_("source “{text}”"),
    "column": N_("column “{text}”"),
    "number": N_("“{text}” in the document number"),
}


def describe(query: Query) -> str:
    """Return a query as it was understood, in words."""
    said = tr("Everything") if query.root == All(()) else _said(query.root, False)
    if query.unknown:
        said += tr("; searched as text: {words}").format(words=", ".join(query.unknown))
    return said


def _said(node: Node, inner: bool) -> str:
    match node:
        case Word(text, field):
            return tr(_FIELDS[field]).format(text=text)
        case Dates(since, until):
            return _period(since and since.isoformat(), until and until.isoformat())
        case Not(part):
            return tr("not {part}").format(part=_said(part, True))
        case All(parts):
            said = tr(" and ").join(_said(part, True) for part in parts)
        case Either(parts):
            said = tr(" or ").join(_said(part, True) for part in parts)
    return tr("({part})").format(part=said) if inner and len(parts) > 1 else said


def _period(since: str | None, until: str | None) -> str:
    if since == until and since:
        return tr("published on {day}").format(day=since)
    if since and until:
        return tr("published from {since} to {until}").format(since=since, until=until)
    if since:
        return tr("published since {since}").format(since=since)
    return tr("published until {until}").format(until=until) if until else tr("with a date")
