"""Re-read every original with today's importers; ids and the user's own data stay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.derived import derive
from xinhui_viewer.archive.files import originals, places_of
from xinhui_viewer.archive.prepare import PreparedBulletin
from xinhui_viewer.archive.replace import replace_all
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.errors import Cancelled
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.run.batch import Batch
from xinhui_viewer.importers.run.pool import Pool, borrowed
from xinhui_viewer.importers.run.survey import survey_of_originals
from xinhui_viewer.importers.run.worker import Answer, Task
from xinhui_viewer.importers.run.workers import Workers, size
from xinhui_viewer.importers.taught import Taught
from xinhui_viewer.job import Job


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The outcome for an original: the ids of its bulletins, of those that changed, and the error."""

    name: str
    ids: tuple[int, ...]
    changed: tuple[int, ...] = ()
    error: str = ""


def rebuild(archive: Path, job: Job, pool: Pool | None = None) -> Iterator[Rebuilt]:
    """Read each original of an archive again and yield the outcome.

    A bulletin whose original can no longer be read stays as it was. Outcomes yielded before ``job`` is cancelled are
    kept.
    """
    with writing(archive, job) as db, borrowed(pool) as lent:
        kept = originals(db)
        yield from read_again(archive, db, kept, survey_of_originals(archive, kept, job, lent), job, lent)
        derive(db, job)  # those whose original can no longer be read


def read_again(
    archive: Path, db: Archive, kept: Sequence[tuple[int, str]], taught: Taught, job: Job, pool: Pool
) -> Iterator[Rebuilt]:
    """Read originals again, given by number and name, with what pages have taught; yield the outcomes."""
    with Workers(archive, [Task(name, number) for number, name in kept], pool, taught) as workers:
        batch: Batch[_Waiting] = Batch()
        answers = workers.answers(job)
        try:
            for done, (number, name) in enumerate(kept):
                job.progress(done, len(kept))
                while (answer := next(answers)) is not None:
                    batch.add(_waiting(name, places_of(db, number), answer), size(answer))
                if batch.is_due:
                    yield from _written(db, batch.taken())
                job.make_way(db)
            job.progress(len(kept), len(kept))
        except Cancelled:
            yield from _written(db, batch.taken())
            raise
        yield from _written(db, batch.taken())


def paired(
    there: Sequence[tuple[int, str]], read: Sequence[PreparedBulletin]
) -> tuple[tuple[int, PreparedBulletin], ...]:
    """Return the stored bulletins of an original with their new readings: by their place in it, the rest by order.

    The rest is left out unless there are as many of it as are stored.
    """
    by_place = {one.place: one for one in read if one.place}
    placed = {number: by_place.pop(place) for number, place in there if place in by_place}
    ids = [number for number, _place in there if number not in placed]
    rest = [one for one in read if one not in placed.values()]
    if len(rest) == len(ids):
        placed.update(zip(ids, rest, strict=True))
    return tuple(sorted(placed.items()))


@dataclass(frozen=True, slots=True)
class _Waiting:
    name: str
    ids: tuple[int, ...]
    read: tuple[tuple[int, PreparedBulletin], ...]
    error: str


def _waiting(name: str, there: Sequence[tuple[int, str]], answer: Answer) -> _Waiting:
    read = answer.prepared.bulletins if answer.prepared is not None else ()
    ids, pairs = tuple(number for number, _place in there), paired(there, read)
    if answer.error or len(read) == len(pairs) == len(ids):
        return _Waiting(name, ids, pairs, answer.error)
    told = tr("{name} now yields {now} bulletins instead of {then}; the stored ones stay as they are.")
    return _Waiting(name, ids, pairs, told.format(name=name, now=len(read), then=len(ids)))


def _written(db: Archive, waiting: list[_Waiting]) -> Iterator[Rebuilt]:
    """Write the waiting readings; yield their outcomes."""
    pairs = [pair for one in waiting for pair in one.read]
    changed = dict(zip((number for number, _read in pairs), replace_all(db, pairs), strict=True))
    for one in waiting:
        yield Rebuilt(one.name, one.ids, tuple(number for number in one.ids if changed.get(number)), one.error)
