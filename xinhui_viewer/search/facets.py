"""How the bulletins of an answer, or of the whole archive, spread over years, sources and columns."""

from __future__ import annotations

from sqlite3 import Connection

from xinhui_viewer.archive import facets as counted
from xinhui_viewer.job import Job
from xinhui_viewer.records import Facet, Facets, Query


def months(db: Connection, query: Query, year: int, job: Job | None = None) -> tuple[Facet, ...]:
    """Return the months of a year in which a query finds something, newest first, as (year, month)."""
    with (job or Job()).interruptible(db.interrupt):
        return counted.months(db, query, year)


def facets(db: Connection, query: Query, job: Job | None = None) -> Facets:
    """Return the facets of a query, of the whole archive for one that asks nothing; ``job.cancel`` ends it at once."""
    with (job or Job()).interruptible(db.interrupt):
        return counted.facets(db, query)
