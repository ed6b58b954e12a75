"""Bulletins as RIS records, for reference managers (Zotero, EndNote, NoteExpress)."""

from __future__ import annotations

from collections.abc import Iterator

from xinhui_viewer.facts import day
from xinhui_viewer.records import Bulletin
from xinhui_viewer.summary.cite import accessed, clean, kind, notes, responsible

_TYPES = {"EB/OL": "ELEC", "N": "NEWS", "N/OL": "NEWS", "Z": "GEN"}


def ris(one: Bulletin) -> str:
    """Return one bulletin as a record; unknown fields are left out."""
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _fields(one) if value) + "ER  - \r\n"


def _fields(one: Bulletin) -> Iterator[tuple[str, str]]:
    facts, said = one.facts, day(one.facts)
    yield "TY", _TYPES[kind(facts)]
    yield "TI", clean(facts.title)
    for name in responsible(facts):
        yield "AU", clean(name)
    yield "T2" if _TYPES[kind(facts)] == "NEWS" else "PB", clean(facts.source)
    yield "PY", f"{said.year:04}" if said else ""
    yield "DA", f"{said:%Y/%m/%d}" if said else ""
    yield "SP", clean(facts.edition)
    yield "M1", clean(facts.document_number)
    yield "UR", clean(facts.url)
    yield "Y2", accessed(one).replace("-", "/")
    yield "LA", "zh-CN"
    for step in facts.columns:
        yield "KW", clean(step)
    for note in notes(one):
        yield "N1", note
