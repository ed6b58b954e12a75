"""Measure each weight of the evidence on a page's facts, and fit the weights with whole sites left out.

usage: python -m tests.benchmarks.weights [FACT ...] [--fit] [--sites DIR GOLD ...] [--field DIR GOLD ...]
Needs ../shared. FACT is a name in importers/web/weights.py, such as TITLE; without one, all that a gold set judges. The
pages are those of ../shared (pages, field, sites) and of further sets in the scorers' forms. Each page is read once,
with the weights as they are; what was weighed is kept and weighed again. A fact's score is the mean over the sites of
the share of right values less that of wrong ones; nothing is right where the page has no value.

For each row: its weight, and what the score loses without it. Where that is nothing, no page of these sets needs the
row; a test may. --fit searches better weights, one after another, and says what weights fitted on all other sites score
on each. Evidence that another fact or sibling pages give is taken as it was.
"""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from operator import mul
from pathlib import Path
from typing import Any

from tests.benchmarks.judged_pages import NONE, Judged, as_gold, judged
from tests.benchmarks.page_readers import ours, shared_tool
from xinhui_viewer.importers.web import evidence, weights
from xinhui_viewer.importers.web.evidence import Candidate, Chosen, Evidence, Weights

_FACTORS = (0.0, 0.5, 0.75, 1.25, 1.5, 2.0)  # of a weight, tried in each step
_LEAST_GAIN = 0.0005  # of the score, for a change of the table
_PASSES = 3
_SURE_IS_RIGHT = 0.98  # share of sure values


@dataclass(frozen=True, slots=True)
class Weighed:
    """The weighing of a fact on a page: of each candidate how far every row holds, and whether it is right."""

    site: str
    rows: tuple[tuple[float, ...], ...]
    right: tuple[bool, ...]
    same: tuple[int, ...]  # the first candidate with the same value
    nothing_is_right: bool


def main() -> None:
    """Print the worth of every row of the facts asked for, and fitted weights if asked."""
    logging.disable(logging.CRITICAL)
    asked = _asked()
    with tempfile.TemporaryDirectory() as temporary:
        pages = list(judged(Path(temporary), asked.sites, asked.field))
        recorded = _recorded(pages)
    for name, (table, rows, found) in sorted(recorded.items()):
        if not asked.facts or name in asked.facts:
            _report(name, table, [row.name for row in rows], found, fit=asked.fit)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.weights")
    parser.add_argument("facts", nargs="*", metavar="FACT")
    parser.add_argument("--fit", action="store_true")
    for name in ("--sites", "--field"):
        parser.add_argument(name, nargs=2, action="append", default=[], metavar=("DIR", "GOLD"))
    return parser.parse_args()


# What is weighed

Recorded = dict[str, tuple[Weights, Sequence[Evidence], list[Weighed]]]
_Call = tuple[list[Candidate[Any]], Sequence[Evidence], list[tuple[float, ...]]]


def _recorded(pages: Sequence[Judged]) -> Recorded:
    """Read every page; return, of each fact that gold judges, its table and rows, and what was weighed on each page."""
    scorer, found = shared_tool("score_sites"), Recorded()
    names = {id(table): name for name, table in vars(weights).items() if isinstance(table, Weights)}
    calls: dict[int, _Call] = {}
    with _watched(calls):
        for page in pages:
            calls.clear()
            ours(page.path)
            for table, (candidates, rows, holds) in calls.items():
                name = names[table]
                right = page.right.get(name)
                if right is not None:
                    values = [as_gold(name, candidate.value, scorer) for candidate in candidates]
                    same = tuple(values.index(value) for value in values)
                    one = Weighed(
                        page.site, tuple(holds), tuple(value in right for value in values), same, NONE in right
                    )
                    found.setdefault(name, (getattr(weights, name), rows, []))[2].append(one)
    return found


