"""Whether an archive is whole: SQLite's own check finds 1 % of flipped bits, the checksums of the texts the others."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterator

from xinhui_viewer.archive import entries, packing
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.errors import DamagedArchive
from xinhui_viewer.i18n import tr
from xinhui_viewer.job import Job


def problems(db: Archive, job: Job | None = None) -> tuple[str, ...]:
    """Return what is wrong with an archive, a sentence each; nothing when all is as it was written."""
    job = job or Job()
    found: list[str] = []
    checks: tuple[Callable[[Archive], Iterator[str]], ...] = (_structure, _originals, _attachments, _texts, _index)
    for check in job.track(checks):
        try:
            found += check(db)
        except DamagedArchive:
            found.append(tr("A part of the file cannot be read."))
    return tuple(dict.fromkeys(found))


def _structure(db: Archive) -> Iterator[str]:
    for (line,) in db.rows("PRAGMA quick_check"):
        if line != "ok":
            yield tr("The file's structure is damaged: {detail}.").format(detail=line)


def _originals(db: Archive) -> Iterator[str]:
    for name, sha256, encoding, content in db.each("SELECT name, sha256, encoding, content FROM originals"):
        if _sha256(encoding, content) != sha256:
            yield tr("The original {name} is not as it was retrieved.").format(name=name)


def _attachments(db: Archive) -> Iterator[str]:
    for sha256, encoding, content in db.each("SELECT sha256, encoding, content FROM attachments"):
        if _sha256(encoding, content) != sha256:
            yield tr("The attachment {sha256} is not as it was stored.").format(sha256=sha256)


def _texts(db: Archive) -> Iterator[str]:
    # As bytes: a damaged text need not be text any more.
    for number, sha256, body in db.each("SELECT id, text_sha256, CAST(body AS BLOB) FROM bulletins"):
        if hashlib.sha256(body).hexdigest() != sha256:
            yield tr("The text of bulletin {id} is not as it was stored.").format(id=number)


def _index(db: Archive) -> Iterator[str]:
    if entries.outdated(db):
        yield tr("The index is of an older version of the program; it is made anew when the archive is written.")
    indexed = db.value("SELECT count(*) FROM terms_docsize")
    bulletins = db.value("SELECT count(*) FROM bulletins INDEXED BY bulletins_narrow WHERE latest")
    if indexed != bulletins:
        yield tr("The index holds {indexed} of {bulletins} bulletins.").format(indexed=indexed, bulletins=bulletins)


def _sha256(encoding: str, content: bytes) -> str:
    try:
        return hashlib.sha256(packing.inflated(encoding, content)).hexdigest()
    except zlib.error:
        return ""
