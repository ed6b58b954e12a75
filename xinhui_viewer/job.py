"""A job: long work reports its progress to it, and learns from it that it is cancelled. It knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from threading import Lock
from typing import Any, TypeVar

from xinhui_viewer.errors import Cancelled

T = TypeVar("T")


class Job:
    """Progress and cancellation of one piece of work.

    ``report(done, total)`` and, between two transactions on an open archive, ``between(archive)`` are called from the
    working thread.
    """

    def __init__(
        self, report: Callable[[int, int], None] | None = None, between: Callable[[Any], None] | None = None
    ) -> None:
        self._report, self._between = report, between
        self._cancelled = False
        self._interrupts: list[Callable[[], None]] = []
        self._lock = Lock()

    @property
    def cancelled(self) -> bool:
        """Return whether the work is no longer wanted."""
        return self._cancelled

    def cancel(self) -> None:
        """Ask the work to stop; a database query that it waits for is interrupted at once. Any thread may call it."""
        with self._lock:
            self._cancelled = True
            for interrupt in self._interrupts:
                interrupt()

    def check(self) -> None:
        """Raise Cancelled when the work is no longer wanted."""
        if self._cancelled:
            raise Cancelled

    def progress(self, done: int, total: int) -> None:
        """Report progress; raise Cancelled when the work is no longer wanted."""
        self.check()
        if self._report is not None:
            self._report(done, total)

    def make_way(self, archive: object) -> None:
        """Let others make short changes to the work's open archive now; it must have no transaction open."""
        if self._between is not None:
            self._between(archive)

    def track(self, things: Sequence[T]) -> Iterator[T]:
        """Yield each thing and report progress after it; stop with Cancelled between two."""
        for done, thing in enumerate(things):
            self.progress(done, len(things))
            yield thing
        self.progress(len(things), len(things))

    @contextmanager
    def interruptible(self, interrupt: Callable[[], None]) -> Iterator[None]:
        """Make ``cancel`` also call ``interrupt`` (for example a connection's) while the block runs."""
        with self._lock:
            self.check()
            self._interrupts.append(interrupt)
        try:
            yield
        finally:
            with self._lock:
                self._interrupts.remove(interrupt)
