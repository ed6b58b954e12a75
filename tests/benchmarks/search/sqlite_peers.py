"""Peers inside SQLite: FTS5 as it is used elsewhere, and LIKE; one file with the texts and every index over them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from sqlite3 import Connection

from tests.benchmarks.search.keeping import Built, batches
from tests.benchmarks.search.queries import Asked
from tests.benchmarks.search.timing import Clock
from xinhui_viewer.records import Draft
from xinhui_viewer.text.fold import fold
from xinhui_viewer.text.terms import phrase, terms

PAGE = 50
TITLE_WEIGHT = 8
_HAN = re.compile("([\u3400-\u9fff])")
TOKENIZERS = {
    "bigrams": "tokenize=\"ascii tokenchars '.%'\"",
    "unigrams": "tokenize='unicode61'",
    "trigrams": "tokenize='trigram'",
    "plain": "tokenize='unicode61'",
}
Page = list[tuple[int, str]]


def build(path: Path, drafts: Iterable[Draft], tables: Iterable[str] = TOKENIZERS) -> Built:
    """Make the file with some of the tables; return the seconds of each."""
    clocks = {name: Clock() for name in tables}
    with sqlite3.connect(path, isolation_level=None) as db:
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "page_size = 8192"):
            db.execute(f"PRAGMA {pragma}")
        db.execute("CREATE TABLE documents(id INTEGER PRIMARY KEY, title TEXT, body TEXT, folded TEXT)")
        for name in clocks:
            db.execute(f"CREATE VIRTUAL TABLE {name} USING fts5(title, body, content='', {TOKENIZERS[name]})")
        at = 0
        for batch in batches(drafts, 2000):
            folded = [(at + n, fold(draft.facts.title), fold(draft.body)) for n, draft in enumerate(batch)]
            texts = [
                (at + n, draft.facts.title, draft.body, f"{folded[n][1]}\n{folded[n][2]}")
                for n, draft in enumerate(batch)
            ]
            db.execute("BEGIN")
            db.executemany("INSERT INTO documents VALUES (?, ?, ?, ?)", texts)
            for name, clock in clocks.items():
                with clock.running():
                    rows = [(n, _read(name, title), _read(name, body)) for n, title, body in folded]
                    db.executemany(f"INSERT INTO {name}(rowid, title, body) VALUES (?, ?, ?)", rows)
            db.execute("COMMIT")
            at += len(batch)
    return {name: clock.wall for name, clock in clocks.items()}


class Fts5:
    """One of the FTS5 tables, ranked by bm25; ``table`` is its name."""

    def __init__(self, path: Path, table: str) -> None:
        self.db = opened(path)
        self._table = table

    def ask(self, one: Asked) -> Page:
        """Return the best 50; trigrams take LIKE for words of less than three characters."""
        return _excerpts(self.db, self.ids(one, PAGE), one)

    def ids(self, one: Asked, limit: int, either: bool = False) -> list[int]:
        """Return the numbers of the best documents, best first; with ``either`` one word is enough."""
        short = [w for w in (*one.words, *one.without) if len(w) < 3] if self._table == "trigrams" else []
        words = [word for word in one.words if word not in short]
        if not words:
            return like(self.db, one, limit)
        match = (" OR " if either else " AND ").join(map(self._phrase, words))
        for word in one.without:
            match = match if word in short else f"({match}) NOT {self._phrase(word)}"
        left = Asked("", "", tuple(set(one.words) - set(words)), tuple(set(one.without) & set(short)))
        holds, values = _holds(left)
        found = self.db.execute(
            f"""SELECT rowid FROM {self._table} WHERE {self._table} MATCH ?
            {"AND rowid IN (SELECT id FROM documents WHERE " + holds + ")" if values else ""}
            ORDER BY bm25({self._table}, {TITLE_WEIGHT}, 1) LIMIT ?""",
            (match, *values, limit),
        )
        return [n for (n,) in found]

    def _phrase(self, word: str) -> str:
        if self._table != "bigrams":
            return f'"{_read(self._table, word)}"'
        asked = phrase(word)
        return f'"{" ".join(asked.tokens)}"{" *" if asked.prefix else ""}'


class Like:
    """A scan with LIKE that stops at 50."""

    def __init__(self, path: Path) -> None:
        self.db = opened(path)

    def ask(self, one: Asked) -> Page:
        """Return the first 50."""
        return _excerpts(self.db, like(self.db, one, PAGE), one)


def opened(path: Path) -> Connection:
    """Return a connection with the cache that our archive has."""
    db = sqlite3.connect(path)
    db.execute("PRAGMA cache_size = -32768")
    return db


def like(db: Connection, one: Asked, limit: int) -> list[int]:
    """Return the numbers of the first documents that hold the words as they are written."""
    holds, values = _holds(one)
    return [n for (n,) in db.execute(f"SELECT id FROM documents WHERE {holds} LIMIT ?", (*values, limit))]


def cut(text: str, words: tuple[str, ...]) -> str:
    """Return the piece of a text around the first place of the first word that is in it."""
    at = next((at for word in words if (at := text.find(word)) >= 0), 0)
    return text[max(0, at - 20) : at + 50]


def _holds(one: Asked) -> tuple[str, list[str]]:
    """Return an expression over documents, and its values."""
    parts = ["folded LIKE ?"] * len(one.words) + ["folded NOT LIKE ?"] * len(one.without)
    return " AND ".join(parts), [f"%{word}%" for word in (*one.words, *one.without)]


def _excerpts(db: Connection, numbers: list[int], one: Asked) -> Page:
    found = (
        db.execute("SELECT id, title, body FROM documents WHERE id = ?", (number,)).fetchone() for number in numbers
    )
    return [(number, cut(body, one.words)) for number, _, body in found]


def _read(table: str, text: str) -> str:
    """Return a folded text as the table's tokenizer is to read it."""
    if table == "bigrams":
        return terms(text)
    return _HAN.sub(r" \1 ", text) if table == "unigrams" else text
