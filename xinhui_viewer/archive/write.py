"""Add originals to an archive, each with all that was read from it in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from typing import Any

from xinhui_viewer.archive import (
    addresses,
    attached,
    citations,
    doubles,
    entries,
    facts,
    names,
    packing,
    rows,
    sounds,
)
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.files import known
from xinhui_viewer.archive.prepare import Doubles, Prepared, PreparedBulletin, prepared
from xinhui_viewer.archive.read import latest_at, revisions
from xinhui_viewer.archive.roomy import roomy
from xinhui_viewer.facts import day
from xinhui_viewer.i18n import tr, trn
from xinhui_viewer.records import Draft, Original, Outcome

_BY_WEIGHT: tuple[Outcome, ...] = ("imported", "revision", "duplicate", "skipped")  # of several in one original


@dataclass(frozen=True, slots=True)
class Added:
    """The outcome for an original, and the ids of its bulletins, new or already there.

    ``skipped`` with an id is a double of that bulletin, or, if ``attached``, an attachment of it. ``notes`` point out
    bulletins of other pages with the same text, or with the file as an attachment, and attachments that were added,
    ``attachments_added`` in number.
    """

    outcome: Outcome
    ids: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
    attached: bool = False
    attachments_added: int = 0


def add(db: Archive, original: Original, drafts: Sequence[Draft]) -> Added:
    """Store an original and the bulletins read from it, atomically.

    The same bytes again, or the same text at the same address, are a duplicate: nothing is added. Another text at the
    same address is a revision: it supersedes the former one in lists and searches; the former one is kept. The same
    title, text and day at another address are a double: what becomes of it is said by ``Prepared.doubles``.
    """
    return add_all(db, (prepared(original, drafts),))[0]


def add_all(db: Archive, read: Iterable[Prepared]) -> tuple[Added, ...]:
    """Store many originals in one transaction, which waits for the disk once (8 ms), not for each."""
    files = tuple(read)
    return roomy(db, lambda: _all_added(db, files))


def _all_added(db: Archive, files: Iterable[Prepared]) -> tuple[Added, ...]:
    with db.transaction():
        index = entries.Entering(db)
        added = tuple(_added(db, index, one) for one in files)
        index.make()
    return added


def _added(db: Archive, index: entries.Entering, one: Prepared) -> Added:
    there = known(db, one.file.sha256)
    if there:
        return _added_later(db, index, there, one)
    if not one.bulletins:
        return Added("skipped")
    owner = attached.owner(db, one.file.sha256)
    if owner is not None and one.doubles == "skipped":
        return Added("skipped", (owner.id,), (_told_owner(owner),), attached=True)
    original_id = None
    each: list[Added] = []
    for bulletin in one.bulletins:
        former = latest_at(db, bulletin.facts.url)
        known_as = _known_as(db, bulletin, former, one.doubles)
        if known_as is None:
            original_id = original_id or _keep_original(db, one)
            known_as = _stored(db, index, original_id, bulletin, former)
        each.append(known_as)
    outcome = min((added.outcome for added in each), key=_BY_WEIGHT.index)
    notes = (*chain(*(added.notes for added in each)), *([_told_owner(owner)] if owner is not None else []))
    return Added(outcome, tuple(chain(*(added.ids for added in each))), notes)


def _added_later(db: Archive, index: entries.Entering, there: tuple[int, ...], one: Prepared) -> Added:
    """Give the bulletins of a known original the attachments that were found this time."""
    if len(there) != len(one.bulletins):
        return Added("duplicate", there)
    n = 0
    for number, bulletin in zip(there, one.bulletins, strict=True):
        n += sum(attached.keep_attachment(db, index, number, file) for file in bulletin.attachments)
    told = trn("{n} attachment was added.", "{n} attachments were added.", n).format(n=n)
    return Added("duplicate", there, (told,) if n else (), attachments_added=n)


def _told_owner(owner: attached.Owner) -> str:
    told = tr("It is an attachment of number {id}, “{title}”.")
    return told.format(id=owner.id, title=owner.title)


def _known_as(db: Archive, bulletin: PreparedBulletin, former: int | None, handled: Doubles) -> Added | None:
    """Return the outcome for a bulletin that the archive has, by its own or another address; None for a new one."""
    if there := _that_says_the_same(db, bulletin, former, handled):
        return Added("duplicate", (there,))
    twin = None if former or handled == "imported" else doubles.twin(db, bulletin, former)
    if twin is None or not twin.same or (handled == "duplicate" and not bulletin.facts.url):
        return None  # a named page without an address of its own is kept
    doubles.note(db, bulletin, twin)
    return Added(handled, (twin.id,), (_told(twin),))


def _stored(
    db: Archive, index: entries.Entering, original_id: int, bulletin: PreparedBulletin, former: int | None
) -> Added:
    twin = doubles.twin(db, bulletin, former)
    number = _keep_bulletin(db, index, original_id, bulletin, former)
    return Added("revision" if former else "imported", (number,), (_told(twin),) if twin else ())


def _that_says_the_same(db: Archive, bulletin: PreparedBulletin, former: int | None, handled: Doubles) -> int | None:
    """Return the bulletin of an address, or of a further address, that has this title and text; None when none has."""
    if former is not None:
        return former if _says_the_same(db, former, bulletin) else None
    double = None if handled == "imported" else addresses.further_at(db, bulletin.facts.url)
    if double is None:
        return None
    return double if any(_says_the_same(db, one, bulletin) for one in revisions(db, double)) else None


def _told(twin: doubles.Twin) -> str:
    told = tr("The archive already has the same text: number {id}, “{title}”.")
    return told.format(id=twin.id, title=twin.title or tr("(untitled)"))


def _says_the_same(db: Archive, bulletin_id: int, bulletin: PreparedBulletin) -> bool:
    there = db.row("SELECT title, text_sha256 FROM bulletins WHERE id = ?", (bulletin_id,))
    return bool(there == (bulletin.facts.title, bulletin.text_sha256))


def _keep_original(db: Archive, one: Prepared) -> int:
    file = one.file
    return db.run(
        """INSERT INTO originals(sha256, name, media_type, size, url, retrieved, encoding, content)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
        (file.sha256, file.name, file.media_type, file.size, one.url, one.retrieved, file.encoding, file.content),
    )


