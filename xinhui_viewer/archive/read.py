"""Questions about bulletins, answered with plain values."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from xinhui_viewer.archive import addresses, damage, facts, packing, rows
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.attached import attached
from xinhui_viewer.archive.citations import cited_by
from xinhui_viewer.archive.connect import SCHEMA, version
from xinhui_viewer.archive.files import attachments, no_bulletin
from xinhui_viewer.errors import DamagedBulletin
from xinhui_viewer.i18n import tr
from xinhui_viewer.job import Job
from xinhui_viewer.records import Bulletin, Figure, Provenance, Section

LeftOut = Callable[[DamagedBulletin], object]


@dataclass(frozen=True, slots=True)
class ArchiveInfo:
    """An archive in numbers: bulletins (revisions included), originals, characters of text, bytes on disk.

    ``first`` and ``last`` are the dates of the oldest and the newest bulletin; ``newer`` says that a newer version of
    the program made it, so that it can only be read.
    """

    path: Path
    bulletins: int
    originals: int
    characters: int
    size: int
    schema: int
    newer: bool
    first: date | None = None
    last: date | None = None


def bulletin(db: Archive, bulletin_id: int) -> Bulletin:
    """Return one bulletin with all that was read from its original.

    An ArchiveError when there is none, a DamagedBulletin when it can no longer be read. Names that it shares with
    others (source, column, file) are returned with U+FFFD for what is unreadable in them.
    """
    found = db.record(
        """SELECT bulletins.*, sha256, originals.name, media_type, originals.url AS original_url, retrieved
        FROM bulletins JOIN originals ON originals.id = original_id WHERE bulletins.id = ?""",
        (bulletin_id,),
    )
    if found is None:
        raise no_bulletin(db, bulletin_id)
    try:
        damage.require(found["body"], found["blocks"], found["sections"], found.get("grounds"))
        said = facts.unpacked(db, found)
        return Bulletin(
            id=bulletin_id,
            facts=said,
            body=found["body"],
            blocks=packing.blocks(found["blocks"]),
            sections=packing.sections(found["sections"]),
            figures=_figures(db, bulletin_id),
            provenance=_provenance(found, said.url or found["original_url"]),
            revises=found["revises"],
            attachments=attachments(db, bulletin_id),
            attached=attached(db, bulletin_id),
            grounds=packing.grounds(found.get("grounds", "{}")),  # older archives have none
            addresses=addresses.further(db, bulletin_id),
            cited_by=cited_by(db, bulletin_id, said),
            warnings=packing.warnings(found["warnings"]),
        )
    except damage.UNREADABLE as error:
        problem = tr("Bulletin {id} “{title}” of {name} is damaged and cannot be read.")
        raise DamagedBulletin(
            problem.format(id=bulletin_id, title=found["title"], name=db.path.name),
            tr("Restore a backup of the archive."),
        ) from error


def bulletins(db: Archive, wanted: Sequence[int], job: Job, left_out: LeftOut | None = None) -> Iterator[Bulletin]:
    """Yield bulletins by id, in that order; the damaged ones are left out and given to ``left_out`` at the end.

    A DamagedBulletin when ``left_out`` is None, or all are damaged.
    """
    damaged: list[DamagedBulletin] = []
    for number in job.track(wanted):
        try:
            one = bulletin(db, number)
        except DamagedBulletin as error:
            damaged.append(error)
            if left_out is None or len(damaged) == len(wanted):
                raise
        else:
            yield one
    if left_out is not None:
        for told in damaged:
            left_out(told)


def ids(db: Archive) -> tuple[int, ...]:
    """Return the ids of all bulletins that no revision has superseded, newest first."""
    return tuple(number for (number,) in db.rows("SELECT id FROM bulletins WHERE latest ORDER BY row DESC"))


def numbers(db: Archive, wanted: Sequence[int]) -> tuple[int, ...]:
    """Return the ids of the bulletins in these rows, in their order; rows that are gone are left out."""
    found = db.rows(
        "SELECT bulletins.id FROM json_each(?) AS wanted CROSS JOIN bulletins ON row = wanted.value ORDER BY key",
        (json.dumps(list(wanted)),),
    )
    return tuple(number for (number,) in found)


def latest_at(db: Archive, url: str) -> int | None:
    """Return the id of the latest bulletin of an address; None when there is none."""
    found = db.value("SELECT id FROM bulletins WHERE latest AND url <> '' AND url = ?", (url,))
    return None if found is None else int(found)


def revisions(db: Archive, bulletin_id: int) -> tuple[int, ...]:
    """Return the ids of all revisions of a bulletin, itself included, the first one first."""
    found = db.rows(
        """WITH RECURSIVE
            former(id) AS (
                VALUES (?) UNION
                SELECT revises FROM former JOIN bulletins USING (id) WHERE revises IS NOT NULL
            ),
            chain(id) AS (
                SELECT id FROM former UNION
                SELECT bulletins.id FROM chain JOIN bulletins ON bulletins.revises = chain.id
            )
        SELECT id FROM chain ORDER BY id""",
        (bulletin_id,),
    )
    return tuple(number for (number,) in found)


def info(db: Archive) -> ArchiveInfo:
    """Return the archive in numbers."""
    bulletins, characters = db.row(
        "SELECT count(*), coalesce(sum(characters), 0) FROM bulletins INDEXED BY bulletins_narrow"
    )
    originals = db.value("SELECT count(*) FROM originals")
    dates = rows.of(db)
    first = db.value("SELECT min(row) FROM bulletins WHERE row >= ?", (dates.dated,))
    last = db.value("SELECT max(row) FROM bulletins")
    path = db.path
    schema = version(db)
    return ArchiveInfo(
        path=path,
        bulletins=bulletins,
        originals=originals,
        characters=characters,
        size=path.stat().st_size,
        schema=schema,
        newer=schema > SCHEMA,
        first=dates.day(first or 0),
        last=dates.day(last or 0),
    )


def titles(db: Archive, wanted: Sequence[int]) -> dict[int, str]:
    """Return the titles of the bulletins in these rows."""
    return dict(
        db.rows(
            """SELECT row, title FROM json_each(?) AS wanted
            CROSS JOIN bulletins INDEXED BY bulletins_title ON row = wanted.value""",
            (json.dumps(list(wanted)),),
        )
    )


def sections(text: str) -> tuple[Section, ...]:
    """Return the sections of a ``Listed``, none when they are damaged; most lists need only a few of them."""
    return damage.sections(text)


def _provenance(found: Mapping[str, Any], url: str) -> Provenance:
    same = ("sha256", "name", "media_type", "retrieved", "importer", "imported")
    return Provenance(url=url, **{name: found[name] for name in same})


def _figures(db: Archive, bulletin_id: int) -> tuple[Figure, ...]:
    found = db.rows(
        """SELECT text, start, label, value, unit, kind, approx, value_max, period, sentence_start, sentence_end
        FROM figures WHERE bulletin_id = ? ORDER BY n""",
        (bulletin_id,),
    )
    damage.require(*(value for figure in found for value in figure))
    return tuple(
        Figure(text, start, label, value, unit, kind, approx, value_max, period, (first, last))
        for text, start, label, value, unit, kind, approx, value_max, period, first, last in found
    )


def readable_date(text: str | None) -> date | None:
    """Return a stored date; None when there is none or it is damaged."""
    try:
        return facts.stored_date(text)
    except ValueError:
        return None
