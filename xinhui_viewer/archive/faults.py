"""SQLite's errors as sentences for the user: one that names the archive, one that says what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from xinhui_viewer.errors import ArchiveError, Cancelled, DamagedArchive
from xinhui_viewer.i18n import N_, tr

# By SQLite's primary result code: problem and remedy.
_SENTENCES = {
    sqlite3.SQLITE_FULL: (
        N_("The disk is full: {name} could not be written."),
        N_("Free some disk space and try again; the earlier contents of the archive are unharmed."),
    ),
    sqlite3.SQLITE_IOERR: (
        N_("The disk reported an error while accessing {name}."),
        N_("Copy the archive to another disk and open the copy."),
    ),
    sqlite3.SQLITE_READONLY: (
        N_("{name} is read-only."),
        N_("Allow writing to the file and its folder, or copy the archive to a folder of your own."),
    ),
    sqlite3.SQLITE_CORRUPT: (
        N_("{name} is damaged."),
        N_("Restore a backup; until then, reading what is undamaged may still work."),
    ),
    sqlite3.SQLITE_NOTADB: (
        N_("{name} is not an archive of bulletins."),
        N_("Choose a file with the extension .xhdb, or create a new archive."),
    ),
    sqlite3.SQLITE_BUSY: (
        N_("{name} is in use by another program."),
        N_("Close the other program, or try again in a moment."),
    ),
    sqlite3.SQLITE_CANTOPEN: (
        N_("{name} cannot be opened."),
        N_("Check that you have permission to read the file and its folder."),
    ),
    sqlite3.SQLITE_TOOBIG: (
        N_("A text is too long for {name}."),
        N_("Split the file into smaller ones."),
    ),
}
_SENTENCES[sqlite3.SQLITE_LOCKED] = _SENTENCES[sqlite3.SQLITE_BUSY]
_SENTENCES[sqlite3.SQLITE_PERM] = _SENTENCES[sqlite3.SQLITE_AUTH] = _SENTENCES[sqlite3.SQLITE_CANTOPEN]


def require_folder(path: Path) -> None:
    """Raise an ArchiveError when the folder that ``path`` is in does not exist."""
    if not path.parent.exists():
        problem = tr("The folder {folder} does not exist.").format(folder=path.parent)
        raise ArchiveError(problem, tr("Choose an existing folder."))


@contextmanager
def explaining(path: Path) -> Iterator[None]:
    """Raise SQLite's errors about ``path`` in the block as ArchiveErrors, and an interrupt as Cancelled."""
    try:
        yield
    except sqlite3.Error as error:
        raise told(error, path) from error


def told(error: sqlite3.Error, path: Path) -> Exception:
    """Return the ArchiveError for an error, or the error itself when it is a bug."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_INTERRUPT:
        return Cancelled()
    if code not in _SENTENCES:
        return error
    problem, remedy = _SENTENCES[code]
    kind = DamagedArchive if code == sqlite3.SQLITE_CORRUPT else ArchiveError
    return kind(tr(problem).format(name=path.name), tr(remedy))
