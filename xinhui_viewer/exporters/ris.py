"""Bulletins as RIS records, for reference managers (Zotero, EndNote, NoteExpress)."""

from __future__ import annotations

from collections.abc import Iterator

from xinhui_viewer.records import Bulletin
from xinhui_viewer.summary.cite import accessed, clean, kind

_TYPES = {"EB/OL": "ELEC", "N": "NEWS", "Z": "GEN"}


def ris(one: Bulletin) -> str:
    """Return one bulletin as a record; unknown fields are left out."""
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _fields(one) if value) + "ER  - \r\n"


def _fields(one: Bulletin) -> Iterator[tuple[str, str]]:
    facts, day = one.facts, one.facts.published
    yield "TY", _TYPES[kind(facts)]
    yield "TI", clean(facts.title)
    yield "AU", clean(facts.issuer or facts.source)
    yield "T2" if kind(facts) == "N" else "PB", clean(facts.source)
    yield "PY", f"{day.year:04}" if day else ""
    yield "DA", f"{day:%Y/%m/%d}" if day else ""
    yield "M1", clean(facts.document_number)
    yield "UR", clean(facts.url)
    yield "Y2", accessed(one).replace("-", "/")
    yield "LA", "zh-CN"
    for step in facts.columns:
        yield "KW", clean(step)
    yield "N1", f"SHA-256 {one.provenance.sha256}"
