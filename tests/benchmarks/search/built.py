"""The archive and the peers' indexes over the same documents, built once in a folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.search import ours, sqlite_peers, tantivy_peer
from tests.benchmarks.search.corpus import REAL, dated, documents
from tests.benchmarks.search.keeping import Built, kept
from xinhui_viewer.records import Draft

MOST_FOR_SCANS = 100_000  # documents: beyond, LIKE and the tables of FTS5 take minutes for a query and 40 GB


@dataclass(frozen=True, slots=True)
class Files:
    """The places of the archive and of the peers' indexes, None where one is missing; ``notes`` on the building."""

    archive: Path
    tantivy: Path | None
    sqlite: Path | None
    notes: dict[str, Built]


def real(folder: Path) -> Files:
    """Return the real documents with their own dates, and every peer's index of them."""
    return _files(folder / "real", REAL, tuple(sqlite_peers.TOKENIZERS), own_dates=True)


def many(folder: Path, count: int) -> Files:
    """Return ``count`` documents dated over 2014-2025, and the peers' indexes of them that are worth their time."""
    tables = ("unigrams", "trigrams", "plain") if count <= MOST_FOR_SCANS else ()
    return _files(folder / f"search-{count}", count, tables)


def _files(stem: Path, count: int, tables: tuple[str, ...], own_dates: bool = False) -> Files:
    def drafts() -> Iterator[Draft]:
        return dated() if own_dates else documents(count)

    archive, tantivy, sqlite = (stem.with_name(stem.name + end) for end in (".xhdb", ".tantivy", ".sqlite"))
    notes = {"ours": kept(archive, lambda path: ours.build(path, drafts()))}
    if tantivy_peer.INSTALLED:
        notes["tantivy"] = kept(tantivy, lambda path: tantivy_peer.build(path, drafts()))
    if tables:
        notes["sqlite"] = kept(sqlite, lambda path: sqlite_peers.build(path, drafts(), tables))
    return Files(archive, tantivy if "tantivy" in notes else None, sqlite if tables else None, notes)
