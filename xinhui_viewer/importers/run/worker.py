"""The process that reads files for an import: a file that hangs or crashes it costs one line of the report.

It gets a file and answers with the results, ready to be written; it opens the archive for reading only.
"""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import os
import signal
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic

import psutil

from xinhui_viewer.archive import connect
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.files import documents_of, known, original_numbered
from xinhui_viewer.archive.prepare import Doubles, Prepared, prepared
from xinhui_viewer.errors import ArchiveError, EmptyPage
from xinhui_viewer.i18n import use
from xinhui_viewer.importers.page_kinds import Judged, note, passes
from xinhui_viewer.importers.run.pacing import Pace
from xinhui_viewer.importers.run.quiet import logged, quiet
from xinhui_viewer.importers.run.reading import Given, Reading, Watch, readings, reread
from xinhui_viewer.importers.run.tracing import retraced, traces
from xinhui_viewer.importers.taught import NOTHING, Taught
from xinhui_viewer.importers.web.site.trace import Trace
from xinhui_viewer.job import Unit
from xinhui_viewer.records import Draft

SECONDS = 10.0  # for an input, from one sign of life to the next

_MUCH = 150 * 2**20  # bytes: then garbage is collected
_PATIENCE, _SLEEP = 6.0, 30.0
_SLACK = 1.0  # seconds by which the end of a reader may be off: setting it costs a thread


@dataclass(frozen=True, slots=True)
class Opening:
    """The archive for the next tasks, if any, the language of their sentences, the lessons of other pages, and whether
    time is limited.
    """

    archive: Path | None
    language: str
    taught: Taught = NOTHING
    limits: bool = True


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read, or the archive's original of that number and name.

    Its first ``skip`` answers were given already, by a process that died after them. Pages that are ``judged`` are
    passed over when they are no bulletins; of a file that holds others only ``members`` are read, all without any.
    ``place``, ``root``, ``beside`` and ``again`` are those of ``Given``. With a number of ``traces``, its pages are
    only asked what they tell their siblings. Attachments that are ``given_up`` are not read: hashes, and a sentence on
    each.
    """

    path: str
    original: int = 0
    skip: int = 0
    judged: Judged = "none"
    members: frozenset[str] = frozenset()
    place: str = ""
    traces: int = 0
    root: Path | None = None
    beside: bool = False
    again: bool = False
    given_up: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The outcome of a file, or of ``member`` in it.

    It is an original to be written, the hash of one that is there, the kind of a page that is passed over, or a
    sentence (beside a kind, on the page), on what was left out of the file when it is ``skipped``; or the trace of a
    page, with the number of pages before it. ``limited``: it was given up because it took too much time or memory.
    ``beside`` are files beside a page that it names, but may not take unasked.
    """

    member: str = ""
    prepared: Prepared | None = None
    sha256: str = ""
    warning: str = ""
    error: str = ""
    skipped: bool = False
    limited: bool = False
    passed_over: str = ""
    traced: tuple[int, Trace] | None = None
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alive:
    """A sign of life between two members of a file."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A file, or ``member`` in it, is being read, which may take ``seconds``; of it the ``attachment``, by its hash.

    ``name`` is that of the attachment.
    """

    member: str
    seconds: float
    attachment: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Reached:
    """A page, or another unit, of what is read is begun: ``at``, from 1, of ``total``. It is no sign of life."""

    unit: Unit
    at: int
    total: int


@dataclass(frozen=True, slots=True)
class Done:
    """A file has been read to its end."""


Message = Answer | Alive | Begun | Reached | Done


def patience(seconds: float) -> float:
    """Return the seconds on the clock for an input that may take so many of a processor: five others may want it."""
    return _PATIENCE * seconds + _SLEEP


