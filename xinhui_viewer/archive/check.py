"""Verify an archive: SQLite's own check finds 1 % of flipped bits, the checksums of the texts the rest."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Callable, Iterator

from xinhui_viewer.archive import packing, read
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.damage import Damaged
from xinhui_viewer.errors import DamagedArchive, DamagedBulletin
from xinhui_viewer.i18n import tr
from xinhui_viewer.job import Job


def problems(db: Archive, job: Job | None = None) -> tuple[str, ...]:
    """Return the problems of an archive, a sentence each; none when all is as it was written."""
    job = job or Job()
    found: list[str] = []
    checks: tuple[Callable[[Archive], Iterator[str]], ...]
    checks = (_structure, _originals, _attachments, _texts, _attached, _names, _index)
    for check in job.track(checks):
        try:
            found += check(db)
        except (DamagedArchive, sqlite3.OperationalError):  # a page that is damaged, a table that is gone
            found.append(tr("Part of the file cannot be read."))
    return tuple(dict.fromkeys(found))


def _structure(db: Archive) -> Iterator[str]:
    for (line,) in db.rows("PRAGMA quick_check"):
        if line != "ok":
            yield tr("The file's structure is damaged: {detail}.").format(detail=line)


def _originals(db: Archive) -> Iterator[str]:
    for name, sha256, encoding, content in db.each("SELECT name, sha256, encoding, content FROM originals"):
        if _sha256(encoding, content) != sha256:
            yield tr("The original {name} differs from what was retrieved.").format(name=name)


def _attachments(db: Archive) -> Iterator[str]:
    for sha256, encoding, content in db.each("SELECT sha256, encoding, content FROM attachments"):
        if _sha256(encoding, content) != sha256:
            yield tr("The attachment {sha256} differs from what was stored.").format(sha256=sha256)


def _texts(db: Archive) -> Iterator[str]:
    # As bytes: a damaged text may no longer be UTF-8.
    for number, sha256, body in db.each("SELECT id, text_sha256, CAST(body AS BLOB) FROM bulletins"):
        if hashlib.sha256(body).hexdigest() != sha256 or not _readable(db, number):
            yield tr("The text of bulletin {id} differs from what was stored.").format(id=number)


def _attached(db: Archive) -> Iterator[str]:
    if not db.knows("attachment_texts"):  # an archive of a schema before 5
        return
    texts = (
        "SELECT sha256, text_sha256, CAST(body AS BLOB) FROM attachment_texts JOIN attachments ON id = attachment_id"
    )
    for file, sha256, body in db.each(texts):
        if hashlib.sha256(body).hexdigest() != sha256:
            yield tr("The text of the attachment {sha256} differs from what was stored.").format(sha256=file)
    indexed = db.value("SELECT count(*) FROM attached_terms_docsize")
    attached = db.value(
        """SELECT count(DISTINCT bulletin_id) FROM bulletin_attachments JOIN attachment_texts USING (attachment_id)
        JOIN bulletins ON id = bulletin_id WHERE latest"""
    )
    if indexed != attached:
        told = tr("The index covers the attachments of {indexed} of {bulletins} bulletins.")
        yield told.format(indexed=indexed, bulletins=attached)


def _readable(db: Archive, number: int) -> bool:
    try:
        read.bulletin(db, number)
    except DamagedBulletin:
        return False
    return True


def _names(db: Archive) -> Iterator[str]:
    named = """SELECT name FROM sources UNION ALL SELECT name FROM columns UNION ALL SELECT name FROM originals
        UNION ALL SELECT name FROM bulletin_attachments"""
    for (name,) in db.each(named):
        if isinstance(name, Damaged):
            yield tr("The name {name} can no longer be read.").format(name=name)


def _index(db: Archive) -> Iterator[str]:
    indexed = db.value("SELECT count(*) FROM terms_docsize")
    bulletins = db.value("SELECT count(*) FROM bulletins INDEXED BY bulletins_narrow WHERE latest")
    if indexed != bulletins:
        yield tr("The index covers {indexed} of {bulletins} bulletins.").format(indexed=indexed, bulletins=bulletins)


def _sha256(encoding: str, content: bytes) -> str:
    try:
        return hashlib.sha256(packing.inflated(encoding, content)).hexdigest()
    except zlib.error:
        return ""
