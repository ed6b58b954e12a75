"""Whether an archive is whole: SQLite's own check finds 1 % of flipped bits, the checksums of the texts the others."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from sqlite3 import Connection

from xinhui_viewer.archive import entries, packing
from xinhui_viewer.archive.faults import explained
from xinhui_viewer.i18n import tr
from xinhui_viewer.job import Job


@explained
def problems(db: Connection, job: Job | None = None) -> tuple[str, ...]:
    """Return what is wrong with an archive, a sentence each; nothing when all is as it was written."""
    job = job or Job()
    found: list[str] = []
    checks: tuple[Callable[[Connection], Iterator[str]], ...] = (_structure, _originals, _attachments, _texts, _index)
    with job.interruptible(db.interrupt):
        for check in job.track(checks):
            try:
                found += check(db)
            except sqlite3.DatabaseError as error:
                if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_CORRUPT:
                    raise
                found.append(tr("A part of the file cannot be read."))
    return tuple(dict.fromkeys(found))


def _structure(db: Connection) -> Iterator[str]:
    for (line,) in db.execute("PRAGMA quick_check"):
        if line != "ok":
            yield tr("The file's structure is damaged: {detail}.").format(detail=line)


def _originals(db: Connection) -> Iterator[str]:
    for name, sha256, encoding, content in db.execute("SELECT name, sha256, encoding, content FROM originals"):
        if _sha256(encoding, content) != sha256:
            yield tr("The original {name} is not as it was retrieved.").format(name=name)


def _attachments(db: Connection) -> Iterator[str]:
    for sha256, encoding, content in db.execute("SELECT sha256, encoding, content FROM attachments"):
        if _sha256(encoding, content) != sha256:
            yield tr("The attachment {sha256} is not as it was stored.").format(sha256=sha256)


def _texts(db: Connection) -> Iterator[str]:
    # As bytes: a damaged text need not be text any more.
    for number, sha256, body in db.execute("SELECT id, text_sha256, CAST(body AS BLOB) FROM bulletins"):
        if hashlib.sha256(body).hexdigest() != sha256:
            yield tr("The text of bulletin {id} is not as it was stored.").format(id=number)


def _index(db: Connection) -> Iterator[str]:
    if entries.outdated(db):
        yield tr("The index is of an older version of the program; it is made anew when the archive is written.")
    (indexed,) = db.execute("SELECT count(*) FROM terms_docsize").fetchone()
    (bulletins,) = db.execute("SELECT count(*) FROM bulletins INDEXED BY bulletins_narrow WHERE latest").fetchone()
    if indexed != bulletins:
        yield tr("The index holds {indexed} of {bulletins} bulletins.").format(indexed=indexed, bulletins=bulletins)


def _sha256(encoding: str, content: bytes) -> str:
    try:
        return hashlib.sha256(packing.inflated(encoding, content)).hexdigest()
    except zlib.error:
        return ""
