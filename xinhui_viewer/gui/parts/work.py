"""Work on archives: every writer waits in the archive's queue, and closing a window ends none."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Thread
from time import perf_counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from xinhui_viewer.errors import Cancelled
from xinhui_viewer.job import Job, Position

if TYPE_CHECKING:
    from xinhui_viewer.archive.archive import Archive


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of work: its text before its extent is known, and after, with {done} and {total}.

    ``unasked`` work is the program's own and runs after the user's. Work that ``resumes`` goes on
    where it was interrupted, and even makes way while it runs.
    """

    begin: str
    text: str = ""
    unasked: bool = False
    resumes: bool = False


@dataclass(eq=False, slots=True)
class Piece:
    """A piece of work on an archive; at its end ``answer`` is set, or ``error``: Cancelled when it was stopped.

    ``queue`` is the key of its queue, ``about`` is for the receiver of the answer, ``owner`` the window that asked for
    it. ``began`` is in seconds of ``perf_counter``, 0 while it waits.
    """

    kind: Kind
    archive: Path
    run: Callable[[Job], Any]
    queue: object
    about: Any = None
    change: Callable[[Archive], Any] | None = None
    owner: object = None
    job: Job = field(default_factory=Job)
    began: float = 0.0
    done: int = 0
    total: int = 0
    position: Position | None = None
    answer: Any = None
    error: BaseException | None = None

    @property
    def stopped(self) -> bool:
        """Return whether it was stopped."""
        return isinstance(self.error, Cancelled)

    @property
    def writes(self) -> bool:
        """Return whether it writes its archive."""
        return isinstance(self.queue, Path)

    def carry_out(self, run: Callable[[], Any]) -> None:
        """Run ``run`` and keep its result or exception."""
        try:
            self.answer = run()
        except BaseException as error:  # every failure is delivered to the GUI thread, none ends the queue
            self.error = error


