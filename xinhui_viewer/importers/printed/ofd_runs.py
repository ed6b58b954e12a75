"""The runs of one page of an OFD file: its text objects with their place, size and font."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, islice, pairwise
from typing import Any, NamedTuple

from xinhui_viewer.importers.printed.ofd_matrix import Matrix, turned_back
from xinhui_viewer.importers.printed.run import Font, Run
from xinhui_viewer.importers.xml_guard import all_named, child, name_of

_POINTS = 72 / 25.4  # OFD counts in millimetres
_BOLD = re.compile(r"(?i)bold|heavy|black|(?<!ya)hei|(?<!雅)黑|小标宋")
_BOLD_WEIGHT = 600
_USUAL_SIZE = 3.5  # millimetres, where the file says none
_NEXT_LINE = 0.5  # of the size: a smaller step is a raised or lowered character
_MOST_OBJECTS, _DEEPEST = 50_000, 8  # of a page: objects, units within units


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


class _Placed(NamedTuple):
    """A text object, and the transformation from its coordinates to the page's."""

    node: Any
    outer: Matrix
    inner: Matrix

    @property
    def matrix(self) -> Matrix:
        """The transformation from the coordinates of its characters to the page's."""
        return self.outer.after(self.inner)


def page_runs(content: Any, resources: Resources) -> Iterator[Run]:
    """Yield the runs of a page in the order of its content, as it is read: a page shown turned is turned back.

    Leaning watermarks are left out, and hidden text beside shown.
    """
    layers = [
        layer
        for layer in all_named(child(content, "Content"), "Layer")
        if (layer.get("Type") or "Body") != "Background"  # a watermark
    ]
    placed = islice(_texts(layers, resources.units), _MOST_OBJECTS)
    objects = [(one, quarter) for one in placed if (quarter := one.matrix.quarter) is not None]
    shown = [(one, quarter) for one, quarter in objects if _is_shown(one.node)]
    objects = shown or objects  # a scan's only text is hidden under its picture
    page = _most_turned(objects)
    for one, quarter in objects:
        yield from _text_object(one, resources.fonts, page, turned=quarter != page)


def _most_turned(objects: Sequence[tuple[_Placed, int]]) -> int:
    """Return the quarter turns by which most text is shown turned."""
    weights: Counter[int] = Counter()
    for one, quarter in objects:
        weights[quarter] += sum(len(code.text or "") for code in all_named(one.node, "TextCode"))
    return max(weights, key=lambda quarter: (weights[quarter], -quarter), default=0)


def _is_shown(node: Any) -> bool:
    return (node.get("Visible") or "").lower() not in ("false", "0")


def _texts(layers: Sequence[Any], units: dict[str, Any]) -> Iterator[_Placed]:
    """Yield the text objects of layers in their order, those of composite objects in place of these."""
    todo = [(layer.iter(), Matrix(), 0) for layer in reversed(layers)]
    entered = 0
    while todo and entered < _MOST_OBJECTS:
        nodes, outer, depth = todo[-1]
        node = next(nodes, None)
        if node is None:
            todo.pop()
        elif name_of(node) == "TextObject":
            yield _Placed(node, outer, _own(node))
        elif name_of(node) == "CompositeObject" and depth < _DEEPEST and _is_shown(node):
            unit = units.get(node.get("ResourceID") or "")
            if unit is not None:
                todo.append((unit.iter(), outer.after(_own(node)), depth + 1))
                entered += 1


def _own(node: Any) -> Matrix:
    """Return the transformation of an object to what it stands in: its own matrix, and its box's place."""
    x, y, _width, _height = _numbers(node.get("Boundary"), 4)
    own = Matrix(*_numbers(node.get("CTM"), 6)) if node.get("CTM") else Matrix()
    return Matrix(e=x, f=y).after(own)


