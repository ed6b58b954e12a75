"""How the bulletins of an answer, or of the whole archive, spread over years, sources and columns."""

from __future__ import annotations

from xinhui_viewer.archive import facets as counted
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.records import Facet, Facets, Query


def months(db: Archive, query: Query, year: int) -> tuple[Facet, ...]:
    """Return the months of a year in which a query finds something, newest first, as (year, month)."""
    return counted.months(db, query, year)


def facets(db: Archive, query: Query) -> Facets:
    """Return the facets of a query, of the whole archive for one that asks nothing."""
    return counted.facets(db, query)
