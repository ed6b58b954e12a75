"""Find bulletins, a page at a time, each with the excerpt that shows why."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from xinhui_viewer.archive import index, read
from xinhui_viewer.archive.listing import Listed, beginnings, listed, listed_ids
from xinhui_viewer.records import Found, Hit, Order, Query
from xinhui_viewer.search.asked import Asked
from xinhui_viewer.search.fields import wanted_words
from xinhui_viewer.search.rank import CAP, HEAD, Full, Ranked, Ranking, ranked
from xinhui_viewer.search.shown import shown
from xinhui_viewer.search.sounding import corrected
from xinhui_viewer.search.spelled import spelled

FIRST, SEEN = 24, 8  # rows of an answer that a window shows at once, and those of them on a usual screen
PAGE = 200  # rows that are listed together: of two with the same text the second says so
_ALL = 1 << 40
_FEW = 3  # full matches: below, the user may have meant another query
_SUGGESTED = 50


@dataclass(frozen=True, slots=True)
class Whole:
    """All of a list in its order, by ids: those of ``parts`` are no full matches. ``hits`` are its first page."""

    ids: array[int]
    parts: frozenset[int]
    hits: tuple[Hit, ...]


def find(
    asked: Asked,
    order: Order = "relevance",
    limit: int = 200,
    offset: int = 0,
    *,
    partial: bool = True,
    excerpts: bool = True,
    order_of: Ranking | None = None,
) -> Found:
    """Return a page of a query's results; an empty query lists the archive, newest first.

    In the order of relevance bulletins that hold only a part of the query are listed among the others, unless
    ``partial`` is False, and where few are full matches those follow that a corrected query finds. ``count`` goes up
    to 2,000, or as far as the page does, and is ``capped`` beyond. Without ``excerpts`` the hits are only listed:
    ``shown.shown`` makes these for those that somebody sees. ``order_of`` is the ``ranking`` where it is known.
    """
    found = _found(asked, order, limit, offset, order_of or ranking(asked, order, partial=partial))
    slips = order == "relevance" and not offset and partial and found.count < _FEW
    if slips and (meant := corrected(asked, nowhere=not found.count)):
        other = Asked(asked.db, meant)
        others = _found(other, order, min(limit, _SUGGESTED), 0, ranking(other, order))
        found = _with_suggested(found, meant, others, limit)
    return replace(found, hits=shown(asked, found.hits, found.suggested)) if excerpts else found


def ranking(asked: Asked, order: Order, *, partial: bool = True) -> Ranking:
    """Return the order of a list, from which any page of it is made."""
    ranks = order == "relevance" and bool(asked.words) and not asked.plans.scans
    newest = _newest(asked, ranks=ranks)
    return Ranking(newest, ranked(asked, newest, partial=partial) if ranks else Ranked())


def _with_suggested(found: Found, meant: Query, other: Found, limit: int) -> Found:
    """Return an answer with the hits for a corrected query below its full matches, above its partial ones."""
    full = [hit for hit in found.hits if not hit.partial]
    known = {hit.id for hit in full}
    suggested = [replace(hit, partial=True, suggested=meant.text) for hit in other.hits if hit.id not in known]
    known.update(hit.id for hit in suggested)
    parts = [hit for hit in found.hits if hit.partial and hit.id not in known]
    words = (word.text for word in wanted_words(meant.root))
    return replace(
        found,
        hits=(*full, *suggested, *parts)[:limit],
        partial=found.partial - len(found.hits) + len(full) + len(parts),
        sought=tuple(dict.fromkeys((*found.sought, *words, *other.sought))),
        suggested=meant,
    )


def _found(asked: Asked, order: Order, limit: int, offset: int, order_of: Ranking) -> Found:
    """Return a page of exactly this query's results."""
    newest, best = order_of
    rows = _page(asked, order, limit, offset, newest, best.rows)
    parts = len(best.partial)
    count, capped = _known(newest, offset - parts, len(rows), limit)
    pieces = asked.units.pieces if parts else ()
    official = dict.fromkeys((unit.forms[0], unit.forms[1:]) for unit in pieces if unit.forms[1:])
    sought = tuple(dict.fromkeys(form for unit in pieces for form in unit.forms))
    also = (*spelled(asked), *official)
    capped = capped or asked.plans.stopped
    return Found(
        asked.query, count, capped, _in_rows(asked, rows, best), parts, also, sought, scanned=asked.plans.scans
    )


def first(asked: Asked, order: Order = "relevance", *, partial: bool = True, order_of: Ranking | None = None) -> Found:
    """Return the beginning of a list as a window shows it: of FIRST hits, SEEN have excerpts; else as ``find``."""
    found = find(asked, order, FIRST, partial=partial, excerpts=False, order_of=order_of)
    return replace(found, hits=(*shown(asked, found.hits[:SEEN], found.suggested), *found.hits[SEEN:]))


