"""The progress bar of long commands, on a terminal only: never in a file or a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from time import monotonic
from typing import TYPE_CHECKING

import click

from xinhui_viewer.cli.stopping import stop_on_ctrl_c
from xinhui_viewer.job import Job

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar


@contextmanager
def progress(patience: float = 1.0) -> Iterator[Job]:
    """Yield a job that Ctrl+C cancels; where stderr is a terminal, a stage shows a bar after ``patience`` seconds."""
    begun = monotonic()
    bar: ProgressBar[int] | None = None
    with ExitStack() as drawn:

        def report(done: int, total: int) -> None:
            nonlocal bar
            if monotonic() - begun < patience:
                return
            if bar is None or bar.length != total or done < bar.pos:
                drawn.close()
                bar = drawn.enter_context(click.progressbar(length=total, file=sys.stderr))
            bar.update(done - bar.pos)

        job = Job(report if sys.stderr.isatty() else None)
        stop_on_ctrl_c(job)
        yield job
