"""The stories of an RTF file as they are gathered: its text, its notes, and the boxes in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from xinhui_viewer.importers.word.content import Content, paragraphs
from xinhui_viewer.importers.word.look import Look
from xinhui_viewer.importers.word.marked_tables import CellShape, Marked, RowShape, Tables
from xinhui_viewer.importers.word.paragraph import Paragraph
from xinhui_viewer.importers.word.symbols import paired

_MOST_PARAGRAPHS = 300_000
_MOST_CELLS = 1000  # of a row


class TooMuchText(Exception):
    """The file has more text or paragraphs than a document has."""


@dataclass(slots=True)
class Story:
    """The paragraphs of a story that are done, and what is gathered of the next one."""

    done: list[Marked] = field(default_factory=list)
    rows: dict[int, RowShape] = field(default_factory=dict)
    flags: tuple[bool, bool] = (False, False)
    _content: Content = field(default_factory=Content)
    _spoken: list[str] = field(default_factory=list)
    _look: Look = field(default_factory=Look)
    _images: list[tuple[str, bool]] = field(default_factory=list)
    _boxes: list[Paragraph] = field(default_factory=list)
    _number: str = ""

    def say(self, text: str, look: Look) -> None:
        """Add text to the paragraph."""
        if look != self._look:
            self._settle()
            self._look = look
        self._spoken.append(text)

    def number(self, text: str) -> None:
        """Take the number that a program has put before the paragraph; a blank behind it is kept as one."""
        found = text.strip()
        if any("\ue000" <= sign <= "\uf8ff" for sign in found):
            found = ""
        spaced = found and text[-1:].isspace() and found[-1] not in "、）：．】〕」』。　"
        self._number = found + " " if spaced else found

    def show(self, image: str) -> None:
        """Add a picture to the paragraph, by its key."""
        self._settle()
        self._images.append((image, not self._content.begun))

    def box(self, lines: Iterator[Paragraph]) -> None:
        """Add the lines of a box, which follow the paragraph."""
        self._boxes += lines

    def end_paragraph(self, look: Look, depth: int) -> None:
        """End the paragraph, ``depth`` tables around it."""
        self._end(Marked(tuple(self._lines(look)), depth))

    def end_cell(self, look: Look, depth: int) -> None:
        """End the paragraph and the cell that it is in."""
        self._end(Marked(tuple(self._lines(look)), max(depth, 1), "cell"))

    def end_row(self, depth: int) -> None:
        """End a row of the shape that was told for its table."""
        depth = max(depth, 1)
        self._end(Marked((), depth, "row", self.rows.get(depth, RowShape())))

    def begin_row(self, depth: int) -> None:
        """Begin to describe a row."""
        self.rows[max(depth, 1)] = RowShape()
        self.flags = (False, False)

    def change_row(self, depth: int, *, left: int | None = None, head: bool | None = None) -> None:
        """Describe the left edge of a row, or whether it is one of heads."""
        shape = self.rows.get(max(depth, 1), RowShape())
        shape = replace(shape, left=shape.left if left is None else left, head=shape.head if head is None else head)
        self.rows[max(depth, 1)] = shape

    def add_cell(self, right: int, depth: int) -> None:
        """Describe the next cell of the row, by its right edge and the flags that stood before it."""
        shape = self.rows.get(max(depth, 1), RowShape())
        if len(shape.cells) >= _MOST_CELLS:
            return
        joined, continued = self.flags
        self.rows[max(depth, 1)] = replace(shape, cells=(*shape.cells, CellShape(right, joined, continued)))
        self.flags = (False, False)

    def lines(self, look: Look) -> Iterator[Paragraph]:
        """Yield the lines of the story; a last paragraph without a mark looks as ``look``."""
        self.end_paragraph(look, 0)
        return Tables().lines(iter(self.done))

    def _end(self, paragraph: Marked) -> None:
        if len(self.done) >= _MOST_PARAGRAPHS:
            raise TooMuchText
        self.done.append(paragraph)

    def _settle(self) -> None:
        if self._spoken:
            self._content.say(paired("".join(self._spoken)), self._look)
            self._spoken = []

    def _lines(self, look: Look) -> Iterator[Paragraph]:
        self._settle()
        content, images, boxes, number = self._content, self._images, self._boxes, self._number
        self._content, self._images, self._boxes, self._number = Content(), [], [], ""
        yield from (Paragraph(image=key) for key, begins in images if begins)
        yield from paragraphs(content, look, number)
        yield from (Paragraph(image=key) for key, begins in images if not begins)
        yield from boxes
