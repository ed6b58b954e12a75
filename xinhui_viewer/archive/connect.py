"""Making, opening and closing an archive: one SQLite file, many readers, one writer.

The window opens an archive for reading before its first paint: what only writing needs is imported where it is used.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import Connection

from xinhui_viewer.archive.faults import explaining
from xinhui_viewer.errors import ArchiveError
from xinhui_viewer.i18n import tr
from xinhui_viewer.job import Job

APPLICATION_ID = 0x58484442  # "XHDB"
SCHEMA = 3  # the number of migrations: an archive with more comes from a newer version of the program
_PAGE = 8192
_NO_ROOM = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)


def create(path: Path) -> None:
    """Make an empty archive; an ArchiveError when there is a file of that name or it cannot be made."""
    from xinhui_viewer.archive.publish import publishing

    with publishing(path) as made, closing(_connected(made, "mode=rw")) as db:
        db.execute(f"PRAGMA page_size = {_PAGE}")
        _prepare_for_writing(db)
        _grow(db, Job())


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
    _require_file(path)
    with explaining(path):
        if frozen:
            return _checked(_connected(path, "immutable=1"), path)
        try:
            # A connection that may not write could not clear away the -wal and -shm files it makes.
            db = _checked(_connected(path, "mode=rw"), path)
            db.execute("PRAGMA query_only = ON")
            return db
        except sqlite3.OperationalError as error:
            # A folder that cannot be written has no room for the -shm file. What a -wal file holds would be missing.
            if error.sqlite_errorcode & 0xFF not in _NO_ROOM or _unmerged(path):
                raise
            return _checked(_connected(path, "immutable=1"), path)


@contextmanager
def writing(path: Path, job: Job | None = None) -> Iterator[Connection]:
    """Open an archive for writing, alone, brought up to date; close it merged into one file.

    An ArchiveError when another window or program writes it, or it comes from a newer version. ``job`` hears of a
    rebuild of the index, where the program has learned to read words anew.
    """
    from xinhui_viewer.archive import entries
    from xinhui_viewer.archive.lock import locked

    _require_file(path)
    with locked(path), explaining(path), closing(_checked(_connected(path, "mode=rw"), path)) as db:
        if version(db) > SCHEMA:
            raise ArchiveError(
                tr("{name} was made by a newer version of the program and can only be read.").format(name=path.name),
                tr("Install the newest version to add to it."),
            )
        _prepare_for_writing(db)
        _grow(db, job or Job())
        try:
            yield db
        finally:
            if db.in_transaction:
                db.execute("ROLLBACK")
        entries.merge(db)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


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


def outdated(db: Connection) -> bool:
    """Return whether the next one that writes has tables, an index, sections or figures to bring up to date."""
    from xinhui_viewer.archive import derived, entries

    return version(db) < SCHEMA or entries.outdated(db) or derived.outdated(db)


def knows(db: Connection, table: str) -> bool:
    """Return whether an archive has a table: one that nobody has written to since lacks the newest."""
    return db.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone() is not None


def _connected(path: Path, how: str) -> Connection:
    # as_uri percent-encodes; a plain path would let '?' and '#' in a name change how the file is opened.
    return sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None, check_same_thread=False)


def _checked(db: Connection, path: Path) -> Connection:
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


def _prepare_for_writing(db: Connection) -> None:
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")  # NORMAL lost commits in 81 of 240 power cuts
    # 32 MB of pages until they are put in their places: an import writes most pages many times, and is a tenth faster.
    db.execute("PRAGMA wal_autocheckpoint = 4000")


def _grow(db: Connection, job: Job) -> None:
    """Bring schema and index up to date, each at once or not at all."""
    from xinhui_viewer.archive import derived, entries, rows

    if version(db) < SCHEMA:
        from xinhui_viewer.archive.migrations import migrate

        with transaction(db):
            new = version(db) == 0
            migrate(db)
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {SCHEMA}")
            if new:
                entries.stamp(db)
                derived.stamp(db)
                rows.stamp(db)
    if entries.outdated(db):
        with transaction(db):
            entries.rebuild(db, job)


def _require_file(path: Path) -> None:
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
