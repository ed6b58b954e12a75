"""The processes that read, and their watchdog: an input that takes 10 seconds or 1 GB is given up.

The seconds are those that a processor works on it: a busy machine does not make a good file a bad one. One that sleeps
is given up after many times as long on the clock.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from pathlib import Path, PurePosixPath
from time import monotonic
from types import TracebackType

from xinhui_viewer.archive.prepare import PreparedFile
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import N_, tr
from xinhui_viewer.importers.run.attaching import missing
from xinhui_viewer.importers.run.pool import Pool, Reader, ended
from xinhui_viewer.importers.run.usage import memory_of, worked, worked_by_others
from xinhui_viewer.importers.run.worker import SECONDS, Answer, Begun, Done, Message, Reached, Task, patience
from xinhui_viewer.importers.taught import NOTHING, Taught
from xinhui_viewer.job import Job, Position

_SLACK = 0.5  # seconds by which the work of a process may be off
_LOOK = 0.02  # seconds between two checks
_TIRED = 400 * 2**20  # bytes a process may keep after an input
_AHEAD = 8  # files queued in a process, so that it never waits
_WINDOW = 64  # files that may be read ahead of a slow one
_MOST_WAITING = 24 * 2**20  # bytes of answers that may wait for a slow one
_MOST_DEATHS = 20  # of one input, a container with that many bad members
_FOR_EACH = 4  # files that are worth another process
_MEMORY = 900 * 2**20  # bytes for one input, as measured at a check: between two it grows on
_UNLIMITED = 3 * 2**30  # bytes for one that the user wants at any cost


@dataclass(slots=True)
class _Worker:
    reader: Reader
    given: deque[int] = field(default_factory=deque)
    since: float = 0.0  # on the clock
    asked: float = float("-inf")  # on the clock, when its work was asked for
    used: float = 0.0  # of a processor, then
    seconds: float = SECONDS
    looked: float = 0.0


@dataclass(slots=True)
class _File:
    """A file and its state: the number and size of its answers, the member and the attachment (its hash) being read."""

    task: Task
    answers: deque[Answer] = field(default_factory=deque)
    waiting: int = 0
    answered: int = 0
    member: str = ""
    attachment: str = ""
    name: str = ""
    reading: bool = False
    reached: Reached | None = None
    deaths: int = 0
    done: bool = False

    @property
    def called(self) -> str:
        """The name of what is being read."""
        return self.name if self.attachment else self.member or Path(self.task.path).name

    @property
    def position(self) -> Position | None:
        """The page that is being read, where that is known."""
        if self.reached is None:
            return None
        name, whole = PurePosixPath(self.called).name, not (self.attachment or self.member)
        return Position(name, self.reached.unit, self.reached.at, self.reached.total, whole)


# By whether a limit ended it.
_REMEDIES = {
    True: N_("If you trust it, try it again without limits."),
    False: N_("Save it from its source again, or report this."),
}


class Workers:
    """Reads files in processes of their own, as many as there are processors.

    Leaving the block ends those that still read, and all when they were not borrowed from a ``pool``. They know what
    pages have ``taught``. With ``limits`` false an input may take any time, and 3 GB. ``clock`` returns seconds, and
    ``used`` those that a process has worked.
    """

    def __init__(
        self,
        archive: Path | None,
        tasks: Sequence[Task],
        pool: Pool | None = None,
        taught: Taught = NOTHING,
        *,
        limits: bool = True,
        memory: int = _MEMORY,
        clock: Callable[[], float] = monotonic,
        used: Callable[[BaseProcess], float] = worked,
    ) -> None:
        self._archive, self._taught, self._clock, self._used = archive, taught, clock, used
        self._limits, self._memory = limits, memory if limits else _UNLIMITED
        self._pool, self._own = pool or Pool(), pool is None
        self._most = os.cpu_count() or 1
        self._files = [_File(task) for task in tasks]
        self._queue = deque(range(len(tasks)))
        self._workers: list[_Worker] = []
        self._given_up: dict[str, str] = {}  # attachments, by their hashes, that ended a process, and why

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            if worker.given or self._own:
                ended(worker.reader)
            else:
                self._pool.take_back(worker.reader)

    def answers(self, job: Job) -> Iterator[Answer | None]:
        """Yield the answers of each file, in order, and None after the last of each.

        Cancelled is raised within a tenth of a second; answers yielded before are whole.
        """
        for number, file in enumerate(self._files):
            while file.answers or not file.done:
                if file.answers:
                    answer = file.answers.popleft()
                    file.waiting -= size(answer)
                    yield answer
                    del answer
                else:
                    job.check()
                    self._work(number)
                    job.within(file.position)
            yield None

    def _work(self, current: int) -> None:
        """Give out files, wait a moment for answers, and check the processes."""
        self._give(current)
        ready = wait([worker.reader.answers for worker in self._workers], _LOOK * 2.5)
        for worker in list(self._workers):
            if worker.reader.answers in ready:
                self._receive(worker)
            if worker in self._workers and self._clock() - worker.looked > _LOOK:
                self._look_at(worker)

    def _give(self, current: int) -> None:
        wanted = min(self._most, -(-len(self._queue) // _FOR_EACH))
        while len(self._workers) < wanted:
            self._workers.append(_Worker(self._pool.lend(self._archive, self._taught, limits=self._limits)))
        waiting = sum(file.waiting for file in self._files[current : current + _WINDOW + _AHEAD])
        for worker in sorted(self._workers, key=lambda one: len(one.given)):
            while self._queue and len(worker.given) < _AHEAD:
                number = self._queue[0]
                if number > current and (number > current + _WINDOW or waiting > _MOST_WAITING):
                    return
                try:
                    worker.reader.tasks.send(self._task(self._files[number]))
                except OSError:  # it has died: its remaining answers are taken first
                    break
                self._queue.popleft()
                if not worker.given:
                    self._begin(worker, SECONDS * 2)  # it may not have started yet
                worker.given.append(number)

    def _task(self, file: _File) -> Task:
        return replace(file.task, skip=file.answered, given_up=tuple(self._given_up.items()))

    def _receive(self, worker: _Worker) -> None:
        try:
            while worker.reader.answers.poll():
                self._take(worker, worker.reader.answers.recv())
        except (EOFError, OSError):
            self._bury(worker, "")

    def _take(self, worker: _Worker, message: Message) -> None:
        file = self._files[worker.given[0]]
        if isinstance(message, Reached):  # which gives its process no more time
            file.reached = message
            return
        self._begin(worker, SECONDS)
        file.reached = None
        if isinstance(message, Begun):
            worker.seconds, file.member, file.reading = message.seconds, message.member, True
            file.attachment, file.name = message.attachment, message.name
        elif isinstance(message, Answer):
            file.reading, file.attachment = False, ""
            file.answered += 1
            file.waiting += size(message)
            file.answers.append(message)
        elif isinstance(message, Done):
            file.done = True
            worker.given.popleft()

    def _begin(self, worker: _Worker, seconds: float) -> None:
        """Give a process so many seconds from now on; asking the system for its work costs a tenth of a page."""
        worker.since, worker.seconds = self._clock(), seconds
        if worker.since - worker.asked >= _SLACK:
            worker.asked, worker.used = worker.since, self._used(worker.reader.process)

    def _is_over(self, worker: _Worker) -> bool:
        """Return whether an input's time is up: it is asked of a process only when its clock could say so."""
        passed = worker.looked - worker.since
        if not self._limits or passed <= worker.seconds:
            return False
        process = worker.reader.process
        used = self._used(process) - worker.used
        return passed > patience(worker.seconds) or used + worked_by_others(process) > worker.seconds + _SLACK

    def _look_at(self, worker: _Worker) -> None:
        """Kill a process that takes too much time or memory; restart one that keeps too much."""
        worker.looked = self._clock()
        memory = memory_of(worker.reader.process)
        if not worker.reader.process.is_alive() and not worker.reader.answers.poll():
            self._bury(worker, "")
        elif not worker.given:
            if memory > _TIRED:
                self._workers.remove(worker)
                ended(worker.reader)
        elif memory > self._memory:
            self._bury(worker, tr("Reading {name} takes more than {megabytes} MB of memory, so it was left out."))
        elif self._is_over(worker) and not worker.reader.answers.poll():
            self._bury(worker, tr("Reading {name} takes more than {seconds} seconds, so it was left out."))

    def _bury(self, worker: _Worker, sentence: str) -> None:
        """Report the file that ended a process, and queue its other files for the next process."""
        if worker in self._workers:
            self._workers.remove(worker)
        seconds = round(worker.seconds)
        ended(worker.reader)
        if not worker.given:
            return
        number = worker.given.popleft()
        file = self._files[number]
        again = self._blamed(file, sentence, seconds) if file.reading or file.member or not file.answered else False
        file.member, file.attachment, file.reading, file.done = "", "", False, not again
        file.reached = None
        self._queue.extendleft(reversed([*([number] if again else []), *worker.given]))

    def _blamed(self, file: _File, sentence: str, seconds: int) -> bool:
        """Report the input that ended a process; return whether the file holds more, of which the next may be sound."""
        problem = (sentence or tr("Reading {name} ended unexpectedly, so it was left out.")).format(
            name=file.called, seconds=seconds, megabytes=1024
        )
        error = UnreadableSource(problem, tr(_REMEDIES[bool(sentence)]))
        file.deaths += 1
        if file.attachment and file.deaths < _MOST_DEATHS:
            self._given_up[file.attachment] = missing(error)
            return True
        file.answers.append(Answer(file.member, error=str(error), limited=bool(sentence)))
        file.answered += 1
        return file.reading and bool(file.member) and not file.task.traces and file.deaths < _MOST_DEATHS


def size(answer: Answer) -> int:
    """Return the size of an answer in bytes, roughly."""
    if answer.prepared is None:
        return 0
    return len(answer.prepared.file.content) + sum(
        2 * (len(one.body) + sum(map(len, one.words))) + sum(map(_size, one.attachments))
        for one in answer.prepared.bulletins
    )


def _size(file: PreparedFile) -> int:
    return len(file.content) + (2 * (len(file.text.body) + len(file.text.words)) if file.text is not None else 0)
