"""Count right values among sure and unsure ones on real pages whose evidence is taken away or altered.

usage: python -m tests.benchmarks.doubts [--list] [--sites DIR GOLD ...] [--field DIR GOLD ...]
Needs ../shared. Articles of all gold sets, at most 40 of a site, are read with each kind of damage of altered_pages.py,
one at a time. A doubt means something when sure values stay right and unsure ones are often wrong. --list prints sure
values that are wrong.
"""

from __future__ import annotations

import argparse
import logging
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from tests.benchmarks import sureness
from tests.benchmarks.altered_pages import NO_DAY, UNDAMAGED, Truth, altered
from tests.benchmarks.judged_pages import NONE, Judged, as_gold, judged
from tests.benchmarks.page_readers import shared_tool
from tests.benchmarks.sureness import Said
from xinhui_viewer.errors import UserError
from xinhui_viewer.importers.encoding import decoded
from xinhui_viewer.importers.web import html

_MOST = 40  # pages of a site
_TABLES = {"title": "TITLE", "published": "PUBLISHED", "source": "SOURCE", "columns": "COLUMNS"}


def main() -> None:
    """Print a line for each kind of damage, then the table by facts and places."""
    logging.disable(logging.CRITICAL)
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.doubts")
    parser.add_argument("--list", action="store_true")
    for name in ("--sites", "--field"):
        parser.add_argument(name, nargs=2, action="append", default=[], metavar=("DIR", "GOLD"))
    asked = parser.parse_args()
    found: defaultdict[str, list[Said]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as temporary:
        for page in _chosen(judged(Path(temporary), asked.sites, asked.field)):
            for damage, one, value in _read(page):
                found[damage].append(one)
                if asked.list and one.sure and not one.right:
                    print(f"{damage}: {one.fact} {value}\t{page.site} {page.path.name}")
    for damage, values in found.items():
        print(sureness.line(damage, values))
    print("\n".join(sureness.table(one for damage, values in found.items() if damage != UNDAMAGED for one in values)))


def _chosen(pages: Iterable[Judged]) -> Iterator[Judged]:
    """Yield the articles, at most a number of a site."""
    counts: Counter[str] = Counter()
    for page in pages:
        if "TITLE" in page.right or "PUBLISHED" in page.right:
            counts[page.site] += 1
            if counts[page.site] <= _MOST:
                yield page


def _read(page: Judged) -> Iterator[tuple[str, Said, str]]:
    """Yield what is said of each fact on each damaged form of a page, with the name of the damage."""
    scorer = shared_tool("score_sites")
    source = decoded(page.path.read_bytes()).text
    for name, text in altered(source, _truth(page)):
        right = dict(page.right)
        if name == NO_DAY:
            right["PUBLISHED"] = frozenset({NONE})
        try:
            (draft,) = html.read(text.encode(), page.path.name)
        except UserError:
            continue
        for ground in draft.grounds:
            allowed = right.get(_TABLES.get(ground.fact, ""))
            if allowed is not None:
                value = as_gold(_TABLES[ground.fact], getattr(draft.facts, ground.fact), scorer)
                yield name, Said(ground.fact, ground.where, ground.sure, value in allowed), value


def _truth(page: Judged) -> Truth:
    day = _first(page.right.get("PUBLISHED", ()))
    return Truth(
        _first(page.right.get("TITLE", ())),
        date.fromisoformat(day) if day else None,
        _first(page.right.get("SOURCE", ())),
    )


def _first(values: Iterable[str]) -> str:
    return next(iter(sorted(values)), "")


if __name__ == "__main__":
    main()
