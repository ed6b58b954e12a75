"""The shapes of a slide: their texts, tables and pictures, and where they stand.

Source of the rules: ECMA-376-1, 19.3 (presentations) and 21.1 (drawings).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from xinhui_viewer.importers.numerals import whole
from xinhui_viewer.importers.slides.numbering import AutoNumbers
from xinhui_viewer.importers.slides.reading_order import Box
from xinhui_viewer.importers.word.cells import WrittenCell
from xinhui_viewer.importers.word.paragraph import Paragraph
from xinhui_viewer.importers.xml_guard import all_named, child, name_of
from xinhui_viewer.text.blanks import joined

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
POINT = 12_700  # English metric units
_SHAPES = ("sp", "grpSp", "graphicFrame", "pic", "cxnSp", "contentPart")
_FIELDS = ("slidenum", "datetime")
_ENDS = "。；！？：;:!?"
_ITEM = re.compile(r"[-–—•·●■◆▪◇○※✓①-⑳]|[(（]?[\d一二三四五六七八九十]{1,3}[)）.、．]")
_TRUE = ("1", "true")
_DEEPEST = 20  # groups in groups
_UNSET = Box(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape: its lines, or the rows of its table, or the key of its picture, chart or diagram; its placeholder.

    ``part`` is such a key, of the kind ``drawn``: "image", "chart" or "diagram". ``size`` is that of its largest
    letters in points, 0 when the slide does not say.
    """

    box: Box
    lines: tuple[Paragraph, ...] = ()
    rows: tuple[tuple[WrittenCell, ...], ...] = ()
    drawn: str = ""
    part: str = ""
    role: str = ""
    caption: str = ""

    @property
    def size(self) -> float:
        """The size of its largest letters in points."""
        return max((line.size for line in self.lines), default=0.0)

    @property
    def text(self) -> str:
        """Its lines as one text."""
        return joined(line.text for line in self.lines)


class _Scale(NamedTuple):
    """The way from the coordinates of a group to those of the slide."""

    left: float = 0.0
    top: float = 0.0
    wide: float = 1.0
    high: float = 1.0

    def box(self, left: float, top: float, width: float, height: float) -> Box:
        """Return the box on the slide, in points."""
        x, y = self.left + left * self.wide, self.top + top * self.high
        return Box(x / POINT, y / POINT, (x + width * self.wide) / POINT, (y + height * self.high) / POINT)


Places = Mapping[tuple[str, str], Box]  # of the placeholders of a layout, by their type and number


def shapes(root: Any, places: Places) -> Iterator[Shape]:
    """Yield the shapes of a slide's root element in the order in which they are drawn; ``places`` are its layout's."""
    yield from _below(_tree(root), places, _Scale(), 0)


def placeholders(root: Any) -> dict[tuple[str, str], Box]:
    """Return the places of a layout's placeholders."""
    found: dict[tuple[str, str], Box] = {}
    for shape in _tree(root):
        role, number = _placeholder(shape)
        box = _box(child(shape, "spPr"), _Scale())
        if (role or number) and box is not None:
            found.setdefault((role, number), box)
            found.setdefault((role, ""), box)
    return found


def _tree(root: Any) -> Any:
    common = child(root, "cSld")
    tree = child(common, "spTree") if common is not None else None
    return tree if tree is not None else ()


def _below(tree: Any, places: Places, scale: _Scale, depth: int) -> Iterator[Shape]:
    for node in tree:
        for one in _chosen(node):
            kind = name_of(one)
            if kind == "grpSp" and depth < _DEEPEST:
                yield from _below(one, places, _scaled(child(one, "grpSpPr"), scale), depth + 1)
            elif kind in _SHAPES:
                yield from _shape(one, kind, places, scale)


def _chosen(node: Any) -> list[Any]:
    """Return an element, or what stands for it where the file offers a choice: the first form, for it is the newest."""
    if name_of(node) != "AlternateContent":
        return [node]
    forms = [list(form) for form in node if name_of(form) in ("Choice", "Fallback")]
    usable = (form for form in forms if any(name_of(one) in _SHAPES and name_of(one) != "contentPart" for one in form))
    return next(usable, [])


def _shape(node: Any, kind: str, places: Places, scale: _Scale) -> Iterator[Shape]:
    role, number = _placeholder(node)
    own = _box(node if kind == "graphicFrame" else child(node, "spPr"), scale)
    box = own or places.get((role, number)) or places.get((role, "")) or _UNSET
    if kind == "pic":
        blip = next(node.iter(f"{A}blip"), None)
        if blip is not None and blip.get(f"{R}embed"):
            yield Shape(box, drawn="image", part=blip.get(f"{R}embed"), role=role, caption=_described(node))
    elif kind == "graphicFrame":
        yield from _framed(node, box, role)
    elif (body := child(node, "txBody")) is not None and (found := tuple(lines(body))):
        yield Shape(box, found, role=role)


