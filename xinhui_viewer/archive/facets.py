"""How what a query finds spreads over years, sources and columns."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from xinhui_viewer.archive import places, rows
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.match import plan
from xinhui_viewer.archive.plan import Plan
from xinhui_viewer.records import Facet, Facets, Query

_MANY = 20_000  # counting the sources of all 500,000 bulletins with a common word takes 700 ms, of these 10


def facets(db: Archive, query: Query) -> Facets:
    """Return years (newest first), sources (most first) and columns (in tree order) with their counts.

    A column's count is of the bulletins in it, without those in the columns below it. What has no date or no source is
    counted last, under ''. The whole archive is counted whole.
    """
    asked = plan(db, query)
    found = Facets(_years(db, asked), _sources(db, asked), _columns(db, asked))
    return replace(found, among=_MANY) if asked != Plan() and found.total > _MANY else found


def years(db: Archive, query: Query) -> tuple[Facet, ...]:
    """Return the years in which something is found, newest first, and what has no date last, under ''."""
    return _years(db, plan(db, query))


def _years(db: Archive, asked: Plan) -> tuple[Facet, ...]:
    # What the index has a length of is just what can be found: of all tables the one that is walked through soonest.
    sql, values = asked.rows() if asked != Plan() else ("FROM terms_docsize WHERE 1", ())
    dates = rows.of(db)
    found = []
    for year in _known_years(db, dates):
        period = dates.between(date(year, 1, 1), date(year, 12, 31))
        count = db.value(f"SELECT count(*) {sql} AND rowid BETWEEN ? AND ?", (*values, *period))
        if count:
            found.append(Facet((str(year),), count))
    undated = db.value(f"SELECT count(*) {sql} AND rowid < ?", (*values, dates.dated))
    return (*found, Facet(("",), undated)) if undated else tuple(found)


def months(db: Archive, query: Query, year: int) -> tuple[Facet, ...]:
    """Return the months of a year in which something is found, newest first, as (year, month) with their counts."""
    sql, values = plan(db, query).rows()
    dates = rows.of(db)
    found = []
    for month in range(12, 0, -1):
        first = date(year, month, 1)
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
        count = db.value(f"SELECT count(*) {sql} AND rowid BETWEEN ? AND ?", (*values, *dates.between(first, last)))
        if count:
            found.append(Facet((str(year), f"{month:02}"), count))
    return tuple(found)


def _known_years(db: Archive, dates: rows.Rows) -> list[int]:
    """Return the years that have a bulletin, newest first, by one step of the index for each."""
    years: list[int] = []
    end = dates.end
    while True:
        row = db.value("SELECT max(row) FROM bulletins WHERE row < ?", (end,))
        published = dates.day(row or 0)
        if published is None:
            return years
        years.append(published.year)
        end = dates.between(date(published.year, 1, 1), None)[0]


def _sources(db: Archive, asked: Plan) -> tuple[Facet, ...]:
    names = places.sources(db)
    counts = _spread(db, asked, "source_id")
    found = [Facet((names[number] if number else "",), count) for number, count in counts.items()]
    return tuple(sorted(found, key=lambda facet: (facet.path == ("",), -facet.count, facet.path)))


def _columns(db: Archive, asked: Plan) -> tuple[Facet, ...]:
    paths = places.columns(db)
    counts = _spread(db, asked, "column_id")
    return tuple(sorted((Facet(paths[n], count) for n, count in counts.items() if n), key=lambda facet: facet.path))


def _spread(db: Archive, asked: Plan, field: str) -> dict[int | None, int]:
    """Return the counts of what is found by source or column, None for those without one."""
    if asked == Plan():
        return dict(db.rows(f"SELECT {field}, count(*) FROM bulletins WHERE latest GROUP BY {field}"))
    sql, values = asked.rows()
    found = db.rows(
        f"""SELECT {field}, count(*) FROM (SELECT rowid AS found {sql} ORDER BY rowid DESC LIMIT ?)
        CROSS JOIN bulletins INDEXED BY bulletins_narrow ON row = found GROUP BY {field}""",
        (*values, _MANY),
    )
    return dict(found)
