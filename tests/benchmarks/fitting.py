"""The search for better weights of a fact, by what was weighed on judged pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from operator import mul

from tests.benchmarks.weighing import Weighed

_FACTORS = (0.0, 0.5, 0.75, 1.25, 1.5, 2.0)  # of a weight, tried in each step
_LEAST_GAIN = 0.0005  # of the score, for a change of the table
_PASSES = 3


def choice(one: Weighed, table: Sequence[float], bar: float) -> int | None:
    """Return which candidate has the most points, the first of equals; None when none reaches the bar."""
    best, most = None, bar
    for at, holds in enumerate(one.rows):
        points = sum(map(mul, table, holds))
        if points > most or (best is None and points >= bar):
            best, most = at, points
    return best


def score(found: Sequence[Weighed], table: Sequence[float], bar: float) -> float:
    """Return the mean over sites of the share of right values, less that of wrong ones."""
    sites: defaultdict[str, list[int]] = defaultdict(list)
    for one in found:
        best = choice(one, table, bar)
        right = one.nothing_is_right if best is None else one.right[best]
        sites[one.site].append(1 if right else 0 if best is None else -1)
    return sum(sum(values) / len(values) for values in sites.values()) / len(sites)


def fitted(found: Sequence[Weighed], table: Sequence[float], bar: float) -> list[float]:
    """Return better weights: each is changed while that helps, one after another.

    The bar stays: the gold sets have too few pages without a value to set it.
    """
    now, best = list(table), score(found, table, bar)
    for _pass in range(_PASSES):
        before = best
        for at, value in enumerate(tuple(now)):
            for factor in _FACTORS if value else ():
                tried = [*now[:at], value * factor, *now[at + 1 :]]
                points = score(found, tried, bar)
                if points >= best + _LEAST_GAIN:
                    now, best = tried, points
        if best == before:
            break
    return now
