"""Counts of a query's results by year, month, source and column."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from xinhui_viewer.archive.match import Plans
from xinhui_viewer.archive.plan import Clauses, Plan
from xinhui_viewer.records import Facet, Facets, Node

_MANY = 20_000  # newest results: counting the sources of all 500,000 with a common word takes 700 ms, of these 10
# FTS5's table of lengths has a row for each bulletin in the index, and is the fastest of all to walk through.
_EVERYTHING = Clauses("FROM terms_docsize WHERE 1")


def facets(plans: Plans, node: Node) -> Facets:
    """Return years (newest first), sources (most first) and columns (in tree order) with their counts.

    A column's count is of the bulletins in it, without those in the columns below it. Bulletins without date or source
    are counted last, under an empty name. All of the archive is counted for an empty query.
    """
    found = Facets(years(plans, node), _sources(plans, node), _columns(plans, node))
    return replace(found, among=_MANY) if plans.of(node) != Plan() and found.total > _MANY else found


def years(plans: Plans, node: Node) -> tuple[Facet, ...]:
    """Return the years of the results, newest first, with undated ones last, under an empty name."""
    asked, dates = plans.of(node), plans.known.rows
    found = _EVERYTHING if asked == Plan() and plans.known.has_index else asked.rows()
    counts = {str(year): _between(plans, found, date(year, 1, 1), date(year, 12, 31)) for year in _known_years(plans)}
    counts[""] = _count(plans, found.where("rowid < ?", dates.dated))
    return tuple(Facet((year,), count) for year, count in counts.items() if count)


def months(plans: Plans, node: Node, year: int) -> tuple[Facet, ...]:
    """Return the months of the results in a year, newest first, as (year, month) with their counts."""
    found = plans.of(node).rows()
    counts = {
        month: _between(plans, found, date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        for month in range(12, 0, -1)
    }
    return tuple(Facet((str(year), f"{month:02}"), count) for month, count in counts.items() if count)


def _between(plans: Plans, found: Clauses, since: date, until: date) -> int:
    """Return the number of results in a period."""
    return _count(plans, found.where("rowid BETWEEN ? AND ?", *plans.known.rows.between(since, until)))


def _count(plans: Plans, found: Clauses) -> int:
    return int(plans.db.value(f"SELECT count(*) {found.sql}", found.values))


def _known_years(plans: Plans) -> Iterator[int]:
    """Yield the years that have a bulletin, newest first, by one step of the index for each."""
    dates = plans.known.rows
    end = dates.end
    while newest := dates.day(plans.db.value("SELECT max(row) FROM bulletins WHERE row < ?", (end,)) or 0):
        yield newest.year
        end = dates.between(date(newest.year, 1, 1), None)[0]


def _sources(plans: Plans, node: Node) -> tuple[Facet, ...]:
    names = plans.known.sources
    counts = _spread(plans, node, "source_id")
    found = [Facet((names[number] if number else "",), count) for number, count in counts.items()]
    return tuple(sorted(found, key=lambda facet: (facet.path == ("",), -facet.count, facet.path)))


def _columns(plans: Plans, node: Node) -> tuple[Facet, ...]:
    paths = plans.known.columns
    counts = _spread(plans, node, "column_id")
    return tuple(sorted((Facet(paths[n], count) for n, count in counts.items() if n), key=lambda facet: facet.path))


def _spread(plans: Plans, node: Node, field: str) -> dict[int | None, int]:
    """Return the counts of the results by the number of their source or column; None for those without one."""
    asked = plans.of(node)
    if asked == Plan():
        return dict(plans.db.rows(f"SELECT {field}, count(*) FROM bulletins WHERE latest GROUP BY {field}"))
    newest = asked.rows()
    found = plans.db.rows(
        f"""SELECT {field}, count(*) FROM (SELECT rowid AS found {newest.sql} ORDER BY rowid DESC LIMIT ?)
        CROSS JOIN bulletins INDEXED BY bulletins_narrow ON row = found GROUP BY {field}""",
        (*newest.values, _MANY),
    )
    return dict(found)
