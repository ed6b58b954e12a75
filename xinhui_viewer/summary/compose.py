"""Compose summaries: the origin of each bulletin, its outline, the gist of each section, its figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.files import attachment
from xinhui_viewer.archive.read import LeftOut, bulletins
from xinhui_viewer.job import Job
from xinhui_viewer.records import Bulletin, Extract, Query, Section, Summary, SummaryEntry, SummarySection, Word
from xinhui_viewer.search.describe import describe
from xinhui_viewer.search.excerpt import excerpts, section_at
from xinhui_viewer.search.fields import wanted_words
from xinhui_viewer.text.gist import gist, lead
from xinhui_viewer.text.matches import matches

_MOST_EXTRACTS = 3


def compose(
    db: Archive,
    ids: Sequence[int],
    title: str = "",
    whole: bool = False,
    query: Query | None = None,
    job: Job | None = None,
    left_out: LeftOut | None = None,
) -> Summary:
    """Return the summary of some bulletins, in their order; an ArchiveError when one is not in the archive.

    ``whole`` asks for the whole text too, with the pictures that it shows; an entry has the extracts that ``query``
    finds in it. Cancelled when ``job`` is. Damaged ones are reported to ``left_out``; without it, or when all are, a
    DamagedBulletin.
    """
    made = datetime.now(UTC).isoformat(timespec="seconds")
    asked = wanted_words(query.root, "body") if query else ()
    found = bulletins(db, ids, job or Job(), left_out)
    entries = [_whole(db, read, asked) if whole else entry(read, asked) for read in found]
    said = (query.text, describe(query)) if query else ("", "")
    return Summary(title, tuple(entries), made, *said)


def entry(read: Bulletin, asked: Sequence[Word] = ()) -> SummaryEntry:
    """Return the summary of one bulletin; every sentence is verbatim from its text."""
    return SummaryEntry(
        bulletin_id=read.id,
        facts=read.facts,
        provenance=read.provenance,
        lead=lead(read.body, read.sections),
        sections=tuple(_section(read, section) for section in read.sections),
        figures=read.figures,
        extracts=_extracts(read, asked),
    )


def _extracts(read: Bulletin, asked: Sequence[Word]) -> tuple[Extract, ...]:
    found = excerpts(read.body, matches(read.body, asked), _MOST_EXTRACTS) if asked else ()
    return tuple(Extract(one.text, one.spans, section_at(read.body, read.sections, one.offset)) for one in found)


def _whole(db: Archive, read: Bulletin, asked: Sequence[Word]) -> SummaryEntry:
    names = dict.fromkeys(block.image for block in read.blocks if block.kind == "image")
    found = (attachment(db, read.id, name) for name in names if name in read.attachments)
    images = tuple(one for one in found if one is not None)
    return replace(entry(read, asked), body=read.body, blocks=read.blocks, spans=read.sections, images=images)


def _section(read: Bulletin, section: Section) -> SummarySection:
    return SummarySection(section.level, section.heading, gist(read.body, section, read.sections))