def whole(asked: Asked, order: Order = "relevance", *, partial: bool = True, order_of: Ranking | None = None) -> Whole:
    """Return all of the list of which ``find`` returns a page; ``partial`` and ``order_of`` as there."""
    newest, best = order_of = order_of or ranking(asked, order, partial=partial)
    rows = _page(asked, order, PAGE, 0, newest, best.rows)
    if len(rows) < PAGE:
        hits = find(asked, order, PAGE, partial=partial, excerpts=False, order_of=order_of).hits
        numbers = array("q", [hit.id for hit in hits])
        return Whole(numbers, frozenset(hit.id for hit in hits if hit.partial), hits)
    numbers = array("q", read.numbers(asked.db, best.rows))
    numbers += index.ids(asked.plans, asked.root, order, best.rows)
    return Whole(numbers, frozenset(read.numbers(asked.db, [*best.partial])), _in_rows(asked, rows, best))


def page(asked: Asked, numbers: Sequence[int], parts: Container[int]) -> tuple[Hit, ...]:
    """Return the hits of some rows of a list by their ids, without excerpts; ``parts`` are its partial matches."""
    return _hits(asked, listed_ids(asked.db, numbers), parts)


def ids(asked: Asked, order: Order = "relevance", limit: int = _ALL) -> tuple[int, ...]:
    """Return the ids of the full matches of a query, in the order of ``find``, at most ``limit``."""
    newest, best = ranking(asked, order, partial=False)
    return read.numbers(asked.db, _page(asked, order, limit, 0, newest, best.rows))


def count(asked: Asked) -> int:
    """Return the exact number of a query's results: 50 ms for a common word in a million."""
    return index.count(asked.plans, asked.root, _ALL)


def _newest(asked: Asked, *, ranks: bool) -> Full:
    """Return the full matches, newest first: to be ranked, all of up to CAP; to be listed by date, the first ones."""
    first = index.rows(asked.plans, asked.root, "newest", HEAD + 1)
    if len(first) <= HEAD:
        return Full(first, len(first))
    # A row costs 0.05 µs to count and 0.2 to bring here: counted are those of words that a tenth of bulletins may have.
    often = not ranks or first[-1] > asked.frequency.since(asked.frequency.bulletins * HEAD // CAP)
    number = index.count(asked.plans, asked.root, CAP + 1) if often else 0
    if number > CAP or not ranks:
        return Full(first, number, many=True)
    rows = index.rows(asked.plans, asked.root, "newest", CAP + 1)
    return Full(rows, len(rows), many=len(rows) > CAP)


def _known(newest: Full, before: int, listed: int, limit: int) -> tuple[int, bool]:
    """Return the number of full matches known from the ``newest`` and the page, and whether there may be more.

    ``before`` is the number of rows before the page, less the partial matches in all of the list.
    """
    if newest.count <= CAP:
        return newest.count, False
    if 0 < listed < limit:
        return before + listed, False  # the last page
    return max(CAP, before + listed), True


def _page(asked: Asked, order: Order, limit: int, offset: int, newest: Full, best: Sequence[int]) -> Sequence[int]:
    """Return the rows of a page: the ``best`` ones, if any, then all others in date order."""
    if best:
        page = list(best[offset : offset + limit])
        left, passed = limit - len(page), max(0, offset - len(best))
        return page + _others(asked, best, newest, left, passed) if left else page
    known = newest.rows[::-1] if order == "oldest" else newest.rows
    if not newest.many or (order != "oldest" and offset + limit <= len(known)):
        return known[offset : offset + limit]
    return index.rows(asked.plans, asked.root, order, limit, offset)


def _others(asked: Asked, best: Sequence[int], newest: Full, limit: int, offset: int) -> list[int]:
    """Return a page of the rows that are not among the best, newest first."""
    if newest.many:
        return index.rows(asked.plans, asked.root, "newest", limit, offset, without=best)
    first = set(best)
    return [row for row in newest.rows if row not in first][offset : offset + limit]


def _in_rows(asked: Asked, rows: Sequence[int], best: Ranked) -> tuple[Hit, ...]:
    """Return the hits in these rows, without excerpts."""
    found = listed(asked.db, rows)
    return _hits(asked, found, {item.id for item in found if item.row in best.partial})


def _hits(asked: Asked, found: Sequence[Listed], parts: Container[int]) -> tuple[Hit, ...]:
    first = _firsts(asked, found)
    return tuple(
        Hit(
            id=item.id,
            title=item.title,
            source=item.source,
            published=item.published,
            written=item.written,
            columns=item.columns,
            partial=item.id in parts,
            same_as=first.get(item.id),
            damaged=item.damaged,
        )
        for item in found
    )


def _firsts(asked: Asked, found: Sequence[Listed]) -> dict[int, int]:
    """Return, for each that has one, the first before it with the same text, or with the same title and beginning."""
    known, titles = Counter(item.sha256 for item in found), Counter(item.title for item in found)
    alike = [item for item in found if known[item.sha256] > 1 or titles[item.title] > 1]
    begins = beginnings(asked.db, [item.row for item in alike]) if alike else {}
    seen: dict[object, int] = {}
    first: dict[int, int] = {}
    for item in alike:
        begin = begins.get(item.row)
        for key in (item.sha256, (item.title, begin)) if begin else ():
            if key in seen:
                first.setdefault(item.id, seen[key])
            seen[key] = first.get(item.id, item.id)
    return first
