"""Retry work that assigns rows to bulletins with more rows for each day, when a day has none left."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from xinhui_viewer.archive import entries, rows
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.job import Job

T = TypeVar("T")


def roomy(db: Archive, work: Callable[[], T]) -> T:
    """Return the result of ``work``, which must be one transaction and is retried once when a day is full."""
    try:
        return work()
    except rows.Full:
        with db.transaction():
            _widen(db)
        return work()


def _widen(db: Archive) -> None:
    """Renumber all bulletins with more rows for a day, and rebuild the index."""
    now = rows.of(db)
    # No dated row lies where a row of the other kind may: they can be changed one after the other.
    moved = f"((row >> {now.bits}) << {rows.WIDE}) | (row & {(1 << now.bits) - 1})"
    for table in ("bulletins", "sounds"):
        db.run(f"UPDATE {table} SET row = {moved} WHERE row >= ?", (now.dated,))
    db.run("UPDATE meta SET value = ? WHERE name = 'row_bits'", (rows.WIDE,))
    entries.rebuild(db, Job())
