"""Fetch rows of a list when they are seen: their hits, page by page, and the excerpts of those on the screen."""

from __future__ import annotations

from dataclasses import dataclass

from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.job import Job
from xinhui_viewer.records import Hit, Order, Query
from xinhui_viewer.search.asked import Asked
from xinhui_viewer.search.find import Whole, page, whole
from xinhui_viewer.search.rank import Ranking
from xinhui_viewer.search.shown import shown


@dataclass(frozen=True, slots=True)
class Missing:
    """The lacking parts of rows on the screen: ``pages`` of ids without hits, and hits ``bare`` of excerpts.

    ``seen`` are the ids of the rows, ``parts`` those of all in the list that are no full matches.
    """

    pages: tuple[tuple[int, ...], ...]
    bare: tuple[Hit, ...]
    seen: frozenset[int]
    parts: frozenset[int]

    def __bool__(self) -> bool:
        return bool(self.pages or self.bare)


@dataclass(frozen=True, slots=True)
class Fetched:
    """Hits without excerpts, and hits with them."""

    listed: tuple[Hit, ...] = ()
    shown: tuple[Hit, ...] = ()


def fetched(archive: Opened, query: Query, suggested: Query | None, missing: Missing, job: Job) -> Fetched:
    """Return what rows of the list of a query lack; ``suggested`` is the corrected query that found some of them."""
    with archive.reading(job) as db:
        asked = Asked(db, query)
        listed = tuple(hit for numbers in missing.pages for hit in page(asked, numbers, missing.parts))
        seen = (*missing.bare, *(hit for hit in listed if hit.id in missing.seen))
        return Fetched(listed, shown(asked, seen, suggested))


def all_rows(archive: Opened, query: Query, order: Order, partial: bool, order_of: Ranking, job: Job) -> Whole:
    """Return all rows of the list of a query whose first ones are known."""
    with archive.reading(job) as db:
        return whole(Asked(db, query), order, partial=partial, order_of=order_of)
