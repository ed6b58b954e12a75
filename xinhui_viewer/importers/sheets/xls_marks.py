"""The marks of cells in a file of Excel 97-2003, from its records (MS-XLS 2.4), and the code page of its texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from struct import error as StructError
from struct import unpack_from

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.sheets.cells import Look, look
from xinhui_viewer.importers.sheets.compound import compound
from xinhui_viewer.importers.sheets.marks import Marks
from xinhui_viewer.importers.sheets.sheet import MOST_SHEETS

_BOF, _CODE_PAGE, _FORMAT, _XF, _SHEET, _END = 0x809, 0x42, 0x41E, 0xE0, 0x85, 0x0A
_NUMBER, _RK, _MANY_RK, _FORMULA, _ERROR = 0x203, 0x27E, 0xBD, 0x06, 0x205
_SIZE, _DIMENSIONS = 0x200, {14: "<IIHH", 10: "<HHHH"}  # of a sheet; first and last rows, then fields, by its length
_EXCEL_97, _UNICODE = 0x600, 1200
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}

_CELLS = (_NUMBER, _RK, _MANY_RK, _FORMULA, _ERROR, 0x204, 0xFD, 0xD6, 0xBE, 0x201)  # of texts and blanks, too
_STREAMS = ("Workbook", "Book")
_MOST_PLACES = 2**25

_Record = tuple[int, int, int]  # kind, offset of its content, and the content's length


@dataclass(slots=True)
class _Book:
    """The formats, the styles as numbers of formats, and the names of the sheets by the offsets of their records."""

    formats: dict[int, str]
    styles: list[int]
    sheets: dict[int, str]


def marks(content: bytes, name: str) -> tuple[bytes, dict[str, Marks]]:
    """Return a file as calamine reads it right, and the marks of its sheets by their names.

    Only its workbook is left in it: whatever else it holds, and how it is stored, calamine need not see. A program may
    state a code page beside texts in Unicode, which Excel then ignores. UnreadableSource when the file is damaged, or
    its cells lie so far apart that calamine, which makes every place between them, would take all memory.
    """
    import olefile

    try:
        with olefile.OleFileIO(BytesIO(content)) as file:
            place = next(one for one in _STREAMS if file.exists(one))
            stream = file.openstream(place).read()
        places = _places(stream)
        found = compound(_bounded(_with_unicode(stream)), place), _marks(stream)
    except Exception as error:  # a damaged file breaks the library in any way
        problem = tr("{name} is damaged or incomplete.").format(name=name)
        raise UnreadableSource(problem, tr("Retrieve it again.")) from error
    if places > _MOST_PLACES:
        problem = tr("The cells of {name} lie too far apart to be read.").format(name=name)
        raise UnreadableSource(problem, tr("Delete what stands far from the tables, and save it again."))
    return found


def _places(stream: bytes) -> int:
    """Return the number of places that the sheets of a file span."""
    total = height = width = 0
    for kind, at, length in _all(stream):
        if kind in _CELLS and length >= 4:
            row, field = unpack_from("<HH", stream, at)
            height, width = max(height, row + 1), max(width, field + 1 + (length // 6 if kind == _MANY_RK else 0))
        elif kind == _BOF:
            total, height, width = total + height * width, 0, 0
    return total + height * width


def _bounded(stream: bytes) -> bytes:
    """Return a stream in which no sheet states that it has more places than can be read: calamine reserves them."""
    made = bytearray(stream)
    starts = [unpack_from("<I", stream, at)[0] for kind, at, length in _all(stream) if kind == _SHEET and length >= 4]
    for kind, at, length in chain(_all(stream), *(_records(stream, start) for start in starts[:MOST_SHEETS])):
        form = _DIMENSIONS.get(length) if kind == _SIZE else None
        if form is not None:
            top, bottom, left, right = unpack_from(form, stream, at)
            if (bottom - top) * (right - left) > _MOST_PLACES or bottom <= top or right <= left:
                made[at : at + length] = bytes(length)
    return bytes(made)


def _with_unicode(stream: bytes) -> bytes:
    for kind, at, length in _records(stream, 0):
        if kind == _BOF and unpack_from("<H", stream, at)[0] != _EXCEL_97:
            return stream
        if kind == _CODE_PAGE and length == 2:
            return stream[:at] + _UNICODE.to_bytes(2, "little") + stream[at + 2 :]
    return stream


def _all(stream: bytes) -> Iterator[_Record]:
    """Yield all records of a stream."""
    at, end = 0, len(stream) - 4
    while at <= end:
        kind, length = unpack_from("<HH", stream, at)
        yield kind, at + 4, length
        at += 4 + length


def _records(stream: bytes, start: int) -> Iterator[_Record]:
    """Yield the records of a part of a stream."""
    at, end = start, len(stream) - 4
    while at <= end:
        kind, length = unpack_from("<HH", stream, at)
        yield kind, at + 4, length
        if kind == _END:
            return
        at += 4 + length


def _marks(stream: bytes) -> dict[str, Marks]:
    book = _Book({}, [], {})
    for record in _records(stream, 0):
        _note_on_book(book, stream, record)
    looks: dict[int, Look] = {}
    for number, format_ in enumerate(book.styles):
        found = look(book.formats.get(format_, ""), format_)
        if found != "plain":
            looks[number] = found
    return {name: _of_sheet(stream, start, looks) for start, name in book.sheets.items()}


def _note_on_book(book: _Book, stream: bytes, record: _Record) -> None:
    kind, at, _length = record
    if kind == _FORMAT:
        number, count, wide = unpack_from("<HHB", stream, at)
        book.formats[number] = _text(stream, at + 5, count, wide)
    elif kind == _XF:
        book.styles.append(unpack_from("<H", stream, at + 2)[0])
    elif kind == _SHEET:
        start, count, wide = unpack_from("<I2xBB", stream, at)
        book.sheets[start] = _text(stream, at + 8, count, wide)


def _text(stream: bytes, at: int, count: int, wide: int) -> str:
    if wide & 1:
        return stream[at : at + 2 * count].decode("utf-16-le", "replace")
    return stream[at : at + count].decode("latin-1")


def _of_sheet(stream: bytes, start: int, looks: dict[int, Look]) -> Marks:
    found = Marks(cut=True)
    try:
        for kind, at, length in _records(stream, start):
            found.cut = kind != _END
            if kind in (_NUMBER, _RK, _FORMULA):
                _note(found, stream, at, looks)
            if kind in (_FORMULA, _ERROR):
                _note_error(found, stream, kind, at)
            elif kind == _MANY_RK and looks:
                _note_many(found, stream, at, (length - 6) // 6, looks)
    except (StructError, IndexError):  # cut off: what came before is right
        pass
    return found


def _note(found: Marks, stream: bytes, at: int, looks: dict[int, Look]) -> None:
    row, field, style = unpack_from("<HHH", stream, at)
    if style in looks:
        found.add(row, field, looks[style])


def _note_many(found: Marks, stream: bytes, at: int, count: int, looks: dict[int, Look]) -> None:
    """Note the marks of neighbours in a row that are one record."""
    row, first = unpack_from("<HH", stream, at)
    for number in range(count):
        style = unpack_from("<H", stream, at + 4 + 6 * number)[0]
        if style in looks:
            found.add(row, first + number, looks[style])


def _note_error(found: Marks, stream: bytes, kind: int, at: int) -> None:
    """Note an error, as a value or as the result of a formula."""
    value = stream[at + 6 : at + 14]
    is_error = value[1] == 1 if kind == _ERROR else value[0] == 2 and value[6:] == b"\xff\xff"
    if is_error:
        row, field = unpack_from("<HH", stream, at)
        found.add(row, field, _ERRORS.get(value[0 if kind == _ERROR else 2], "#N/A"))
