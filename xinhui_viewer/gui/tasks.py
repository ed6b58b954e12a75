"""Background work: the one way to run anything slow, so that the window never waits."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Condition, Thread
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from xinhui_viewer.errors import Cancelled
from xinhui_viewer.job import Job

T = TypeVar("T")


class Tasks(QObject):
    """Runs functions on named channels: channels run side by side, the tasks of one channel one after another.

    A newer task replaces the older ones of its channel: waiting ones are dropped, a running one cancelled, its answer
    never delivered. Callbacks run in the GUI thread.
    """

    busy_changed = Signal(str, bool)
    _ended = Signal(object)
    _progressed = Signal(object, int, int)

    def __init__(self, failed: Callable[[BaseException], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._failed = failed
        self._channels: dict[str, _Channel] = {}
        self._closed = False
        self._ended.connect(self._deliver)
        self._progressed.connect(self._deliver_progress)

    def start(
        self,
        channel: str,
        work: Callable[[Job], T],
        done: Callable[[T], None],
        *,
        progress: Callable[[int, int], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Run ``work`` and pass its answer to ``done``; a failure goes to ``failed``, or to the window's own.

        After ``close`` nothing is run.
        """
        if self._closed:
            return
        task = _Task(channel, work, done, failed or self._failed, progress)
        task.job = Job(lambda at, total: self._progressed.emit(task, at, total))
        if channel not in self._channels:
            self._channels[channel] = _Channel(self._ended.emit)
        self._channels[channel].replace(task)
        self.busy_changed.emit(channel, True)

    def busy(self, channel: str) -> bool:
        """Return whether a channel has a task that is still wanted."""
        return channel in self._channels and self._channels[channel].newest is not None

    def cancel(self, channel: str) -> None:
        """Cancel a channel's task; one that keeps its partial results ends with them as its answer."""
        if channel in self._channels and (task := self._channels[channel].newest):
            task.job.cancel()

    def drop(self, channel: str) -> None:
        """Cancel a channel's task without ever delivering its answer."""
        if self.busy(channel):
            self._channels[channel].forget()
            self.busy_changed.emit(channel, False)

    def abandon(self, channel: str) -> None:
        """Drop a channel's task that may never end, as one on a disk that is away: nobody waits for its thread."""
        if self.busy(channel):
            self._channels.pop(channel).close()
            self.busy_changed.emit(channel, False)

    @property
    def running(self) -> bool:
        """Return whether a thread still runs, also after ``close``."""
        return any(channel.alive for channel in self._channels.values())

    def close(self) -> None:
        """Cancel all tasks; no answer is delivered from now on."""
        self._closed = True
        for channel in self._channels.values():
            channel.close()

    def join(self, seconds: float) -> None:
        """Wait for cancelled tasks, at most ``seconds`` for each channel."""
        for channel in self._channels.values():
            channel.join(seconds)

    @Slot(object)
    def _deliver(self, task: _Task) -> None:
        channel = self._channels.get(task.channel)
        if channel is None or channel.newest is not task:
            return
        channel.newest = None
        self.busy_changed.emit(task.channel, False)
        if task.error is None:
            task.done(task.answer)
        elif not isinstance(task.error, Cancelled):
            task.failed(task.error)

    @Slot(object, int, int)
    def _deliver_progress(self, task: _Task, at: int, total: int) -> None:
        channel = self._channels.get(task.channel)
        if task.progress is not None and channel is not None and channel.newest is task:
            task.progress(at, total)


@dataclass(eq=False)
class _Task:
    channel: str
    work: Callable[[Job], Any]
    done: Callable[[Any], None]
    failed: Callable[[BaseException], None]
    progress: Callable[[int, int], None] | None
    job: Job = field(default_factory=Job)
    answer: Any = None
    error: BaseException | None = None

    def run(self) -> None:
        try:
            self.answer = self.work(self.job)
        except BaseException as error:  # every failure is delivered to the GUI thread, none ends the channel
            self.error = error


class _Channel:
    """One thread, started with its first task, and the tasks that wait for it."""

    def __init__(self, ended: Callable[[object], None]) -> None:
        self.newest: _Task | None = None
        self._ended = ended
        self._waiting: deque[_Task | None] = deque()
        self._changed = Condition()
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    @property
    def alive(self) -> bool:
        return self._thread.is_alive()

    def replace(self, task: _Task) -> None:
        self.forget()
        self.newest = task
        self._push(task)

    def forget(self) -> None:
        if self.newest is not None:
            self.newest.job.cancel()
        self.newest = None
        with self._changed:
            self._waiting.clear()

    def close(self) -> None:
        self.forget()
        self._push(None)

    def join(self, seconds: float) -> None:
        self._thread.join(seconds)

    def _push(self, task: _Task | None) -> None:
        with self._changed:
            self._waiting.append(task)
            self._changed.notify()

    def _run(self) -> None:
        while (task := self._next()) is not None:
            task.run()
            try:
                self._ended(task)
            except RuntimeError:  # the window is gone: nobody is left to deliver to
                return

    def _next(self) -> _Task | None:
        with self._changed:
            self._changed.wait_for(lambda: bool(self._waiting))
            return self._waiting.popleft()
