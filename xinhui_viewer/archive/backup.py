"""Backups and restored backups: copies that are verified before they get their names."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from itertools import count
from pathlib import Path
from sqlite3 import connect

from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.check import problems
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.faults import explaining
from xinhui_viewer.archive.lock import locked
from xinhui_viewer.archive.publish import making, publishing, settle
from xinhui_viewer.errors import ArchiveError
from xinhui_viewer.i18n import tr
from xinhui_viewer.job import Job

_PAGES = 1000
_BESIDE = ("-wal", "-shm", "-journal")  # SQLite finds its file of unmerged changes by name


def dated(archive: Path, label: str, day: date) -> Path:
    """Return an unused path beside an archive: its name with a label and a day."""
    for n in count(1):
        path = archive.with_name(f"{archive.stem}-{label}-{day}{f'-{n}' if n > 1 else ''}.xhdb")
        if not os.path.lexists(path):
            return path
    raise AssertionError


def backup(db: Archive, path: Path, job: Job | None = None) -> None:
    """Copy a snapshot of the archive to a new file ``path``; an ArchiveError when the copy is not sound."""
    with publishing(path) as made:
        if found := _copied(db, made, job or Job()):
            raise ArchiveError(
                tr("The backup {name} was not completed: {problem}").format(name=path.name, problem=found[0]),
                tr("The archive itself, or the disk, is damaged: restore an older backup."),
            )


def restore(source: Path, archive: Path, kept: Path, job: Job | None = None, patience: float = 5.0) -> bool:
    """Replace ``archive`` by a copy of the backup ``source``; return whether there was one, which is moved to ``kept``.

    An ArchiveError when the backup is damaged, or somebody has the archive open for longer than ``patience`` seconds;
    nothing is changed then.
    """
    archive = archive.resolve()
    if archive.exists() and source.exists() and archive.samefile(source):
        raise ArchiveError(
            tr("{name} is the archive itself.").format(name=source.name), tr("Choose a backup of this archive.")
        )
    with reading(source, job=job) as db, locked(archive), making(archive) as made:
        if found := _copied(db, made, job or Job()):
            raise ArchiveError(
                tr("The backup {name} is damaged: {problem}").format(name=source.name, problem=found[0]),
                tr("Choose another backup; nothing was changed."),
            )
        return _exchanged(made, archive, kept, patience)


def _copied(db: Archive, made: Path, job: Job) -> tuple[str, ...]:
    """Copy an archive over an empty file and return the problems of the copy."""
    with closing(connect(made, isolation_level=None)) as copy:
        db.connection.backup(copy, pages=_PAGES, progress=lambda _, left, total: job.progress(total - left, total))
        copy.execute("PRAGMA synchronous = FULL")
        copy.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with reading(made, frozen=True, job=job) as whole:
        return problems(whole, job)


def _exchanged(made: Path, archive: Path, kept: Path, patience: float) -> bool:
    """Replace an archive by a finished file; its bytes are under its name or under ``kept`` at every moment."""
    there = archive.exists()
    if there:
        _merge(archive, patience)
        try:
            os.link(archive, kept)
        except OSError:  # a file system without hard links
            archive.rename(kept)
    for ending in _BESIDE:
        left = archive.with_name(archive.name + ending)
        if there and left.exists():
            left.rename(kept.with_name(kept.name + ending))
        else:
            left.unlink(
                missing_ok=True
            )  # changes of an archive that is gone: SQLite would write them into the restored one
    made.replace(archive)
    settle(archive.parent)
    return there


def _merge(archive: Path, patience: float) -> None:
    """Merge pending changes; an ArchiveError when another program has the archive open.

    Such a program would write to, or remove, files beside the restored archive. A damaged archive stays as it is.
    """
    with explaining(archive), _damage_accepted(), closing(connect(archive, isolation_level=None)) as db:
        db.execute(f"PRAGMA busy_timeout = {round(patience * 1000)}")
        db.execute("PRAGMA journal_mode = DELETE")  # takes exclusive access, unlike a checkpoint


@contextmanager
def _damage_accepted() -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise
