"""Read and import files and folders; one bad file never stops the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from xinhui_viewer import log
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.files import known
from xinhui_viewer.archive.prepare import Prepared, PreparedBulletin
from xinhui_viewer.archive.write import Added, add_all
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.errors import ArchiveError, Cancelled, UserError
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.page_kinds import ATTACHED, DOUBLE, Judged
from xinhui_viewer.importers.run.addresses import addresses, matched
from xinhui_viewer.importers.run.batch import Batch
from xinhui_viewer.importers.run.doubts import doubted
from xinhui_viewer.importers.run.finding import Found, found, passed_over
from xinhui_viewer.importers.run.pool import Pool, borrowed
from xinhui_viewer.importers.run.quiet import quiet
from xinhui_viewer.importers.run.reading import Given, Watch, readings
from xinhui_viewer.importers.run.rebuilding import read_again
from xinhui_viewer.importers.run.remarks import with_remarks
from xinhui_viewer.importers.run.survey import survey
from xinhui_viewer.importers.run.worker import Answer, Task
from xinhui_viewer.importers.run.workers import Workers, size
from xinhui_viewer.importers.table import Importer, importer_for
from xinhui_viewer.job import Job
from xinhui_viewer.records import Draft, Imported, Original, Outcome


def read(path: Path, *, beside: bool = False) -> tuple[Original, tuple[Draft, ...]]:
    """Return a file and the bulletins read from it, in this process; UnreadableSource when none could be read.

    For a container, return its first readable member, and the bulletins of all. ``beside``: a page takes the files
    beside it that it names.
    """
    watch = Watch()
    with quiet():
        all_ = tuple(readings(path, watch, given=Given(beside=beside)))
    original = next((reading.original for reading in all_ if reading.original is not None), None)
    if original is None:
        raise next(reading.error for reading in all_ if reading.error is not None)
    return original, watch.texts.with_texts([draft for reading in all_ for draft in reading.drafts], watch)


def import_sources(
    archive: Path,
    sources: Sequence[Path],
    job: Job,
    pool: Pool | None = None,
    judged: Judged = "members",
    *,
    beside: bool = False,
    again: bool = False,
    limits: bool = True,
) -> Iterator[Imported]:
    """Import files and folders; yield the outcome of each file as it is known.

    A file that cannot be read has a line, too. An ArchiveError (a full disk) ends the import; what was yielded as
    imported before is kept, also when ``job`` is cancelled. The processes of a ``pool`` are reused. Pages in
    folders and in other files that are no bulletins are passed over; with ``judged`` "all" those named are, too, with
    "none" none is. Pages of one site teach each other before they are read, those in the archive included; a site's
    first pages are read again once there are enough of it to learn from. Pages that are named take the files beside
    them only with ``beside``, and those that are there already also with ``again``. Without ``limits`` a file may take
    any time, and more memory.
    """
    yield from _imported(archive, tuple(found(sources, judged, beside=beside, again=again)), job, pool, limits=limits)


def import_passed_over(
    archive: Path, report: Sequence[Imported], job: Job, pool: Pool | None = None
) -> Iterator[Imported]:
    """Import the pages of a report that were passed over, whatever they are; yield the outcome of each."""
    yield from _imported(archive, tuple(passed_over(report)), job, pool)


def _imported(
    archive: Path, all_: Sequence[Found], job: Job, pool: Pool | None, *, limits: bool = True
) -> Iterator[Imported]:
    lists = {one.path: listed for one in all_ if one.fault is None and (listed := addresses(one.path))}
    # Documents come behind the pages that they are attached to.
    files = sorted((one for one in all_ if one.path not in lists), key=_is_document)
    sound = [
        Task(
            str(one.path),
            judged=one.judged,
            members=one.members,
            place=one.place,
            root=one.root,
            beside=one.beside,
            again=one.again,
        )
        for one in files
        if one.fault is None
    ]
    with writing(archive, job) as db, borrowed(pool) as lent:
        lessons = survey(archive, db, sound, job, lent)
        with Workers(archive, sound, lent, lessons.taught, limits=limits) as workers:
            yield from with_remarks(_kept(db, files, workers, job))
        for _rebuilt in read_again(archive, db, lessons.again, lessons.taught, job, lent):
            job.make_way(db)
        for path, wanted in lists.items():  # their bulletins may come with this import
            yield from matched(db, path, wanted)


def _is_document(one: Found) -> bool:
    """Return whether a file of a folder is neither a page nor a text nor one that holds others, by its name."""
    row = importer_for(one.path.name)
    if one.root is None or one.fault is not None or not isinstance(row, Importer):
        return False
    return row.traced is None and row.media_type != "text/plain"


def _kept(db: Archive, files: Sequence[Found], workers: Workers, job: Job) -> Iterator[Imported]:
    """Write what the processes read; yield the outcomes."""
    batch: Batch[_Waiting] = Batch()
    try:
        for source, answer in _answers(files, workers, job):
            batch.add(_Waiting(source, answer), size(answer))
            del answer  # else it would stay in memory until the next has come: 100 MB where both are large
            if batch.is_due:
                yield from _written(db, batch.taken())
            job.make_way(db)
    except Cancelled:
        yield from _written(db, batch.taken())
        raise
    yield from _written(db, batch.taken())


def _answers(files: Sequence[Found], workers: Workers, job: Job) -> Iterator[tuple[Found, Answer]]:
    """Yield the answers of each file, in order, and report progress."""
    reading = workers.answers(job)
    for done, source in enumerate(files):
        job.progress(done, len(files))
        if source.fault is not None:
            yield source, Answer(error=str(source.fault))
            continue
        for answer in iter(lambda: next(reading), None):
            yield source, answer
            del answer
    job.progress(len(files), len(files))


@dataclass(frozen=True, slots=True)
class _Waiting:
    source: Found
    answer: Answer


def _written(db: Archive, waiting: list[_Waiting]) -> Iterator[Imported]:
    """Write the waiting answers; yield their outcomes."""
    ready = [one.answer.prepared for one in waiting if one.answer.prepared is not None]
    added = iter(_added(db, ready))
    for one in waiting:
        yield _line(db, one, next(added) if one.answer.prepared is not None else None)


def _added(db: Archive, ready: list[Prepared]) -> list[Added | UserError]:
    """Write all in one transaction, or each alone when one cannot be written, so that the others are kept."""
    try:
        return [*add_all(db, ready)]
    except ArchiveError:
        raise
    except Exception:
        return [_added_alone(db, one) for one in ready]


def _added_alone(db: Archive, one: Prepared) -> Added | UserError:
    try:
        return add_all(db, (one,))[0]
    except ArchiveError:
        raise
    except Exception as error:
        log.record(error)
        problem = tr("{name} could not be kept because of a program error ({error}).")
        return UserError(
            problem.format(name=one.file.name, error=repr(error)[:200]), tr("Report this and attach the file.")
        )


def _line(db: Archive, one: _Waiting, added: Added | UserError | None) -> Imported:
    line = _line_without_beside(db, one, added)
    return replace(line, beside=one.answer.beside, limited=one.answer.limited)


def _line_without_beside(db: Archive, one: _Waiting, added: Added | UserError | None) -> Imported:
    path, answer = str(one.source.path), one.answer
    if isinstance(added, UserError):
        return Imported(path, "rejected", error=str(added), member=answer.member)
    if added is not None and answer.prepared is not None:
        return _line_on(path, answer.member, added, answer.prepared.bulletins)
    if answer.passed_over:
        kind, notes = answer.passed_over, (answer.warning,)
        return Imported(path, "skipped", member=answer.member, notes=notes, passed_over=kind)
    if answer.sha256:
        return Imported(path, "duplicate", known(db, answer.sha256), member=answer.member)
    if answer.warning:
        return Imported(path, "imported-with-warning", warnings=(answer.warning,), member=answer.member)
    return _refused(path, answer.error, answer.member, skipped=answer.skipped or not one.source.asked_for)


def _line_on(path: str, member: str, added: Added, read: Sequence[PreparedBulletin]) -> Imported:
    """Return the line on bulletins that could be read."""
    if added.outcome in ("duplicate", "skipped"):
        kind = (ATTACHED if added.attached else DOUBLE) if added.outcome == "skipped" and added.ids else ""
        line = Imported(path, added.outcome, added.ids, member=member, notes=added.notes, passed_over=kind)
        return replace(line, attachments_added=added.attachments_added)
    warnings = tuple(warning for bulletin in read for warning in bulletin.warnings)
    outcome: Outcome = "imported-with-warning" if warnings and added.outcome == "imported" else added.outcome
    return doubted(Imported(path, outcome, added.ids, warnings, member=member, notes=added.notes), read)


def _refused(path: str, error: str, member: str, *, skipped: bool) -> Imported:
    return Imported(path, "skipped" if skipped else "rejected", error=error, member=member)
