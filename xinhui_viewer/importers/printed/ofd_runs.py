"""The runs of one page of an OFD file: its text objects with their place, size and font."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

from xinhui_viewer.importers.printed.run import Font, Run
from xinhui_viewer.importers.xml_guard import all_named, child, name_of

_POINTS = 72 / 25.4  # OFD counts in millimetres
_BOLD = re.compile(r"(?i)bold|heavy|black|hei|黑|小标宋")
_BOLD_WEIGHT = 600
_USUAL_SIZE = 3.5  # millimetres, where the file says none
_NEXT_LINE = 0.5  # of the size: a smaller step is a raised or lowered character
_UPRIGHT = 0.2  # of the size: a larger one is turned, as a watermark is


@dataclass(frozen=True, slots=True)
class Face:
    """A font as the file names it."""

    name: str
    bold: bool = False


def page_runs(content: Any, fonts: dict[str, Face]) -> Iterator[Run]:
    """Yield the runs of a page in the order of its content; watermarks are left out, and hidden text beside shown."""
    objects = [
        node
        for layer in all_named(child(content, "Content"), "Layer")
        if (layer.get("Type") or "Body") != "Background"  # a watermark
        for node in layer.iter()
        if name_of(node) == "TextObject"
    ]
    shown = [node for node in objects if (node.get("Visible") or "").lower() not in ("false", "0")]
    for node in shown or objects:  # a scan's only text is hidden under its picture
        yield from _text_object(node, fonts)


def _text_object(node: Any, fonts: dict[str, Face]) -> Iterator[Run]:
    x, y, width, _height = _numbers(node.get("Boundary"), 4)
    a, b, c, d, moved_x, moved_y = _numbers(node.get("CTM"), 6) if node.get("CTM") else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    if abs(b) > _UPRIGHT * abs(a) or abs(c) > _UPRIGHT * abs(d):
        return
    size = _numbers(node.get("Size"), 1)[0] or _USUAL_SIZE
    font = _font(node, fonts, size * abs(d or 1.0))
    code_x = code_y = 0.0
    for code in all_named(node, "TextCode"):
        # Without its own X or Y a text stands where the previous one does (table 46).
        code_x = code_x if code.get("X") is None else _number(code.get("X"))
        code_y = code_y if code.get("Y") is None else _number(code.get("Y"))
        for one in _stretches("".join(code.itertext()), code, size):
            left = x + a * (code_x + one.left) + moved_x
            right = left + abs(a) * (one.right - one.left)
            right = max(min(right, x + width), left) if width else right
            top = y + d * (code_y + one.down) + moved_y
            yield Run(one.text, left * _POINTS, right * _POINTS, -top * _POINTS, font, one.spaced)


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
