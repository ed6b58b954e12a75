"""A query asked of an archive, planned once for its rows, count, facets and figures."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.frequency import Frequency
from xinhui_viewer.archive.match import Plans
from xinhui_viewer.records import Query, Word
from xinhui_viewer.search.fields import wanted_words
from xinhui_viewer.search.parse import parse
from xinhui_viewer.search.units import Units, units
from xinhui_viewer.text.matches import finder
from xinhui_viewer.text.terms import Finder


class Asked:
    """A query on an open archive; each part is computed when it is first needed."""

    def __init__(self, db: Archive, query: Query) -> None:
        self.db, self.query, self.root = db, query, query.root
        self.plans = Plans(db)

    @cached_property
    def frequency(self) -> Frequency:
        """The frequency of words in the archive."""
        return Frequency(self.plans)

    @cached_property
    def units(self) -> Units:
        """The units that bulletins are scored by."""
        return units(self.root, self.frequency)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The wanted words that stand in texts."""
        return wanted_words(self.root)

    @cached_property
    def title_words(self) -> tuple[Word, ...]:
        """The wanted words that may stand in titles."""
        return wanted_words(self.root, "title")

    @cached_property
    def body_words(self) -> tuple[Word, ...]:
        """The wanted words that may stand in texts below titles."""
        return wanted_words(self.root, "body")

    @cached_property
    def attached_words(self) -> tuple[Word, ...]:
        """The wanted words that may stand in attachments; none where the archive has no texts of any."""
        return wanted_words(self.root, "attachment") if self.plans.known.has_attached else ()

    @cached_property
    def in_title(self) -> Finder:
        """The finder of the words in a title."""
        return finder(self.title_words)

    @cached_property
    def in_body(self) -> Finder:
        """The finder of the words in a text."""
        return finder(self.body_words)


def asked(db: Archive, text: str, today: date | None = None) -> Asked:
    """Return the query in a text, asked of an archive; 近30天 counts back from ``today``."""
    return Asked(db, parse(text, today))
