"""The work and the memory of a process that reads."""

from __future__ import annotations

from functools import lru_cache
from multiprocessing.process import BaseProcess

import psutil


def worked(process: BaseProcess) -> float:
    """Return the seconds that processors have worked for a process, and for those that it started and that ended.

    0 for one that is gone.
    """
    try:
        return _processor(_of(process))
    except psutil.Error:
        return 0.0


def worked_by_others(process: BaseProcess) -> float:
    """Return the seconds that processors have worked for what a process has started and waits for (LibreOffice)."""
    try:
        return sum(map(_processor, _of(process).children(recursive=True)))
    except psutil.Error:
        return 0.0


def _processor(process: psutil.Process) -> float:
    times = process.cpu_times()
    ended = getattr(times, "children_user", 0.0) + getattr(times, "children_system", 0.0)
    return float(times.user + times.system + ended)


def memory_of(process: BaseProcess) -> int:
    """Return the memory of a process in bytes; 0 for one that is gone."""
    try:
        return int(_of(process).memory_info().rss)
    except psutil.Error:
        return 0


@lru_cache(64)  # looking a process up costs more than asking it, and each is asked fifty times a second
def _of(process: BaseProcess) -> psutil.Process:
    return psutil.Process(process.pid)
