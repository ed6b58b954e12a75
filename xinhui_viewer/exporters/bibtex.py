"""Bulletins as BibTeX entries."""

from __future__ import annotations

import re

from xinhui_viewer.facts import day
from xinhui_viewer.records import Bulletin
from xinhui_viewer.summary.cite import accessed, clean, notes, responsible

_SPECIAL = re.compile(r"[\\{}$&#%_^~]")
_WORDS = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}


def bibtex(one: Bulletin) -> str:
    """Return one bulletin as a @misc entry, its key is made of its id and year; unknown fields are left out."""
    facts, said = one.facts, day(one.facts)
    year = f"{said.year:04}" if said else ""
    fields = (
        ("title", f"{{{_tex(facts.title)}}}" if facts.title else ""),
        ("author", " and ".join(f"{{{_tex(name)}}}" for name in responsible(facts))),
        ("publisher", _tex(facts.source)),
        ("year", year),
        ("month", str(said.month) if said else ""),
        ("date", said.isoformat() if said else ""),
        ("number", _tex(facts.document_number)),
        ("pages", _tex(facts.edition)),
        ("url", clean(facts.url).replace("{", "%7B").replace("}", "%7D")),
        ("urldate", accessed(one)),
        ("language", "zh-CN"),
        ("note", ". ".join(notes(one))),
    )
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields if value)
    return f"@misc{{bulletin{one.id}{f'-{year}' if year else ''},\n{lines}}}\n"


def _tex(text: str) -> str:
    return _SPECIAL.sub(lambda found: _WORDS.get(found[0], "\\" + found[0]), clean(text))