def _framed(node: Any, box: Box, role: str) -> Iterator[Shape]:
    data = next(node.iter(f"{A}graphicData"), ())
    for one in data:
        kind = name_of(one)
        if kind == "tbl":
            yield Shape(box, rows=tuple(_rows(one)), role=role)
        elif kind == "chart":
            yield Shape(box, drawn="chart", part=one.get(f"{R}id", ""), role=role)
        elif kind == "relIds":
            yield Shape(box, drawn="diagram", part=one.get(f"{R}dm", ""), role=role)


def lines(body: Any) -> Iterator[Paragraph]:
    """Yield the paragraphs of a text that are not empty, behind their numbers."""
    numbers = AutoNumbers()
    for paragraph in all_named(body, "p"):
        runs = [one for one in paragraph if name_of(one) in ("r", "br", "fld")]
        text = "".join(map(_run, runs)).strip()
        if not text:
            continue
        number = numbers.mark(child(paragraph, "pPr"))
        size, bold = _look([child(one, "rPr") for one in runs if _run(one).strip()])
        for part in _parts(text):
            yield Paragraph(number + part, size, bold)
            number = ""


def _look(looks: Sequence[Any]) -> tuple[float, bool]:
    """Return the size of the largest letters in points, 0 when none is said, and whether all are bold."""
    said = [look.get("sz", "") for look in looks if look is not None]
    size = max((int(one) / 100 for one in said if one.isascii() and one.isdigit()), default=0.0)
    return size, bool(looks) and all(look is not None and look.get("b") in ("1", "true") for look in looks)


def _parts(text: str) -> Iterator[str]:
    """Yield a paragraph, divided at those of its breaks behind which a sentence has ended or an item begins."""
    gathered: list[str] = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        if gathered and (gathered[-1][-1] in _ENDS or _ITEM.match(line)):
            yield joined(gathered)
            gathered = []
        gathered.append(line)
    yield joined(gathered)


def _run(node: Any) -> str:
    kind = name_of(node)
    if kind == "br":
        return "\n"
    if kind == "fld" and node.get("type", "").startswith(_FIELDS):
        return ""
    text = child(node, "t")
    return (text.text or "").replace("\v", "\n") if text is not None else ""


def _rows(table: Any) -> Iterator[tuple[WrittenCell, ...]]:
    properties = child(table, "tblPr")
    head = properties is not None and properties.get("firstRow") in _TRUE
    for row in all_named(table, "tr"):
        yield tuple(_cell(cell, head) for cell in all_named(row, "tc") if cell.get("hMerge") not in _TRUE)
        head = False


def _cell(cell: Any, head: bool) -> WrittenCell:
    text = tuple(lines(child(cell, "txBody")))
    return WrittenCell(text, whole(cell.get("gridSpan"), 1), cell.get("vMerge") in _TRUE, head)


def _placeholder(node: Any) -> tuple[str, str]:
    """Return the type and the number of the placeholder that a shape fills; both are empty for any other shape."""
    found = next((one for one in node.iter() if name_of(one) == "ph"), None)
    return ("", "") if found is None else (found.get("type", "body"), found.get("idx", ""))


def _described(node: Any) -> str:
    """Return the words that describe a picture."""
    for properties in node:
        for one in properties:
            if name_of(one) == "cNvPr":
                return str(one.get("title") or one.get("descr") or "")
    return ""


def _box(properties: Any, scale: _Scale) -> Box | None:
    place = child(properties, "xfrm") if properties is not None else None
    offset, extent = (child(place, "off"), child(place, "ext")) if place is not None else (None, None)
    if offset is None or extent is None:
        return None
    return scale.box(*(whole(one.get(key)) for one, key in _sides(offset, extent)))


def _sides(offset: Any, extent: Any) -> tuple[tuple[Any, str], ...]:
    return (offset, "x"), (offset, "y"), (extent, "cx"), (extent, "cy")


def _scaled(properties: Any, scale: _Scale) -> _Scale:
    """Return the way from a group's inner coordinates to the slide's."""
    place = child(properties, "xfrm") if properties is not None else None
    parts = {name_of(one): one for one in place} if place is not None else {}
    if not {"off", "ext", "chOff", "chExt"} <= parts.keys():
        return scale
    outer = [whole(one.get(key)) for one, key in _sides(parts["off"], parts["ext"])]
    inner = [whole(one.get(key)) for one, key in _sides(parts["chOff"], parts["chExt"])]
    wide = scale.wide * (outer[2] / inner[2] if inner[2] else 1.0)
    high = scale.high * (outer[3] / inner[3] if inner[3] else 1.0)
    left = scale.left + outer[0] * scale.wide - inner[0] * wide
    return _Scale(left, scale.top + outer[1] * scale.high - inner[1] * high, wide, high)
