"""Bulletins as CSL-JSON, which citation processors and Zotero read."""

from __future__ import annotations

import json
from typing import Any

from xinhui_viewer.facts import day
from xinhui_viewer.records import Bulletin
from xinhui_viewer.summary.cite import accessed, clean, kind, notes, responsible

_TYPES = {"EB/OL": "webpage", "N": "article-newspaper", "N/OL": "article-newspaper", "Z": "document"}


def csl_json(one: Bulletin) -> str:
    """Return one bulletin as a JSON object; unknown fields are left out."""
    facts, said = one.facts, day(one.facts)
    values: dict[str, Any] = {
        "id": f"bulletin-{one.id}",
        "type": _TYPES[kind(facts)],
        "title": clean(facts.title),
        "author": [{"literal": clean(name)} for name in responsible(facts)],
        "container-title": clean(facts.source),
        "issued": _date(said.isoformat() if said else ""),
        "accessed": _date(accessed(one)),
        "page": clean(facts.edition),
        "number": clean(facts.document_number),
        "URL": clean(facts.url),
        "language": "zh-CN",
        "note": "; ".join(notes(one)),
    }
    return json.dumps({name: value for name, value in values.items() if value}, ensure_ascii=False, indent=1)


def _date(day: str) -> dict[str, Any] | None:
    return {"date-parts": [[int(part) for part in day.split("-")]]} if day else None
