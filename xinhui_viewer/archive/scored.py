"""The texts that a bulletin is scored by."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass

from xinhui_viewer.archive import attached
from xinhui_viewer.archive.archive import Archive


@dataclass(frozen=True, slots=True)
class Scored:
    """A bulletin as it is scored: its row and its texts."""

    row: int
    title: str
    number: str
    body: str
    attached: tuple[str, ...] = ()


def scored(db: Archive, wanted: Collection[int], *, with_attached: bool) -> list[Scored]:
    """Return the texts of the bulletins in these rows, ``with_attached`` those of attachments, too; in any order."""
    found = db.rows(
        """SELECT row, title, document_number, body FROM json_each(?) AS wanted
        CROSS JOIN bulletins ON row = wanted.value""",
        (json.dumps(list(wanted)),),
    )
    have = attached.with_texts(db, [*wanted]) if with_attached else frozenset()
    return [
        Scored(row, title, number, body, _attached(db, row) if row in have else ())
        for row, title, number, body in found
    ]


def _attached(db: Archive, row: int) -> tuple[str, ...]:
    return tuple(one.body for one in attached.texts(db, row))
