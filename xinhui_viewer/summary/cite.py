"""References to bulletins as GB/T 7714-2015 asks for them, from what is known and nothing else.

A bulletin with an address is an electronic announcement [EB/OL] (8.8.2: responsible. title: other title[EB/OL].
(published)[accessed]. address), one without an address from a named source a newspaper's article [N] (8.6: responsible.
title[N]. newspaper, date), any other one [Z]. A document number stands as the other title information. What is not
known is left out, as 8.1.2 says of the responsible.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Protocol

from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Provenance

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]+")


class Cited(Protocol):
    """What a reference is made of: a bulletin, or its entry in a summary."""

    @property
    def title(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def issuer(self) -> str: ...
    @property
    def published(self) -> date | None: ...
    @property
    def document_number(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def provenance(self) -> Provenance: ...


def reference(one: Cited) -> str:
    """Return the reference to a bulletin, on one line."""
    responsible = clean(one.issuer) or (clean(one.source) if one.url else "")
    number = clean(one.document_number)
    title = f"{clean(one.title) or tr('(untitled)')}{f': {number}' if number else ''}[{kind(one)}]"
    return ". ".join(part for part in (responsible, title, _where(one)) if part) + ("" if one.url else ".")


def kind(one: Cited) -> str:
    """Return the document type of GB/T 7714: EB/OL, N or Z."""
    if one.url:
        return "EB/OL"
    return "N" if one.source else "Z"


def accessed(one: Cited) -> str:
    """Return the day on which the original was retrieved, in ISO form; '' when that is not known."""
    return one.provenance.retrieved[:10]


def clean(text: str) -> str:
    """Return a text on one line without what cannot be seen."""
    return " ".join(_UNSEEN.sub(" ", text).split())


def _where(one: Cited) -> str:
    published = one.published.isoformat() if one.published else ""
    if one.url:
        days = (f"({published})" if published else "") + (f"[{day}]" if (day := accessed(one)) else "")
        return ". ".join(part for part in (days, clean(one.url)) if part)
    return ", ".join(part for part in (clean(one.source), published) if part)
