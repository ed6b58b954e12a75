"""A copy of an archive that is known to be whole before it gets its name."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from sqlite3 import connect

from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.check import problems
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.publish import publishing
from xinhui_viewer.errors import ArchiveError
from xinhui_viewer.i18n import tr
from xinhui_viewer.job import Job

_PAGES = 1000


def backup(db: Archive, path: Path, job: Job | None = None) -> None:
    """Copy the archive, as it is now, to a new file ``path``; an ArchiveError when the copy is not sound."""
    job = job or Job()
    with publishing(path) as made:
        with closing(connect(made, isolation_level=None)) as copy:
            db.connection.backup(copy, pages=_PAGES, progress=lambda _, left, total: job.progress(total - left, total))
            copy.execute("PRAGMA synchronous = FULL")
            copy.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with reading(made, frozen=True) as copy:
            if found := problems(copy):
                raise ArchiveError(
                    tr("The backup {name} was not made: {problem}").format(name=path.name, problem=found[0]),
                    tr("The archive itself, or the disk, is damaged: restore an older backup."),
                )
