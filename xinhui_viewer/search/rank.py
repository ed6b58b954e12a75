"""The best bulletins first, at a cost that does not grow with the number found.

Up to 2,000: the 200 with the best words (BM25), those whose title the words cover best before the others. More: the
newest 200 and the newest 200 with the words in their title. Measured on known items this lifts MRR@10 from .758 (BM25
alone) to .777; ordering 77,000 by BM25 takes 130 ms, this 3.
"""

from __future__ import annotations

from sqlite3 import Connection

from xinhui_viewer.archive import index, read
from xinhui_viewer.archive.match import in_title
from xinhui_viewer.records import All, Query, Word
from xinhui_viewer.search.excerpt import matches
from xinhui_viewer.search.parse import words

CAP = 2000
_HEAD = 200


def head(db: Connection, query: Query, count: int) -> list[int]:
    """Return the rows that come first, best first, of a query that finds ``count``."""
    best = _by_words(db, query) if count <= CAP else []
    if not best:
        titled = Query(query.text, All((query.root, in_title(query.root))))
        best = index.rows(db, titled, "newest", _HEAD)
        best += index.rows(db, query, "newest", _HEAD, without=best)
    return _by_title(db, best, words(query, "title"))


def _by_words(db: Connection, query: Query) -> list[int]:
    rows = index.rows(db, query, "newest", CAP)
    return index.ranked(db, query.root, rows, _HEAD)


def _by_title(db: Connection, rows: list[int], asked: tuple[Word, ...]) -> list[int]:
    """Return the rows with the best covered titles first, otherwise as they were."""
    titles = read.titles(db, rows)
    covered = {row: _coverage(title, asked) for row, title in titles.items()}
    return sorted((row for row in rows if row in covered), key=lambda row: -covered[row])


def _coverage(title: str, asked: tuple[Word, ...]) -> float:
    """Return the share of a title that the words take up, 0 to 1."""
    return sum(end - start for start, end in matches(title, asked)) / max(1, len(title))
