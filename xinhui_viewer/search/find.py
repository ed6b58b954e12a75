"""Bulletins that a query finds, a page at a time, each with the place that shows why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from sqlite3 import Connection

from xinhui_viewer.archive import index, read
from xinhui_viewer.job import Job
from xinhui_viewer.records import Found, Hit, Order, Query, Word
from xinhui_viewer.search.excerpt import Excerpt, excerpt, finder, section_at
from xinhui_viewer.search.parse import words
from xinhui_viewer.search.partial import FEW, MOST, Unit, lacking, partial
from xinhui_viewer.search.rank import CAP, FIRST, head
from xinhui_viewer.text.terms import Finder

_ALL = 1 << 40
_BEGINNING = 60  # characters


def find(
    db: Connection, query: Query, order: Order = "relevance", limit: int = 200, offset: int = 0, job: Job | None = None
) -> Found:
    """Return a page of what a query finds; a query that asks nothing lists the archive, newest first.

    Where few hold all of it, those that hold the most of it follow on the first page, by relevance only.
    ``count`` goes up to 2,000 and is ``capped`` beyond. ``job.cancel`` ends the search at once with Cancelled.
    """
    job = job or Job()
    with job.interruptible(db.interrupt):
        newest = index.rows(db, query, "newest", FIRST)
        count = len(newest) if len(newest) < FIRST else index.count(db, query, CAP + 1)
        rows = _page(db, query, order, limit, offset, newest, count)
        job.check()
        hits = _hits(db, query, rows)
        units: Sequence[Unit] = ()
        if order == "relevance" and not offset and count < min(FEW, limit):
            others, units = partial(db, query, rows, min(limit - len(rows), MOST))
            job.check()
            hits += _partial_hits(db, others, units)
    job.check()  # an interrupt that found nothing to interrupt
    also = tuple((unit.forms[0], unit.forms[1:]) for unit in units if unit.forms[1:])
    sought = tuple(dict.fromkeys(form for unit in units for form in unit.forms))
    return Found(query, min(count, CAP), count > CAP, hits, also, sought)


def count(db: Connection, query: Query, job: Job | None = None) -> int:
    """Return exactly how many bulletins a query finds: 50 ms for a common word in a million."""
    job = job or Job()
    with job.interruptible(db.interrupt):
        counted = index.count(db, query, _ALL)
    job.check()
    return counted


def _page(
    db: Connection, query: Query, order: Order, limit: int, offset: int, newest: Sequence[int], count: int
) -> Sequence[int]:
    """Return the rows of a page: for relevance the best ones, ranked, then all others in date order."""
    if order == "oldest":
        return index.rows(db, query, order, limit, offset)
    if order == "newest" or not words(query):
        known = len(newest) == count or offset + limit <= len(newest)
        return newest[offset : offset + limit] if known else index.rows(db, query, "newest", limit, offset)
    best = head(db, query, newest, count)
    page = best[offset : offset + limit]
    if len(page) < limit and count > len(best):
        page += index.rows(db, query, "newest", limit - len(page), max(0, offset - len(best)), without=best)
    return page


def _hits(db: Connection, query: Query, rows: Sequence[int]) -> tuple[Hit, ...]:
    in_title, in_body = finder(words(query, "title")), finder(words(query, "body"))
    found = read.listed(db, rows)
    first = _firsts(found)
    hits = [_hit(item, in_title, in_body) for item in found]
    return tuple(hit if first[hit.id] == hit.id else replace(hit, same_as=first[hit.id]) for hit in hits)


def _firsts(found: Sequence[read.Listed]) -> dict[int, int]:
    """Return for each bulletin the first in the list with the same text, or with the same title and beginning."""
    texts: dict[object, int] = {}
    first: dict[int, int] = {}
    for item in found:
        keys = (item.body, (item.title, item.body[:_BEGINNING]))
        same = next((texts[key] for key in keys if key in texts), item.id) if item.body else item.id
        first[item.id] = same
        texts.update(dict.fromkeys(keys, same))
    return first


def _partial_hits(db: Connection, rows: Sequence[int], units: Sequence[Unit]) -> tuple[Hit, ...]:
    asked = finder(Word(form) for unit in units for form in unit.forms)
    hits = []
    for item in read.listed(db, rows):
        missing, also = lacking(units, (item.title, item.body))
        hits.append(replace(_hit(item, asked, asked), missing=missing, also=also))
    return tuple(hits)


def _hit(item: read.Listed, in_title: Finder, in_body: Finder) -> Hit:
    spans = in_body(item.body)
    shown: Excerpt = excerpt(item.body, spans)
    return Hit(
        id=item.id,
        title=item.title,
        source=item.source,
        published=item.published,
        columns=item.columns,
        section=section_at(read.sections(item.sections), shown.offset) if spans else "",
        excerpt=shown.text,
        spans=shown.spans,
        title_spans=in_title(item.title),
        offset=shown.offset,
        count=len(spans),
    )
