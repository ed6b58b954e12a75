"""References to bulletins by GB/T 7714-2015, from known facts alone.

An article of a newspaper is [N], with its address [N/OL] (8.6: responsible. title[N]. newspaper, date(edition)); any
other bulletin with an address is an electronic announcement [EB/OL] (8.8.2: responsible. title: other title[EB/OL].
(published)[accessed]. address), and one without [Z]. Responsible are the authors, the first three of them (8.1.2), else
the issuer. A document number stands as the other title information, and so do the articles that are referred to. The
day of writing, where it stands for that of publication, is named as a year of printing is (8.4.3.3: 1995印刷). What is
unknown is left out, as 8.1.3 says of the responsible.
"""

from __future__ import annotations

import re
from typing import Protocol

from xinhui_viewer.facts import Facts, day
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Provenance
from xinhui_viewer.text.newspapers import is_newspaper

_PRINTED = ("N", "N/OL", "Z")  # the source stands behind the title
_MOST_AUTHORS = 3
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]+")


class Cited(Protocol):
    """The facts and the origin that a reference is made of: a bulletin has them, and its entry in a summary."""

    @property
    def facts(self) -> Facts:
        """The facts that the bulletin says of itself."""

    @property
    def provenance(self) -> Provenance:
        """The origin of the bulletin's text."""


def reference(one: Cited, articles: str = "") -> str:
    """Return the reference to a bulletin, or to some ``articles`` of it, on one line."""
    facts = one.facts
    by = _authors(facts) or clean(facts.issuer) or ("" if kind(facts) in _PRINTED else clean(facts.source))
    other = ", ".join(filter(None, (clean(facts.document_number), articles)))
    named = clean(facts.title) or tr("(untitled)")
    title = f"{named}{f': {other}' if other else ''}[{kind(facts)}]"
    return ". ".join(part for part in (by, title, _where(one)) if part) + ("" if facts.url else ".")


def kind(facts: Facts) -> str:
    """Return the document type of GB/T 7714: N, N/OL, EB/OL or Z."""
    if facts.edition:
        return "N/OL" if facts.url else "N"
    if facts.url:
        return "EB/OL"
    return "N" if is_newspaper(clean(facts.source)) else "Z"


def responsible(facts: Facts) -> tuple[str, ...]:
    """Return the names of those who are responsible for a text: its authors, else its issuer, else its source."""
    return facts.authors or tuple(name for name in (facts.issuer or facts.source,) if name)


def notes(one: Cited) -> tuple[str, ...]:
    """Return the notes of a record beside its fields: that its day is the one of writing, and the checksum."""
    checksum = f"SHA-256 {one.provenance.sha256}"
    return (checksum,) if day(one.facts) == one.facts.published else (_dated(one.facts), checksum)


def accessed(one: Cited) -> str:
    """Return the day on which the original was retrieved, in ISO form; an empty text when it is unknown."""
    return one.provenance.retrieved[:10]


def clean(text: str) -> str:
    """Return a text on one line without invisible characters."""
    return " ".join(_UNSEEN.sub(" ", text).split())


def _authors(facts: Facts) -> str:
    names = [clean(name) for name in facts.authors]
    return ", ".join((*names[:_MOST_AUTHORS], *(("等",) if len(names) > _MOST_AUTHORS else ())))


def _where(one: Cited) -> str:
    """Return the parts of a reference behind the title: newspaper, days and address."""
    facts, dated = one.facts, _dated(one.facts)
    seen = f"[{accessed(one)}]" if facts.url and accessed(one) else ""
    if kind(facts) in _PRINTED:
        edition = f"({clean(facts.edition)})" if facts.edition else ""
        days = ", ".join(filter(None, (clean(facts.source), dated + edition))) + seen
    else:
        days = (f"({dated})" if dated else "") + seen
    return ". ".join(filter(None, (days, clean(facts.url))))


def _dated(facts: Facts) -> str:
    """Return the day of a bulletin, named when it is that of writing; empty when there is none."""
    said = day(facts)
    return "" if said is None else said.isoformat() if said == facts.published else f"{said}成文"
