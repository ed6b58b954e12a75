"""Find bulletins, a page at a time, each with the excerpt that shows why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from xinhui_viewer.archive import attached, index, read
from xinhui_viewer.records import Found, Hit, Order, Word
from xinhui_viewer.search.asked import Asked
from xinhui_viewer.search.attached import Shower
from xinhui_viewer.search.excerpt import Excerpt, excerpt, finder, section_at
from xinhui_viewer.search.partial import FEW, MOST, Unit, all_texts, lacking, partial
from xinhui_viewer.search.rank import CAP, head
from xinhui_viewer.search.spelled import spelled
from xinhui_viewer.text.terms import Finder

_ALL = 1 << 40
_BEGINNING = 60  # characters


def find(asked: Asked, order: Order = "relevance", limit: int = 200, offset: int = 0) -> Found:
    """Return a page of a query's results; an empty query lists the archive, newest first.

    When few are full matches, the best partial ones follow on the first page, in the order of relevance only.
    ``count`` goes up to 2,000, or as far as the page does, and is ``capped`` beyond.
    """
    newest = index.rows(asked.plans, asked.root, "newest", CAP + 1)
    rows = _page(asked, order, limit, offset, newest)
    count, capped = _known(len(newest), offset, len(rows), limit)
    hits = _hits(asked, rows)
    units: Sequence[Unit] = ()
    if order == "relevance" and not offset and count < min(FEW, limit):
        others, units = partial(asked, rows, min(limit - len(rows), MOST))
        hits += _partial_hits(asked, others, units)
    also = (*spelled(asked), *((unit.forms[0], unit.forms[1:]) for unit in units if unit.forms[1:]))
    sought = tuple(dict.fromkeys(form for unit in units for form in unit.forms))
    return Found(asked.query, count, capped, hits, also, sought)


def ids(asked: Asked, order: Order = "relevance", limit: int = _ALL) -> tuple[int, ...]:
    """Return the ids of the full matches of a query, in the order of ``find``, at most ``limit``."""
    rows = _page(asked, order, limit, 0, index.rows(asked.plans, asked.root, "newest", CAP + 1))
    return read.numbers(asked.db, rows)


def count(asked: Asked) -> int:
    """Return the exact number of a query's results: 50 ms for a common word in a million."""
    return index.count(asked.plans, asked.root, _ALL)


def _known(newest: int, offset: int, listed: int, limit: int) -> tuple[int, bool]:
    """Return the number of results known from the ``newest`` and the page, and whether there may be more."""
    if newest <= CAP:
        return newest, False
    if 0 < listed < limit:
        return offset + listed, False  # the last page
    return max(CAP, offset + listed), True


def _page(asked: Asked, order: Order, limit: int, offset: int, newest: Sequence[int]) -> Sequence[int]:
    """Return the rows of a page: for relevance the best ones, ranked, then all others in date order.

    ``newest`` are all results, newest first, or the first CAP and one more.
    """
    if order == "relevance" and asked.words:
        best = head(asked, newest)
        page = best[offset : offset + limit]
        left, passed = limit - len(page), max(0, offset - len(best))
        return page + _others(asked, best, newest, left, passed) if left and len(newest) > len(best) else page
    known = newest[::-1] if order == "oldest" else newest
    if len(newest) <= CAP or (order != "oldest" and offset + limit <= CAP):
        return known[offset : offset + limit]
    return index.rows(asked.plans, asked.root, order, limit, offset)


def _others(asked: Asked, best: list[int], newest: Sequence[int], limit: int, offset: int) -> list[int]:
    """Return a page of the rows that are not among the best, newest first."""
    if len(newest) > CAP:
        return index.rows(asked.plans, asked.root, "newest", limit, offset, without=best)
    first = set(best)
    return [row for row in newest if row not in first][offset : offset + limit]


def _hits(asked: Asked, rows: Sequence[int]) -> tuple[Hit, ...]:
    found = read.listed(asked.db, rows)
    first = _firsts(found)
    hits = [_hit(item, asked.in_title, asked.in_body) for item in found]
    if words := asked.attached_words:
        hits = _with_attachments(asked, found, hits, words)
    return tuple(hit if first[hit.id] == hit.id else replace(hit, same_as=first[hit.id]) for hit in hits)


def _firsts(found: Sequence[read.Listed]) -> dict[int, int]:
    """Return, for each bulletin, the first in the list with the same text, or with the same title and beginning."""
    alike: dict[str, list[read.Listed]] = {}  # by their beginning: comparing whole texts is for few
    first: dict[int, int] = {}
    for item in found:
        first[item.id] = item.id
        if item.body:
            others = alike.setdefault(item.body[:_BEGINNING], [])
            same = (other for other in others if other.title == item.title or other.body == item.body)
            first[item.id] = next((first[other.id] for other in same), item.id)
            others.append(item)
    return first


def _with_attachments(
    asked: Asked, found: Sequence[read.Listed], hits: Sequence[Hit], words: Sequence[Word]
) -> list[Hit]:
    """Return hits, those that attachments show with excerpts from these."""
    have = attached.with_texts(asked.db, [item.row for item in found])
    shower = Shower(asked.db, words) if have else None
    return [
        shower.shown(item.row, hit, (item.title, item.body)) if shower and item.row in have else hit
        for item, hit in zip(found, hits, strict=True)
    ]


def _partial_hits(asked: Asked, rows: Sequence[int], units: Sequence[Unit]) -> tuple[Hit, ...]:
    words = [Word(form) for unit in units for form in unit.forms]
    sought = finder(words)
    found = read.listed(asked.db, rows)
    hits = [_hit(item, sought, sought) for item in found]
    if asked.plans.known.has_attached:
        hits = _with_attachments(asked, found, hits, words)
    texts = all_texts(asked.plans, found)
    lacks = (lacking(units, texts[item.row]) for item in found)
    return tuple(replace(hit, missing=missing, also=also) for hit, (missing, also) in zip(hits, lacks, strict=True))


def _hit(item: read.Listed, in_title: Finder, in_body: Finder) -> Hit:
    spans = in_body(item.body)
    shown: Excerpt = excerpt(item.body, spans)
    return Hit(
        id=item.id,
        title=item.title,
        source=item.source,
        published=item.published,
        written=item.written,
        columns=item.columns,
        section=section_at(item.body, read.sections(item.sections), shown.offset) if spans else "",
        excerpt=shown.text,
        spans=shown.spans,
        title_spans=in_title(item.title),
        offset=shown.offset,
        count=len(spans),
        damaged=item.damaged,
    )
