"""Bulletins as lists show them, and the texts that excerpts are cut from, which only rows on the screen need."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from xinhui_viewer.archive import attached, damage, places
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.read import readable_date
from xinhui_viewer.archive.scored import Scored

_BEGINNING = 60  # characters


class Listed(NamedTuple):
    """A bulletin as lists show it; ``damaged`` when a part of that is unreadable. Equal texts have equal hashes."""

    row: int
    id: int
    title: str
    source: str
    published: date | None
    written: date | None
    columns: tuple[str, ...]
    sha256: str
    damaged: bool


class Texts(NamedTuple):
    """The texts of a bulletin, its sections still packed; ``damaged`` when one of them is unreadable."""

    row: int
    id: int
    title: str
    number: str
    sections: str
    body: str
    damaged: bool

    def scored(self, others: Sequence[str] = ()) -> Scored:
        """Return the texts as they are scored, with those of attachments."""
        return Scored(self.row, self.title, self.number, self.body, tuple(others))


def listed(db: Archive, wanted: Sequence[int]) -> list[Listed]:
    """Return the bulletins in these rows as lists show them, in their order; rows that are gone are left out."""
    return _listed(db, "row", wanted)


def listed_ids(db: Archive, wanted: Sequence[int]) -> list[Listed]:
    """Return bulletins by id as lists show them, in their order; those that are gone are left out."""
    return _listed(db, "bulletins.id", wanted)


def _listed(db: Archive, column: str, wanted: Sequence[int]) -> list[Listed]:
    found = db.rows(
        f"""SELECT row, bulletins.id, title, coalesce(sources.name, ''), published, written, column_id, text_sha256
        FROM json_each(?) AS wanted CROSS JOIN bulletins ON {column} = wanted.value
        LEFT JOIN sources ON sources.id = source_id ORDER BY key""",
        (json.dumps(list(wanted)),),
    )
    paths = places.column_paths(db, {column for *_, column, _sha256 in found})
    return [
        Listed(
            row,
            number,
            title,
            source,
            readable_date(published),
            readable_date(written),
            paths[column],
            sha256,
            _damaged((title, sha256), (published, written)),
        )
        for row, number, title, source, published, written, column, sha256 in found
    ]


def texts(db: Archive, ids: Iterable[int]) -> dict[int, Texts]:
    """Return the texts of bulletins by id; those that are gone are left out."""
    found = db.rows(
        """SELECT row, bulletins.id, title, document_number, sections, body
        FROM json_each(?) AS wanted CROSS JOIN bulletins ON bulletins.id = wanted.value""",
        (json.dumps(list(ids)),),
    )
    return {one[1]: Texts(*(*one, _damaged(one[2:], ()))) for one in found}


def beginnings(db: Archive, wanted: Iterable[int]) -> dict[int, str]:
    """Return the first characters of the bulletins in these rows."""
    sql = """SELECT row, substr(body, 1, ?) FROM json_each(?) AS wanted
        CROSS JOIN bulletins ON row = wanted.value"""
    return dict(db.rows(sql, (_BEGINNING, json.dumps(list(wanted)))))


def of_attachments(db: Archive, rows: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Return the texts of attachments of the bulletins in some rows, of those that have any."""
    have = attached.with_texts(db, rows)
    return {row: tuple(one.body for one in attached.texts(db, row)) for row in have}


def _damaged(texts: Sequence[object], days: Sequence[str | None]) -> bool:
    unreadable = any(isinstance(text, damage.Damaged) for text in texts)
    return unreadable or any(stored and readable_date(stored) is None for stored in days)
