"""How fast and how exact search is over real documents: ``python -m tests.benchmarks.search [--documents N] [DIR]``.

Builds an archive from ../shared/data/corpus/real.jsonl.gz (recombined by a fixed seed beyond its 7,500), samples
queries of seven classes from its texts, and prints one table: milliseconds for the whole answer with 50 excerpts, and
whether the found set is that of a scan of all texts. The archive is kept in DIR for the next run.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
import re
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from sqlite3 import Connection
from statistics import median
from tempfile import gettempdir
from time import perf_counter

from xinhui_viewer.archive.connect import create, reading, writing
from xinhui_viewer.archive.entries import merge
from xinhui_viewer.archive.prepare import prepared
from xinhui_viewer.archive.write import add_all
from xinhui_viewer.records import All, Draft, Node, Not, Original, Query, Word
from xinhui_viewer.search.facets import facets
from xinhui_viewer.search.find import find
from xinhui_viewer.search.parse import parse
from xinhui_viewer.text.fold import fold

CORPUS = Path(__file__).parents[2].parent / "shared" / "data" / "corpus" / "real.jsonl.gz"
_BATCH = 500
_HAN = re.compile("[\u4e00-\u9fff]+")


def documents(count: int) -> Iterator[Draft]:
    """Yield real documents, then ones made of their paragraphs, dated over 2014-2025."""
    chance = random.Random(1)
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        real = [json.loads(line) for line in lines]
    for n in range(count):
        one = real[n % len(real)]
        body = one["body"]
        if n >= len(real):
            other = real[chance.randrange(len(real))]["body"].split("\n")
            mine = body.split("\n")
            body = "\n".join((mine if chance.random() < 0.5 else other)[i] for i in range(min(len(mine), len(other))))
        published = date(2014, 1, 1) + timedelta(days=chance.randrange(4380))
        columns = ("首页", "政务公开", f"栏目{n % 40}")
        yield Draft(one["title"], body, (), "benchmark", published, source=one["source"] or "", columns=columns)


def original(n: int, draft: Draft) -> Original:
    """Return an original that takes next to no room."""
    content = f"{n}".encode()
    return Original(hashlib.sha256(content).hexdigest(), f"{n}.txt", "text/plain", content, "2026-01-01T00:00:00+00:00")


def build(path: Path, count: int) -> None:
    """Make the archive, telling the rate and the sizes."""
    create(path)
    begin, characters, batch = perf_counter(), 0, []
    with writing(path) as db:
        for n, draft in enumerate(documents(count)):
            characters += len(draft.title) + len(draft.body)
            batch.append(prepared(original(n, draft), [draft]))
            if len(batch) == _BATCH or n == count - 1:
                add_all(db, batch)
                batch.clear()
        built = perf_counter() - begin
        print(f"built {count} documents, {characters / 1e6:.1f} M characters in {built:.1f} s")
        begin = perf_counter()
        while merge(db, 2000):
            pass
        print(f"merged in {perf_counter() - begin:.1f} s")
        for table in ("terms", "characters"):
            (size,) = db.execute("SELECT sum(pgsize) FROM dbstat WHERE name LIKE ?", (f"{table}_%",)).fetchone()
            (text,) = db.execute("SELECT sum(length(CAST(body AS BLOB))) FROM bulletins").fetchone()
            print(f"{table}: {size / text:.2f} x text")


def queries(texts: list[str]) -> dict[str, list[Query]]:
    """Return queries of seven classes, sampled from the texts."""
    chance = random.Random(2)

    def piece(least: int, most: int) -> str:
        length = chance.randint(least, most)
        while True:
            run = chance.choice(_HAN.findall(chance.choice(texts)) or [""])
            if len(run) >= length:
                at = chance.randrange(len(run) - length + 1)
                return str(run[at : at + length])

    def several(make: Callable[[], Node]) -> list[Query]:
        return [Query("", make()) for _ in range(27)]

    numbers = [
        number for text in chance.sample(texts, 400) for number in re.findall(r"(?<![\d.,])\d{2,4}(?![\d.,])", text)
    ]
    return {
        "1 character": several(lambda: Word(piece(1, 1))),
        "2 characters": several(lambda: Word(piece(2, 2))),
        "3-4 characters": several(lambda: Word(piece(3, 4))),
        "8-16 characters": several(lambda: Word(piece(8, 16))),
        "and": several(lambda: All((Word(piece(2, 2)), Word(piece(2, 2))))),
        "not": several(lambda: All((Word(piece(2, 2)), Not(Word(piece(2, 2)))))),
        "number": several(lambda: Word(chance.choice(numbers))),
    }


def holds(node: Node, text: str) -> bool:
    """Return whether a folded text satisfies a query, by scanning it."""
    match node:
        case Word(word):
            if word.isdigit():
                return re.search(rf"(?<![\d.]){word}(?!\d|[.,]\d)", text) is not None
            return fold(word) in text
        case All(parts):
            return all(holds(part, text) for part in parts)
        case Not(part):
            return not holds(part, text)
    raise ValueError(node)


def measured(db: Connection, questions: list[Query], **how: object) -> str:
    """Return the p50 and p95 of answering each query, the best of three."""
    times = []
    for query in questions:
        runs = []
        for _ in range(3):
            begin = perf_counter()
            find(db, query, **how)  # type: ignore[arg-type]
            runs.append(1000 * (perf_counter() - begin))
        times.append(min(runs))
    times.sort()
    return f"{median(times):6.2f} {times[int(len(times) * 0.95)]:6.2f}"


def main() -> int:
    """Build when needed, measure, print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--documents", type=int, default=10_000)
    arguments.add_argument("folder", type=Path, nargs="?", default=Path(gettempdir()))
    chosen = arguments.parse_args()
    if not CORPUS.exists():
        print("the folder ../shared with the measuring data is not here")
        return 0
    path = chosen.folder / f"search-{chosen.documents}.xhdb"
    if not path.exists():
        build(path, chosen.documents)
    with reading(path) as db:
        found = db.execute("SELECT id, title || char(10) || body FROM bulletins").fetchall()
        texts = [(number, fold(text)) for number, text in found]
        asked = queries([text for _, text in texts])
        wrong = 0
        print(f"{'p50 p95 ms':>18} {'relevance':>13} {'newest':>13} {'200 rows':>13}")
        for name, questions in asked.items():
            best = measured(db, questions, limit=50)
            newest = measured(db, questions, limit=50, order="newest")
            print(f"{name:>18} {best} {newest} {measured(db, questions)}")
            for query in questions[:9]:
                there = {number for number, text in texts if holds(query.root, text)}
                hits = {hit.id for hit in find(db, query, "newest", len(texts)).hits}
                wrong += there != hits
        print(f"{wrong} of {9 * len(asked)} found sets are not those of a scan")
        words = [query.root.text for query in asked["8-16 characters"] if isinstance(query.root, Word)]
        typing = [parse(word[:length]) for word in words[:9] for length in range(1, len(word) + 1)]
        print(f"typing each prefix: {measured(db, typing, limit=50)}")
        for name, query in (("whole archive", parse("")), ("发展", parse("发展")), ("发", parse("发"))):
            begin = perf_counter()
            facets(db, query)
            print(f"facets of {name}: {1000 * (perf_counter() - begin):.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
