"""The drawn objects of a Word 97 file ([MS-ODRAW]): which group a box belongs to, and which picture an object shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from xinhui_viewer.importers.word.binary.bytes import DAMAGE, u16, u32

_STORE, _DRAWING, _GROUP, _SHAPE = 0xF001, 0xF002, 0xF003, 0xF004
_ENTRY, _SHAPE_FACTS, _PROPERTIES = 0xF007, 0xF00A, 0xF00B
_PICTURES = range(0xF018, 0xF118)
_SHOWN = 0x0104  # the property that names a picture by its number in the store
_ENTRY_SIZE = 36
_DEEPEST = 20
_BEHIND = 1 << 32  # beyond any offset
_MOST = 100_000  # records
# Bytes in front of a picture by kind of record; a second identifier makes them 16 more.
_HEADS = {0xF01D: (17, (0x46B, 0x6E3)), 0xF02A: (17, (0x46B, 0x6E3)), 0xF01E: (17, (0x6E1,)), 0xF01F: (17, (0x7A9,))}


@dataclass(frozen=True, slots=True)
class _Record:
    kind: int
    instance: int
    start: int
    end: int


@dataclass(slots=True)
class Drawings:
    """The objects of the text by number: the outermost group of each, and where its picture is (stream, offset)."""

    groups: dict[int, int] = field(default_factory=dict)
    shown: dict[int, list[int]] = field(default_factory=dict)
    store: list[int] = field(default_factory=list)

    def pictures(self, shape: int) -> list[int]:
        """Return the offsets in the document stream of the pictures that an object or a group shows."""
        numbers = (number - 1 for number in self.shown.get(shape, ()))
        return [self.store[number] for number in numbers if 0 <= number < len(self.store)]


def drawings(data: bytes) -> Drawings:
    """Return the objects in the drawing part of the table stream; of a damaged one those before the damage."""
    found = Drawings()
    try:
        first = next(_records(data, 0, len(data)))
        for one in _records(data, first.start, first.end):
            if one.kind == _STORE:
                found.store = [_delayed(data, entry) for entry in _records(data, one.start, one.end)]
        at = first.end
        while at + 9 <= len(data):
            drawing = next(_records(data, at + 1, len(data)))  # a byte says whether it is that of the headers
            if drawing.kind == _DRAWING:
                _read_drawing(data, drawing, found)
            at = drawing.end
    except (*DAMAGE, StopIteration):
        pass
    return found


def picture(data: bytes, offset: int, end: int = _BEHIND) -> bytes:
    """Return the picture in a record, or in the first record that has one below it; empty without any."""
    todo = list(islice(_records(data, offset, end), 1)) if offset >= 0 else []
    while todo:
        record = todo.pop()
        if record.kind in _PICTURES:
            return _bytes_of(data, record)
        if record.kind == _ENTRY:
            todo.extend(_records(data, record.start + _ENTRY_SIZE + data[record.start + 33], record.end))
    return b""


def inline_picture(data: bytes, offset: int) -> bytes:
    """Return the picture at an offset in the data stream ([MS-DOC], 2.9.190); empty for any other object."""
    try:
        end = min(offset + u32(data, offset), len(data))
        at = offset + u16(data, offset + 4)
        if u16(data, offset + 6) == 0x66:  # its name stands before it
            at += 1 + data[at]
        for record in _records(data, at, end):
            if record.kind in _PICTURES or record.kind == _ENTRY:
                return picture(data, record.start - 8, end)
    except DAMAGE:
        pass
    return b""


def _read_drawing(data: bytes, drawing: _Record, found: Drawings) -> None:
    """Read the shapes of a drawing: those outside the outermost group of all stand for themselves."""
    for top in _records(data, drawing.start, drawing.end):
        if top.kind != _GROUP:
            continue
        for one in _records(data, top.start, top.end):
            shapes = [one] if one.kind == _SHAPE else _shapes(data, one) if one.kind == _GROUP else []
            read = [_shape(data, shape) for shape in shapes]
            for number, shown in read:
                found.groups[number] = read[0][0]
                if shown:
                    found.shown.setdefault(read[0][0], []).append(shown)


def _shapes(data: bytes, group: _Record) -> list[_Record]:
    """Return the shapes of a group and the groups in it, its own shape first."""
    found, todo = [], [(group, 0)]
    while todo:
        one, depth = todo.pop()
        inside = list(_records(data, one.start, one.end))
        found += [record for record in inside if record.kind == _SHAPE]
        if depth < _DEEPEST:
            todo += [(record, depth + 1) for record in inside if record.kind == _GROUP]
    return found


def _shape(data: bytes, shape: _Record) -> tuple[int, int]:
    """Return the number of a shape and that of the picture it shows, 0 for none."""
    number = shown = 0
    for record in _records(data, shape.start, shape.end):
        if record.kind == _SHAPE_FACTS:
            number = u32(data, record.start)
        elif record.kind == _PROPERTIES:
            for at in range(record.start, min(record.start + 6 * record.instance, record.end - 5), 6):
                if u16(data, at) & 0x3FFF == _SHOWN:
                    shown = u32(data, at + 2)
    return number, shown


def _delayed(data: bytes, entry: _Record) -> int:
    """Return the offset of the picture of an entry of the store; -1 for none."""
    return u32(data, entry.start + 28) if entry.kind == _ENTRY and entry.end - entry.start >= _ENTRY_SIZE else -1


def _bytes_of(data: bytes, record: _Record) -> bytes:
    head, doubled = _HEADS.get(record.kind, (0, ()))
    if not head:
        return b""
    return data[record.start + head + (16 if record.instance in doubled else 0) : record.end]


def _records(data: bytes, at: int, end: int) -> Iterator[_Record]:
    """Yield the records between two offsets."""
    end = min(end, len(data))
    for _ in range(_MOST):
        if at + 8 > end:
            return
        start = at + 8
        at = min(start + u32(data, at + 4), end)
        yield _Record(u16(data, start - 6), u16(data, start - 8) >> 4, start, at)
