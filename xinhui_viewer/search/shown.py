"""Show why bulletins were found: excerpts, marks and what partial matches lack, for the rows that somebody sees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from xinhui_viewer.archive.listing import Texts, of_attachments, texts
from xinhui_viewer.archive.read import sections
from xinhui_viewer.records import Hit, Query, Word
from xinhui_viewer.search.asked import Asked
from xinhui_viewer.search.attached import Shower
from xinhui_viewer.search.excerpt import excerpt, section_at
from xinhui_viewer.search.lacking import lacking
from xinhui_viewer.text.matches import finder
from xinhui_viewer.text.terms import Finder


def shown(asked: Asked, hits: Sequence[Hit], suggested: Query | None = None) -> tuple[Hit, ...]:
    """Return hits with what shows why they were found; ``suggested`` is the corrected query that found some of them."""
    there = texts(asked.db, [hit.id for hit in hits])
    found = {hit.id: hit for hit in _of(asked, [hit for hit in hits if not hit.suggested], there)}
    if suggested is not None:
        meant = Asked(asked.db, suggested)
        found.update((hit.id, hit) for hit in _of(meant, [hit for hit in hits if hit.suggested], there))
    return tuple(found.get(hit.id, hit) for hit in hits)


def _of(asked: Asked, hits: Sequence[Hit], there: dict[int, Texts]) -> list[Hit]:
    """Return those hits of a query that are still there."""
    found = [(hit, there[hit.id]) for hit in hits if hit.id in there]
    full = [(hit, one) for hit, one in found if not _part(hit)]
    parts = [(hit, one) for hit, one in found if _part(hit)]
    return [*_full(asked, full), *(_partial(asked, parts) if parts else ())]


def _part(hit: Hit) -> bool:
    return hit.partial and not hit.suggested


def _full(asked: Asked, found: Sequence[tuple[Hit, Texts]]) -> list[Hit]:
    hits = [_shown(hit, one, asked.in_title, asked.in_body) for hit, one in found]
    return _with_attachments(asked, found, hits, asked.attached_words)


def _partial(asked: Asked, found: Sequence[tuple[Hit, Texts]]) -> list[Hit]:
    """Return partial matches, with what each lacks."""
    pieces = asked.units.pieces
    words = [Word(form) for unit in pieces for form in unit.forms]
    sought = finder(words)
    has_attached = asked.plans.known.has_attached
    hits = [_shown(hit, one, sought, sought) for hit, one in found]
    hits = _with_attachments(asked, found, hits, words if has_attached else ())
    others = of_attachments(asked.db, [one.row for _, one in found]) if has_attached else {}
    lacks = [lacking(pieces, one.scored(others.get(one.row, ()))) for _, one in found]
    return [replace(hit, missing=missing, also=also) for hit, (missing, also) in zip(hits, lacks, strict=True)]


def _with_attachments(
    asked: Asked, found: Sequence[tuple[Hit, Texts]], hits: list[Hit], words: Sequence[Word]
) -> list[Hit]:
    """Return hits, those that attachments show with excerpts from these."""
    if not words:
        return hits
    have = of_attachments(asked.db, [one.row for _, one in found])
    shower = Shower(asked.db, words) if have else None
    return [
        shower.shown(one.row, hit, (one.title, one.body)) if shower and one.row in have else hit
        for hit, (_, one) in zip(hits, found, strict=True)
    ]


def _shown(hit: Hit, one: Texts, in_title: Finder, in_body: Finder) -> Hit:
    spans = in_body(one.body)
    cut = excerpt(one.body, spans)
    return replace(
        hit,
        section=section_at(one.body, sections(one.sections), cut.offset) if spans else "",
        excerpt=cut.text,
        spans=cut.spans,
        title_spans=in_title(one.title),
        offset=cut.offset,
        count=len(spans),
        damaged=hit.damaged or one.damaged,
    )