@dataclass(eq=False, slots=True)
class _Queue:
    """The running piece of work on an archive, in a thread of its own, and the waiting ones."""

    running: Piece | None = None
    thread: Thread | None = None
    waiting: list[Piece] = field(default_factory=list)
    changes: list[Piece] = field(default_factory=list)
    again: Piece | None = None

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Return the running piece, then the waiting ones in order."""
        running = (self.running,) if self.running is not None else ()
        return (*running, *self.changes, *self.waiting)


class ArchiveWork(QObject):
    """Runs the work on each archive one piece after another, in the order asked for; archives run side by side.

    ``changed`` is emitted when work starts, waits or progresses, ``ended`` carries a finished piece. Both are
    emitted in the GUI thread, to every window at that time.
    """

    changed = Signal()
    ended = Signal(object)
    _over = Signal(object)
    _progressed = Signal(object, int, int)
    _reached = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queues: dict[object, _Queue] = {}
        self._over.connect(self._deliver)
        self._progressed.connect(self._note_progress)
        self._reached.connect(self._note_position)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Return the running and waiting pieces, archive by archive, each in order."""
        return tuple(piece for queue in self._queues.values() for piece in queue.pieces)

    def has(self, kind: Kind, archive: Path) -> bool:
        """Return whether work of a kind on an archive runs or waits."""
        return any(piece.kind is kind and piece.archive == archive for piece in self.pieces)

    def start(
        self, kind: Kind, archive: Path, run: Callable[[Job], Any], about: Any = None, *, owner: object = None
    ) -> None:
        """Queue a function that opens ``archive`` by itself, to run in its turn."""
        key = archive.resolve()
        queue = self._queue(key)
        running = queue.running
        if running is not None and running.kind.resumes and not kind.unasked and queue.again is None:
            queue.again = Piece(running.kind, running.archive, running.run, key, running.about, owner=running.owner)
            running.job.cancel()
        queue.waiting.append(Piece(kind, archive, run, key, about, owner=owner))
        self._advance(queue)

    def start_reading(
        self, kind: Kind, archive: Path, run: Callable[[Job], Any], about: Any = None, *, owner: object = None
    ) -> None:
        """Run a function that only reads ``archive`` at once, beside its writers; nothing waits for it."""
        key = object()
        self._queue(key).waiting.append(Piece(kind, archive, run, key, about, owner=owner))
        self._advance(self._queue(key))

    def change(
        self, kind: Kind, archive: Path, change: Callable[[Archive], Any], about: Any = None, *, owner: object = None
    ) -> None:
        """Make a short change to an archive as soon as possible, at best between two transactions of running work."""
        key = archive.resolve()
        queue = self._queue(key)
        queue.changes.append(Piece(kind, archive, partial(_changed, archive, change), key, about, change, owner))
        self._advance(queue)

    def stop(self, piece: Piece) -> None:
        """Remove a waiting piece from its queue; cancel a running one, which keeps its partial results."""
        queue = self._queue(piece.queue)
        if piece is queue.running:
            queue.again = None
            piece.job.cancel()
            return
        for waiting in (queue.waiting, queue.changes):
            with suppress(ValueError):
                waiting.remove(piece)
                piece.error = Cancelled()
                self.changed.emit()
                self.ended.emit(piece)

    def stop_all(self) -> None:
        """Stop all work."""
        for piece in reversed(self.pieces):
            self.stop(piece)

    def join(self, seconds: float) -> None:
        """Wait for stopped work, at most ``seconds``; only without a window, which would have to wait, too."""
        for queue in self._queues.values():
            if queue.thread is not None:
                queue.thread.join(seconds)

    def _queue(self, key: object) -> _Queue:
        return self._queues.setdefault(key, _Queue())

    def _advance(self, queue: _Queue) -> None:
        """Start the next piece, unless one runs."""
        queue.waiting.sort(key=lambda piece: piece.kind.unasked)
        if queue.running is None and (piece := _taken(queue.changes) or _taken(queue.waiting)) is not None:
            piece.began = perf_counter()
            progressed, reached = partial(self._progressed.emit, piece), partial(self._reached.emit, piece)
            piece.job = Job(progressed, partial(self._make_way, queue), reached)
            queue.running = piece
            queue.thread = Thread(target=self._work, args=(queue, piece), daemon=True)
            queue.thread.start()
        self._queues = {key: one for key, one in self._queues.items() if one.pieces}
        self.changed.emit()

    def _work(self, queue: _Queue, piece: Piece) -> None:
        """Carry out a piece of work, in its thread."""
        piece.carry_out(lambda: piece.run(piece.job))
        self._tell(piece)

    def _make_way(self, queue: _Queue, db: Archive) -> None:
        """Make the waiting changes, in the thread of the work that has opened the archive."""
        while (piece := _taken(queue.changes)) is not None:
            assert piece.change is not None
            piece.carry_out(partial(piece.change, db))
            self._tell(piece)

    def _tell(self, piece: Piece) -> None:
        try:
            self._over.emit(piece)
        except RuntimeError:  # the program is gone: nobody is left to deliver to
            return

    @Slot(object)
    def _deliver(self, piece: Piece) -> None:
        queue = self._queue(piece.queue)
        again = None
        if piece is queue.running:
            queue.running, queue.thread = None, None
            again, queue.again = queue.again, None
        if again is not None and piece.stopped:
            queue.waiting.append(again)
        self._advance(queue)
        if again is None or not piece.stopped:
            self.ended.emit(piece)

    @Slot(object, int, int)
    def _note_progress(self, piece: Piece, done: int, total: int) -> None:
        piece.done, piece.total = done, total
        self.changed.emit()

    @Slot(object, object)
    def _note_position(self, piece: Piece, position: Position | None) -> None:
        piece.position = position
        self.changed.emit()


def _taken(waiting: list[Piece]) -> Piece | None:
    """Return and remove the first waiting piece; the GUI thread and the working one may both ask."""
    try:
        return waiting.pop(0)
    except IndexError:
        return None


def _changed(archive: Path, change: Callable[[Archive], Any], job: Job) -> Any:
    from xinhui_viewer.archive.writing import writing

    with writing(archive, job) as db:
        return change(db)
