"""Sections, key figures and mentions, derived from a text and derived again when the program derives them better.

The archive records the version that made them. When VERSION grows, the next writer recomputes a few hundred
bulletins at a time, from where it stopped; reading goes on meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from xinhui_viewer.archive import attached_rows, citations, entries, packing
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.damage import UNREADABLE, require
from xinhui_viewer.archive.following import follow
from xinhui_viewer.archive.mentioned import mention_rows
from xinhui_viewer.archive.prepare import figure_rows, indexed
from xinhui_viewer.job import Job
from xinhui_viewer.records import Block
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
    """Derive outdated sections and figures again, of attachments, too; return how many bulletins changed.

    It can be cancelled at any time; the next call resumes there.
    """
    if not outdated(db):
        return 0
    if _noted(db, "deriving") != VERSION:
        with db.transaction():
            _note(db, "deriving", VERSION)
            _note(db, "derived_to", 0)
            _note(db, "attached_to", 0)
    changed = _derive_each(db, job, "bulletins", "id", "derived_to", _derived)
    _derive_each(db, job, "attachment_texts", "attachment_id", "attached_to", _derived_attached)
    with db.transaction():
        stamp(db)
        db.run("DELETE FROM meta WHERE name IN ('deriving', 'derived_to', 'attached_to')")
    return changed


def _derive_each(
    db: Archive, job: Job, table: str, key: str, noted: str, derived: Callable[[Archive, int], bool]
) -> int:
    """Derive all rows of a table by their numbers, from where it was stopped; return how many changed."""
    total = db.value(f"SELECT count(*) FROM {table}")
    changed = done = 0
    query = f"SELECT {key} FROM {table} WHERE {key} > ? ORDER BY {key} LIMIT ?"
    while numbers := [number for (number,) in db.rows(query, (_noted(db, noted), BATCH))]:
        job.progress(done, total)
        job.make_way(db)
        with db.transaction():
            changed += sum(derived(db, number) for number in numbers)
            _note(db, noted, numbers[-1])
        done += len(numbers)
    return changed


def _derived_attached(db: Archive, number: int) -> bool:
    """Derive sections, figures and mentions of an attachment; its words stay, and a damaged one stays as it is."""
    body, packed = db.row("SELECT body, blocks FROM attachment_texts WHERE attachment_id = ?", (number,))
    try:
        require(body, packed)
        blocks = packing.blocks(packed)
    except UNREADABLE:
        return False
    figures = figure_rows(key_figures(body, blocks, _title(body, blocks)))
    db.run(
        "UPDATE attachment_texts SET sections = ?, figures = ? WHERE attachment_id = ?",
        (packing.packed_sections(outline(body, _untitled(blocks))), packing.packed(figures), number),
    )
    attached_rows.keep(db, number, figures, mention_rows("", body))
    return True


def _title(body: str, blocks: Sequence[Block]) -> str:
    """Return the title over the text of an attachment, empty without one."""
    return body[blocks[0].start : blocks[0].end] if blocks and (blocks[0].bold or blocks[0].level) else ""


def _untitled(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks of an attachment without the bold type of a title over its text, which heads no section."""
    return (replace(blocks[0], bold=False), *blocks[1:]) if blocks and not blocks[0].level else blocks


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
    figures = figure_rows(key_figures(body, blocks, title))
    recited = citations.keep(db, number, mention_rows(title, body))
    kept = db.rows("SELECT * FROM figures WHERE bulletin_id = ? ORDER BY n", (number,))
    if new == old and kept == [(number, *figure) for figure in figures]:
        return recited
    if latest and new != old:
        entries.withdraw(db, row)
    db.run("UPDATE bulletins SET sections = ? WHERE row = ?", (new, row))
    if latest and new != old:
        entries.enter(db, row, entries.Words(*indexed(title, sections, body, document_number)))
    follow(db, number, kept, figures)
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