def serve(tasks: Connection, answers: Connection) -> None:
    """Read files for one import after another, until the pipe is closed; the entry point of the process.

    An import is an Opening, its tasks, and None when all are answered.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that writes handles Ctrl+C
    gc.disable()  # a page of a million cells has it look through a million values, again and again
    with quiet(), logged(), contextlib.suppress(EOFError, OSError):
        while True:
            opening: Opening = tasks.recv()
            use(opening.language)
            with _looked_into(opening.archive) as db:
                _serve(tasks, answers, db, opening)


def _serve(tasks: Connection, answers: Connection, db: Archive | None, opening: Opening) -> None:
    watch, own = _Telling(answers, db, opening), psutil.Process()
    task: Task | None
    while (task := tasks.recv()) is not None:
        for answer in _answers(task, watch, db):
            answers.send(answer)  # a sign of life, too
            watch.limit(SECONDS)
        if own.memory_info().rss > _MUCH:
            gc.collect()
        answers.send(Done())
        if not tasks.poll(_SLACK):
            watch.rest()
    watch.rest()


def _readings(task: Task, watch: Watch, db: Archive | None) -> Iterator[Reading]:
    if db is None or not task.original:
        given = Given(task.place, task.members, task.root, task.beside, task.again, task.judged)
        yield from readings(Path(task.path), watch, task.skip, given)
        return
    try:
        original, kept = original_numbered(db, task.original), documents_of(db, task.original)
    except ArchiveError as error:
        yield Reading(error=error)
    else:
        yield reread(original, watch, kept)


def _answers(task: Task, watch: _Telling, db: Archive | None) -> Iterator[Answer]:
    if task.traces:
        return _traces(task, watch, db)
    watch.take_up(task)
    return (_answer(reading, task.judged, watch) for reading in _readings(task, watch, db))


def _traces(task: Task, watch: Watch, db: Archive | None) -> Iterator[Answer]:
    """Yield the traces of pages; a page that cannot be read leaves none."""
    if db is None or not task.original:
        yield from (Answer(traced=one) for one in traces(Path(task.path), watch, task.place, task.traces))
        return
    with contextlib.suppress(ArchiveError):
        trace = retraced(original_numbered(db, task.original), watch)
        if trace is not None:
            yield Answer(traced=(0, trace))


def _answer(reading: Reading, judged: Judged, watch: Watch) -> Answer:
    found = passes(judged, reading.member)
    if found:
        if kind := _passed_over(reading.drafts):
            return Answer(reading.member, warning=note(kind, reading.drafts[0].called), passed_over=kind)
        if isinstance(reading.error, EmptyPage):
            return Answer(reading.member, warning=str(reading.error), passed_over="frame")
    doubles: Doubles = "skipped" if found else "imported" if judged == "none" else "duplicate"
    drafts = watch.texts.with_texts(reading.drafts, watch)
    ready = prepared(reading.original, drafts, doubles) if reading.original else None
    return Answer(
        reading.member,
        ready,
        reading.sha256,
        reading.warning,
        str(reading.error or ""),
        reading.skipped,
        beside=reading.beside,
    )


def _passed_over(drafts: Sequence[Draft]) -> str:
    """Return the kind of a page that holds no bulletin; empty for any other."""
    return drafts[0].passed_over if drafts and all(one.passed_over for one in drafts) else ""


class _Telling(Watch):
    """Reports the progress of reading to the other process."""

    def __init__(self, answers: Connection, db: Archive | None, opening: Opening) -> None:
        super().__init__()
        self._given_up: dict[str, str] = {}
        self._member = ""
        self._answers, self._db, self.taught, self._limits = answers, db, opening.taught, opening.limits
        self._null = os.open(os.devnull, os.O_WRONLY)
        self._end = 0.0
        self._pace = Pace()

    def alive(self) -> None:
        self.limit(SECONDS)
        self._answers.send(Alive())

    def begun(self, member: str, seconds: float) -> None:
        self._member = member
        self.limit(seconds)
        self._pace.begin()
        self._answers.send(Begun(member, seconds))

    def take_up(self, task: Task) -> None:
        """Take the attachments of a file that are not to be read."""
        self._given_up = dict(task.given_up)

    def reached(self, unit: Unit, at: int, total: int) -> None:
        if total > 1 and self._pace.is_due():
            with contextlib.suppress(OSError):  # the other process is gone, as the next answer will find
                self._answers.send(Reached(unit, at, total))

    def attaching(self, sha256: str, name: str, seconds: float) -> None:
        self.limit(seconds)
        self._pace.begin()
        self._answers.send(Begun(self._member, seconds, sha256, name))

    def attached(self) -> None:
        self.begun(self._member, SECONDS)

    def given_up(self, sha256: str) -> str:
        return self._given_up.get(sha256, "")

    def rest(self) -> None:
        """Wait for the next file, however long that takes."""
        faulthandler.cancel_dump_traceback_later()
        self._end = 0.0

    def is_known(self, sha256: str) -> bool:
        try:
            return self._db is not None and bool(known(self._db, sha256))
        except ArchiveError:  # the process that writes will report it
            return False

    def limit(self, seconds: float) -> None:
        """End this process if its work takes far longer and its watchdog, in the other process, is gone."""
        if not self._limits:
            return
        end = monotonic() + 2 * patience(seconds)
        if abs(end - self._end) > _SLACK:
            faulthandler.dump_traceback_later(2 * patience(seconds), exit=True, file=self._null)
            self._end = end


@contextlib.contextmanager
def _looked_into(archive: Path | None) -> Iterator[Archive | None]:
    if archive is None:
        yield None
        return
    with connect.reading(archive) as db:
        yield db
