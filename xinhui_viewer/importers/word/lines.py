"""A Word document as the lines a reader sees, in order: paragraphs, tables, pictures, boxes, and notes at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from xinhui_viewer.importers.word.numbers import Numbers
from xinhui_viewer.importers.word.paragraph import Paragraph
from xinhui_viewer.importers.word.runs import Runs, runs
from xinhui_viewer.importers.word.styles import Look, Styles, W, is_on, value, whole, with_paragraph
from xinhui_viewer.records import Cell
from xinhui_viewer.text.blanks import joined

_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
# Elements that only wrap paragraphs, rows or cells; deletions are no wrapper.
_WRAPPERS = frozenset(
    W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "body", "txbxContent")
) | {_ALTERNATE, _CHOICE}
_TITLES = ("title", "标题")  # names of styles
_MOST_CELLS = 20_000
_LONGEST_CELL = 400


@dataclass(slots=True)
class Reader:
    """Reads the lines of one document, counts its numbered paragraphs and collects its notes."""

    styles: Styles
    numbers: Numbers
    notes: list[tuple[str, str]] = field(default_factory=list)
    foreign: bool = False

    def lines(self, container: Any) -> Iterator[Paragraph]:
        """Yield the lines in a body, cell, box or note."""
        for block in self._within(container, (W + "p", W + "tbl", W + "altChunk")):
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
        yield from self._said(found, look)
        for key, said, first in found.images:
            if not first:
                yield Paragraph(said, image=key)
        for box in found.boxes if boxed else ():
            yield from self.lines(box)

    def _said(self, found: Runs, look: Look) -> Iterator[Paragraph]:
        """Yield the text of a paragraph with its number; hard breaks divide it into lines, but not a heading."""
        number = self.numbers.prefix(look.list, look.depth) if look.list and look.list != "0" else ""
        text = "".join(found.text)
        if not text.strip():
            return
        whole_line = look.level or "\n" not in text.strip() or look.name in _TITLES
        parts = [joined(map(str.strip, text.split("\n")))] if whole_line else text.split("\n")
        for part in parts:
            if part.strip():
                yield Paragraph(
                    number + part.lstrip(" \t\u3000") if number else part,
                    found.size / 2,  # Word counts in half points
                    found.bold,
                    look.place == "center",
                    look.level,
                    look.name in _TITLES,
                )
                number = ""

    def _table(self, table: Any) -> Iterator[Paragraph]:
        """Yield a data table as one line and its pictures; a layout table as the contents of its cells."""
        nested = next(table.iterdescendants(W + "tbl"), None) is not None
        rows = self._rows(table)
        cells = [cell for row in rows for cell in row]
        if nested or not _is_data(rows, cells):
            for cell in cells:
                yield from cell.lines
            return
        if spread := _spread(rows):
            yield Paragraph("\n".join("\t".join(cell.text for cell in row) for row in spread), rows=spread)
        for cell in cells:
            yield from (line for line in cell.lines if line.image)

    def _rows(self, table: Any) -> list[list[_Field]]:
        """Return the rows of a table that were not deleted."""
        return [self._row(row) for row in self._within(table, (W + "tr",)) if row.find(f"{W}trPr/{W}del") is None]

    def _row(self, row: Any) -> list[_Field]:
        properties = row.find(W + "trPr")
        head = properties is not None and is_on(properties.find(W + "tblHeader"))
        before = 0 if properties is None else whole(value(properties.find(W + "gridBefore")), 0)
        cells = [_Field((), 1, head=head)] * min(before, 63)
        for cell in self._within(row, (W + "tc",)):
            marks = cell.find(W + "tcPr")
            span = 1 if marks is None else whole(value(marks.find(W + "gridSpan")), 1)
            merge = None if marks is None else marks.find(W + "vMerge")
            continued = merge is not None and value(merge) != "restart"
            cells.append(_Field(tuple(self.lines(cell)), min(max(span, 1), 1000), continued, head))
        return cells


@dataclass(frozen=True, slots=True)
class _Field:
    """A cell as Word writes it: one merged with the cell above stands there once more, ``continued``."""

    lines: tuple[Paragraph, ...]
    span: int
    continued: bool = False
    head: bool = False

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines if not line.image)


def _is_data(rows: list[list[_Field]], cells: list[_Field]) -> bool:
    """Return whether a table is a data table; a layout table has one row or column, or long texts."""
    if len(rows) < 2 or max(map(len, rows)) < 2 or len(cells) > _MOST_CELLS:
        return False
    return max(len(cell.text) for cell in cells) <= _LONGEST_CELL


def _is_bold(row: list[_Field]) -> bool:
    """Return whether a row has text, all of it bold."""
    lines = [line for cell in row for line in cell.lines]
    return bool(lines) and all(line.bold for line in lines if not line.image)


def _spread(rows: list[list[_Field]]) -> tuple[tuple[Cell, ...], ...]:
    """Return the cells of a table with the rows and fields each spans."""
    bold = _is_bold(rows[0])
    above: dict[int, list[int]] = {}  # by field: the row and the number of the cell that reaches there
    spread: list[list[Cell]] = []
    for at, row in enumerate(rows):
        spread.append([])
        place = 0
        for cell in row:
            if cell.continued and place in above:
                over, number = above[place]
                one = spread[over][number]
                spread[over][number] = Cell(one.text, at - over + 1, one.fields, one.head)
            else:
                spread[at].append(Cell(cell.text, 1, cell.span, cell.head or (bold and at == 0)))
                above[place] = [at, len(spread[at]) - 1]
            place += cell.span
    return tuple(tuple(row) for row in spread if row)
