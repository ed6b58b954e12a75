"""The contents of a page: its title, its text, and the facts around the text, whose place is known then."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from xinhui_viewer.facts import Facts
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.days.dates import published
from xinhui_viewer.importers.web.evidence import Chosen
from xinhui_viewer.importers.web.kinds.kind import kind
from xinhui_viewer.importers.web.origin.columns import columns
from xinhui_viewer.importers.web.origin.edition import edition
from xinhui_viewer.importers.web.origin.official import below_block, facts_of_block, signed
from xinhui_viewer.importers.web.origin.source import source
from xinhui_viewer.importers.web.page import Page
from xinhui_viewer.importers.web.prose.body import Text, body
from xinhui_viewer.importers.web.titles.subtitle import with_subtitle
from xinhui_viewer.importers.web.titles.title import title


@dataclass(frozen=True, slots=True)
class Found:
    """The text of a page, its facts without authors and document number, and the evidence for the facts.

    ``block`` are the facts of the 政府信息公开 block alone; ``warning`` is on the day.
    """

    text: Text
    facts: Facts
    block: Facts
    title: Chosen[str] | None
    day: Chosen[date] | None
    columns: Chosen[tuple[str, ...]] | None
    source: Chosen[str] | None
    warning: str

    @property
    def line(self) -> Line | None:
        """The line that prints the title."""
        return self.title.candidate.line if self.title else None

    def kind(self, page: Page) -> str:
        """Return the kind of a page that is no bulletin, empty for a bulletin."""
        has_day = bool(self.facts.published or self.facts.written)
        return kind(page, self.title, self.facts.columns, has_day=has_day)


def found(page: Page) -> Found:
    """Return what a page says: its title, then its text, then the facts around the text."""
    named = title(page)
    called, line = (named.value, named.candidate.line) if named else ("", None)
    printed_on, text = edition(page, line, body(page, line, called))
    text = with_subtitle(line, called, below_block(page, line, text))
    block = facts_of_block(page, text)
    written = signed(block, text)
    day, warning = published(page, line, text)
    if day is not None and day.candidate.where == "name" and written.written:
        day = None  # a file's name tells the day when it was saved as often; the signature is printed
    path = columns(page, line, called, text.first)
    origin = source(page, line, text, value(day, None), value(path, ()))
    facts = replace(
        written,
        title=called,
        published=value(day, None),
        source=value(origin, ""),
        columns=value(path, ()),
        edition=printed_on,
        url=page.url,
    )
    return Found(text, facts, block, named, day, path, origin, warning)


def value(weighed: Chosen[Any] | None, otherwise: Any) -> Any:
    """Return the value that was chosen, or another where none was."""
    return otherwise if weighed is None else weighed.value
