"""What a summary sheet says of a bulletin: where it comes from, its outline, the gist of each section, its figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from sqlite3 import Connection

from xinhui_viewer.archive.read import bulletin
from xinhui_viewer.records import Bulletin, Section, Summary, SummaryEntry, SummarySection
from xinhui_viewer.text.gist import gist, lead


def compose(db: Connection, ids: Sequence[int], title: str = "") -> Summary:
    """Return what is put on paper of some bulletins, in their order; an ArchiveError when one is not there."""
    made = datetime.now(UTC).isoformat(timespec="seconds")
    return Summary(title, tuple(entry(bulletin(db, number)) for number in ids), made)


def entry(read: Bulletin) -> SummaryEntry:
    """Return what a summary sheet says of one bulletin; every sentence stands so in its text."""
    return SummaryEntry(
        bulletin_id=read.id,
        title=read.title,
        source=read.source,
        published=read.published,
        columns=read.columns,
        document_number=read.document_number,
        provenance=read.provenance,
        url=read.url,
        lead=lead(read.body, read.sections),
        sections=tuple(_section(read, section) for section in read.sections),
        figures=read.figures,
    )


def _section(read: Bulletin, section: Section) -> SummarySection:
    return SummarySection(section.level, section.heading, gist(read.body, section, read.sections))
