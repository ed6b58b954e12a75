"""Where the archive looks for the words of each query field; search/fields.py says what a user sees of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from xinhui_viewer.archive import placed
from xinhui_viewer.archive.known import Known
from xinhui_viewer.archive.plan import Plan
from xinhui_viewer.records import Field, Word


@dataclass(frozen=True, slots=True)
class Searched:
    """Where a field's words are looked for: in a ``column`` of the index of terms, '' for all, or by a ``plan``."""

    column: str = ""
    plan: Callable[[Known, Word], Plan | None] | None = None

    @property
    def within(self) -> str:
        """What FTS5 is told in front of an expression about this field."""
        return f"{self.column} : " if self.column else ""

    @property
    def in_titles(self) -> bool:
        """Whether the index of titles, a fiftieth of all terms, answers for this field."""
        return self.column == "title" or self.plan is not None


SEARCHED: dict[Field, Searched] = {
    "any": Searched(),
    "title": Searched("title"),
    "body": Searched("body"),
    "heading": Searched("headings"),
    "number": Searched("number"),
    "source": Searched(plan=placed.source),
    "column": Searched(plan=placed.column),
    "figure": Searched(plan=placed.figure),
}
