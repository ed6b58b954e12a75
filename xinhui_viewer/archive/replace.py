"""Replace the stored reading of a bulletin; its id and the user's own data stay."""

from __future__ import annotations

from collections.abc import Sequence

from xinhui_viewer.archive import citations, names, rows, sounds
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.attached import keep_attachment
from xinhui_viewer.archive.entries import Entering, Words
from xinhui_viewer.archive.following import follow
from xinhui_viewer.archive.lasting import lasting
from xinhui_viewer.archive.prepare import PreparedBulletin
from xinhui_viewer.archive.roomy import roomy
from xinhui_viewer.archive.write import keep_figures, read_fields
from xinhui_viewer.facts import day


def replace_all(db: Archive, read: Sequence[tuple[int, PreparedBulletin]]) -> tuple[bool, ...]:
    """Replace the stored reading of each bulletin in one transaction; return, for each, whether it changed."""
    return roomy(db, lambda: _all_replaced(db, read))


def _all_replaced(db: Archive, read: Sequence[tuple[int, PreparedBulletin]]) -> tuple[bool, ...]:
    with db.transaction():
        index = Entering(db)
        changed = tuple(_replaced(db, index, number, bulletin) for number, bulletin in read)
        index.make()
    return changed


def _replaced(db: Archive, index: Entering, number: int, bulletin: PreparedBulletin) -> bool:
    there = db.record("SELECT * FROM bulletins WHERE id = ?", (number,))
    assert there is not None
    bulletin = lasting(db, there, bulletin)
    new = read_fields(db, bulletin)
    old_figures = db.rows("SELECT * FROM figures WHERE bulletin_id = ? ORDER BY n", (number,))
    # Other warnings are no change: they are in the language of the importing user.
    recited = citations.keep(db, number, bulletin.mentions)
    same = not recited and all(there[name] == value for name, value in new.items() if name != "warnings")
    if same and old_figures == [(number, *figure) for figure in bulletin.figures]:
        return _keep_attachments(db, index, number, bulletin)
    row, latest = there["row"], there["latest"]
    if latest:
        index.withdraw(row)
        sounds.withdraw(db, row, there["title"])
        names.withdraw(db, number)
    if not rows.fits(db, row, day(bulletin.facts)):
        row = rows.free(db, day(bulletin.facts))
    assigned = ", ".join(f"{name} = ?" for name in new)
    db.run(f"UPDATE bulletins SET row = ?, {assigned} WHERE id = ?", (row, *new.values(), number))
    follow(db, number, old_figures, bulletin.figures)
    db.run("DELETE FROM figures WHERE bulletin_id = ?", (number,))
    keep_figures(db, number, bulletin)
    if latest:
        index.enter(row, Words(bulletin.words, bulletin.single))
        sounds.enter(db, row, bulletin.facts.title)
        names.enter(db, number, names.names_of(bulletin.facts))
    _keep_attachments(db, index, number, bulletin)
    return True


def _keep_attachments(db: Archive, index: Entering, number: int, bulletin: PreparedBulletin) -> bool:
    """Store new attachments and texts; those that came from beside the original stay; return whether any changed."""
    return any([keep_attachment(db, index, number, attachment) for attachment in bulletin.attachments])