@contextmanager
def _watched(calls: dict[int, _Call]) -> Iterator[None]:
    """Keep the last choice of each table in ``calls``, by the table's identity, while a page is read."""

    def watching(
        candidates: Sequence[Candidate[Any]], page: Any, rows: Sequence[Evidence], table: Weights
    ) -> Chosen[Any] | None:
        kept = list(candidates)
        calls[id(table)] = kept, rows, [tuple(float(row.holds(one, page)) for row in rows) for one in kept]
        return evidence.chosen(kept, page, rows, table)

    readers = [module for name, module in sys.modules.items() if name.startswith("xinhui_viewer.importers.")]
    choosers = [one for one in readers if one is not evidence and getattr(one, "chosen", None) is evidence.chosen]
    for module in choosers:
        vars(module)["chosen"] = watching
    yield
    for module in choosers:
        vars(module)["chosen"] = evidence.chosen


# Scores


def _choice(one: Weighed, table: Sequence[float], bar: float) -> int | None:
    """Return which candidate has the most points, the first of equals; None when none reaches the bar."""
    best, most = None, bar
    for at, holds in enumerate(one.rows):
        points = sum(map(mul, table, holds))
        if points > most or (best is None and points >= bar):
            best, most = at, points
    return best


def _score(found: Sequence[Weighed], table: Sequence[float], bar: float) -> float:
    """Return the mean over sites of the share of right values, less that of wrong ones."""
    sites: defaultdict[str, list[int]] = defaultdict(list)
    for one in found:
        best = _choice(one, table, bar)
        right = one.nothing_is_right if best is None else one.right[best]
        sites[one.site].append(1 if right else 0 if best is None else -1)
    return sum(sum(values) / len(values) for values in sites.values()) / len(sites)


def _fitted(found: Sequence[Weighed], table: Sequence[float], bar: float) -> list[float]:
    """Return better weights: each is changed while that helps, one after another.

    The bar stays: the gold sets have too few pages without a value to set it.
    """
    now, best = list(table), _score(found, table, bar)
    for _pass in range(_PASSES):
        before = best
        for at, value in enumerate(tuple(now)):
            for factor in _FACTORS:
                tried = [*now[:at], value * factor, *now[at + 1 :]]
                score = _score(found, tried, bar)
                if score >= best + _LEAST_GAIN:
                    now, best = tried, score
        if best == before:
            break
    return now


def _report(name: str, weights_now: Weights, rows: list[str], found: list[Weighed], *, fit: bool) -> None:
    table, bar = [weights_now.of[row] for row in rows], weights_now.bar
    score = _score(found, table, bar)
    sites = list(dict.fromkeys(one.site for one in found))
    print(f"\n{name}: {len(found)} pages of {len(sites)} sites, score {score:.4f}, bar {bar}")
    fitted = _fitted(found, table, bar) if fit else table
    for at, row in enumerate(rows):
        loss = score - _score(found, [*table[:at], 0.0, *table[at + 1 :]], bar)
        print(f"  {row:42}{table[at]:7.2f}{-loss:+9.4f} without" + (f"{fitted[at]:9.2f} fitted" if fit else ""))
    print(_sureness(found, table, weights_now))
    if fit:
        print(f"  fitted: score {_score(found, fitted, bar):.4f}")
        left_out = [_left_out(found, site, table, bar) for site in sites]
        print(f"  on sites left out: score {sum(left_out) / len(left_out):.4f}, with the table as it is {score:.4f}")


def _left_out(found: Sequence[Weighed], site: str, table: Sequence[float], bar: float) -> float:
    others = [one for one in found if one.site != site]
    return _score([one for one in found if one.site == site], _fitted(others, table, bar), bar)


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
    best = _choice(one, table, weights_now.bar)
    if best is None:
        return None
    points = [sum(map(mul, table, holds)) for holds in one.rows]
    others = [score for at, score in enumerate(points) if one.same[at] != one.same[best]]
    ahead = points[best] - max(others, default=points[best] - weights_now.ahead)
    return one.right[best] if points[best] >= weights_now.sure and ahead >= weights_now.ahead else None


if __name__ == "__main__":
    main()
