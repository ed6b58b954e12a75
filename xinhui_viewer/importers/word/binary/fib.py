"""The file information block at the start of a Word 97 file ([MS-DOC], 2.5): where its parts are."""

from __future__ import annotations

from dataclasses import dataclass
from struct import Struct

from xinhui_viewer.importers.word.binary.bytes import u16, u32

MAGIC, OLD_MAGICS = 0xA5EC, (0xA5DB, 0xA5DC, 0xA697, 0xA698, 0xA699)
FIRST_VERSION = 0xC0  # of Word 97; earlier ones arrange all differently
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_COUNTS, _PARTS = 0x4C, 0x9A
_EIGHT = Struct("<8I")

# Numbers of the parts in the table stream.
STYLES, NOTE_REFERENCES, NOTE_TEXTS = 1, 2, 3
CHARACTER_PAGES, PARAGRAPH_PAGES, PIECES = 12, 13, 33
SHAPES, END_REFERENCES, END_TEXTS, DRAWINGS, BOX_TEXTS = 40, 46, 47, 50, 56
LISTS, LIST_OVERRIDES = 73, 74


@dataclass(frozen=True, slots=True)
class Fib:
    """The facts of a file information block: the version, and the lengths of the texts in the order they are kept."""

    magic: int
    version: int
    encrypted: bool
    table: str
    text: int
    notes: int
    headers: int
    macros: int
    annotations: int
    endnotes: int
    boxes: int
    header_boxes: int
    parts: tuple[tuple[int, int], ...]

    def place(self, number: int) -> tuple[int, int]:
        """Return the offset and length of a part in the table stream; (0, 0) when the file has none."""
        return self.parts[number] if number < len(self.parts) else (0, 0)

    @property
    def first_endnote(self) -> int:
        """The position at which the texts of endnotes begin."""
        return self.text + self.notes + self.headers + self.macros + self.annotations

    @property
    def first_box(self) -> int:
        """The position at which the texts of boxes begin."""
        return self.first_endnote + self.endnotes

    @property
    def end(self) -> int:
        """The position at which the last text ends; the table of pieces ends there, or one mark behind."""
        return self.first_box + self.boxes + self.header_boxes


def fib(document: bytes) -> Fib:
    """Return the block of a WordDocument stream; struct.error when it is cut."""
    flags = u16(document, 0x0A)
    text, notes, headers, macros, annotations, endnotes, boxes, in_headers = _EIGHT.unpack_from(document, _COUNTS)
    listed = min(u16(document, _PARTS - 2), (len(document) - _PARTS) // 8)
    parts = tuple((u32(document, at), u32(document, at + 4)) for at in range(_PARTS, _PARTS + 8 * listed, 8))
    table = "1Table" if flags & _TABLE_1 else "0Table"
    return Fib(
        magic=u16(document, 0),
        version=u16(document, 2),
        encrypted=bool(flags & _ENCRYPTED),
        table=table,
        text=text,
        notes=notes,
        headers=headers,
        macros=macros,
        annotations=annotations,
        endnotes=endnotes,
        boxes=boxes,
        header_boxes=in_headers,
        parts=parts,
    )
