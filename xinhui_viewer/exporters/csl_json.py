"""Bulletins as CSL-JSON, which citation processors and Zotero read."""

from __future__ import annotations

import json
from typing import Any

from xinhui_viewer.records import Bulletin
from xinhui_viewer.summary.cite import accessed, clean, kind

_TYPES = {"EB/OL": "webpage", "N": "article-newspaper", "Z": "document"}


def csl_json(one: Bulletin) -> str:
    """Return one bulletin as a JSON object; unknown fields are left out."""
    facts = one.facts
    author = clean(facts.issuer or facts.source)
    day = accessed(one)
    values: dict[str, Any] = {
        "id": f"bulletin-{one.id}",
        "type": _TYPES[kind(facts)],
        "title": clean(facts.title),
        "author": [{"literal": author}] if author else None,
        "container-title": clean(facts.source),
        "issued": _date(facts.published.isoformat() if facts.published else ""),
        "accessed": _date(day),
        "number": clean(facts.document_number),
        "URL": clean(facts.url),
        "language": "zh-CN",
        "note": f"SHA-256 {one.provenance.sha256}",
    }
    return json.dumps({name: value for name, value in values.items() if value}, ensure_ascii=False, indent=1)


def _date(day: str) -> dict[str, Any] | None:
    return {"date-parts": [[int(part) for part in day.split("-")]]} if day else None
