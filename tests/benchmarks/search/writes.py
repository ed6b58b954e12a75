"""Times to add, change and remove a bulletin, in a copy of the archive that is at rest."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time
from typing import TypeVar

from tests.benchmarks.search.corpus import documents, original
from tests.builders import saying
from xinhui_viewer.archive import entries
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.prepare import Prepared, prepared
from xinhui_viewer.archive.write import add_all
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.records import Draft

COUNT = 300
_T = TypeVar("_T")
_BETWEEN = 20  # writes between two merges in idle time


@dataclass(frozen=True, slots=True)
class Written:
    """Milliseconds of a processor for every write; ``waited`` are those of whole additions with two waits for the disk,
    as the program does.
    """

    added: list[float]
    changed: list[float]
    removed: list[float]
    waited: list[float]


def written(archive: Path) -> Written | None:
    """Measure in a copy of the archive; None where there is no room for one."""
    if shutil.disk_usage(archive.parent).free < 2 * archive.stat().st_size:
        return None
    with tempfile.TemporaryDirectory(dir=archive.parent) as folder:
        copy = Path(folder) / archive.name
        shutil.copyfile(archive, copy)
        with writing(copy) as db:
            while entries.merge(db, 2000):
                pass
            db.run("PRAGMA wal_checkpoint(TRUNCATE)")  # as the previous writer has done
            return _written(db)


def _written(db: Archive) -> Written:
    drafts = list(islice(documents(9000), 8000, 8000 + 2 * COUNT))
    first = [_read(f"first {n}", n, draft) for n, draft in enumerate(drafts[:COUNT])]
    second = [_read(f"second {n}", n, draft) for n, draft in enumerate(drafts[COUNT:])]
    more = [_read(f"more {n}", COUNT + n, draft) for n, draft in enumerate(drafts[:COUNT])]
    db.run("PRAGMA synchronous = OFF")  # the index's work, without waiting for this disk
    # The first addition of a process reads the table of pinyin, 8 ms: it is not timed.
    add_all(db, [_read("warm", -1, drafts[-1])])
    added = _timed(db, first, lambda one: add_all(db, [one]))
    changed = _timed(db, second, lambda one: add_all(db, [one]))
    rows = [row for (row,) in db.rows("SELECT row FROM bulletins WHERE latest ORDER BY id DESC LIMIT ?", (COUNT,))]
    removed = _timed(db, rows, lambda row: _remove(db, row))
    db.run("PRAGMA synchronous = FULL")
    return Written(added, changed, removed, _timed(db, more, lambda one: add_all(db, [one]), perf_counter))


def _timed(
    db: Archive, items: Iterable[_T], act: Callable[[_T], object], clock: Callable[[], float] = process_time
) -> list[float]:
    times = []
    for n, item in enumerate(items):
        begin = clock()
        act(item)
        times.append(1000 * (clock() - begin))
        if n % _BETWEEN == 0:
            entries.merge(db)
            db.run("PRAGMA wal_checkpoint(PASSIVE)")
    return times


def _read(name: str, n: int, draft: Draft) -> Prepared:
    """Return a draft as it comes from the importers' process; the same ``n`` is a revision."""
    return prepared(original(name), [saying(draft, url=f"https://example.org/{n}")])


def _remove(db: Archive, row: int) -> None:
    with db.transaction():
        entries.withdraw(db, row)
        db.run("UPDATE bulletins SET latest = 0 WHERE row = ?", (row,))
