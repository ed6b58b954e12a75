"""The entries of the index: added with a bulletin, removed when a revision replaces it.

The index tables hold no text of their own, so an entry can only be removed with exactly the words it was made of. When
text/terms.py or text/fold.py make other words, its VERSION goes up and the next writer rebuilds the index.
"""

from __future__ import annotations

from typing import NamedTuple

from xinhui_viewer.archive import damage
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.prepare import indexed, text_sha256
from xinhui_viewer.job import Job
from xinhui_viewer.records import Section
from xinhui_viewer.text.terms import VERSION
from xinhui_viewer.text.terms import indexed as terms_of

_PARTS = "body, title, headings, number"
_TABLES = ("terms", "titles", "characters", "attached_terms", "attached_characters")
_BETWEEN = " \u00b7\u00b7 "  # a term between two attachments, so that no phrase runs from one into the next

_ATTACHED = """SELECT text_sha256, body FROM attachment_texts WHERE attachment_id IN (
    SELECT attachment_id FROM bulletins JOIN bulletin_attachments ON bulletin_id = id WHERE row = ?
    ) ORDER BY attachment_id"""


class Words(NamedTuple):
    """The terms of texts, one for each text, and the distinct Han characters of all."""

    terms: tuple[str, ...]
    single: str


class Entering:
    """Entries of one transaction, made at its end in the order of their rows.

    FTS5 flushes its buffer whenever a row is below the previous one: in the order of files, with dates all
    over the years, that makes a segment for every other bulletin, and merging them is half of the import.
    """

    def __init__(self, db: Archive) -> None:
        self._db = db
        self._waiting: dict[int, Words | None] = {}
        self._known: dict[str, Words] = {}

    def enter(self, row: int, words: Words) -> None:
        """Add a bulletin and its attachments to the index, with the others at the end of the transaction."""
        self._waiting[row] = words

    def know(self, sha256: str, words: Words) -> None:
        """Take the words of an attachment's text, by its hash, so that they need not be found again."""
        self._known[sha256] = words

    def withdraw(self, row: int) -> None:
        """Remove a bulletin from the index, also when its entry still waits."""
        if row in self._waiting:
            del self._waiting[row]
        else:
            withdraw(self._db, row)

    def change(self, row: int) -> None:
        """Remove the entry of a bulletin before its attachments change, and make it again at the end."""
        if row not in self._waiting:
            withdraw(self._db, row)
            self._waiting[row] = None

    def make(self) -> None:
        """Write the waiting entries."""
        attached = self._db.row("SELECT 1 FROM attachment_texts LIMIT 1") is not None
        for row in sorted(self._waiting):
            words = self._waiting[row] or Words(*indexed(*_texts(self._db, row)))
            _enter(self._db, row, words, _attached_words(self._db, row, self._known) if attached else [])
        self._waiting.clear()
        self._known.clear()


def enter(db: Archive, row: int, words: Words) -> None:
    """Add a bulletin to the index, with the terms of ``prepare.indexed`` and those of its attachments."""
    _enter(db, row, words, _attached_words(db, row, {}))


def withdraw(db: Archive, row: int) -> None:
    """Remove a bulletin from the index.

    One whose text has changed since it was added cannot be removed by its words: the index is then marked outdated.
    """
    if _changed(db, row):
        db.run("UPDATE meta SET value = 0 WHERE name = 'terms'")
        return
    words, attached = Words(*indexed(*_texts(db, row))), _attached_words(db, row, {})
    for table, columns, values in _entries(words, attached):
        marks = ", ".join("?" * len(values))
        db.run(f"INSERT INTO {table}({table}, rowid, {columns}) VALUES ('delete', ?, {marks})", (row, *values))


def _enter(db: Archive, row: int, words: Words, attached: list[Words]) -> None:
    for table, columns, values in _entries(words, attached):
        marks = ", ".join("?" * len(values))
        db.run(f"INSERT INTO {table}(rowid, {columns}) VALUES (?, {marks})", (row, *values))


def _entries(words: Words, attached: list[Words]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return the entries of a bulletin: table, columns and values."""
    entries: list[tuple[str, str, tuple[str, ...]]] = [
        ("terms", _PARTS, words.terms),
        ("titles", "title", (words.terms[1],)),
        ("characters", "single", (words.single,)),
    ]
    if attached:
        together = _BETWEEN.join(one.terms[0] for one in attached)
        single = " ".join((words.single, *(one.single for one in attached)))
        entries.append(("attached_terms", f"{_PARTS}, attached", (*words.terms, together)))
        entries.append(("attached_characters", "single", (single,)))
    return entries


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
        enter(db, row, Words(*indexed(*_texts(db, row))))
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
    if text_sha256(body) != sha256 or any(isinstance(text, damage.Damaged) for text in others):
        return True
    return any(text_sha256(text) != sha256 for sha256, text in db.rows(_ATTACHED, (row,)))


def _texts(db: Archive, row: int) -> tuple[str, tuple[Section, ...], str, str]:
    title, sections, body, number = db.row(
        "SELECT title, sections, body, document_number FROM bulletins WHERE row = ?", (row,)
    )
    return title, damage.sections(sections), body, number


def _attached_words(db: Archive, row: int, known: dict[str, Words]) -> list[Words]:
    """Return the words of the attachments of a bulletin, each file once."""
    found = []
    for sha256, text in db.rows(_ATTACHED, (row,)):
        if sha256 not in known:
            known[sha256] = Words(*terms_of(text))
        found.append(known[sha256])
    return found
