"""Measure each weight of the evidence on a page's facts, and fit the weights with whole sites left out.

usage: python -m tests.benchmarks.weights [FACT ...] [--fit] [--sites DIR GOLD ...] [--field DIR GOLD ...]
Needs ../shared. FACT is a name in importers/web/weights.py, such as TITLE; without one, all that a gold set judges. The
pages are those of ../shared (pages, field, sites) and of further sets in the scorers' forms. Each page is read once
alone, and one of a mirror also as its siblings teach, with the weights as they are; what was weighed is kept and
weighed again. A fact's score is the mean over the sites of the share of right values less that of wrong ones; nothing
is right where the page has no value.

For each row: its weight, and what the score loses without it. Where that is nothing, no page of these sets needs the
row; a test may. --fit searches better weights, one after another, and says what weights fitted on all other sites score
on each; `python -m tests.benchmarks.left_out` imports each site with them. Evidence that another fact gives is taken as
it was.
"""

from __future__ import annotations

import argparse
import logging
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from operator import mul
from pathlib import Path

from tests.benchmarks.fitting import choice, fitted, score
from tests.benchmarks.judged_pages import judged
from tests.benchmarks.weighing import TABLES, Weighed, recorded
from xinhui_viewer.importers.web.evidence import Weights

_SURE_IS_RIGHT = 0.98  # share of sure values


def main() -> None:
    """Print the worth of every row of the facts asked for, and fitted weights if asked."""
    logging.disable(logging.CRITICAL)
    asked = _asked()
    with tempfile.TemporaryDirectory() as temporary:
        found = recorded(list(judged(Path(temporary), asked.sites, asked.field)))
    for name, weighed in sorted(found.items()):
        if not asked.facts or name in asked.facts:
            _report(name, TABLES[name], weighed, fit=asked.fit)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.weights")
    parser.add_argument("facts", nargs="*", metavar="FACT")
    parser.add_argument("--fit", action="store_true")
    for name in ("--sites", "--field"):
        parser.add_argument(name, nargs=2, action="append", default=[], metavar=("DIR", "GOLD"))
    return parser.parse_args()


def _report(name: str, weights_now: Weights, found: list[Weighed], *, fit: bool) -> None:
    table, bar = [*weights_now.of.values()], weights_now.bar
    now = score(found, table, bar)
    sites = list(dict.fromkeys(one.site for one in found))
    print(f"\n{name}: {len(found)} readings of pages of {len(sites)} sites, score {now:.4f}, bar {bar}")
    better = fitted(found, table, bar) if fit else table
    for at, row in enumerate(weights_now.of):
        loss = now - score(found, [*table[:at], 0.0, *table[at + 1 :]], bar)
        print(f"  {row:42}{table[at]:7.2f}{-loss:+9.4f} without" + (f"{better[at]:9.2f} fitted" if fit else ""))
    print(_sureness(found, table, weights_now))
    if fit:
        print(f"  fitted: score {score(found, better, bar):.4f}")
        left_out = [_left_out(found, site, table, bar) for site in sites]
        print(f"  on sites left out: score {sum(left_out) / len(left_out):.4f}, with the table as it is {now:.4f}")


def _left_out(found: Sequence[Weighed], site: str, table: Sequence[float], bar: float) -> float:
    others = [one for one in found if one.site != site]
    return score([one for one in found if one.site == site], fitted(others, table, bar), bar)


def _sureness(found: Sequence[Weighed], table: Sequence[float], weights_now: Weights) -> str:
    """Return a line on the bar of sure values: how many are sure now, and the lowest bar at which they are right."""

    def counted(sure: float) -> tuple[int, int]:
        verdicts = [right for one in found if (right := _sure(one, table, replace(weights_now, sure=sure))) is not None]
        return len(verdicts), sum(verdicts)

    given, right = counted(weights_now.sure)
    bars = (weights_now.bar + step / 2 for step in range(40))
    low = next((bar for bar in bars if counted(bar)[1] >= _SURE_IS_RIGHT * counted(bar)[0]), None)
    return f"  sure from {weights_now.sure}: {given} pages, {right} right; {_SURE_IS_RIGHT} are right from {low}"


def _sure(one: Weighed, table: Sequence[float], weights_now: Weights) -> bool | None:
    """Return whether the value of a page is right; None when it has none that is sure."""
    best = choice(one, table, weights_now.bar)
    if best is None:
        return None
    points = [sum(map(mul, table, holds)) for holds in one.rows]
    others = [score for at, score in enumerate(points) if one.same[at] != one.same[best]]
    ahead = points[best] - max(others, default=points[best] - weights_now.ahead)
    return one.right[best] if points[best] >= weights_now.sure and ahead >= weights_now.ahead else None


if __name__ == "__main__":
    main()
