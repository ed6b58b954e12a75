"""Doubles: the same article under another address, and other bulletins with the same text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from xinhui_viewer.archive import addresses
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.prepare import PreparedBulletin
from xinhui_viewer.archive.read import latest_at, readable_date
from xinhui_viewer.text.fold import fold

_MOST = 20  # bulletins of one text that are looked at
_SHORTEST = 50  # characters: "见附件。" under one title is not yet the same article


@dataclass(frozen=True, slots=True)
class Twin:
    """A bulletin with the same text as another; ``same`` says that its title and day are the same, too."""

    id: int
    title: str
    same: bool


def twin(db: Archive, bulletin: PreparedBulletin, former: int | None) -> Twin | None:
    """Return another bulletin with the same text, at best one with the same title and day; None for an empty text."""
    if not bulletin.body:
        return None
    sha256 = bulletin.text_sha256
    found = db.rows(  # without the plus, SQLite 3.40 takes substr() for a constant and reads every bulletin
        """SELECT id, title, published FROM bulletins
        WHERE latest AND substr(text_sha256, 1, 16) = ? AND +text_sha256 = ? AND id IS NOT ? ORDER BY id LIMIT ?""",
        (sha256[:16], sha256, former, _MOST),
    )
    twins = [
        Twin(number, title, _is_same(bulletin, title, readable_date(published))) for number, title, published in found
    ]
    return min(twins, key=lambda one: not one.same, default=None)


def note(db: Archive, bulletin: PreparedBulletin, of: Twin) -> None:
    """Record the address of a double as a further one of its twin, inside the open transaction."""
    url = bulletin.facts.url
    if url and latest_at(db, url) != of.id:
        addresses.note(db, of.id, url)


def _is_same(bulletin: PreparedBulletin, title: str, published: date | None) -> bool:
    """Return whether title and day are those of a bulletin, too; a missing day is no other."""
    if len(bulletin.body) < _SHORTEST or _squeezed(title) != _squeezed(bulletin.facts.title):
        return False
    return bulletin.facts.published is None or published in (None, bulletin.facts.published)


def _squeezed(title: str) -> str:
    return "".join(fold(title).split())
