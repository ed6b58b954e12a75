"""This program's side: an archive of the documents, and its queries."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tests.benchmarks.search.corpus import original
from tests.benchmarks.search.keeping import Built, batches
from tests.benchmarks.search.queries import Asked
from tests.benchmarks.search.timing import Clock
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.entries import merge
from xinhui_viewer.archive.prepare import prepared
from xinhui_viewer.archive.write import add_all
from xinhui_viewer.archive.writing import create, writing
from xinhui_viewer.records import Draft, Found, Hit, Order
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.find import find, first

PAGE = 50


class Ours:
    """The program's search: results as (number of the document, excerpt), 50 at most."""

    def __init__(self, db: Archive) -> None:
        self.db = db

    def relevance(self, one: Asked) -> list[tuple[int, str]]:
        """Return the best first."""
        return self._page(one, "relevance")

    def window(self, one: Asked) -> Found:
        """Return what a window asks for first."""
        return first(asked(self.db, one.text))

    def newest(self, one: Asked) -> list[tuple[int, str]]:
        """Return the newest first."""
        return self._page(one, "newest")

    def _page(self, one: Asked, order: Order) -> list[tuple[int, str]]:
        return [(number(hit), hit.excerpt) for hit in find(asked(self.db, one.text), order, PAGE).hits]


def build(path: Path, drafts: Iterable[Draft]) -> Built:
    """Make the archive; return seconds, and the sizes of the index in bytes by table."""
    create(path)
    clock, merging, text = Clock(), Clock(), 0
    with writing(path) as db:
        for at, batch in enumerate(batches(drafts)):
            text += sum(len(f"{draft.facts.title}{draft.body}".encode()) for draft in batch)
            with clock.running():
                add_all(db, [prepared(original(f"{at}-{n}"), [draft]) for n, draft in enumerate(batch)])
        with merging.running():
            while merge(db, 2000):
                pass
    with reading(path) as db:
        index: dict[str, int] = dict(
            db.rows(
                """SELECT substr(name, 1, instr(name, '_') - 1) AS part, sum(pgsize) FROM dbstat
                WHERE name LIKE '%\\_data' ESCAPE '\\' OR name LIKE '%\\_idx' ESCAPE '\\'
                OR name LIKE '%\\_docsize' ESCAPE '\\' GROUP BY part"""
            )
        )
    seconds = {"wall": clock.wall, "cpu": clock.cpu, "merge": merging.wall}
    return {**seconds, "text": text, "index": index, "file": path.stat().st_size}


def number(hit: Hit) -> int:
    """Return the number in the corpus of a hit: ids count from 1 in the order of adding."""
    return hit.id - 1


def partial(hit: Hit) -> bool:
    """Return whether a hit is partial: it lacks a word of the query."""
    return hit.partial
