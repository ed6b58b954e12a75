"""The pages of all gold sets with the values that are right for each fact, in one form."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tests.benchmarks.page_readers import SHARED, shared_tool
from tests.benchmarks.sites import unpacked

NONE = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A page of a gold set: its site, and the right values of each fact by the name of its weights, "" for none.

    ``place`` is its path in the mirror of its site, empty for a page that came alone.
    """

    path: Path
    site: str
    right: Mapping[str, frozenset[str]]
    place: str = ""


def judged(temporary: Path, sites: list[list[str]], field: list[list[str]]) -> Iterator[Judged]:
    """Yield the pages of ../shared, its mirrors unpacked in a folder, and of further sets (a folder and its gold)."""
    scorer, data = shared_tool("score_sites"), SHARED / "data"
    sets = [(unpacked(temporary), data / "sites" / "gold.jsonl"), *((Path(a), Path(b)) for a, b in sites)]
    for folder, gold in sets:
        for row in _rows(gold):
            if row["type"] != "?":
                place = row["file"].removeprefix(row["site"] + "/")
                yield Judged(folder / row["file"], row["site"], _right(row, scorer, kind=row["type"]), place)
    sets = [(data / "field", data / "field" / "gold.jsonl"), *((Path(a), Path(b)) for a, b in field)]
    for folder, gold in sets:
        for row in _rows(gold):
            if row["kind"] == "html":
                yield Judged(folder / row["file"], f"field {folder.name}", _right(row, scorer, kind="article"))
    for row in _rows(data / "pages" / "gold_dev.jsonl"):
        yield Judged(data / "pages" / row["file"], "pages", _right(row, scorer, kind="article"))


def _rows(gold: Path) -> list[Any]:
    return [json.loads(line) for line in gold.read_text("utf-8").splitlines() if line]


def _right(row: Any, scorer: Any, kind: str) -> dict[str, frozenset[str]]:
    """Return the right values of a gold page; of one that is no article only that it is none."""
    if kind != "article":
        return {"KIND": frozenset({"none"})}
    titles = _allowed(row["title"])
    paths = row["columns"] if isinstance(row["columns"], dict) else {"any": [row["columns"]]}
    sources = [*_allowed(row["source"]), *row.get("source_alt", ())]
    found = {
        "TITLE": [scorer.norm(title) for title in titles],
        "PUBLISHED": [str(day or NONE)[:10] for day in _allowed(row["date"])],
        "SOURCE": [scorer.src(source) for source in sources],
        "COLUMNS": [">".join(scorer.cols(path, (titles or [""])[0])) for path in paths["any"] if path != "?"],
        "KIND": ["bulletin"],
    }
    return {name: frozenset(values) for name, values in found.items() if values}


def _allowed(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value["any"])
    return [] if value == "?" else [value]


def as_gold(name: str, value: Any, scorer: Any) -> str:
    """Return the value of a candidate in the form of the gold values."""
    if isinstance(value, date):
        return value.isoformat()
    if name == "KIND":
        return "bulletin" if value == "bulletin" else "none"
    if name == "COLUMNS":
        return ">".join(scorer.cols(list(value)))
    return str(scorer.src(value) if name == "SOURCE" else scorer.norm(value))
