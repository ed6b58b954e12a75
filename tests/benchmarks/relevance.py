"""The quality of ranking, against judged documents: ``python -m tests.benchmarks.relevance [DIR] [--meant]``.

50 queries as a clerk, a journalist or a historian would type them, over the 7,500 real documents of ../shared; 13 to
30 documents of each were judged by title and densest passage, grade 0-3 (3: just what was asked; 2: a part of it is
about it; 1: it is mentioned). Candidates came from bigram bm25 (all words, any word), tantivy, LIKE on titles, this
program, the same with official words, and for rare words all documents with them. relevance_queries.json names
documents by their number in the corpus. Half of the queries are marked "test": rank by the other half, "tune", and
look at these last. ``--meant``: 100 others instead (meant_queries.json), 20 each of colloquial words, questions,
abbreviations, slips of one character of the same sound, and titles remembered in part.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from tempfile import gettempdir

from tests.benchmarks.scoring import DEPTH, ndcg
from tests.benchmarks.search import built
from tests.benchmarks.search.corpus import CORPUS, real
from tests.benchmarks.search.ours import Ours
from tests.benchmarks.search.queries import Asked
from tests.benchmarks.search.sqlite_peers import Fts5
from tests.benchmarks.search.tantivy_peer import Tantivy
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.text.terms import terms

JUDGED, MEANT = (Path(__file__).with_name(name) for name in ("relevance_queries.json", "meant_queries.json"))
Rank = Callable[[Asked], list[int]]


@dataclass(frozen=True, slots=True)
class Judged:
    """A query with the grades of documents by their place in the corpus."""

    asked: Asked
    kind: str
    half: str
    grades: dict[int, int]


def judged(file: Path = JUDGED) -> list[Judged]:
    """Return the queries of a file with their judgments."""
    place = {one["id"]: n for n, one in enumerate(real())}
    return [
        Judged(
            Asked("", entry["query"], tuple(entry["query"].split())),
            entry["kind"],
            entry["half"],
            {place[number]: int(grade) for grade, numbers in entry["grades"].items() for number in numbers},
        )
        for entry in json.loads(file.read_text("utf-8"))
    ]


def main() -> int:
    """Print nDCG@10 of each system for both halves and for each kind of query."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path, nargs="?", default=Path(gettempdir()))
    arguments.add_argument("--meant", action="store_true", help="the queries that are not asked in official words")
    arguments.add_argument("--each", choices=("tune", "test"), help="print every query of a half")
    chosen = arguments.parse_args()
    if not CORPUS.exists():
        print("the folder ../shared with the measuring data is not here")
        return 0
    files = built.real(chosen.folder)
    with reading(files.archive) as db:
        ours = Ours(db)
        systems: dict[str, Rank] = {"ours": lambda one: [n for n, _ in ours.relevance(one)[:DEPTH]]}
        if files.sqlite:
            bigrams = Fts5(files.sqlite, "bigrams")
            systems["bm25, all words"] = lambda one: bigrams.ids(one, DEPTH)
            systems["bm25, any word"] = lambda one: bigrams.ids(one, DEPTH, either=True)
            systems["bm25, any pair"] = lambda one: bigrams.ids(_pairs(one), DEPTH, either=True)
        if files.tantivy:
            tantivy = Tantivy(files.tantivy)
            systems["tantivy, all words"] = lambda one: tantivy.ids(one, DEPTH)
            systems["tantivy, any word"] = lambda one: tantivy.ids(one, DEPTH, either=True)
            systems["tantivy, any pair"] = lambda one: tantivy.ids(_pairs(one), DEPTH, either=True)
        else:
            print("tantivy is not here: pip install tantivy")
        _print(judged(MEANT if chosen.meant else JUDGED), systems, chosen.each)
    return 0


def _pairs(one: Asked) -> Asked:
    """Return a query for any pair of characters of its words: what a peer finds of words that are not there."""
    pairs = [token for word in one.words for token in terms(word).split()]
    return Asked("", one.text, tuple(token for token in dict.fromkeys(pairs) if len(token) > 1))


def _print(queries: Sequence[Judged], systems: dict[str, Rank], each: str | None) -> None:
    found = {name: [rank(query.asked) for query in queries] for name, rank in systems.items()}
    scores = {
        name: [ndcg(ranked, query.grades) for ranked, query in zip(lists, queries, strict=True)]
        for name, lists in found.items()
    }
    print(f"{'nDCG@10':>24}{'queries':>9}" + "".join(f"{name:>20}" for name in systems))
    rows = [(half, half, "") for half in ("tune", "test")]
    rows += [(f"{half}: {kind}", half, kind) for half in ("tune", "test") for kind in sorted({q.kind for q in queries})]
    for label, half, kind in rows:
        chosen = [n for n, query in enumerate(queries) if query.half == half and kind in ("", query.kind)]
        cells = (f"{mean(scores[name][n] for n in chosen):20.3f}" for name in systems)
        print(f"{label:>24}{len(chosen):9}" + "".join(cells))
    for name in [name for name in systems if name != "ours"]:
        ahead = (
            mean(scores["ours"][n] - scores[name][n] for n, query in enumerate(queries) if query.half == half)
            for half in ("tune", "test")
        )
        print("ours - {:26} tune {:+.3f}   test {:+.3f}   wanted on test: ≥ +0.040".format(name, *ahead))
    unjudged = (
        mean(len(set(ranked) - set(query.grades)) for ranked, query in zip(lists, queries, strict=True))
        for lists in found.values()
    )
    print(f"{'not judged, of ten':>33}" + "".join(f"{count:20.1f}" for count in unjudged))
    for n, query in enumerate(queries):
        if query.half == each:
            cells = (f"{scores[name][n]:20.3f}" for name in systems)
            print(f"{query.asked.text:>24}{'':9}" + "".join(cells))


if __name__ == "__main__":
    sys.exit(main())
