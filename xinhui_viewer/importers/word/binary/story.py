"""The stories of a Word 97 file, its text, notes and boxes, as the lines a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from xinhui_viewer.importers.word.binary import sprms
from xinhui_viewer.importers.word.binary.bytes import i32, u16
from xinhui_viewer.importers.word.binary.drawings import Drawings
from xinhui_viewer.importers.word.binary.looks import Characters, ParagraphMarks, marks, of_characters
from xinhui_viewer.importers.word.binary.notes import Beside, Range
from xinhui_viewer.importers.word.binary.pages import Pages
from xinhui_viewer.importers.word.binary.pieces import MOST_CHARACTERS, Pieces, TooMuchText
from xinhui_viewer.importers.word.binary.rows import row_shape
from xinhui_viewer.importers.word.binary.stylesheet import StyleSheet
from xinhui_viewer.importers.word.content import Content, FieldCodes, paragraphs
from xinhui_viewer.importers.word.counting import Numbers
from xinhui_viewer.importers.word.look import Look
from xinhui_viewer.importers.word.marked_tables import Marked, RowShape, Tables
from xinhui_viewer.importers.word.paragraph import Paragraph
from xinhui_viewer.importers.word.symbols import paired, symbol

_END = re.compile("[\r\x07\x0c]")
_SIGN = re.compile("[\x01-\x08\x13-\x15(]")  # characters that may stand for something else
_PLAIN = str.maketrans({"\x0b": "\n", "\x0c": "\n", "\x0e": "\n", "\x1e": "-", "\x1f": "", "\0": ""})
_FIELDS = {"\x13": "begin", "\x14": "separate", "\x15": "end"}
_PICTURE, _NOTE, _DRAWN, _SYMBOL = "\x01", "\x02", "\x08", "("
_CELL_END, _BREAK = "\x07", "\x0c"  # the latter ends a page or a section
_MOST_PARAGRAPHS = 300_000


@dataclass(slots=True)
class _Paragraph:
    """A paragraph as it is gathered; pictures are (key, in front of the text)."""

    content: Content = field(default_factory=Content)
    codes: FieldCodes = field(default_factory=FieldCodes)
    images: list[tuple[str, bool]] = field(default_factory=list)
    boxes: list[Range] = field(default_factory=list)


@dataclass(slots=True)
class Story:
    """Reads the stories of one document, counts its numbered paragraphs and collects its notes."""

    text: Pieces
    of_paragraphs: Pages
    of_characters: Pages
    styles: StyleSheet
    numbers: Numbers
    beside: Beside
    drawings: Drawings
    data: bytes
    notes: list[int] = field(default_factory=list)
    _read: int = 0
    _said: int = 0
    _looks: dict[tuple[Look, bytes], Characters] = field(default_factory=dict)

    def lines(self, start: int, end: int) -> Iterator[Paragraph]:
        """Yield the lines of a story between two positions of the text."""
        return Tables().lines(self._marked(start, min(end, len(self.text.text))))

    def _marked(self, start: int, end: int) -> Iterator[Marked]:
        for mark in _END.finditer(self.text.text, start, end):
            if mark[0] != _BREAK or self._ends_paragraph(mark.start()):
                yield self._paragraph(start, mark.end(), mark[0])
                start = mark.end()
        if start < end:
            yield self._paragraph(start, end, "")

    def _ends_paragraph(self, position: int) -> bool:
        """Return whether a paragraph ends with a break: those of pages may stand within one."""
        piece = self.text.at(position)
        offset = piece.offset + (position - piece.start) * piece.width
        return self.of_paragraphs.at(offset).end <= offset + piece.width

    def _paragraph(self, start: int, end: int, mark: str) -> Marked:
        """Return the paragraph between two positions, the last of which is that of its mark."""
        self._read += 1
        if self._read > _MOST_PARAGRAPHS:
            raise TooMuchText
        last = end - 1
        piece = self.text.at(last)
        run = self.of_paragraphs.at(piece.offset + (last - piece.start) * piece.width)
        modifiers = self._whole(run.modifiers[2:]) + piece.modifiers
        style = u16(run.modifiers, 0) if len(run.modifiers) >= 2 else 0
        found = marks(self.styles.look(_restyled(style, modifiers)), modifiers)
        if found.ends_row:
            return Marked((), found.depth, "row", self._shape(modifiers, last))
        lines = tuple(self._lines(start, end - len(mark), found))
        return Marked(lines, found.depth, "cell" if found.ends_cell or mark == _CELL_END else "")

    def _whole(self, modifiers: bytes) -> bytes:
        """Return modifiers with those that are kept in the data stream because they are too many."""
        for code, operand in sprms.sprms(modifiers):
            if code in (sprms.HUGE, sprms.OLD_HUGE) and len(operand) == 4:
                at = i32(operand, 0)
                if 0 <= at <= len(self.data) - 2:
                    return modifiers + self.data[at + 2 : at + 2 + u16(self.data, at)]
        return modifiers

    def _lines(self, start: int, end: int, found: ParagraphMarks) -> Iterator[Paragraph]:
        gathered = _Paragraph()
        for first, after, run in self._runs(start, end, found.look):
            if not run.deleted:
                self._gather(gathered, first, self.text.text[first:after], run)
        look = found.look
        number = self.numbers.prefix(look.list, look.depth) if look.list else ""
        yield from (Paragraph(image=key) for key, begins in gathered.images if begins)
        yield from paragraphs(gathered.content, look, number)
        yield from (Paragraph(image=key) for key, begins in gathered.images if not begins)
        for box in gathered.boxes:
            yield from self.lines(*box)

    def _runs(self, start: int, end: int, look: Look) -> Iterator[tuple[int, int, Characters]]:
        """Yield the runs of one look between two positions."""
        while start < end:
            piece = self.text.at(start)
            offset = piece.offset + (start - piece.start) * piece.width
            run = self.of_characters.at(offset)
            after = min(end, max(piece.end, start + 1), start + max(-((offset - run.end) // piece.width), 1))
            key = (look, run.modifiers + piece.modifiers)
            if key not in self._looks:
                self._looks[key] = of_characters(look, key[1], self.styles)
            yield start, after, self._looks[key]
            start = after

    def _gather(self, gathered: _Paragraph, first: int, text: str, run: Characters) -> None:
        """Add a run to a paragraph, and what stands for something else in its place."""
        self._said += len(text)
        if self._said > MOST_CHARACTERS:
            raise TooMuchText  # notes and boxes may all be the same text
        done = 0
        for sign in _SIGN.finditer(text):
            if sign[0] == _SYMBOL and run.symbol < 0:
                continue
            _say(gathered, text[done : sign.start()], run.look)
            self._take(gathered, first + sign.start(), sign[0], run)
            done = sign.end()
        _say(gathered, text[done:], run.look)

    def _take(self, gathered: _Paragraph, place: int, sign: str, run: Characters) -> None:
        if sign in _FIELDS:
            gathered.codes.mark(_FIELDS[sign])
        elif not run.special:
            return
        elif sign == _NOTE and place in self.beside.notes:
            self.notes.append(place)
            _say(gathered, f"[{len(self.notes)}]", run.look)
        elif sign == _SYMBOL:
            _say(gathered, symbol(run.symbol), run.look)
        elif not gathered.codes.hide and not run.look.hidden:
            self._take_object(gathered, place, sign, run)

    def _take_object(self, gathered: _Paragraph, place: int, sign: str, run: Characters) -> None:
        begins = not gathered.content.begun
        if sign == _PICTURE and run.picture >= 0:
            gathered.images.append((f"inline:{run.picture}", begins))
        elif sign == _DRAWN and place in self.beside.shapes:
            shape = self.beside.shapes[place]
            gathered.images += [(f"drawn:{one}", begins) for one in self.drawings.pictures(shape)]
            gathered.boxes += self.beside.boxes.pop(shape, [])

    def _shape(self, modifiers: bytes, last: int) -> RowShape:
        """Return the shape of the row that ends at a position."""
        deleted = any(run.deleted for _start, _end, run in self._runs(last, last + 1, Look()))
        return replace(row_shape(modifiers), deleted=deleted)


def _restyled(style: int, modifiers: bytes) -> int:
    """Return the style of a paragraph, which modifiers of its piece may change."""
    for code, operand in sprms.sprms(modifiers):
        if code == sprms.STYLE and len(operand) == 2:
            style = u16(operand, 0)
    return style


def _say(gathered: _Paragraph, text: str, look: Look) -> None:
    if text and not gathered.codes.hide:
        gathered.content.say(paired(text.translate(_PLAIN)), look)
