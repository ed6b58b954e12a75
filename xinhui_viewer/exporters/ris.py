"""Bulletins as RIS records, for reference managers (Zotero, EndNote, NoteExpress)."""

from __future__ import annotations

from collections.abc import Iterator

from xinhui_viewer.records import Bulletin
from xinhui_viewer.summary.cite import accessed, clean, kind

_TYPES = {"EB/OL": "ELEC", "N": "NEWS", "Z": "GEN"}


def ris(one: Bulletin) -> str:
    """Return one bulletin as a record; a field that is not known is left out."""
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _fields(one) if value) + "ER  - \r\n"


def _fields(one: Bulletin) -> Iterator[tuple[str, str]]:
    day = one.published
    yield "TY", _TYPES[kind(one)]
    yield "TI", clean(one.title)
    yield "AU", clean(one.issuer or one.source)
    yield "T2" if kind(one) == "N" else "PB", clean(one.source)
    yield "PY", f"{day.year:04}" if day else ""
    yield "DA", f"{day:%Y/%m/%d}" if day else ""
    yield "M1", clean(one.document_number)
    yield "UR", clean(one.url)
    yield "Y2", accessed(one).replace("-", "/")
    yield "LA", "zh-CN"
    for step in one.columns:
        yield "KW", clean(step)
    yield "N1", f"SHA-256 {one.provenance.sha256}"
