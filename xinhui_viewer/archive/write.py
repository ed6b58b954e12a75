"""Adding to the archive: one original and all that was read from it, in one transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from sqlite3 import Connection

from xinhui_viewer.archive import entries, packing, places, rows
from xinhui_viewer.archive.connect import transaction
from xinhui_viewer.archive.faults import explained
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Attachment, Draft, Figure, Original, Outcome
from xinhui_viewer.text.fold import clean


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an original: its outcome, and the ids of its bulletins, new ones or those that were there.

    ``warnings`` point out bulletins of another page that say just the same.
    """

    outcome: Outcome
    ids: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()


@explained
def add(db: Connection, original: Original, drafts: Sequence[Draft]) -> Added:
    """Keep an original and the bulletins read from it, all or nothing.

    The same bytes again, or the same text at the same address, are a duplicate: nothing is added. Another text at the
    same address is a revision: it takes the former one's place in lists and searches, and the former one stays.
    """
    with transaction(db):
        return _added(db, original, drafts)


@explained
def add_all(db: Connection, read: Iterable[tuple[Original, Sequence[Draft]]]) -> tuple[Added, ...]:
    """Keep many originals in one transaction, all or nothing: 8 ms of waiting for the disk in all, not for each."""
    with transaction(db):
        return tuple(_added(db, original, drafts) for original, drafts in read)


def text_sha256(body: str) -> str:
    """Return the SHA-256 of a body text, as the archive notes it."""
    return hashlib.sha256(body.encode()).hexdigest()


def _added(db: Connection, original: Original, drafts: Sequence[Draft]) -> Added:
    known = db.execute(
        """SELECT bulletins.id FROM originals JOIN bulletins ON bulletins.original_id = originals.id
        WHERE originals.sha256 = ? ORDER BY bulletins.id""",
        (original.sha256,),
    ).fetchall()
    if known:
        return Added("duplicate", tuple(number for (number,) in known))
    if not drafts:
        return Added("skipped")
    ids: list[int] = []
    warnings: list[str] = []
    outcomes: set[Outcome] = set()
    original_id: int | None = None
    for draft in drafts:
        url = clean(draft.url or (original.url if len(drafts) == 1 else ""))
        former = _latest_at(db, url)
        if former and _says_the_same(db, former, draft):
            ids.append(former)
            outcomes.add("duplicate")
            continue
        warnings += _twins(db, draft, former)
        original_id = original_id or _keep_original(db, original)
        ids.append(_keep_bulletin(db, original_id, draft, url, former))
        outcomes.add("revision" if former else "imported")
    outcome: Outcome = next(kind for kind in ("imported", "revision", "duplicate") if kind in outcomes)
    return Added(outcome, tuple(ids), tuple(warnings))


def _twins(db: Connection, draft: Draft, former: int | None) -> list[str]:
    """Return a sentence for a bulletin that already has the very text of a draft, '' bodies aside."""
    if not draft.body:
        return []
    sha256 = text_sha256(draft.body)
    found = db.execute(
        """SELECT id, title FROM bulletins
        WHERE latest AND substr(text_sha256, 1, 16) = ? AND text_sha256 = ? AND id IS NOT ? LIMIT 1""",
        (sha256[:16], sha256, former),
    ).fetchone()
    if found is None:
        return []
    return [tr("The archive has the same text already: number {id}, “{title}”.").format(id=found[0], title=found[1])]


def _latest_at(db: Connection, url: str) -> int | None:
    if not url:
        return None
    found = db.execute("SELECT id FROM bulletins WHERE latest AND url <> '' AND url = ?", (url,)).fetchone()
    return int(found[0]) if found else None


def _says_the_same(db: Connection, bulletin_id: int, draft: Draft) -> bool:
    there = db.execute("SELECT title, text_sha256 FROM bulletins WHERE id = ?", (bulletin_id,)).fetchone()
    return bool(there == (draft.title, text_sha256(draft.body)))


def _keep_original(db: Connection, original: Original) -> int:
    encoding, content = packing.deflated(original.content)
    cursor = db.execute(
        """INSERT INTO originals(sha256, name, media_type, size, url, retrieved, encoding, content)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            original.sha256,
            clean(original.name),
            original.media_type,
            len(original.content),
            clean(original.url),
            original.retrieved,
            encoding,
            content,
        ),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def _keep_bulletin(db: Connection, original_id: int, draft: Draft, url: str, former: int | None) -> int:
    """Keep one draft, give it a new id, make it findable and its former revision not; return the id."""
    number = _next_id(db)
    row = rows.free(db, draft.published)
    if former:
        _supersede(db, former)
    db.execute(
        """INSERT INTO bulletins(row, id, original_id, revises, latest, title, source_id, issuer, published, written,
            column_id, document_number, url, importer, imported, characters, text_sha256, warnings,
            sections, blocks, body)
        VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            row,
            number,
            original_id,
            former,
            draft.title,
            places.source_id(db, draft.source),
            draft.issuer,
            draft.published and draft.published.isoformat(),
            draft.written and draft.written.isoformat(),
            places.column_id(db, draft.columns),
            draft.document_number,
            url,
            draft.importer,
            datetime.now(UTC).isoformat(timespec="seconds"),
            len(draft.body),
            text_sha256(draft.body),
            packing.packed(draft.warnings),
            packing.packed_sections(draft.sections),
            packing.packed_blocks(draft.blocks),
            draft.body,
        ),
    )
    _keep_figures(db, number, draft.figures)
    for attachment in draft.attachments:
        _keep_attachment(db, number, attachment)
    entries.enter(db, row, draft.title, draft.sections, draft.body, draft.document_number)
    return number


def _next_id(db: Connection) -> int:
    """Return an id that no bulletin ever had."""
    return int(
        db.execute(
            """INSERT INTO meta VALUES ('last_id', 1)
            ON CONFLICT DO UPDATE SET value = value + 1 RETURNING value"""
        ).fetchone()[0]
    )


def _supersede(db: Connection, former: int) -> None:
    (row,) = db.execute("SELECT row FROM bulletins WHERE id = ?", (former,)).fetchone()
    entries.withdraw(db, row)
    db.execute("UPDATE bulletins SET latest = 0 WHERE row = ?", (row,))


def _keep_figures(db: Connection, bulletin_id: int, figures: Sequence[Figure]) -> None:
    db.executemany(
        "INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                bulletin_id,
                n,
                f.text,
                f.start,
                f.label,
                f.value,
                f.unit,
                f.kind,
                f.approx,
                f.value_max,
                f.period,
                *f.sentence,
            )
            for n, f in enumerate(figures)
        ),
    )


def _keep_attachment(db: Connection, bulletin_id: int, attachment: Attachment) -> None:
    """Keep a file once, however many bulletins have it; of two of one name in a bulletin the first stays."""
    encoding, content = packing.deflated(attachment.content)
    db.execute(
        "INSERT INTO attachments(sha256, size, encoding, content) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (attachment.sha256, len(attachment.content), encoding, content),
    )
    db.execute(
        """INSERT INTO bulletin_attachments
        SELECT ?, ?, ?, id FROM attachments WHERE sha256 = ? ON CONFLICT DO NOTHING""",
        (bulletin_id, clean(attachment.name), attachment.media_type, attachment.sha256),
    )
