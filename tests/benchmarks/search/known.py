"""Known items: a document is searched by two or three words of its title and first lines."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from statistics import mean

from tests.benchmarks.scoring import DEPTH, reciprocal_rank
from tests.benchmarks.search.built import Files
from tests.benchmarks.search.corpus import REAL, real
from tests.benchmarks.search.ours import Ours
from tests.benchmarks.search.queries import Asked
from tests.benchmarks.search.sqlite_peers import Fts5
from tests.benchmarks.search.tantivy_peer import Tantivy
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.text.fold import fold

QUERIES = 600
_LEAD = 200
_HAN = re.compile("[\u4e00-\u9fff]{2,}")


def known_items() -> list[tuple[Asked, int]]:
    """Return queries, each with the document they are cut from: one word of the title, one or two of all."""
    chance = random.Random(3)
    items: list[tuple[Asked, int]] = []
    while len(items) < QUERIES:
        wanted = chance.randrange(REAL)
        title = _HAN.findall(fold(real()[wanted]["title"]))
        lead = _HAN.findall(fold(real()[wanted]["body"][:_LEAD]))
        if title and lead:
            runs = [title, *(chance.choice((title, lead)) for _ in range(chance.randint(1, 2)))]
            words = tuple(dict.fromkeys(_piece(chance.choice(run), chance) for run in runs))
            items.append((Asked("known item", " ".join(words), words), wanted))
    return items


def mean_reciprocal_ranks(files: Files) -> dict[str, float]:
    """Return MRR@10 of every system over the real documents."""
    items = known_items()
    with reading(files.archive) as db:
        ours = Ours(db)
        systems: dict[str, Callable[[Asked], list[int]]] = {"ours": lambda one: [n for n, _ in ours.relevance(one)]}
        if files.sqlite:
            bigrams = Fts5(files.sqlite, "bigrams")
            systems["bm25"] = lambda one: bigrams.ids(one, DEPTH)
        if files.tantivy:
            tantivy = Tantivy(files.tantivy)
            systems["tantivy"] = lambda one: tantivy.ids(one, DEPTH)
        return {
            name: mean(reciprocal_rank(rank(one), wanted) for one, wanted in items) for name, rank in systems.items()
        }


def _piece(run: str, chance: random.Random) -> str:
    length = min(len(run), chance.randint(2, 4))
    at = chance.randrange(len(run) - length + 1)
    return run[at : at + length]
