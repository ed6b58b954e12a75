"""An OpenDocument text as the lines a reader sees, in order; deleted text is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from xinhui_viewer.importers.word import cells
from xinhui_viewer.importers.word.content import Content, paragraphs
from xinhui_viewer.importers.word.look import LOWEST, Look
from xinhui_viewer.importers.word.odt.lists import Lists
from xinhui_viewer.importers.word.odt.names import DRAW, OFFICE, TABLE, TEXT, count
from xinhui_viewer.importers.word.odt.runs import Run, runs
from xinhui_viewer.importers.word.odt.styles import Styles
from xinhui_viewer.importers.word.odt.tables import Budget, rows
from xinhui_viewer.importers.word.paragraph import Paragraph

_INDEXES = ("table-of-content", "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index")
_SKIPPED = frozenset(
    (
        *(TEXT + f"{name}-source" for name in (*_INDEXES, "bibliography")),
        *(TEXT + f"{name}-decls" for name in ("sequence", "variable", "user-field", "dde-connection")),
        TEXT + "tracked-changes",
        OFFICE + "forms",
        OFFICE + "annotation",
    )
)
_BOXES = (DRAW + "frame", DRAW + "g", DRAW + "custom-shape", DRAW + "rect")


@dataclass(frozen=True, slots=True)
class _Listed:
    """The list that paragraphs are in: its number, its style, and how deep."""

    number: str
    style: str
    depth: int = 0


@dataclass(slots=True)
class Reader:
    """Reads the lines of one document, counts its numbered paragraphs and collects its notes."""

    styles: Styles
    lists: Lists
    notes: list[Any] = field(default_factory=list)
    budget: Budget = field(default_factory=Budget)

    def lines(self, container: Any) -> Iterator[Paragraph]:
        """Yield the lines in a body, section, cell, box or note."""
        for element in container:
            tag = element.tag
            if tag in (TEXT + "p", TEXT + "h"):
                yield from self._paragraph(element)
            elif tag == TEXT + "list":
                yield from self._list(element, None)
            elif tag == TABLE + "table":
                yield from self._table(element)
            elif tag in _BOXES:
                yield from self._boxed(element)
            elif isinstance(tag, str) and tag not in _SKIPPED and element.get(TEXT + "display") != "none":
                yield from self.lines(element)

    def _list(self, element: Any, around: _Listed | None) -> Iterator[Paragraph]:
        style = element.get(TEXT + "style-name") or (around.style if around else "")
        if around is None:
            listed = _Listed(self.lists.begin(element, style), style)
        else:
            listed = _Listed(around.number, style, around.depth + 1)
        for item in element:
            number: str | None = None if item.tag == TEXT + "list-item" else ""
            for one in item:
                if one.tag == TEXT + "list":
                    yield from self._list(one, listed)
                elif one.tag in (TEXT + "p", TEXT + "h"):
                    if number is None:
                        number = self.lists.item(listed.number, listed.depth, item.get(TEXT + "start-value"))
                    yield from self._paragraph(one, number)
                    number = ""
                else:
                    yield from self.lines([one])

    def _paragraph(self, element: Any, number: str | None = None) -> Iterator[Paragraph]:
        """Yield the lines of a paragraph behind the ``number`` of its item; a heading in no list has its own."""
        looks = self.styles.paragraph(element.get(TEXT + "style-name", ""))
        look = looks.asian
        if element.tag == TEXT + "h":
            level = count(element.get(TEXT + "outline-level"))
            look = replace(look, level=min(level, LOWEST))
            if number is None and element.get(TEXT + "is-list-header") != "true":
                number = self.lists.heading(element, level)
        yield from self._said(runs(element, looks, self.styles), look, number or "")

    def _said(self, found: list[Run], look: Look, number: str) -> Iterator[Paragraph]:
        content, boxes, images = Content(), [], []
        for run in found:
            if run.note is not None:
                self.notes.append(run.note)
                content.say(f"[{len(self.notes)}]", run.look)
            elif run.box is not None:
                boxes.append(run.box)
            elif run.image:
                images.append((run.image, run.text, not content.begun))
            else:
                content.say(run.text, run.look)
        yield from (Paragraph(text, image=key) for key, text, begins in images if begins)
        yield from paragraphs(content, look, number)
        yield from (Paragraph(text, image=key) for key, text, begins in images if not begins)
        for box in boxes:
            yield from self.lines(box)

    def _boxed(self, element: Any) -> Iterator[Paragraph]:
        """Yield the lines and pictures of a drawing between paragraphs."""
        yield from self._said(runs([element], self.styles.paragraph(""), self.styles), Look(), "")

    def _table(self, element: Any) -> Iterator[Paragraph]:
        nested = next(element.iterdescendants(TABLE + "table"), None) is not None
        yield from cells.table(rows(element, self.lines, self.budget, nested=nested), nested=nested)
