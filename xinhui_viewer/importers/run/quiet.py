"""Silence for libraries that write about damaged files to the terminal, past Python: a panic, a note of a parser."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from xinhui_viewer import log

_STDERR = 2


@contextmanager
def quiet() -> Iterator[None]:
    """Send what this process writes to standard error nowhere; a process without one is quiet already."""
    try:
        kept = os.dup(_STDERR)
    except OSError:
        yield
        return
    null = os.open(os.devnull, os.O_WRONLY)
    _flush()
    os.dup2(null, _STDERR)
    os.close(null)
    try:
        yield
    finally:
        _flush()
        os.dup2(kept, _STDERR)
        os.close(kept)


@contextmanager
def logged() -> Iterator[None]:
    """Log what ends a process that reads: a bug, or no memory. The process that writes finds it ended."""
    try:
        yield
    except Exception as error:
        log.record(error)


def _flush() -> None:
    if sys.stderr is not None:
        sys.stderr.flush()
