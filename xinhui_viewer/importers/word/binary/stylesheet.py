"""The style sheet of a Word 97 file ([MS-DOC], 2.9.271): styles inherit from the ones that they are based on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from xinhui_viewer.importers.word.binary.bytes import DAMAGE, u16
from xinhui_viewer.importers.word.binary.looks import characters_of, of_paragraph
from xinhui_viewer.importers.word.look import LOWEST, Look, heading_level

_HEADINGS, _TITLE, _USER = range(1, 10), 62, 0xFFE  # identifiers of built-in styles, and that of others
_PARAGRAPH, _CHARACTER = 1, 2  # kinds of styles
_DEEPEST = 40  # styles based on styles; a longer chain is a circle
_DEFAULT = Look(size=20)  # half points, where no style says anything


@dataclass(frozen=True, slots=True)
class _Style:
    kind: int
    base: int
    built_in: int
    name: str
    paragraph: bytes = b""
    characters: bytes = b""


@dataclass(slots=True)
class StyleSheet:
    """The styles of a document by number, each resolved once."""

    styles: dict[int, _Style] = field(default_factory=dict)
    _looks: dict[int, Look] = field(default_factory=dict)

    def look(self, style: int) -> Look:
        """Return the look of a style of paragraphs and all that it is based on."""
        style = style if style in self.styles else 0
        if style not in self._looks:
            self._looks[style] = self._resolved(style)
        return self._looks[style]

    def modifiers(self, style: int) -> bytes:
        """Return the modifiers of a style of characters, those of what it is based on first."""
        return b"".join(one.characters for one in self._chain(style) if one.kind == _CHARACTER)

    def _resolved(self, style: int) -> Look:
        look = _DEFAULT
        for one in self._chain(style):
            look = of_paragraph(replace(look, name=one.name), one.paragraph)
            look = characters_of(look, one.characters, look)
            if one.built_in in _HEADINGS:
                look = replace(look, level=min(one.built_in, LOWEST))
            elif one.built_in == _TITLE:
                look = replace(look, name="title")
            elif level := heading_level(one.name):
                look = replace(look, level=level)
        return look

    def _chain(self, style: int) -> list[_Style]:
        """Return a style and those it is based on, the most basic one first."""
        chain: list[int] = []
        while style in self.styles and style not in chain and len(chain) < _DEEPEST:
            chain.append(style)
            style = self.styles[style].base
        return [self.styles[one] for one in reversed(chain)]


def style_sheet(data: bytes) -> StyleSheet:
    """Return the styles of a style sheet; of a damaged one those before the damage."""
    found = StyleSheet()
    try:
        at = 2 + u16(data, 0)
        count, base_size = u16(data, 2), u16(data, 4)
        for number in range(count):
            size = u16(data, at)
            if size:
                found.styles[number] = _style(data[at + 2 : at + 2 + size], base_size)
            at += 2 + size
    except DAMAGE:
        pass
    return found


def _style(data: bytes, base_size: int) -> _Style:
    built_in, kind, based, updates = (u16(data, at) for at in (0, 2, 4, 4))
    kind, based = kind & 0xF, kind >> 4
    length = u16(data, base_size)
    at = base_size + 2 + 2 * length + 2
    name = data[base_size + 2 : base_size + 2 + 2 * length].decode("utf-16-le", "replace")
    name = name.partition(",")[0].strip().lower()  # other names follow
    found = []
    for _ in range(min(updates & 0xF, 2)):
        if at + 2 > len(data):
            break
        size = u16(data, at)
        found.append(data[at + 2 : at + 2 + size])
        at += 2 + size + size % 2
    if kind == _PARAGRAPH:
        paragraph, characters = [*found, b"", b""][:2]
        return _Style(kind, based, built_in & 0xFFF, name, paragraph[2:], characters)
    if kind == _CHARACTER:
        return _Style(kind, based, built_in & 0xFFF, name, b"", (found or [b""])[0])
    return _Style(kind, based, built_in & 0xFFF, name)