def _text_object(placed: _Placed, fonts: dict[str, Face], page: int, *, turned: bool) -> Iterator[Run]:
    node, matrix = placed.node, placed.matrix
    size = _numbers(node.get("Size"), 1)[0] or _USUAL_SIZE
    font = replace(_font(node, fonts, size * matrix.height), turned=turned)
    edge = None if turned else _edge(placed, page)
    code_x = code_y = 0.0
    for code in all_named(node, "TextCode"):
        # Without its own X or Y a text stands where the previous one does (table 46).
        code_x = code_x if code.get("X") is None else _number(code.get("X"))
        code_y = code_y if code.get("Y") is None else _number(code.get("Y"))
        for one in _stretches("".join(code.itertext()), code, size):
            left, top = turned_back(*matrix.of(code_x + one.left, code_y + one.down), page)
            right, _top = turned_back(*matrix.of(code_x + one.right, code_y + one.down), page)
            right = max(right if edge is None else min(right, edge), left)
            yield Run(one.text, left * _POINTS, right * _POINTS, -top * _POINTS, font, one.spaced)


def _edge(placed: _Placed, page: int) -> float | None:
    """Return the right edge of an object's box on a page turned back; None where the box has no width."""
    x, y, width, height = _numbers(placed.node.get("Boundary"), 4)
    corners = (placed.outer.of(x, y), placed.outer.of(x + width, y + height))
    return max(turned_back(*corner, page)[0] for corner in corners) if width and height else None


def _font(node: Any, fonts: dict[str, Face], size: float) -> Font:
    """Return the font of a text object; ``size`` is its size as seen, in millimetres."""
    face = fonts.get(node.get("Font") or "", Face(""))
    weight = _numbers(node.get("Weight"), 1)[0]
    bold = face.bold or weight >= _BOLD_WEIGHT or bool(_BOLD.search(face.name))
    return Font(round(size * _POINTS, 1), face.name, bold, _is_red(child(node, "FillColor")))


def _is_red(colour: Any) -> bool:
    parts = _numbers(colour.get("Value"), 3) if colour is not None else (0.0, 0.0, 0.0)
    return parts[0] > 150 and parts[1] < 90 and parts[2] < 90


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Characters of a text on one line, without blanks around them: their ends and their height on the page."""

    text: str
    left: float
    right: float
    down: float
    spaced: bool


def _stretches(text: str, code: Any, size: float) -> Iterator[_Stretch]:
    """Yield a text by its lines: a step may lead down; a text in which most do is vertical."""
    natural = [size if sign > "\u2e7f" else size / 2 for sign in text]
    steps = _steps(code.get("DeltaX"), natural[:-1])
    falls = _steps(code.get("DeltaY"), [0.0] * len(steps))
    lefts, downs = [0.0, *accumulate(steps)], [0.0, *accumulate(falls)]
    cuts = [at for at, fall in enumerate(falls, 1) if abs(fall) > _NEXT_LINE * size]
    if 2 * len(cuts) > len(falls):
        cuts = []
    for start, end in pairwise([0, *cuts, len(text)]):
        piece = text[start:end]
        bare = piece.strip()
        if bare:
            first = start + len(piece) - len(piece.lstrip())
            last = first + len(bare) - 1
            yield _Stretch(bare, lefts[first], lefts[last] + natural[last], downs[start], first > start)


def _steps(deltas: str | None, natural: list[float]) -> list[float]:
    """Return the steps from character to character (``g n d`` repeats d n times), else the natural ones."""
    steps: list[float] = []
    count = len(natural)
    parts = (deltas or "").split()
    at = 0
    while at < len(parts) and len(steps) < count:
        if parts[at] == "g" and at + 2 < len(parts):
            steps += [_number(parts[at + 2])] * min(int(_number(parts[at + 1])), count)
            at += 3
        else:
            steps.append(_number(parts[at]))
            at += 1
    missing = count - len(steps)
    return (steps + ([steps[-1]] * missing if steps else natural))[:count]


def _numbers(text: str | None, count: int) -> tuple[float, ...]:
    found = tuple(map(_number, (text or "").split()[:count]))
    return (*found, *(0.0,) * (count - len(found)))


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        return 0.0
    return number if abs(number) < 1e7 else 0.0
