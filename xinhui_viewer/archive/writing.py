"""Create an archive, and open one for writing: exclusively, and brought up to date first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from xinhui_viewer.archive import derived, entries, rows
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.connect import (
    APPLICATION_ID,
    SCHEMA,
    checked,
    connected,
    require_file,
    version,
)
from xinhui_viewer.archive.faults import explaining
from xinhui_viewer.archive.lock import locked
from xinhui_viewer.archive.publish import publishing
from xinhui_viewer.errors import ArchiveError
from xinhui_viewer.i18n import tr
from xinhui_viewer.job import Job

_PAGE = 8192


def create(path: Path) -> None:
    """Create an empty archive; an ArchiveError when there is a file of that name or it cannot be created."""
    with publishing(path) as made, closing(Archive(connected(made, "mode=rw"), path)) as db:
        db.run(f"PRAGMA page_size = {_PAGE}")
        _prepare_for_writing(db)
        _grow(db, Job())


@contextmanager
def writing(path: Path, job: Job | None = None) -> Iterator[Archive]:
    """Open an archive for writing, exclusively and brought up to date; close it merged into one file.

    An ArchiveError when another window or program writes it, or it comes from a newer version. ``job`` is told of a
    rebuild of the index, which is needed when the program's terms of a text have changed.
    """
    require_file(path)
    with (
        locked(path),
        explaining(path),
        closing(Archive(checked(connected(path, "mode=rw"), path), path)) as db,
    ):
        if version(db) > SCHEMA:
            raise ArchiveError(
                tr("{name} was created by a newer version of the program and can only be read.").format(name=path.name),
                tr("Install the latest version to add to it."),
            )
        _prepare_for_writing(db)
        _grow(db, job or Job())
        try:
            yield db
        finally:
            db.roll_back()
        _index_again(db, job or Job())
        entries.merge(db)
        db.run("PRAGMA wal_checkpoint(TRUNCATE)")


def outdated(db: Archive) -> bool:
    """Return whether the next writer has tables, an index, sections or figures to bring up to date."""
    return version(db) < SCHEMA or entries.outdated(db) or derived.outdated(db)


def _prepare_for_writing(db: Archive) -> None:
    db.run("PRAGMA journal_mode = WAL")
    db.run("PRAGMA synchronous = FULL")  # NORMAL lost commits in 81 of 240 power cuts
    # A checkpoint every 32 MB: an import writes most pages many times, and is a tenth faster.
    db.run("PRAGMA wal_autocheckpoint = 4000")


def _grow(db: Archive, job: Job) -> None:
    """Bring schema and index up to date, each atomically."""
    if version(db) < SCHEMA:
        from xinhui_viewer.archive.migrations import migrate

        with db.transaction():
            new = version(db) == 0
            migrate(db)
            db.run(f"PRAGMA application_id = {APPLICATION_ID}")
            db.run(f"PRAGMA user_version = {SCHEMA}")
            if new:
                entries.stamp(db)
                derived.stamp(db)
                rows.stamp(db)
    _index_again(db, job)


def _index_again(db: Archive, job: Job) -> None:
    """Rebuild an index that is outdated, or that could not follow a damaged text."""
    if entries.outdated(db):
        with db.transaction():
            entries.rebuild(db, job)
