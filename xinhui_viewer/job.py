"""A job: long work reports its progress to it, and learns from it that it is cancelled. It knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Any, Literal, TypeVar

from xinhui_viewer.errors import Cancelled

T = TypeVar("T")
Unit = Literal["page", "sheet", "slide", "chapter"]


@dataclass(frozen=True, slots=True)
class Position:
    """The page, or other unit, of a file at which its reader is: ``at``, from 1, of ``total``.

    ``whole``: the file is the thing that counts for progress itself, and not one inside it or attached to it.
    """

    file: str
    unit: Unit
    at: int
    total: int
    whole: bool = True


class Job:
    """Progress and cancellation of one piece of work.

    ``report(done, total)``, within one of these things ``reached(position)``, None where none is known any more, and,
    between two transactions on an open archive, ``between(archive)`` are called from the working thread.
    """

    def __init__(
        self,
        report: Callable[[int, int], None] | None = None,
        between: Callable[[Any], None] | None = None,
        reached: Callable[[Position | None], None] | None = None,
    ) -> None:
        self._report, self._between, self._reached = report, between, reached
        self._position: Position | None = None
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
        self.within(None)
        if self._report is not None:
            self._report(done, total)

    def within(self, position: Position | None) -> None:
        """Report the position within the thing at hand, if it is another; progress ends it."""
        if self._reached is not None and position != self._position:
            self._reached(position)
        self._position = position

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
