"""Bulletins as BibTeX entries."""

from __future__ import annotations

import re

from xinhui_viewer.records import Bulletin
from xinhui_viewer.summary.cite import accessed, clean

_SPECIAL = re.compile(r"[\\{}$&#%_^~]")
_WORDS = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}


def bibtex(one: Bulletin) -> str:
    """Return one bulletin as a @misc entry, its key is made of its id and year; unknown fields are left out."""
    facts, day = one.facts, one.facts.published
    year = f"{day.year:04}" if day else ""
    fields = (
        ("title", f"{{{_tex(facts.title)}}}" if facts.title else ""),
        ("author", f"{{{_tex(facts.issuer or facts.source)}}}" if facts.issuer or facts.source else ""),
        ("publisher", _tex(facts.source)),
        ("year", year),
        ("month", str(day.month) if day else ""),
        ("date", day.isoformat() if day else ""),
        ("number", _tex(facts.document_number)),
        ("url", clean(facts.url).replace("{", "%7B").replace("}", "%7D")),
        ("urldate", accessed(one)),
        ("language", "zh-CN"),
        ("note", f"SHA-256 {one.provenance.sha256}"),
    )
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields if value)
    return f"@misc{{bulletin{one.id}{f'-{year}' if year else ''},\n{lines}}}\n"


def _tex(text: str) -> str:
    return _SPECIAL.sub(lambda found: _WORDS.get(found[0], "\\" + found[0]), clean(text))
