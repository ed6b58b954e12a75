"""The traits of bulletins by which one may be like another: their names, their places, their headings."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from xinhui_viewer.archive import damage
from xinhui_viewer.archive.archive import Archive, Row
from xinhui_viewer.archive.read import readable_date

_NEAR = 1000  # bulletins of a source that are looked at for its column
_TRAITS = """SELECT row, bulletins.id, title, source_id, issuer, column_id, coalesce(sources.name, ''), published,
    written FROM bulletins LEFT JOIN sources ON sources.id = source_id WHERE latest AND"""


class Traits(NamedTuple):
    """A bulletin by its row: what it is called, who made it, and the column where it stands (0 for none)."""

    row: int
    id: int
    title: str
    source_id: int
    issuer: str
    column_id: int
    source: str
    published: date | None
    written: date | None


def traits(db: Archive, rows: Collection[int]) -> tuple[Traits, ...]:
    """Return the traits of the bulletins in these rows; those whose title can no longer be read are left out."""
    return _traits(db.rows(f"{_TRAITS} row IN (SELECT value FROM json_each(?))", (json.dumps(list(rows)),)))


def traits_of(db: Archive, bulletin_id: int) -> Traits | None:
    """Return the traits of a bulletin; None for a former revision, or when its title can no longer be read."""
    found = _traits(db.rows(f"{_TRAITS} bulletins.id = ?", (bulletin_id,)))
    return found[0] if found else None


def beside(db: Archive, one: Traits, limit: int) -> list[int]:
    """Return the rows of the bulletins of one's source and column, those next to it in time; none without a source."""
    if not one.source_id:
        return []
    found: list[int] = []
    for sign, direction in (("<", "DESC"), (">", "ASC")):
        near = f"""SELECT row, column_id FROM bulletins WHERE latest AND source_id = ? AND row {sign} ?
            ORDER BY row {direction} LIMIT {_NEAR}"""
        sql = f"SELECT row FROM ({near}) WHERE column_id IS ? LIMIT ?"
        found += (row for (row,) in db.rows(sql, (one.source_id, one.row, one.column_id or None, limit)))
    return found


def total(db: Archive) -> int:
    """Return the number of bulletins, former revisions included, quickly."""
    return int(db.value("SELECT max(id) FROM bulletins") or 0)


def headings(db: Archive, rows: Collection[int]) -> dict[int, tuple[str, ...]]:
    """Return the headings of the sections of bulletins, by their rows."""
    found = db.rows(
        "SELECT row, sections FROM bulletins WHERE row IN (SELECT value FROM json_each(?))", (json.dumps(list(rows)),)
    )
    return {row: tuple(section.heading for section in damage.sections(sections)) for row, sections in found}


def _traits(rows: Sequence[Row]) -> tuple[Traits, ...]:
    return tuple(
        Traits(row, number, title, source or 0, issuer, column or 0, name, readable_date(day), readable_date(written))
        for row, number, title, source, issuer, column, name, day, written in rows
        if not isinstance(title, damage.Damaged)
    )
