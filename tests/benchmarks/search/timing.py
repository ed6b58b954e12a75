"""Clocks for building, and for each query by each system, alternating."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from statistics import median

from tests.benchmarks.search.queries import Asked

Ask = Callable[[Asked], object]


class Clock:
    """Adds up wall and processor seconds of the blocks in ``running``, in all threads."""

    def __init__(self) -> None:
        self.wall = 0.0
        self.cpu = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        """Count the time of the block."""
        wall, cpu = time.perf_counter(), time.process_time()
        yield
        self.wall += time.perf_counter() - wall
        self.cpu += time.process_time() - cpu


def alternating(systems: dict[str, Ask], questions: Sequence[Asked], rounds: int = 3) -> dict[str, list[float]]:
    """Return the milliseconds of a processor that each system takes for each query, the best of the rounds.

    Each round has an order of its own.

    A system finds the processor's caches filled by the one before it: none should always follow the same.
    """
    times: dict[str, list[float]] = {name: [] for name in systems}
    names, chance = list(systems), random.Random(4)
    for question in questions:
        best = dict.fromkeys(names, float("inf"))
        for _ in range(rounds):
            for name in chance.sample(names, len(names)):
                best[name] = min(best[name], milliseconds(systems[name], question))
        for name in names:
            times[name].append(best[name])
    return times


def milliseconds(ask: Ask, question: Asked) -> float:
    """Return the milliseconds of a processor, those of other processes that are run included, for one answer."""
    begin = _processor()
    ask(question)
    return 1000 * (_processor() - begin)


def _processor() -> float:
    others = os.times()
    return time.process_time() + others.children_user + others.children_system


def p50(times: Iterable[float]) -> float:
    """Return the median."""
    return median(times)


def p95(times: Iterable[float]) -> float:
    """Return the 95th percentile."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
