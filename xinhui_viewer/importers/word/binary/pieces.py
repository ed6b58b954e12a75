"""The text of a Word 97 file, put together from the pieces in which it is stored ([MS-DOC], 2.4.1 and 2.8.35)."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from xinhui_viewer.importers.word.binary import sprms
from xinhui_viewer.importers.word.binary.bytes import plc, u16, u32

_MODIFIERS, _TABLE = 1, 2
_EIGHT_BIT = 0x40000000
MOST_CHARACTERS = 20_000_000
# The modifiers that a piece names by a number of their own (2.9.214).
_SHORT = {
    0x05: sprms.OLD_PLACE,
    0x18: sprms.IN_TABLE,
    0x19: sprms.ROW_END,
    0x41: sprms.DELETED,
    0x55: sprms.BOLD,
    0x5C: sprms.HIDDEN,
}


class TooMuchText(Exception):
    """The file has more text or paragraphs than a document has."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters that lie together: its positions in the text, its offset in the stream, bytes a character.

    ``modifiers`` change the formatting of all of it.
    """

    start: int
    end: int
    offset: int
    width: int
    modifiers: bytes = b""


@dataclass(slots=True)
class Pieces:
    """The whole text, all stories one after the other, and the pieces it is made of; ``cut`` when some is missing.

    ``end`` is the position at which the last piece of the file ends.
    """

    text: str = ""
    cut: bool = False
    end: int = 0
    pieces: list[Piece] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def at(self, position: int) -> Piece:
        """Return the piece that holds a position of the text."""
        return self.pieces[max(bisect_right(self._starts, position) - 1, 0)]


def pieces(document: bytes, clx: bytes, length: int) -> Pieces:
    """Return at least the first ``length`` characters of the text; without a table of pieces, all of it is one."""
    modifiers, table = _parts(clx)
    positions, items = plc(table, 8)
    found, texts, done = Pieces(end=max(positions, default=0)), [], 0
    for number, item in enumerate(items):
        start, end = positions[number], positions[number + 1]
        if start != done or end < start or done >= length:
            break
        if end > MOST_CHARACTERS:
            raise TooMuchText
        piece = _piece(item, start, end, modifiers)
        raw = document[piece.offset : piece.offset + (end - start) * piece.width]
        text = raw.decode("utf-16-le", "replace") if piece.width == 2 else raw.decode("cp1252", "replace")
        found.cut = found.cut or len(raw) < (end - start) * piece.width
        if len(text) != end - start:  # characters beyond the basic plane, or an end that is cut
            text = _by_units(raw, end - start) if piece.width == 2 else text.ljust(end - start, "\0")
        found.pieces.append(piece)
        found._starts.append(start)
        texts.append(text)
        done = end
    found.text = "".join(texts)
    found.cut = found.cut or done < length
    return found


def _parts(clx: bytes) -> tuple[list[bytes], bytes]:
    """Return the lists of modifiers that pieces refer to, and the table of pieces."""
    modifiers, at = [], 0
    while at + 3 <= len(clx) and clx[at] == _MODIFIERS:
        size = u16(clx, at + 1)
        modifiers.append(clx[at + 3 : at + 3 + size])
        at += 3 + size
    if at + 5 <= len(clx) and clx[at] == _TABLE:
        return modifiers, clx[at + 5 : at + 5 + u32(clx, at + 1)]
    return modifiers, b""


def _piece(item: bytes, start: int, end: int, modifiers: list[bytes]) -> Piece:
    offset, how = u32(item, 2), u16(item, 6)
    if how & 1:
        chosen = modifiers[how >> 1] if how >> 1 < len(modifiers) else b""
    else:
        code = _SHORT.get(how >> 1 & 0x7F)
        chosen = code.to_bytes(2, "little") + bytes((how >> 8,)) if code else b""
    if offset & _EIGHT_BIT:
        return Piece(start, end, (offset & ~_EIGHT_BIT) // 2, 1, chosen)
    return Piece(start, end, offset, 2, chosen)


def _by_units(raw: bytes, length: int) -> str:
    """Return text with a character for each unit of UTF-16, surrogates among them, so that positions stay true."""
    units = memoryview(raw[: len(raw) // 2 * 2]).cast("H")
    return "".join(map(chr, units)).ljust(length, "\0")[:length]
