"""Sections and key figures, derived from a bulletin's text and derived again when the program derives them better.

The archive records the version that made them. When VERSION grows, the next writer recomputes a few hundred
bulletins at a time, from where it stopped; reading goes on meanwhile.
"""

from __future__ import annotations

from xinhui_viewer.archive import entries, packing
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.damage import UNREADABLE, require
from xinhui_viewer.archive.prepare import figure_rows, indexed
from xinhui_viewer.job import Job
from xinhui_viewer.text.outline import outline
from xinhui_viewer.text.understanding import VERSION, key_figures

BATCH = 200  # bulletins a transaction


def stamp(db: Archive) -> None:
    """Record the version that derived sections and figures."""
    _note(db, "derived", VERSION)


def outdated(db: Archive) -> bool:
    """Return whether sections and figures were made by an older version of the program."""
    return _noted(db, "derived") != VERSION


def derive(db: Archive, job: Job) -> int:
    """Derive outdated sections and figures again; return how many bulletins changed.

    It can be cancelled at any time; the next call resumes there.
    """
    if not outdated(db):
        return 0
    if _noted(db, "deriving") != VERSION:
        with db.transaction():
            _note(db, "deriving", VERSION)
            _note(db, "derived_to", 0)
    total = db.value("SELECT count(*) FROM bulletins")
    changed = done = 0
    while True:
        last = _noted(db, "derived_to")
        ids = [
            number for (number,) in db.rows("SELECT id FROM bulletins WHERE id > ? ORDER BY id LIMIT ?", (last, BATCH))
        ]
        if not ids:
            break
        job.progress(done, total)
        job.make_way(db)
        with db.transaction():
            changed += sum(_derived(db, number) for number in ids)
            _note(db, "derived_to", ids[-1])
        done += len(ids)
    with db.transaction():
        stamp(db)
        db.run("DELETE FROM meta WHERE name IN ('deriving', 'derived_to')")
    return changed


def _derived(db: Archive, number: int) -> bool:
    row, latest, title, body, packed, old, document_number = db.row(
        "SELECT row, latest, title, body, blocks, sections, document_number FROM bulletins WHERE id = ?", (number,)
    )
    try:
        require(title, body, packed, old, document_number)
        blocks = packing.blocks(packed)
    except UNREADABLE:
        return False  # a damaged bulletin stays as it is
    sections = outline(body, blocks)
    new = packing.packed_sections(sections)
    figures = figure_rows(key_figures(body, blocks))
    kept = db.rows("SELECT * FROM figures WHERE bulletin_id = ? ORDER BY n", (number,))
    if new == old and kept == [(number, *figure) for figure in figures]:
        return False
    if latest and new != old:
        entries.withdraw(db, row)
    db.run("UPDATE bulletins SET sections = ? WHERE row = ?", (new, row))
    if latest and new != old:
        entries.enter(db, row, entries.Words(*indexed(title, sections, body, document_number)))
    db.run("DELETE FROM figures WHERE bulletin_id = ?", (number,))
    db.run_many(
        "INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((number, *figure) for figure in figures),
    )
    return True


def _noted(db: Archive, name: str) -> int:
    found = db.value("SELECT value FROM meta WHERE name = ?", (name,))
    return found if isinstance(found, int) else 0


def _note(db: Archive, name: str, value: int) -> None:
    db.run("INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", (name, value))
