"""Processes that read files, kept from one import to the next: starting one costs 0.3 s, reading a page 0.01 s."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType

from xinhui_viewer.i18n import language
from xinhui_viewer.importers.run.worker import Opening, serve
from xinhui_viewer.importers.taught import NOTHING, Taught
from xinhui_viewer.spawning import started


@dataclass(frozen=True, slots=True)
class Reader:
    """A process that reads, with the pipes for its tasks and answers."""

    process: BaseProcess
    tasks: Connection
    answers: Connection


class Pool:
    """Lends processes that read; leaving the block ends the idle ones."""

    def __init__(self) -> None:
        self._idle: list[Reader] = []

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        while self._idle:
            ended(self._idle.pop())

    def lend(self, archive: Path | None, taught: Taught = NOTHING, *, limits: bool = True) -> Reader:
        """Return a process that skips files known to ``archive`` and knows the lessons of other pages.

        It is started if none is idle.
        """
        opening = Opening(archive, language(), taught, limits)
        while self._idle:
            reader = self._idle.pop()
            try:
                reader.tasks.send(opening)
            except OSError:  # it died idle
                ended(reader)
            else:
                return reader
        reader = _started()
        with suppress(OSError):  # whoever borrows a process that dies at its start finds it dead
            reader.tasks.send(opening)
        return reader

    def take_back(self, reader: Reader) -> None:
        """Keep a process that has answered all its tasks; it closes the archive."""
        try:
            reader.tasks.send(None)
        except OSError:
            ended(reader)
        else:
            self._idle.append(reader)


@contextmanager
def borrowed(pool: Pool | None) -> Iterator[Pool]:
    """Yield a pool, one of its own, which is left at the end, without one."""
    if pool is not None:
        yield pool
        return
    with Pool() as own:
        yield own


def ended(reader: Reader) -> None:
    """Kill a process."""
    reader.tasks.close()
    reader.process.kill()
    reader.process.join()
    reader.answers.close()


def _started() -> Reader:
    # Pipes and no sockets: nothing that looks like a network is opened.
    context = multiprocessing.get_context("spawn")
    tasks, give = context.Pipe(duplex=False)
    take, answers = context.Pipe(duplex=False)
    process = started(serve, (tasks, answers), "xinhui-import")
    tasks.close()
    answers.close()
    return Reader(process, give, take)
