"""The places in an archive that each query field searches; search/fields.py has the field's names and texts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from xinhui_viewer.archive import placed
from xinhui_viewer.archive.known import Known
from xinhui_viewer.archive.plan import Plan
from xinhui_viewer.records import Field, Word


@dataclass(frozen=True, slots=True)
class Searched:
    """The place of a field's words: a ``column`` of the index of terms, empty for all, or the rows of a ``plan``.

    ``attached``: the column is in the index of bulletins with texts of attachments alone.
    """

    column: str = ""
    plan: Callable[[Known, Word], Plan | None] | None = None
    attached: bool = False

    @property
    def within(self) -> str:
        """The prefix of an FTS5 expression about this field."""
        return f"{self.column} : " if self.column else ""

    @property
    def in_titles(self) -> bool:
        """Return whether the index of titles, a fiftieth of all terms, can answer for this field."""
        return self.column == "title" or self.plan is not None


SEARCHED: dict[Field, Searched] = {
    "any": Searched(),
    "title": Searched("title"),
    "body": Searched("body"),
    "heading": Searched("headings"),
    "number": Searched("number"),
    "attachment": Searched("attached", attached=True),
    "source": Searched(plan=placed.source),
    "author": Searched(plan=placed.author),
    "validity": Searched(plan=placed.validity),
    "column": Searched(plan=placed.column),
    "figure": Searched(plan=placed.figure),
}
