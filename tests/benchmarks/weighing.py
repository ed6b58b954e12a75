"""The weighing of each fact on the pages of the gold sets: how far every row of evidence holds for each candidate.

A page is read once with the weights as they are; what was weighed is kept and can be weighed again with others.
Evidence that another fact gives is taken as it was.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from tests.benchmarks.judged_pages import NONE, Judged, as_gold
from tests.benchmarks.page_readers import ours, shared_tool
from xinhui_viewer.errors import UserError
from xinhui_viewer.importers.member import Around
from xinhui_viewer.importers.taught import Taught
from xinhui_viewer.importers.web import evidence, html, weights
from xinhui_viewer.importers.web.evidence import Candidate, Chosen, Evidence, Weights
from xinhui_viewer.importers.web.site.lessons import learned

TABLES: Mapping[str, Weights] = {name: table for name, table in vars(weights).items() if isinstance(table, Weights)}
_BULLETIN = "bulletin"


@dataclass(frozen=True, slots=True)
class Weighed:
    """The weighing of a fact on a page: of each candidate how far every row of the table holds, and if it is right."""

    site: str
    rows: tuple[tuple[float, ...], ...]
    right: tuple[bool, ...]
    same: tuple[int, ...]  # the first candidate with the same value
    nothing_is_right: bool


Recorded = dict[str, list[Weighed]]  # by the name of the table
_Held = dict[str, float]  # how far rows hold, by name; those that do not are left out
_Call = tuple[list[Candidate[Any]], list[_Held]]


def recorded(pages: Sequence[Judged]) -> Recorded:
    """Read every page, that of a mirror also as its siblings teach; return what was weighed for the facts in gold."""
    scorer, found = shared_tool("score_sites"), Recorded()
    lessons = _lessons(pages)
    calls: dict[int, _Call] = {}
    with _watched(calls):
        for page in pages:
            for taught in (None, lessons[page.site]) if page.site in lessons else (None,):
                calls.clear()
                _read(page, taught)
                for name, right in page.right.items():
                    if id(TABLES[name]) in calls:
                        one = _weighed(name, page.site, right, calls[id(TABLES[name])], scorer)
                        found.setdefault(name, []).append(one)
    return found


def _lessons(pages: Sequence[Judged]) -> dict[str, Taught]:
    """Return what the pages of each mirror teach."""
    of_sites: defaultdict[str, list[Judged]] = defaultdict(list)
    for page in pages:
        if page.place:
            of_sites[page.site].append(page)
    return {site: _taught(of_site) for site, of_site in of_sites.items()}


def _taught(pages: Sequence[Judged]) -> Taught:
    traces = (html.traced(page.path.read_bytes(), page.path.name, Around(place=page.place)) for page in pages)
    return learned([trace for trace in traces if trace is not None])


def _read(page: Judged, taught: Taught | None) -> None:
    if taught is None:
        ours(page.path)
        return
    try:
        html.read(page.path.read_bytes(), page.path.name, Around(place=page.place, taught=taught))
    except UserError:
        return


def _weighed(name: str, site: str, right: frozenset[str], call: _Call, scorer: Any) -> Weighed:
    candidates, held = call
    rows = tuple(tuple(one.get(row, 0.0) for row in TABLES[name].of) for one in held)
    values = [as_gold(name, candidate.value, scorer) for candidate in candidates]
    same = tuple(values.index(value) for value in values)
    return Weighed(site, rows, tuple(value in right for value in values), same, NONE in right)


@contextmanager
def _watched(calls: dict[int, _Call]) -> Iterator[None]:
    """Keep the last choice of each table in ``calls``, by the table's identity, while a page is read.

    The choice among kinds of what is no bulletin is not kept: gold tells only bulletins from the rest.
    """

    def watching(
        candidates: Sequence[Candidate[Any]], page: Any, rows: Sequence[Evidence], table: Weights, *alike: Any
    ) -> Chosen[Any] | None:
        kept = list(candidates)
        if table is not weights.KIND or any(one.value == _BULLETIN for one in kept):
            calls[id(table)] = kept, [_held(one, page, rows) for one in kept]
        return evidence.chosen(kept, page, rows, table, *alike)

    readers = [module for name, module in sys.modules.items() if name.startswith("xinhui_viewer.importers.")]
    choosers = [one for one in readers if one is not evidence and getattr(one, "chosen", None) is evidence.chosen]
    for module in choosers:
        vars(module)["chosen"] = watching
    yield
    for module in choosers:
        vars(module)["chosen"] = evidence.chosen


def _held(candidate: Candidate[Any], page: Any, rows: Sequence[Evidence]) -> _Held:
    return {row.name: float(held) for row in rows if (held := row.holds(candidate, page))}
