"""How what a query finds spreads over years, sources and columns."""

from __future__ import annotations

from collections import Counter
from datetime import date
from sqlite3 import Connection

from xinhui_viewer.archive import places
from xinhui_viewer.archive.faults import explained
from xinhui_viewer.archive.match import Plan, plan
from xinhui_viewer.archive.rows import END, between, day
from xinhui_viewer.records import Facet, Facets, Query


@explained
def facets(db: Connection, query: Query) -> Facets:
    """Return years (newest first), sources (most first) and columns (in tree order) with their counts.

    A column's count includes all below it, and every step above a bulletin's column has its own line.
    """
    asked = plan(db, query)
    return Facets(years=_years(db, asked), sources=_sources(db, asked), columns=_columns(db, asked))


def _years(db: Connection, asked: Plan) -> tuple[Facet, ...]:
    sql, values = asked.rows()
    found = []
    for year in _known_years(db):
        period = between(date(year, 1, 1), date(year, 12, 31))
        (count,) = db.execute(f"SELECT count(*) {sql} AND rowid BETWEEN ? AND ?", (*values, *period)).fetchone()
        if count:
            found.append(Facet((str(year),), count))
    return tuple(found)


def _known_years(db: Connection) -> list[int]:
    """Return the years that have a bulletin, newest first, by one step of the index for each."""
    years: list[int] = []
    end = END
    while True:
        (row,) = db.execute("SELECT max(row) FROM bulletins WHERE row < ?", (end,)).fetchone()
        published = day(row or 0)
        if published is None:
            return years
        years.append(published.year)
        end = between(date(published.year, 1, 1), None)[0]


def _sources(db: Connection, asked: Plan) -> tuple[Facet, ...]:
    names = places.sources(db)
    counts = _spread(db, asked, "source_id")
    found = [Facet((names[number],), count) for number, count in counts.items()]
    return tuple(sorted(found, key=lambda facet: (-facet.count, facet.path)))


def _columns(db: Connection, asked: Plan) -> tuple[Facet, ...]:
    paths = places.columns(db)
    counts: Counter[places.Path] = Counter()
    for number, count in _spread(db, asked, "column_id").items():
        path = paths[number]
        for depth in range(1, len(path) + 1):
            counts[path[:depth]] += count
    return tuple(Facet(path, counts[path]) for path in sorted(counts))


def _spread(db: Connection, asked: Plan, field: str) -> dict[int, int]:
    """Return the counts of what is found by source or column; bulletins without one are not counted."""
    if asked == Plan():
        sql: str = f"SELECT {field}, count(*) FROM bulletins WHERE latest AND {field} IS NOT NULL GROUP BY {field}"
        return dict(db.execute(sql))
    rows, values = asked.rows()
    found = db.execute(
        f"""SELECT {field}, count(*) FROM (SELECT rowid AS found {rows})
        CROSS JOIN bulletins INDEXED BY bulletins_narrow ON row = found
        WHERE {field} IS NOT NULL GROUP BY {field}""",
        values,
    )
    return dict(found)
