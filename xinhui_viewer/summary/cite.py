"""References to bulletins by GB/T 7714-2015, from known facts alone.

A bulletin with an address is an electronic announcement [EB/OL] (8.8.2: responsible. title: other title[EB/OL].
(published)[accessed]. address), one without an address from a named source a newspaper's article [N] (8.6: responsible.
title[N]. newspaper, date), any other one [Z]. A document number stands as the other title information. An unknown
known is left out, as 8.1.2 says of the responsible.
"""

from __future__ import annotations

import re
from typing import Protocol

from xinhui_viewer.facts import Facts
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Provenance

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]+")


class Cited(Protocol):
    """The facts and the origin that a reference is made of: a bulletin has them, and its entry in a summary."""

    @property
    def facts(self) -> Facts:
        """The facts that the bulletin says of itself."""

    @property
    def provenance(self) -> Provenance:
        """The origin of the bulletin's text."""


def reference(one: Cited) -> str:
    """Return the reference to a bulletin, on one line."""
    facts = one.facts
    responsible = clean(facts.issuer) or (clean(facts.source) if facts.url else "")
    number = clean(facts.document_number)
    named = clean(facts.title) or tr("(untitled)")
    title = f"{named}{f': {number}' if number else ''}[{kind(facts)}]"
    return ". ".join(part for part in (responsible, title, _where(one)) if part) + ("" if facts.url else ".")


def kind(facts: Facts) -> str:
    """Return the document type of GB/T 7714: EB/OL, N or Z."""
    if facts.url:
        return "EB/OL"
    return "N" if facts.source else "Z"


def accessed(one: Cited) -> str:
    """Return the day on which the original was retrieved, in ISO form; an empty text when it is unknown."""
    return one.provenance.retrieved[:10]


def clean(text: str) -> str:
    """Return a text on one line without invisible characters."""
    return " ".join(_UNSEEN.sub(" ", text).split())


def _where(one: Cited) -> str:
    facts = one.facts
    published = facts.published.isoformat() if facts.published else ""
    if facts.url:
        days = (f"({published})" if published else "") + (f"[{day}]" if (day := accessed(one)) else "")
        return ". ".join(part for part in (days, clean(facts.url)) if part)
    return ", ".join(part for part in (clean(facts.source), published) if part)
