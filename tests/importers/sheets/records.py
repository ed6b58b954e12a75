"""Files of Excel 97-2003 written for the tests, record by record (MS-XLS)."""

from __future__ import annotations

from collections.abc import Sequence
from struct import pack

from tests.importers.office_files import compound

Written = (
    str | float | tuple[float, int] | bytes
)  # a text, a number, one with a style (1: a share), a record of its own
SHARE = 1
_FORMATS = (0, 10)


def old_book(
    rows: Sequence[Sequence[Written]], sheet: str = "Sheet1", code_page: int = 1200, merged: Sequence[int] = ()
) -> bytes:
    """A file of one sheet; ``merged`` are first row, last row, first field and last field of an area."""
    name = _text(sheet, "<BB")
    globals_ = [_record(0x809, pack("<HHHHII", 0x600, 5, 0, 0, 0, 6)), _record(0x42, pack("<H", code_page))]
    globals_ += [_record(0xE0, pack("<HHHBB", 0, number, 0, 0, 0) + bytes(12)) for number in _FORMATS]
    start = sum(map(len, globals_)) + 4 + 6 + len(name) + 4
    globals_ += [_record(0x85, pack("<IBB", start, 0, 0) + name), _record(0x0A, b"")]
    cells = b"".join(_cell(value, row, at) for row, values in enumerate(rows) for at, value in enumerate(values))
    width = max(map(len, rows))
    sheet_ = [_record(0x809, pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 6))]
    sheet_ += [_record(0x200, pack("<IIHHH", 0, len(rows), 0, width, 0)), cells]
    sheet_ += [_record(0xE5, pack("<HHHHH", 1, *merged))] if merged else []
    return compound("Workbook", content=b"".join((*globals_, *sheet_, _record(0x0A, b""))))


def error_result(row: int, at: int, code: int) -> bytes:
    """The record of a formula whose result is an error."""
    return _record(
        0x06, pack("<HHH", row, at, 0) + bytes((2, 0, code, 0, 0, 0, 0xFF, 0xFF)) + bytes(6) + pack("<HBH", 3, 0x1E, 1)
    )


def number_record(row: int, at: int, number: float) -> bytes:
    """The record of a number, wherever it stands."""
    return _record(0x203, pack("<HHHd", row, at, 0, number))


def _cell(value: Written, row: int, at: int) -> bytes:
    match value:
        case bytes():
            return value
        case str():
            return _record(0x204, pack("<HHH", row, at, 0) + _text(value, "<HB"))
        case (number, style):
            return _record(0x203, pack("<HHHd", row, at, style, number))
    return _record(0x203, pack("<HHHd", row, at, 0, value))


def _text(text: str, head: str) -> bytes:
    return pack(head, len(text), 1) + text.encode("utf-16-le")


def _record(kind: int, content: bytes) -> bytes:
    return pack("<HH", kind, len(content)) + content
