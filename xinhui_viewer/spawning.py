"""Spawned processes, alike on every system, and work in one that can be killed at once."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, ParamSpec, TypeVar

from xinhui_viewer.i18n import language, use
from xinhui_viewer.job import Job

_P = ParamSpec("_P")
_T = TypeVar("_T")
_LOOK = 0.05  # seconds between two checks whether the work is still wanted


class Ended(Exception):
    """A process ended before its work was done: it crashed, or the system killed it for its memory."""


def started(target: Callable[..., None], arguments: tuple[Any, ...], name: str) -> BaseProcess:
    """Start a process that shares only the arguments with this one, pipes included."""
    process = multiprocessing.get_context("spawn").Process(target=target, args=arguments, daemon=True, name=name)
    with _without_main_module(), _without_ctrl_c():
        process.start()
    return process


def apart(job: Job, work: Callable[_P, _T], *arguments: _P.args, **named: _P.kwargs) -> _T:
    """Return the result of ``work``, run in a process of its own, so that its memory is freed afterwards.

    Its exception is raised here; Ended when the process dies; Cancelled, and the process is killed within a
    tenth of a second, when ``job`` is.
    """
    take, give = multiprocessing.get_context("spawn").Pipe(duplex=False)
    job.check()
    process = started(_serve, (give, language(), work, arguments, named), "xinhui-work")
    give.close()
    try:
        while not take.poll(_LOOK):
            job.check()
        value, error = take.recv()
    except (EOFError, OSError) as ended:
        raise Ended from ended
    finally:
        process.kill()
        process.join()
        take.close()
    if error is not None:
        raise error
    result: _T = value
    return result


def _serve(
    give: Connection, spoken: str, work: Callable[..., Any], arguments: tuple[Any, ...], named: dict[str, Any]
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the process that waits
    use(spoken)
    answer: tuple[Any, Exception | None]
    try:
        answer = (work(*arguments, **named), None)
    except Exception as error:  # raised again in the process that waits
        answer = (None, error)
    give.send(answer)


@contextmanager
def _without_ctrl_c() -> Iterator[None]:
    """Let a new process start deaf to Ctrl+C: until its own code runs it would answer with a traceback."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    from multiprocessing.resource_tracker import ensure_running

    ensure_running()  # which would end the block
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _without_main_module() -> Iterator[None]:
    """Let a new process start without this one's main module: it does not need it, and it may be heavy."""
    main = sys.modules["__main__"].__dict__
    kept: dict[str, object] = {name: main[name] for name in ("__file__", "__spec__") if name in main}
    main.pop("__file__", None)
    main["__spec__"] = None
    try:
        yield
    finally:
        main.update(kept)
