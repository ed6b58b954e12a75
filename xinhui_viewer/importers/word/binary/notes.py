"""The places of notes and text boxes beside the text ([MS-DOC], 2.8.15, 2.8.20 and 2.8.27)."""

from __future__ import annotations

from dataclasses import dataclass, field

from xinhui_viewer.importers.word.binary import fib as parts
from xinhui_viewer.importers.word.binary.bytes import DAMAGE, i32, plc
from xinhui_viewer.importers.word.binary.streams import Streams

Range = tuple[int, int]
_BOX, _SHAPE = 22, 26  # bytes of an entry


@dataclass(frozen=True, slots=True)
class Beside:
    """The ranges of texts beside the main one: of notes by the place of their mark, of boxes by their shape."""

    notes: dict[int, Range] = field(default_factory=dict)
    boxes: dict[int, list[Range]] = field(default_factory=dict)
    shapes: dict[int, int] = field(default_factory=dict)


def beside(streams: Streams, groups: dict[int, int]) -> Beside:
    """Return what stands beside the text; ``groups`` says which group a shape belongs to."""
    found, at = Beside(), streams.fib
    try:
        _add_notes(found, streams, (parts.NOTE_REFERENCES, parts.NOTE_TEXTS), at.text, at.notes)
        _add_notes(found, streams, (parts.END_REFERENCES, parts.END_TEXTS), at.first_endnote, at.endnotes)
        positions, items = plc(streams.part(parts.SHAPES), _SHAPE)
        found.shapes.update((place, i32(item, 0)) for place, item in zip(positions, items, strict=False))
        positions, items = plc(streams.part(parts.BOX_TEXTS), _BOX)
        for number, item in enumerate(items):
            start, end = positions[number], positions[number + 1]
            if start < end <= at.boxes:
                shape = i32(item, 14)
                box = found.boxes.setdefault(groups.get(shape, shape), [])
                box.append((at.first_box + start, at.first_box + end))
    except DAMAGE:
        pass
    return found


def _add_notes(found: Beside, streams: Streams, numbers: tuple[int, int], first: int, length: int) -> None:
    references, _items = plc(streams.part(numbers[0]), 2)
    bounds = _positions(streams.part(numbers[1]))
    for number, place in enumerate(references[:-1]):
        if number + 1 < len(bounds) and bounds[number] < bounds[number + 1] <= length:
            found.notes[place] = (first + bounds[number], first + bounds[number + 1])


def _positions(data: bytes) -> tuple[int, ...]:
    return tuple(i32(data, at) for at in range(0, len(data) - 3, 4))