def _keep_bulletin(
    db: Archive, index: entries.Entering, original_id: int, bulletin: PreparedBulletin, former: int | None
) -> int:
    """Store one bulletin under a new id and index it in place of its former revision; return the id."""
    number = _next_id(db)
    row = rows.free(db, day(bulletin.facts))
    if former:
        _supersede(db, index, former)
    values = {
        "row": row,
        "id": number,
        "original_id": original_id,
        "revises": former,
        "latest": 1,
        "imported": datetime.now(UTC).isoformat(timespec="seconds"),
        **read_fields(db, bulletin),
    }
    db.run(f"INSERT INTO bulletins({', '.join(values)}) VALUES ({', '.join('?' * len(values))})", (*values.values(),))
    keep_figures(db, number, bulletin)
    index.enter(row, entries.Words(bulletin.words, bulletin.single))
    for attachment in bulletin.attachments:
        attached.keep_attachment(db, index, number, attachment)
    addresses.settle(db, number, bulletin.facts.url, former)
    sounds.enter(db, row, bulletin.facts.title)
    names.enter(db, number, names.names_of(bulletin.facts))
    citations.keep(db, number, bulletin.mentions)
    return number


def read_fields(db: Archive, bulletin: PreparedBulletin) -> dict[str, Any]:
    """Return the values of a bulletin's row that were read from its original, by column."""
    return {
        **facts.packed(db, bulletin.facts),
        "importer": bulletin.importer,
        "place": bulletin.place,
        "characters": len(bulletin.body),
        "text_sha256": bulletin.text_sha256,
        "grounds": packing.packed_grounds(bulletin.grounds),
        "warnings": packing.packed(bulletin.warnings),
        "sections": bulletin.sections,
        "blocks": bulletin.blocks,
        "body": bulletin.body,
    }


def _next_id(db: Archive) -> int:
    """Return an id that no bulletin has ever had."""
    return int(
        db.value(
            """INSERT INTO meta VALUES ('last_id', 1)
            ON CONFLICT DO UPDATE SET value = value + 1 RETURNING value"""
        )
    )


def _supersede(db: Archive, index: entries.Entering, former: int) -> None:
    row, title = db.row("SELECT row, title FROM bulletins WHERE id = ?", (former,))
    index.withdraw(row)
    sounds.withdraw(db, row, title)
    names.withdraw(db, former)
    db.run("UPDATE bulletins SET latest = 0 WHERE row = ?", (row,))


def keep_figures(db: Archive, bulletin_id: int, bulletin: PreparedBulletin) -> None:
    """Store the key figures of a bulletin that has none yet."""
    db.run_many(
        "INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((bulletin_id, *figure) for figure in bulletin.figures),
    )
