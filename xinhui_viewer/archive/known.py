"""Facts about an archive that the parts of one query share, each read once."""

from __future__ import annotations

from functools import cached_property

from xinhui_viewer.archive import places, rows
from xinhui_viewer.archive.archive import Archive


class Known:
    """Names, paths and row numbers of an archive, read when they are first needed, for the time of a query."""

    def __init__(self, db: Archive) -> None:
        self.db = db

    @cached_property
    def sources(self) -> dict[int, str]:
        """The names of all sources by number."""
        return places.sources(self.db)

    @cached_property
    def columns(self) -> dict[int, places.Path]:
        """The full paths of all columns by number."""
        return places.columns(self.db)

    @cached_property
    def rows(self) -> rows.Rows:
        """The numbering of rows by date."""
        return rows.of(self.db)

    @cached_property
    def titles(self) -> str:
        """The table with the titles: ``terms`` in an archive of a schema before 3, which has no smaller one."""
        return "titles" if self.db.knows("titles") else "terms"
