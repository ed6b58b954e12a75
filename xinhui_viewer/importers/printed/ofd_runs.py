"""The runs of a text object of an OFD page, with their place, size and font."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Any

from xinhui_viewer.importers.printed.ofd_matrix import turned_back
from xinhui_viewer.importers.printed.ofd_objects import POINTS, Face, Placed, number, numbers
from xinhui_viewer.importers.printed.run import Font, Run
from xinhui_viewer.importers.xml_guard import all_named, child

_BOLD = re.compile(r"(?i)bold|heavy|black|(?<!ya)hei|(?<!雅)黑|小标宋")
_BOLD_WEIGHT = 600
_DOWN = 90.0, 270.0  # degrees of reading: downwards, upwards
_USUAL_SIZE = 3.5  # millimetres, where the file says none
_NEXT_LINE = 0.5  # of the size: a smaller step is a raised or lowered character


Point = tuple[float, float]


def text_runs(placed: Placed, fonts: dict[str, Face], page: int, *, turned: bool, down: bool = False) -> Iterator[Run]:
    """Yield the runs of a text object on a page that is turned by quarters; ``turned`` by others than it.

    With ``down`` each character of a text that is written downwards is a run.
    """
    node, matrix = placed.node, placed.matrix
    size = numbers(node.get("Size"), 1)[0] or _USUAL_SIZE
    font = replace(_font(node, fonts, size * matrix.height), turned=turned)
    edge = None if turned else _edge(placed, page)
    code_x = code_y = 0.0
    for code in all_named(node, "TextCode"):
        # Without its own X or Y a text stands where the previous one does (table 46).
        code_x = code_x if code.get("X") is None else number(code.get("X"))
        code_y = code_y if code.get("Y") is None else number(code.get("Y"))
        for one in _stretches("".join(code.itertext()), code, size, numbers(node.get("ReadDirection"), 1)[0]):
            for part in one.characters() if down and one.is_downward(page, placed) else (one,):
                yield _run(part, (code_x, code_y), placed, page, edge, font)


def _run(one: _Stretch, start: Point, placed: Placed, page: int, edge: float | None, font: Font) -> Run:
    """Return the run of a stretch of characters whose text starts at a point."""
    (x, y), matrix = start, placed.matrix
    first = turned_back(*matrix.of(x + one.places[0][0], y + one.places[0][1]), page)
    last = turned_back(*matrix.of(x + one.places[-1][0], y + one.places[-1][1]), page)
    left, right = min(first[0], last[0]), max(first[0], last[0]) + one.last * matrix.height
    right = max(right if edge is None else min(right, edge), left)
    return Run(one.text, left * POINTS, right * POINTS, -first[1] * POINTS, font, one.spaced)


def is_written_down(node: Any) -> bool:
    """Return whether the characters of a text object may stand below each other."""
    codes = all_named(node, "TextCode")
    return numbers(node.get("ReadDirection"), 1)[0] in _DOWN or any(code.get("DeltaY") for code in codes)


def _edge(placed: Placed, page: int) -> float | None:
    """Return the right edge of an object's box on a page turned back; None where the box has no width."""
    x, y, width, height = numbers(placed.node.get("Boundary"), 4)
    corners = (placed.outer.of(x, y), placed.outer.of(x + width, y + height))
    return max(turned_back(*corner, page)[0] for corner in corners) if width and height else None


def _font(node: Any, fonts: dict[str, Face], size: float) -> Font:
    """Return the font of a text object; ``size`` is its size as seen, in millimetres."""
    face = fonts.get(node.get("Font") or "", Face(""))
    weight = numbers(node.get("Weight"), 1)[0]
    bold = face.bold or weight >= _BOLD_WEIGHT or bool(_BOLD.search(face.name))
    return Font(round(size * POINTS, 1), face.name, bold, _is_red(child(node, "FillColor")))


def _is_red(colour: Any) -> bool:
    parts = numbers(colour.get("Value"), 3) if colour is not None else (0.0, 0.0, 0.0)
    return parts[0] > 150 and parts[1] < 90 and parts[2] < 90


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Characters of a text without blanks around them: the place of each, and the width of the last."""

    text: str
    places: tuple[Point, ...]
    last: float
    spaced: bool

    def is_downward(self, page: int, placed: Placed) -> bool:
        """Return whether the characters stand below each other on a page that is turned back."""
        (left, top), (x, y) = (turned_back(*placed.matrix.of(*self.places[at]), page) for at in (0, -1))
        return len(self.text) > 1 and abs(y - top) > abs(x - left)

    def characters(self) -> Iterator[_Stretch]:
        """Yield each character that is no blank."""
        for sign, place in zip(self.text, self.places, strict=True):
            if not sign.isspace():
                yield _Stretch(sign, (place,), self.last, False)


def _stretches(text: str, code: Any, size: float, direction: float) -> Iterator[_Stretch]:
    """Yield a text by its lines: a step may lead down; a text in which most do is vertical.

    ``direction`` is that of reading in degrees (table 45), for a text that does not say where its characters stand.
    """
    natural = [size if sign > "\u2e7f" else size / 2 for sign in text]
    steps = _steps(code.get("DeltaX"), natural[:-1])
    falls = _steps(code.get("DeltaY"), [0.0] * len(steps))
    if direction in _DOWN and not code.get("DeltaY"):
        steps, falls = [0.0] * len(steps), [step if direction == _DOWN[0] else -step for step in steps]
    places = (*zip([0.0, *accumulate(steps)], [0.0, *accumulate(falls)], strict=True),)
    cuts = [at for at, fall in enumerate(falls, 1) if abs(fall) > _NEXT_LINE * size]
    if 2 * len(cuts) > len(falls):
        cuts = []
    for start, end in pairwise([0, *cuts, len(text)]):
        piece = text[start:end]
        bare = piece.strip()
        if bare:
            first = start + len(piece) - len(piece.lstrip())
            last = first + len(bare) - 1
            yield _Stretch(bare, places[first : last + 1], natural[last], first > start)


def _steps(deltas: str | None, natural: list[float]) -> list[float]:
    """Return the steps from character to character (``g n d`` repeats d n times), else the natural ones."""
    steps: list[float] = []
    count = len(natural)
    parts = (deltas or "").split()
    at = 0
    while at < len(parts) and len(steps) < count:
        if parts[at] == "g" and at + 2 < len(parts):
            steps += [number(parts[at + 2])] * min(int(number(parts[at + 1])), count)
            at += 3
        else:
            steps.append(number(parts[at]))
            at += 1
    missing = count - len(steps)
    return (steps + ([steps[-1]] * missing if steps else natural))[:count]
