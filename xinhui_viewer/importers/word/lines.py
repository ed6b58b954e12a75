"""A Word document as the lines a reader sees, in order: paragraphs, tables, pictures, boxes, and notes at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from xinhui_viewer.importers.word import cells
from xinhui_viewer.importers.word.cells import WrittenCell
from xinhui_viewer.importers.word.content import paragraphs
from xinhui_viewer.importers.word.counting import Numbers
from xinhui_viewer.importers.word.paragraph import Paragraph
from xinhui_viewer.importers.word.runs import runs
from xinhui_viewer.importers.word.styles import Styles, W, is_on, value, whole, with_paragraph

_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
# Elements that only wrap paragraphs, rows or cells; deletions are no wrapper.
_WRAPPERS = frozenset(
    W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "body", "txbxContent")
) | {_ALTERNATE, _CHOICE}


@dataclass(slots=True)
class Reader:
    """Reads the lines of one document, counts its numbered paragraphs and collects its notes."""

    styles: Styles
    numbers: Numbers
    notes: list[tuple[str, str]] = field(default_factory=list)
    foreign: bool = False

    def lines(self, container: Any) -> Iterator[Paragraph]:
        """Yield the lines in a body, cell, box or note."""
        for block in _joined(self._within(container, (W + "p", W + "tbl", W + "altChunk"))):
            if block.tag == W + "p":
                yield from self._paragraph(block)
            elif block.tag == W + "tbl":
                yield from self._table(block)
            else:
                self.foreign = True

    def flat(self, root: Any) -> Iterator[Paragraph]:
        """Yield the paragraphs anywhere below an element, for a document too deep to be followed."""
        for paragraph in root.iter(W + "p"):
            yield from self._paragraph(paragraph, boxed=False)

    def _within(self, container: Any, wanted: tuple[str, ...]) -> Iterator[Any]:
        """Yield the wanted elements below one, through their wrappers."""
        todo = list(reversed(container))
        while todo:
            element = todo.pop()
            if element.tag in wanted:
                yield element
            elif element.tag in _WRAPPERS:
                todo.extend(reversed(element))

    def _paragraph(self, paragraph: Any, *, boxed: bool = True) -> Iterator[Paragraph]:
        properties = paragraph.find(W + "pPr")
        look = self.styles.look("" if properties is None else value(properties.find(W + "pStyle")))
        look = with_paragraph(look, properties)
        found = runs(paragraph, look, self.styles, len(self.notes))
        self.notes += found.notes
        for key, said, first in found.images:
            if first:
                yield Paragraph(said, image=key)
        number = self.numbers.prefix(look.list, look.depth) if look.list and look.list != "0" else ""
        yield from paragraphs(found.content, look, number)
        for key, said, first in found.images:
            if not first:
                yield Paragraph(said, image=key)
        for box in found.boxes if boxed else ():
            yield from self.lines(box)

    def _table(self, table: Any) -> Iterator[Paragraph]:
        nested = next(table.iterdescendants(W + "tbl"), None) is not None
        yield from cells.table(self._rows(table), nested=nested)

    def _rows(self, table: Any) -> list[list[WrittenCell]]:
        """Return the rows of a table that were not deleted."""
        return [self._row(row) for row in self._within(table, (W + "tr",)) if row.find(f"{W}trPr/{W}del") is None]

    def _row(self, row: Any) -> list[WrittenCell]:
        properties = row.find(W + "trPr")
        head = properties is not None and is_on(properties.find(W + "tblHeader"))
        before = 0 if properties is None else whole(value(properties.find(W + "gridBefore")), 0)
        found = [WrittenCell((), head=head)] * min(before, 63)
        for cell in self._within(row, (W + "tc",)):
            marks = cell.find(W + "tcPr")
            span = 1 if marks is None else whole(value(marks.find(W + "gridSpan")), 1)
            merge = None if marks is None else marks.find(W + "vMerge")
            continued = merge is not None and value(merge) != "restart"
            found.append(WrittenCell(tuple(self.lines(cell)), span, continued, head))
        return found


def _joined(blocks: Iterable[Any]) -> Iterator[Any]:
    """Yield blocks; a paragraph whose mark was deleted, as an accepted change, is the beginning of the next one."""
    before = None
    for block in blocks:
        if block.tag == W + "p" and before is not None:
            start = 0 if block.find(W + "pPr") is None else 1
            block[start:start] = [element for element in before if element.tag != W + "pPr"]
        elif before is not None:
            yield before
        before = block if block.tag == W + "p" and block.find(f"{W}pPr/{W}rPr/{W}del") is not None else None
        if before is None:
            yield block
    if before is not None:
        yield before
