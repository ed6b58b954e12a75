"""Reading a bulletin anew: what was read from its original is replaced; its id and all that hangs on it stay."""

from __future__ import annotations

from collections.abc import Sequence

from xinhui_viewer.archive import entries, packing, rows, sounds
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.prepare import PreparedBulletin
from xinhui_viewer.archive.roomy import roomy
from xinhui_viewer.archive.write import keep_attachment, keep_figures, read_fields
from xinhui_viewer.records import Original


def originals(db: Archive) -> tuple[tuple[int, str], ...]:
    """Return the numbers and names of all originals, in the order they came in."""
    return tuple(db.rows("SELECT id, name FROM originals ORDER BY id"))


def bulletin_ids(db: Archive, number: int) -> tuple[int, ...]:
    """Return the ids of the bulletins that were read from an original, in their order in it."""
    found = db.rows("SELECT id FROM bulletins WHERE original_id = ? ORDER BY id", (number,))
    return tuple(number for (number,) in found)


def original(db: Archive, number: int) -> Original:
    """Return the original of a number."""
    sha256, name, media_type, url, retrieved, encoding, content = db.row(
        "SELECT sha256, name, media_type, url, retrieved, encoding, content FROM originals WHERE id = ?", (number,)
    )
    return Original(sha256, name, media_type, packing.inflated(encoding, content), retrieved, url)


def replace_all(db: Archive, read: Sequence[tuple[int, PreparedBulletin]]) -> tuple[bool, ...]:
    """Give bulletins, by id, what was read of them anew, all or nothing; return of each whether that is another."""
    return roomy(db, lambda: _all_replaced(db, read))


def _all_replaced(db: Archive, read: Sequence[tuple[int, PreparedBulletin]]) -> tuple[bool, ...]:
    with db.transaction():
        return tuple(_replaced(db, number, bulletin) for number, bulletin in read)


def _replaced(db: Archive, number: int, bulletin: PreparedBulletin) -> bool:
    new = read_fields(db, bulletin)
    there = db.record("SELECT * FROM bulletins WHERE id = ?", (number,))
    assert there is not None
    old_figures = db.rows("SELECT * FROM figures WHERE bulletin_id = ? ORDER BY n", (number,))
    # Warnings make no other bulletin of it: they are in the language of who imports.
    same = all(there[name] == value for name, value in new.items() if name != "warnings")
    if same and old_figures == [(number, *figure) for figure in bulletin.figures]:
        _keep_attachments(db, number, bulletin)
        return False
    row, latest = there["row"], there["latest"]
    if latest:
        entries.withdraw(db, row)
        sounds.withdraw(db, row, there["title"])
    if there["published"] != new["published"]:
        row = rows.free(db, bulletin.facts.published)
    assigned = ", ".join(f"{name} = ?" for name in new)
    db.run(f"UPDATE bulletins SET row = ?, {assigned} WHERE id = ?", (row, *new.values(), number))
    db.run("DELETE FROM figures WHERE bulletin_id = ?", (number,))
    keep_figures(db, number, bulletin)
    _keep_attachments(db, number, bulletin)
    if latest:
        entries.enter(db, row, bulletin.words, bulletin.single)
        sounds.enter(db, row, bulletin.facts.title)
    return True


def _keep_attachments(db: Archive, number: int, bulletin: PreparedBulletin) -> None:
    """Keep what is new; what came from beside the original stays."""
    for attachment in bulletin.attachments:
        keep_attachment(db, number, attachment)
