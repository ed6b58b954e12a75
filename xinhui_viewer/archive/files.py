"""Questions about stored files: originals, the bulletins read from each, and attachments."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from xinhui_viewer.archive import packing
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.errors import ArchiveError
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Attachment, Original

_MOST_HOSTS, _OF_A_HOST, _NEWEST, _OF_ALL = 5, 20, 20, 20  # hosts; pages: of each, the newest ones, of all
_ORIGINAL = "sha256, originals.name, media_type, encoding, content, retrieved, originals.url"


def originals(db: Archive) -> tuple[tuple[int, str], ...]:
    """Return the numbers and names of all originals, in the order they were imported."""
    return tuple(db.rows("SELECT id, name FROM originals ORDER BY id"))


def page_originals(db: Archive, hosts: Sequence[str]) -> tuple[tuple[int, str], ...]:
    """Return the numbers and names of some originals that are pages: of some hosts, the newest, and some of all others.

    They are bounded and in the order they were imported.
    """
    numbers: set[int] = set()
    for host in hosts[:_MOST_HOSTS]:
        for scheme in ("http", "https"):
            start = f"{scheme}://{host}/"
            found = db.rows(
                "SELECT DISTINCT original_id FROM bulletins WHERE url >= ? AND url < ? ORDER BY url LIMIT ?",
                (start, f"{start[:-1]}0", _OF_A_HOST),
            )
            numbers.update(number for (number,) in found)
    last = db.value("SELECT max(id) FROM originals") or 0
    numbers.update(range(max(1, last - _NEWEST + 1), last + 1))
    numbers.update(range(1, last + 1, max(1, last // _OF_ALL)))
    marks = ", ".join("?" * len(numbers))
    return tuple(
        db.rows(
            f"""SELECT id, name FROM originals
            WHERE id IN ({marks}) AND media_type IN ('text/html', 'multipart/related') ORDER BY id""",
            (*sorted(numbers),),
        )
    )


def original(db: Archive, bulletin_id: int) -> Original:
    """Return the file that a bulletin was read from; an ArchiveError when there is none or it is damaged."""
    joined = "bulletins JOIN originals ON originals.id = original_id"
    found = db.row(f"SELECT {_ORIGINAL} FROM {joined} WHERE bulletins.id = ?", (bulletin_id,))
    if found is None:
        raise no_bulletin(db, bulletin_id)
    return _original(found)


def original_numbered(db: Archive, number: int) -> Original:
    """Return an original by its number; an ArchiveError when it is damaged."""
    return _original(db.row(f"SELECT {_ORIGINAL} FROM originals WHERE id = ?", (number,)))


def bulletins_of(db: Archive, number: int) -> tuple[int, ...]:
    """Return the ids of the bulletins that were read from an original, by its number, in their order in it."""
    found = db.rows("SELECT id FROM bulletins WHERE original_id = ? ORDER BY id", (number,))
    return tuple(bulletin_id for (bulletin_id,) in found)


def places_of(db: Archive, number: int) -> tuple[tuple[int, str], ...]:
    """Return the ids of the bulletins of an original, by its number, and the place of each in it, in their order."""
    return tuple(db.rows("SELECT id, place FROM bulletins WHERE original_id = ? ORDER BY id", (number,)))


def known(db: Archive, sha256: str) -> tuple[int, ...]:
    """Return the ids of the bulletins that were read from an original, by its hash; none when it is not there."""
    number = db.value("SELECT id FROM originals WHERE sha256 = ?", (sha256,))
    return () if number is None else bulletins_of(db, number)


def attachment(db: Archive, bulletin_id: int, name: str) -> Attachment | None:
    """Return a bulletin's attachment by name; None when there is none, an ArchiveError when it is damaged."""
    found = db.row(
        """SELECT media_type, sha256, encoding, content FROM bulletin_attachments
        JOIN attachments ON attachments.id = attachment_id WHERE bulletin_id = ? AND name = ?""",
        (bulletin_id, name),
    )
    if found is None:
        return None
    media_type, sha256, encoding, content = found
    return Attachment(name, media_type, sha256, _inflated(name, encoding, content))


def documents_of(db: Archive, number: int) -> tuple[Attachment, ...]:
    """Return the attachments of the bulletins of an original, by its number, that are no pictures and are sound."""
    found = db.rows(
        """SELECT DISTINCT name, bulletin_attachments.media_type, sha256, encoding, content, label
        FROM bulletins JOIN bulletin_attachments ON bulletin_id = bulletins.id
        JOIN attachments ON attachments.id = attachment_id
        WHERE original_id = ? AND media_type NOT LIKE 'image/%' ORDER BY n""",
        (number,),
    )
    sound = []
    for name, media_type, sha256, encoding, content, label in found:
        with suppress(ArchiveError):
            sound.append(Attachment(name, media_type, sha256, _inflated(name, encoding, content), label))
    return tuple(sound)


def attachments(db: Archive, bulletin_id: int) -> tuple[str, ...]:
    """Return the names of the files that belong to a bulletin, in the order of its text."""
    order = "n, name" if db.knows("attachment_texts") else "name"  # an archive of a schema before 5 has no other
    found = db.rows(f"SELECT name FROM bulletin_attachments WHERE bulletin_id = ? ORDER BY {order}", (bulletin_id,))
    return tuple(name for (name,) in found)


def no_bulletin(db: Archive, bulletin_id: int) -> ArchiveError:
    """Return the error for a bulletin that an archive does not have."""
    return ArchiveError(
        tr("There is no bulletin {id} in {name}.").format(id=bulletin_id, name=db.path.name),
        tr("Search for it; the results show the bulletin numbers."),
    )


def _original(found: tuple[Any, ...]) -> Original:
    sha256, name, media_type, encoding, content, retrieved, url = found
    return Original(sha256, name, media_type, _inflated(name, encoding, content), retrieved, url)


def _inflated(name: str, encoding: str, content: bytes) -> bytes:
    try:
        return packing.inflated(encoding, content)
    except zlib.error as error:
        problem = tr("The file {name} is damaged in the archive.").format(name=name)
        raise ArchiveError(problem, tr("Restore a backup of the archive.")) from error
