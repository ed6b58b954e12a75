"""What a summary sheet says of a bulletin: where it comes from, its outline, the gist of each section, its figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from sqlite3 import Connection

from xinhui_viewer.archive.read import attachment, bulletin
from xinhui_viewer.records import Bulletin, Section, Summary, SummaryEntry, SummarySection
from xinhui_viewer.text.gist import gist, lead


def compose(db: Connection, ids: Sequence[int], title: str = "", whole: bool = False) -> Summary:
    """Return what is put on paper of some bulletins, in their order; an ArchiveError when one is not there.

    ``whole`` asks for the whole text too, with the pictures that it shows.
    """
    made = datetime.now(UTC).isoformat(timespec="seconds")
    read = (bulletin(db, number) for number in ids)
    return Summary(title, tuple(_whole(db, one) if whole else entry(one) for one in read), made)


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


def _whole(db: Connection, read: Bulletin) -> SummaryEntry:
    names = dict.fromkeys(block.image for block in read.blocks if block.kind == "image")
    found = (attachment(db, read.id, name) for name in names if name in read.attachments)
    images = tuple(one for one in found if one is not None)
    return replace(entry(read), body=read.body, blocks=read.blocks, spans=read.sections, images=images)


def _section(read: Bulletin, section: Section) -> SummarySection:
    return SummarySection(section.level, section.heading, gist(read.body, section, read.sections))
