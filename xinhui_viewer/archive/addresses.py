"""Further addresses of bulletins: the same article stands there, too."""

from __future__ import annotations

from xinhui_viewer.archive.archive import Archive


def note(db: Archive, bulletin_id: int, url: str) -> None:
    """Record a further address of a bulletin, inside the open transaction; a known one stays as it is."""
    db.run("INSERT OR IGNORE INTO bulletin_addresses VALUES (?, ?)", (bulletin_id, url))


def settle(db: Archive, bulletin_id: int, url: str, former: int | None) -> None:
    """Give a new bulletin the addresses of its former revision, and its own alone, inside the open transaction."""
    if former is not None:
        db.run(
            "INSERT INTO bulletin_addresses SELECT ?, url FROM bulletin_addresses WHERE bulletin_id = ?",
            (bulletin_id, former),
        )
    elif url:
        db.run("DELETE FROM bulletin_addresses WHERE url = ?", (url,))


def further(db: Archive, bulletin_id: int) -> tuple[str, ...]:
    """Return the further addresses of a bulletin, in order; none in an archive of a schema before 4."""
    if not db.knows("bulletin_addresses"):
        return ()
    found = db.rows("SELECT url FROM bulletin_addresses WHERE bulletin_id = ? ORDER BY url", (bulletin_id,))
    return tuple(url for (url,) in found)


def further_at(db: Archive, url: str) -> int | None:
    """Return the id of the latest bulletin that has this further address; None when there is none."""
    found = db.value(
        """SELECT max(id) FROM bulletin_addresses CROSS JOIN bulletins ON id = bulletin_id
        WHERE bulletin_addresses.url = ? AND latest""",
        (url,),
    )
    return None if found is None else int(found)
