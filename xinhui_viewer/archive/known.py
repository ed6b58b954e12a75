"""Facts about an archive that the parts of one query share, each read once."""

from __future__ import annotations

from functools import cached_property

from xinhui_viewer.archive import attached_rows, citations, entries, facts, places, rows
from xinhui_viewer.archive.archive import Archive


class Known:
    """Names, paths and row numbers of an archive, read when they are first needed, for the time of a query."""

    def __init__(self, db: Archive) -> None:
        self.db = db

    @cached_property
    def has_index(self) -> bool:
        """The index has the terms that this program asks for."""
        return not entries.outdated(self.db) and self.db.knows("terms")

    @cached_property
    def sources(self) -> dict[int, str]:
        """The names of all sources by number."""
        return places.sources(self.db)

    @cached_property
    def columns(self) -> dict[int, places.Path]:
        """The full paths of all columns by number."""
        return places.columns(self.db)

    @cached_property
    def has_authors(self) -> bool:
        """Authors are kept: not in an archive of a schema before 4."""
        return self.db.knows("bulletins_authors")

    @cached_property
    def has_validity(self) -> bool:
        """States of validity are kept: not in an archive of a schema before 5."""
        return self.db.knows("bulletins_validity")

    @cached_property
    def states_validity(self) -> bool:
        """Some bulletin says whether it is in force, or another one says that it is repealed."""
        if self.has_validity and self.db.row("SELECT 1 FROM bulletins WHERE latest AND validity <> '' LIMIT 1"):
            return True
        return bool(self.repealed)

    @cached_property
    def repealed(self) -> frozenset[int]:
        """The ids of bulletins that another text says are repealed."""
        return citations.repealed(self.db)

    @cached_property
    def authors(self) -> dict[str, tuple[str, ...]]:
        """The names of the authors of a bulletin, by the text that stores them."""
        if not self.has_authors:
            return {}
        found = self.db.rows("SELECT DISTINCT authors FROM bulletins WHERE latest AND authors <> ''")
        return {stored: facts.names(stored) for (stored,) in found}

    @cached_property
    def has_attached(self) -> bool:
        """Texts of attachments are searched: in no archive of a schema before 5."""
        if not self.has_index:
            return self.db.knows("attachment_texts") and bool(self.db.row("SELECT 1 FROM attachment_texts LIMIT 1"))
        return self.db.knows("attached_terms") and bool(self.db.row("SELECT 1 FROM attached_terms_docsize LIMIT 1"))

    @cached_property
    def attached_figures(self) -> bool:
        """Attachments state figures: in no archive of a schema before 6."""
        return attached_rows.states_any(self.db)

    @cached_property
    def rows(self) -> rows.Rows:
        """The numbering of rows by date."""
        return rows.of(self.db)

    @cached_property
    def titles(self) -> str:
        """The table with the titles: ``terms`` in an archive of a schema before 3, which has no smaller one."""
        return "titles" if self.db.knows("titles") else "terms"
