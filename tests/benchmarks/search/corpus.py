"""The documents that are searched: real ones of ../shared, then ones made of their paragraphs by a fixed seed."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from xinhui_viewer.facts import Facts
from xinhui_viewer.records import Draft, Original

CORPUS = Path(__file__).parents[3].parent / "shared" / "data" / "corpus" / "real.jsonl.gz"
REAL = 7500


@cache
def real() -> list[dict[str, Any]]:
    """Return the real documents: id, title, date, source and body of each."""
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def dated() -> Iterator[Draft]:
    """Yield the real documents with their own dates, in the corpus's order."""
    for one in real():
        yield _draft(one, one["body"], date.fromisoformat(one["date"]), 0)


def documents(count: int) -> Iterator[Draft]:
    """Yield real documents, then ones made of their paragraphs, dated over 2014-2025."""
    chance = random.Random(1)
    there = real()
    for n in range(count):
        one = there[n % REAL]
        body = one["body"]
        if n >= REAL:
            other = there[chance.randrange(REAL)]["body"].split("\n")
            mine = body.split("\n")
            body = "\n".join((mine if chance.random() < 0.5 else other)[i] for i in range(min(len(mine), len(other))))
        yield _draft(one, body, date(2014, 1, 1) + timedelta(days=chance.randrange(4380)), n)


def original(name: str) -> Original:
    """Return an original that takes next to no room."""
    content = name.encode()
    return Original(
        hashlib.sha256(content).hexdigest(), f"{name}.txt", "text/plain", content, "2026-01-01T00:00:00+00:00"
    )


def _draft(one: dict[str, Any], body: str, published: date, n: int) -> Draft:
    columns = ("首页", "政务公开", f"栏目{n % 40}")
    said = Facts(one["title"], published, source=one["source"] or "", columns=columns)
    return Draft(said, body, (), "benchmark")
