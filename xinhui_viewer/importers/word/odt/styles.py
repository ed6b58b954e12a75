"""The styles of an OpenDocument text: Western and Han text of one style may look different."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from xinhui_viewer.importers.word.look import Look, heading_level
from xinhui_viewer.importers.word.odt.names import FO, STYLE, TEXT

_DEEPEST = 40  # styles based on styles; a longer chain is a circle
_SIZE = re.compile(r"(\d{1,4}(?:\.\d{1,6})?)(pt|%|cm|mm|in)")
_POINTS = {"pt": 1.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0}
_BOLD = ("bold", "600", "700", "800", "900")
_PLACES = {"center": "center"}


@dataclass(frozen=True, slots=True)
class Looks:
    """The look of a style's Western text, and of its Han; ``list`` is the style of lists of its paragraphs."""

    western: Look = field(default_factory=lambda: Look(size=24))
    asian: Look = field(default_factory=lambda: Look(size=24))
    list: str = ""

    def of(self, text: str) -> Look:
        """Return the look of a text: that of Han when it has any."""
        return self.asian if any("\u2e80" <= sign <= "\uffef" for sign in text) else self.western


@dataclass(slots=True)
class Styles:
    """The styles of a document by family and name, each resolved once."""

    elements: dict[tuple[str, str], Any] = field(default_factory=dict)
    defaults: dict[str, Any] = field(default_factory=dict)
    _known: dict[str, Looks] = field(default_factory=dict)

    def paragraph(self, name: str) -> Looks:
        """Return the looks of a style of paragraphs."""
        if name not in self._known:
            base = _applied(Looks(), self.defaults.get("paragraph"))
            for element in self._chain("paragraph", name):
                base = _named(_applied(base, element), element)
            self._known[name] = base
        return self._known[name]

    def characters(self, base: Looks, name: str) -> Looks:
        """Return looks with what a style of characters changes."""
        for element in self._chain("text", name):
            base = _applied(base, element)
        return base

    def _chain(self, family: str, name: str) -> list[Any]:
        """Return a style and those it is based on, the most basic one first."""
        chain: list[str] = []
        while (family, name) in self.elements and name not in chain and len(chain) < _DEEPEST:
            chain.append(name)
            name = self.elements[family, name].get(STYLE + "parent-style-name", "")
        return [self.elements[family, one] for one in reversed(chain)]


def styles(roots: Iterable[Any]) -> Styles:
    """Return the styles in the parts of a document, those of the last part before others of their name."""
    found = Styles()
    for root in roots:
        for element in root.iter(STYLE + "style", STYLE + "default-style"):
            family = element.get(STYLE + "family", "")
            if element.tag == STYLE + "style":
                found.elements[family, element.get(STYLE + "name", "")] = element
            else:
                found.defaults[family] = element
    return found


def _named(looks: Looks, element: Any) -> Looks:
    """Return looks under the name of a style; styles that a program made for one paragraph keep that of their base."""
    if element.getparent().tag.endswith("}automatic-styles"):
        return looks
    name = element.get(STYLE + "display-name") or element.get(STYLE + "name", "").replace("_20_", " ")
    name = name.strip().lower()
    level = heading_level(name)
    return replace(
        looks,
        western=replace(looks.western, name=name, level=level),
        asian=replace(looks.asian, name=name, level=level),
    )


def _applied(looks: Looks, element: Any) -> Looks:
    """Return looks with what a style itself says."""
    if element is None:
        return looks
    western, asian = looks.western, looks.asian
    paragraph = element.find(STYLE + "paragraph-properties")
    place = paragraph.get(FO + "text-align") if paragraph is not None else None
    if place is not None:
        western = replace(western, place=_PLACES.get(place, ""))
        asian = replace(asian, place=_PLACES.get(place, ""))
    said = element.find(STYLE + "text-properties")
    if said is not None:
        western = _look(western, said, FO, "")
        asian = _look(asian, said, STYLE, "-asian")
    return Looks(western, asian, element.get(STYLE + "list-style-name", looks.list))


def _look(look: Look, said: Any, space: str, script: str) -> Look:
    weight = said.get(f"{space}font-weight{script}")
    size = _size(said.get(f"{space}font-size{script}", ""), look.size)
    hidden = said.get(TEXT + "display")
    return replace(
        look,
        bold=look.bold if weight is None else weight in _BOLD,
        size=size,
        hidden=look.hidden if hidden is None else hidden == "none",
    )


def _size(text: str, inherited: int) -> int:
    """Return a size in half points; a share is one of the inherited size."""
    found = _SIZE.fullmatch(text)
    if found is None:
        return inherited
    if found[2] == "%":
        return round(inherited * float(found[1]) / 100)
    return round(2 * float(found[1]) * _POINTS[found[2]])
