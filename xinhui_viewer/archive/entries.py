"""The entries of the index: added with a bulletin, removed when a revision replaces it.

The index tables hold no text of their own, so an entry can only be removed with exactly the words it was made of. When
text/terms.py or text/fold.py make other words, its VERSION goes up and the next writer rebuilds the index.
"""

from __future__ import annotations

from collections.abc import Sequence

from xinhui_viewer.archive import damage
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.prepare import indexed, text_sha256
from xinhui_viewer.job import Job
from xinhui_viewer.records import Section
from xinhui_viewer.text.terms import VERSION

_PARTS = "body, title, headings, number"
_TABLES = ("terms", "titles", "characters")


def enter(db: Archive, row: int, words: Sequence[str], single: str) -> None:
    """Add a bulletin to the index, with the terms of ``prepare.indexed``."""
    db.run(f"INSERT INTO terms(rowid, {_PARTS}) VALUES (?, ?, ?, ?, ?)", (row, *words))
    db.run("INSERT INTO titles(rowid, title) VALUES (?, ?)", (row, words[1]))
    db.run("INSERT INTO characters(rowid, single) VALUES (?, ?)", (row, single))


class Entering:
    """Entries of one transaction, made at its end in the order of their rows.

    FTS5 flushes its buffer whenever a row is below the previous one: in the order of files, with dates all
    over the years, that makes a segment for every other bulletin, and merging them is half of the import.
    """

    def __init__(self, db: Archive) -> None:
        self._db = db
        self._waiting: dict[int, tuple[Sequence[str], str]] = {}

    def enter(self, row: int, words: Sequence[str], single: str) -> None:
        """Add a bulletin to the index, with the others at the end of the transaction."""
        self._waiting[row] = words, single

    def withdraw(self, row: int) -> None:
        """Remove a bulletin from the index, also when its entry still waits."""
        if not self._waiting.pop(row, None):
            withdraw(self._db, row)

    def make(self) -> None:
        """Write the waiting entries."""
        for row in sorted(self._waiting):
            enter(self._db, row, *self._waiting[row])
        self._waiting.clear()


def withdraw(db: Archive, row: int) -> None:
    """Remove a bulletin from the index.

    One whose text has changed since it was added cannot be removed by its words: the index is then marked outdated.
    """
    if _changed(db, row):
        db.run("UPDATE meta SET value = 0 WHERE name = 'terms'")
        return
    words, single = indexed(*_texts(db, row))
    db.run(f"INSERT INTO terms(terms, rowid, {_PARTS}) VALUES ('delete', ?, ?, ?, ?, ?)", (row, *words))
    db.run("INSERT INTO titles(titles, rowid, title) VALUES ('delete', ?, ?)", (row, words[1]))
    db.run("INSERT INTO characters(characters, rowid, single) VALUES ('delete', ?, ?)", (row, single))


def outdated(db: Archive) -> bool:
    """Return whether the index was made of other words than today's queries."""
    return bool(db.value("SELECT value FROM meta WHERE name = 'terms'") != VERSION)


def stamp(db: Archive) -> None:
    """Record the version of the words that the index is made of."""
    db.run("INSERT INTO meta VALUES ('terms', ?) ON CONFLICT DO UPDATE SET value = excluded.value", (VERSION,))


def rebuild(db: Archive, job: Job) -> None:
    """Rebuild the index from the texts, inside the open transaction."""
    for table in _TABLES:
        db.run(f"INSERT INTO {table}({table}) VALUES ('delete-all')")
    for (row,) in job.track(db.rows("SELECT row FROM bulletins WHERE latest ORDER BY row")):
        enter(db, row, *indexed(*_texts(db, row)))
    stamp(db)


def merge(db: Archive, pages: int = 200) -> bool:
    """Merge segments that imports left in the index, about ``pages`` of them; return whether more is worth it."""
    before = db.changes
    for table in _TABLES:
        db.run(f"INSERT INTO {table}({table}, rank) VALUES ('merge', ?)", (pages,))
    return db.changes - before > len(_TABLES)  # a statement counts as one change, merging as more


def _changed(db: Archive, row: int) -> bool:
    """Return whether the texts of a bulletin have changed: removing words that were not added corrupts an index."""
    body, sha256, *others = db.row(
        "SELECT body, text_sha256, title, sections, document_number FROM bulletins WHERE row = ?", (row,)
    )
    return text_sha256(body) != sha256 or any(isinstance(text, damage.Damaged) for text in others)


def _texts(db: Archive, row: int) -> tuple[str, tuple[Section, ...], str, str]:
    title, sections, body, number = db.row(
        "SELECT title, sections, body, document_number FROM bulletins WHERE row = ?", (row,)
    )
    return title, damage.sections(sections), body, number
