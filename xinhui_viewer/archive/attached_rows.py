"""Rows of what the texts of attachments state and name: of each file once, however many bulletins have it.

Its figures are packed with its text, too, from where a bulletin is shown with them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.records import HitAttachment
from xinhui_viewer.text.file_names import attachment_name

Rows = Sequence[tuple[Any, ...]]  # as archive/prepare.py and archive/mentioned.py make them, without an id


def keep(db: Archive, number: int, figures: Rows, mentions: Rows) -> None:
    """Store the figures and the mentions of an attachment in place of its former ones."""
    for table in ("attached_figures", "attached_mentions"):
        db.run(f"DELETE FROM {table} WHERE attachment_id = ?", (number,))
    values = ", ".join("?" * 13)
    db.run_many(f"INSERT INTO attached_figures VALUES ({values})", ((number, *figure) for figure in figures))
    db.run_many("INSERT INTO attached_mentions VALUES (?, ?, ?, ?)", ((number, *one[:3]) for one in mentions))


def states_any(db: Archive) -> bool:
    """Return whether an attachment states a figure: in no archive of a schema before 6."""
    return db.knows("attached_figures") and db.row("SELECT 1 FROM attached_figures LIMIT 1") is not None


def numbered(db: Archive, bulletin_id: int) -> dict[int, HitAttachment]:
    """Return the attachments of a bulletin as lists tell them, by their stored numbers; of two names the first."""
    found = db.rows(
        """SELECT attachment_id, name, label FROM bulletin_attachments
        WHERE bulletin_id = ? AND media_type NOT LIKE 'image/%' ORDER BY n, name""",
        (bulletin_id,),
    )
    told = [
        (key, HitAttachment(number, name, attachment_name(name, label)))
        for number, (key, name, label) in enumerate(found, 1)
    ]
    return dict(reversed(told))
