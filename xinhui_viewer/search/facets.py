"""Counts of an answer, or of the whole archive, by year, month, source and column."""

from __future__ import annotations

from xinhui_viewer.archive import facets as counted
from xinhui_viewer.records import Facet, Facets
from xinhui_viewer.search.asked import Asked


def facets(asked: Asked) -> Facets:
    """Return the facets of a query; those of the whole archive for an empty one."""
    return counted.facets(asked.plans, asked.root)


def months(asked: Asked, year: int) -> tuple[Facet, ...]:
    """Return the months of a year in which a query finds something, newest first, as (year, month)."""
    return counted.months(asked.plans, asked.root, year)
