"""Opening an archive for reading: one SQLite file, many readers, one writer (writing.py)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import Connection

from xinhui_viewer.archive.faults import explaining
from xinhui_viewer.errors import ArchiveError
from xinhui_viewer.i18n import tr

APPLICATION_ID = 0x58484442  # "XHDB"
SCHEMA = 3  # the number of migrations: an archive with more comes from a newer version of the program
_NO_ROOM = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)


@contextmanager
def reading(path: Path, frozen: bool = False) -> Iterator[Connection]:
    """Open an archive for reading and close it afterwards; see ``reader``."""
    with closing(reader(path, frozen)) as db, explaining(path):
        yield db


def reader(path: Path, frozen: bool = False) -> Connection:
    """Return a connection that only reads; any thread may use it, one at a time.

    ``frozen`` is for a file that nobody writes (the sample archive): nothing appears beside it. An archive of a newer
    version is opened; ``read.info`` says so.
    """
    require_file(path)
    with explaining(path):
        if frozen:
            return checked(connected(path, "immutable=1"), path)
        try:
            # A connection that may not write could not clear away the -wal and -shm files it makes.
            db = checked(connected(path, "mode=rw"), path)
            db.execute("PRAGMA query_only = ON")
            return db
        except sqlite3.OperationalError as error:
            # A folder that cannot be written has no room for the -shm file. What a -wal file holds would be missing.
            if error.sqlite_errorcode & 0xFF not in _NO_ROOM or _unmerged(path):
                raise
            return checked(connected(path, "immutable=1"), path)


@contextmanager
def transaction(db: Connection) -> Iterator[None]:
    """All that the block writes is kept together, or none of it."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:  # a full disk has rolled back already
            db.execute("ROLLBACK")
        raise


def version(db: Connection) -> int:
    """Return the version of the archive's schema."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def knows(db: Connection, table: str) -> bool:
    """Return whether an archive has a table: one that nobody has written to since lacks the newest."""
    return db.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone() is not None


def connected(path: Path, how: str) -> Connection:
    # as_uri percent-encodes; a plain path would let '?' and '#' in a name change how the file is opened.
    return sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None, check_same_thread=False)


def checked(db: Connection, path: Path) -> Connection:
    """Return the connection, set up for safe use, or close it and raise when this is no archive."""
    try:
        for pragma in (
            "trusted_schema = OFF",
            "foreign_keys = ON",
            "busy_timeout = 5000",
            "recursive_triggers = ON",
            "cell_size_check = ON",
            "cache_size = -32768",
            "temp_store = MEMORY",
        ):
            db.execute(f"PRAGMA {pragma}")
        if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise ArchiveError(
                tr("{name} is not an archive of bulletins.").format(name=path.name),
                tr("Choose a file that ends in .xhdb, or make a new archive."),
            )
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()  # what cannot be read fails here, not later
    except BaseException:
        db.close()
        raise
    return db


def require_file(path: Path) -> None:
    if path.is_file():
        return
    if path.is_dir():
        raise ArchiveError(
            tr("{name} is a folder, not an archive.").format(name=path.name),
            tr("Choose a file that ends in .xhdb, or make a new archive."),
        )
    raise ArchiveError(
        tr("There is no archive {path}.").format(path=path), tr("Check the name, or make a new archive there.")
    )


def _unmerged(path: Path) -> bool:
    wal = path.with_name(path.name + "-wal")
    return wal.is_file() and wal.stat().st_size > 0
