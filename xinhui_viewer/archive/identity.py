"""The identity of a bulletin beyond its id: its original and its place in that, which are the same in every archive."""

from __future__ import annotations

from dataclasses import dataclass

from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.files import known
from xinhui_viewer.archive.read import latest_at


@dataclass(frozen=True, slots=True)
class Identity:
    """A bulletin: its id here, its original with its number in that, and its address and title."""

    id: int
    sha256: str
    nth: int
    url: str
    title: str


def identity(db: Archive, bulletin_id: int) -> Identity | None:
    """Return the identity of a bulletin; None when there is none of this id."""
    found = db.record(
        """SELECT sha256, title, bulletins.url, originals.url AS original_url
        FROM bulletins JOIN originals ON originals.id = original_id WHERE bulletins.id = ?""",
        (bulletin_id,),
    )
    if found is None:
        return None
    sha256, url = found["sha256"], found["url"] or found["original_url"]
    return Identity(bulletin_id, sha256, nth(db, bulletin_id, sha256), url, found["title"])


def nth(db: Archive, bulletin_id: int, sha256: str) -> int:
    """Return the number of a bulletin among those that were read from its original."""
    ids = known(db, sha256)
    return ids.index(bulletin_id) if bulletin_id in ids else 0


def found(db: Archive, bulletin_id: int, sha256: str, nth: int, url: str) -> int | None:
    """Return the id of a bulletin: this one if it is of that original, else the ``nth`` of the original, else the
    latest of the address; without a hash the id itself. None when there is none.
    """
    if not sha256:
        return bulletin_id
    ids = known(db, sha256)
    if ids:
        return bulletin_id if bulletin_id in ids else ids[min(max(nth, 0), len(ids) - 1)]
    return latest_at(db, url)
