"""The looks of paragraphs and characters that lists of modifiers give."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from xinhui_viewer.importers.word.binary import sprms
from xinhui_viewer.importers.word.binary.bytes import i16, i32, u16, u32
from xinhui_viewer.importers.word.look import LOWEST, Look

_CENTRED = 1
_NO_LEVEL = 9
_NUMBERED = range(1, 0x7FF)  # lists that paragraphs can be in
_AS_STYLE, _UNLIKE_STYLE = 0x80, 0x81


class Styles(Protocol):
    """The styles of a document."""

    def look(self, style: int) -> Look:
        """Return the look of a style of paragraphs."""

    def modifiers(self, style: int) -> bytes:
        """Return the modifiers of a style of characters."""


@dataclass(frozen=True, slots=True)
class Characters:
    """A run of characters: its look, whether it was deleted, and the object or symbol that a special one stands for."""

    look: Look
    deleted: bool = False
    special: bool = False
    picture: int = -1
    symbol: int = -1


@dataclass(frozen=True, slots=True)
class ParagraphMarks:
    """The look of a paragraph and its place in tables."""

    look: Look
    depth: int = 0
    ends_row: bool = False
    ends_cell: bool = False


def of_paragraph(look: Look, modifiers: bytes) -> Look:
    """Return a look with the place, level and numbering that modifiers set."""
    for code, operand in sprms.sprms(modifiers):
        if not operand:
            continue
        if code in (sprms.PLACE, sprms.OLD_PLACE):
            look = replace(look, place="center" if operand[0] == _CENTRED else "")
        elif code == sprms.OUTLINE_LEVEL:
            look = replace(look, level=min(operand[0] + 1, LOWEST) if operand[0] < _NO_LEVEL else 0)
        elif code == sprms.LIST_LEVEL:
            look = replace(look, depth=operand[0])
        elif code == sprms.LIST:
            number = i16(operand, 0)
            look = replace(look, list=str(number) if number in _NUMBERED else "")
    return look


def marks(look: Look, modifiers: bytes) -> ParagraphMarks:
    """Return the look of a paragraph whose style looks like ``look``, and its place in tables."""
    flags = {code: operand for code, operand in sprms.sprms(modifiers) if operand}
    depth = 1 if _is_set(flags, sprms.IN_TABLE) else 0
    if depth and sprms.DEPTH in flags:
        depth = max(i32(flags[sprms.DEPTH], 0), 1)
    ends_row = _is_set(flags, sprms.ROW_END) or _is_set(flags, sprms.INNER_ROW_END)
    return ParagraphMarks(of_paragraph(look, modifiers), depth, ends_row, _is_set(flags, sprms.INNER_CELL))


def _is_set(flags: dict[int, bytes], code: int) -> bool:
    return flags.get(code, b"\0") != b"\0"


def of_characters(base: Look, modifiers: bytes, styles: Styles) -> Characters:
    """Return the look of characters in a paragraph whose style looks like ``base``."""
    found = Characters(base)
    inherited = base
    for code, operand in sprms.sprms(modifiers):
        if code == sprms.CHARACTER_STYLE and len(operand) == 2:
            inherited = characters_of(base, styles.modifiers(u16(operand, 0)), base)
            found = replace(found, look=inherited)
        elif code == sprms.PLAIN:
            found = replace(found, look=base)
        else:
            found = _changed(found, inherited, code, operand)
    return found


def characters_of(look: Look, modifiers: bytes, inherited: Look) -> Look:
    """Return a look with the boldness, size and hiding that modifiers set; toggles are against ``inherited``."""
    found = Characters(look)
    for code, operand in sprms.sprms(modifiers):
        found = _changed(found, inherited, code, operand)
    return found.look


def _changed(found: Characters, inherited: Look, code: int, operand: bytes) -> Characters:
    look = found.look
    if code == sprms.BOLD:
        return replace(found, look=replace(look, bold=_toggled(operand, inherited.bold)))
    if code == sprms.HIDDEN:
        return replace(found, look=replace(look, hidden=_toggled(operand, inherited.hidden)))
    if code == sprms.SIZE and len(operand) == 2:
        return replace(found, look=replace(look, size=u16(operand, 0)))
    if code == sprms.DELETED:
        return replace(found, deleted=operand != b"\0")
    return _object(found, code, operand)


def _object(found: Characters, code: int, operand: bytes) -> Characters:
    if code == sprms.SPECIAL:
        return replace(found, special=operand != b"\0")
    if code == sprms.PICTURE and len(operand) == 4:
        return replace(found, picture=u32(operand, 0), special=True)
    if code == sprms.SYMBOL and len(operand) == 4:
        return replace(found, symbol=u16(operand, 2), special=True)
    return found


def _toggled(operand: bytes, inherited: bool) -> bool:
    value = operand[0] if operand else 0
    if value in (_AS_STYLE, _UNLIKE_STYLE):
        return inherited is (value == _AS_STYLE)
    return value != 0
