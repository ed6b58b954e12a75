"""The identity of a bulletin beyond its id: its original and its place in that, which are the same in every archive."""

from __future__ import annotations

from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.files import known
from xinhui_viewer.archive.read import latest_at


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
