"""The look of a paragraph by its style and own marks: heading level, bold, size, place, numbering; styles inherit."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from xinhui_viewer.importers.word.look import LOWEST, Look, heading_level

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = W + "val"
_OFF = ("0", "false", "off", "none")
_DEEPEST = 40  # styles based on styles; a longer chain is a circle


@dataclass(slots=True)
class Styles:
    """The styles of a document by their ids, each resolved once."""

    elements: dict[str, Any] = field(default_factory=dict)
    base: Look = field(default_factory=Look)
    default: str = ""
    _known: dict[str, Look] = field(default_factory=dict)

    def look(self, style: str) -> Look:
        """Return the look of a style and all that it is based on."""
        style = style if style in self.elements else self.default
        if style not in self._known:
            self._known[style] = self._resolved(style)
        return self._known[style]

    def _resolved(self, style: str) -> Look:
        chain: list[str] = []
        while style in self.elements and style not in chain and len(chain) < _DEEPEST:
            chain.append(style)
            style = value(self.elements[style].find(W + "basedOn"))
        look = self.base
        for one in reversed(chain):
            element = self.elements[one]
            name = value(element.find(W + "name")).strip().lower()
            look = with_run(with_paragraph(replace(look, name=name), element.find(W + "pPr")), element.find(W + "rPr"))
            if level := heading_level(name):
                look = replace(look, level=level)
        return look


def styles(root: Any) -> Styles:
    """Return the styles of a styles part; without one, text looks as Word's default."""
    found = Styles()
    if root is None:
        return found
    for element in root.iterfind(W + "style"):
        style = element.get(W + "styleId", "")
        found.elements[style] = element
        if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true", "on"):
            found.default = style
    found.base = with_run(Look(), root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
    return found


def with_paragraph(look: Look, properties: Any) -> Look:
    """Return a look with the level, place and numbering of a w:pPr."""
    if properties is None:
        return look
    for element in properties:
        if element.tag == W + "outlineLvl":
            level = whole(value(element), 9)
            look = replace(look, level=min(level + 1, LOWEST) if 0 <= level < 9 else 0)
        elif element.tag == W + "jc":
            look = replace(look, place=value(element))
        elif element.tag == W + "numPr":
            number, depth = element.find(W + "numId"), element.find(W + "ilvl")
            look = replace(
                look,
                list=value(number) if number is not None else look.list,
                depth=whole(value(depth), 0) if depth is not None else look.depth,
            )
    return look


def with_run(look: Look, properties: Any) -> Look:
    """Return a look with the boldness, size and hiding of a w:rPr."""
    if properties is None:
        return look
    for element in properties:
        if element.tag == W + "b":
            look = replace(look, bold=is_on(element))
        elif element.tag == W + "sz":
            look = replace(look, size=whole(value(element), look.size))
        elif element.tag == W + "vanish":
            look = replace(look, hidden=is_on(element))
    return look


def value(element: Any) -> str:
    """Return the w:val of an element, empty without one."""
    return "" if element is None else element.get(VAL, "")


def whole(text: str, otherwise: int) -> int:
    """Return the number in an XML attribute, ``otherwise`` when it is none or has more than six digits."""
    return int(text) if re.fullmatch(r"\d{1,6}", text, re.ASCII) else otherwise


def is_on(element: Any) -> bool:
    """Return whether a mark such as w:b is set."""
    return element is not None and element.get(VAL, "1").lower() not in _OFF
