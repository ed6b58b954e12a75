"""The objects of one page of an OFD file, with their places: those of composite objects in place of these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple

from xinhui_viewer.importers.printed.ofd_matrix import Matrix
from xinhui_viewer.importers.xml_guard import name_of

POINTS = 72 / 25.4  # OFD counts in millimetres
_MOST, _DEEPEST = 200_000, 8  # of a page: objects, units within units
_DRAWN = ("TextObject", "PathObject")


@dataclass(frozen=True, slots=True)
class Face:
    """A font as the file names it."""

    name: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Resources:
    """Fonts and composite units (drawn as one object, each with objects of its own) by their ids."""

    fonts: dict[str, Face] = field(default_factory=dict)
    units: dict[str, Any] = field(default_factory=dict)

    def with_those(self, other: Resources) -> Resources:
        """Return these and others, which win."""
        return Resources(self.fonts | other.fonts, self.units | other.units)


class Placed(NamedTuple):
    """A text or path object, and the transformation from its coordinates to the page's."""

    node: Any
    outer: Matrix
    inner: Matrix

    @property
    def matrix(self) -> Matrix:
        """The transformation from the coordinates of what it draws to the page's."""
        return self.outer.after(self.inner)


def objects(layers: Sequence[Any], units: dict[str, Any]) -> Iterator[Placed]:
    """Yield the text and path objects of layers in their order, at most _MOST."""
    return islice(_objects(layers, units), _MOST)


def is_shown(node: Any) -> bool:
    """Return whether an object is visible."""
    return (node.get("Visible") or "").lower() not in ("false", "0")


def numbers(text: str | None, count: int) -> tuple[float, ...]:
    """Return the first numbers in a text, 0 for each that is missing or none."""
    found = tuple(map(number, (text or "").split()[:count]))
    return (*found, *(0.0,) * (count - len(found)))


def number(text: str) -> float:
    """Return a number that may be the place of an object, 0 for any other text."""
    try:
        found = float(text)
    except ValueError:
        return 0.0
    return found if abs(found) < 1e7 else 0.0


def _objects(layers: Sequence[Any], units: dict[str, Any]) -> Iterator[Placed]:
    todo = [(layer.iter(), Matrix(), 0) for layer in reversed(layers)]
    entered = 0
    while todo and entered < _MOST:
        nodes, outer, depth = todo[-1]
        node = next(nodes, None)
        if node is None:
            todo.pop()
        elif (kind := name_of(node)) in _DRAWN:
            yield Placed(node, outer, _own(node))
        elif kind == "CompositeObject" and depth < _DEEPEST and is_shown(node):
            unit = units.get(node.get("ResourceID") or "")
            if unit is not None:
                todo.append((unit.iter(), outer.after(_own(node)), depth + 1))
                entered += 1


def _own(node: Any) -> Matrix:
    """Return the transformation of an object to what it stands in: its own matrix, and its box's place."""
    x, y, _width, _height = numbers(node.get("Boundary"), 4)
    own = Matrix(*numbers(node.get("CTM"), 6)) if node.get("CTM") else Matrix()
    return Matrix(e=x, f=y).after(own)
