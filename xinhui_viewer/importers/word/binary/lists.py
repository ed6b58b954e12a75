"""The lists of a Word 97 file ([MS-DOC], 2.9.131 to 2.9.150): forms and texts of the numbers of paragraphs."""

from __future__ import annotations

from dataclasses import replace

from xinhui_viewer.importers.word.binary.bytes import DAMAGE, i32, u16, u32
from xinhui_viewer.importers.word.counting import LEVELS, Level, List, Numbers
from xinhui_viewer.importers.word.number_forms import form

_LIST, _OVERRIDE, _LEVEL = 28, 16, 28  # bytes of the fixed parts
_SIMPLE, _PLAIN, _NO_RESTART = 1, 4, 8
_HAS_START, _HAS_LEVEL = 0x10, 0x20
_NOTHING_FOLLOWS = 2
_MOST = 4000  # lists; the format allows 2046


def lists(table: bytes, place: tuple[int, int], overrides: bytes) -> Numbers:
    """Return the lists of a document by the numbers under which paragraphs name them; none where they are damaged."""
    found = Numbers()
    try:
        kinds = _kinds(table, *place)
        _add(found, kinds, overrides)
    except DAMAGE:
        pass
    return found


def _kinds(table: bytes, offset: int, length: int) -> dict[int, dict[int, Level]]:
    """Return the levels of each list by its identifier; they stand behind the part whose length is told."""
    kinds: dict[int, dict[int, Level]] = {}
    if not length:
        return kinds
    count, at = min(u16(table, offset), _MOST), offset + 2
    level_at = at + count * _LIST
    for number in range(count):
        entry = at + number * _LIST
        levels = kinds.setdefault(i32(table, entry), {})
        for depth in range(1 if table[entry + 26] & _SIMPLE else LEVELS):
            levels[depth], level_at = _level(table, level_at, depth)
    return kinds


def _level(table: bytes, at: int, depth: int) -> tuple[Level, int]:
    """Return a level and the offset behind it."""
    start, code, flags = i32(table, at), table[at + 4], table[at + 5]
    places = {place for place in table[at + 6 : at + 15] if place}
    after, restart = table[at + 15], table[at + 26]
    text_at = at + _LEVEL + table[at + 24] + table[at + 25]
    length = u16(table, text_at)
    text_end = text_at + 2 + 2 * length
    signs = list(table[text_at + 2 : text_end].decode("utf-16-le", "replace"))
    for place in places:
        if place <= len(signs) and ord(signs[place - 1]) < LEVELS:
            signs[place - 1] = f"%{ord(signs[place - 1]) + 1}"
    text = "".join(sign for sign in signs if sign >= " ")[:100]
    level = Level(start, form(code), text, depth, after != _NOTHING_FOLLOWS, bool(flags & _PLAIN))
    if flags & _NO_RESTART:
        level = replace(level, restart=restart or -1)
    return level, text_end


def _add(found: Numbers, kinds: dict[int, dict[int, Level]], overrides: bytes) -> None:
    if len(overrides) < 4:
        return
    count = min(u32(overrides, 0), _MOST)
    at = 4 + count * _OVERRIDE
    for number in range(count):
        entry = 4 + number * _OVERRIDE
        kind = i32(overrides, entry)
        one = List(str(kind), dict(kinds.get(kind, {})), {})
        found.lists[str(number + 1)] = one
        at += 4
        for _ in range(overrides[entry + 12]):
            at = _override(one, overrides, at)


def _override(one: List, overrides: bytes, at: int) -> int:
    """Apply an override of a level to a list; return the offset behind it."""
    start, flags = i32(overrides, at), u32(overrides, at + 4)
    depth = flags & 0xF
    at += 8
    if flags & _HAS_LEVEL:
        level, at = _level(overrides, at, depth)
        one.levels[depth] = level
        start = level.start
    if flags & _HAS_START:
        one.starts[depth] = start
    return at
