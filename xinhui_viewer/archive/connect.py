"""Archives opened for reading: one SQLite file, many readers, one writer (writing.py)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import Connection

from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.damage import decoded
from xinhui_viewer.archive.faults import explaining
from xinhui_viewer.errors import ArchiveError, MissingArchive
from xinhui_viewer.i18n import tr
from xinhui_viewer.job import Job

APPLICATION_ID = 0x58484442  # "XHDB"
SCHEMA = 6  # the number of migrations: an archive with more comes from a newer version of the program
_NO_ROOM = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)


@contextmanager
def reading(path: Path, frozen: bool = False, job: Job | None = None) -> Iterator[Archive]:
    """Open an archive for reading and close it afterwards; once ``job`` is cancelled, queries raise Cancelled.

    ``frozen`` is for a file that nobody writes (the sample archive): no file is made beside it. An archive of a newer
    version is opened, too; ``read.info`` reports that.
    """
    require_file(path)
    job = job or Job()
    with explaining(path), closing(_readable(path, frozen)) as connection, job.interruptible(connection.interrupt):
        yield Archive(connection, path, job)


def version(db: Archive) -> int:
    """Return the version of the archive's schema."""
    return int(db.value("PRAGMA user_version"))


def connected(path: Path, how: str) -> Connection:
    """Return a connection to a file, opened as SQLite's URI parameters say."""
    # as_uri percent-encodes; a plain path would let '?' and '#' in a name change how the file is opened.
    uri = f"{path.absolute().as_uri()}?{how}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    connection.text_factory = decoded
    return connection


def checked(connection: Connection, path: Path) -> Connection:
    """Return the connection, set up for safe use; close it and raise an ArchiveError when the file is no archive."""
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
            connection.execute(f"PRAGMA {pragma}")
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise ArchiveError(
                tr("{name} is not an archive of bulletins.").format(name=path.name),
                tr("Choose a file with the extension .xhdb, or create a new archive."),
            )
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # an unreadable file fails here, not later
    except BaseException:
        connection.close()
        raise
    return connection


def _readable(path: Path, frozen: bool) -> Connection:
    if frozen:
        return checked(connected(path, "immutable=1"), path)
    try:
        # A connection that may not write could not remove the -wal and -shm files that it makes.
        connection = checked(connected(path, "mode=rw"), path)
        connection.execute("PRAGMA query_only = ON")
        return connection
    except sqlite3.OperationalError as error:
        # No -shm file can be made in a read-only folder. The contents of a -wal file would be missing.
        if error.sqlite_errorcode & 0xFF not in _NO_ROOM or _unmerged(path):
            raise
        return checked(connected(path, "immutable=1"), path)


def require_file(path: Path) -> None:
    """Raise an ArchiveError when there is no file at ``path``."""
    if path.is_file():
        return
    if path.is_dir():
        raise ArchiveError(
            tr("{name} is a folder, not an archive.").format(name=path.name),
            tr("Choose a file with the extension .xhdb, or create a new archive."),
        )
    problem, remedy = tr("The archive {path} does not exist."), tr("Check the name, or create a new archive there.")
    raise MissingArchive(problem.format(path=path), remedy, path)


def _unmerged(path: Path) -> bool:
    wal = path.with_name(path.name + "-wal")
    return wal.is_file() and wal.stat().st_size > 0
