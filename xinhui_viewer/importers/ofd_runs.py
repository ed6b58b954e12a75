"""The runs of one page of an OFD file: its text objects with their place, size and font."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from xinhui_viewer.importers.printed_parts import Font, Run
from xinhui_viewer.importers.xml_guard import all_named, child, name_of

_POINTS = 72 / 25.4  # OFD counts in millimetres
_BOLD = re.compile(r"(?i)bold|heavy|black|hei|黑|小标宋")
_BOLD_WEIGHT = 600
_UPRIGHT = 0.2  # of the size: more is turned, as a watermark is


@dataclass(frozen=True, slots=True)
class Face:
    """A font as the file names it."""

    name: str
    bold: bool = False


def page_runs(content: Any, fonts: dict[str, Face]) -> Iterator[Run]:
    """Yield the runs of a page in the order of its content; watermarks are left out."""
    layers = all_named(child(content, "Content"), "Layer")
    for layer in layers:
        if (layer.get("Type") or "Body") == "Background":  # a watermark
            continue
        for node in layer.iter():
            if name_of(node) == "TextObject":
                yield from _text_object(node, fonts)


def _text_object(node: Any, fonts: dict[str, Face]) -> Iterator[Run]:
    x, y, width, _height = _numbers(node.get("Boundary"), 4)
    a, b, c, d, moved_x, moved_y = _numbers(node.get("CTM"), 6) if node.get("CTM") else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    if abs(b) > _UPRIGHT * abs(a) or abs(c) > _UPRIGHT * abs(d):
        return
    size = (_numbers(node.get("Size"), 1)[0] or 3.5) * abs(d or 1.0)
    face = fonts.get(node.get("Font") or "", Face(""))
    weight = _numbers(node.get("Weight"), 1)[0]
    bold = face.bold or weight >= _BOLD_WEIGHT or bool(_BOLD.search(face.name))
    red = _is_red(child(node, "FillColor"))
    for code in all_named(node, "TextCode"):
        text = "".join(code.itertext())
        if not text.strip():
            continue
        left = x + a * _numbers(code.get("X"), 1)[0] + moved_x
        top = y + d * _numbers(code.get("Y"), 1)[0] + moved_y
        right = left + abs(a) * _advance(code.get("DeltaX") or "", len(text), size / abs(d or 1.0))
        right = min(right, x + width) if width else right
        font = Font(round(size * _POINTS, 1), face.name, bold, red)
        yield Run(text.strip(), left * _POINTS, right * _POINTS, -top * _POINTS, font, text[0].isspace())


def _is_red(colour: Any) -> bool:
    parts = _numbers(colour.get("Value"), 3) if colour is not None else (0.0, 0.0, 0.0)
    return parts[0] > 150 and parts[1] < 90 and parts[2] < 90


def _advance(deltas: str, count: int, size: float) -> float:
    """Return the width of a text: its steps (``g n d`` repeats d n times) and its last character."""
    steps: list[float] = []
    parts = deltas.split()
    at = 0
    while at < len(parts) and len(steps) < count:
        if parts[at] == "g" and at + 2 < len(parts):
            steps += [_number(parts[at + 2])] * min(int(_number(parts[at + 1])), count)
            at += 3
        else:
            steps.append(_number(parts[at]))
            at += 1
    steps += [steps[-1] if steps else size] * (count - 1 - len(steps))
    return sum(steps[: count - 1]) + size


def _numbers(text: str | None, count: int) -> tuple[float, ...]:
    found = tuple(map(_number, (text or "").split()[:count]))
    return (*found, *(0.0,) * (count - len(found)))


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        return 0.0
    return number if abs(number) < 1e7 else 0.0
