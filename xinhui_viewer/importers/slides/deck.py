"""A slide show as its slides in the order in which they are shown, each with its shapes and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from zipfile import ZipInfo

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers import ooxml
from xinhui_viewer.importers.member import Told
from xinhui_viewer.importers.ooxml import of_kinds
from xinhui_viewer.importers.slides.charts import chart_rows, chart_title, diagram_lines
from xinhui_viewer.importers.slides.shapes import Places, R, Shape, placeholders, shapes
from xinhui_viewer.importers.word.paragraph import Paragraph
from xinhui_viewer.importers.xml_guard import all_named, child

_SLIDE = re.compile(r"/slide(\d{1,6})\.xml$", re.IGNORECASE)
_MOST = 5_000  # slides


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide: its shapes as they are drawn, the lines of its notes, and whether it is left out of the show.

    ``images`` are the parts with its pictures, by the keys that its shapes have.
    """

    shapes: tuple[Shape, ...]
    notes: tuple[Paragraph, ...] = ()
    hidden: bool = False
    images: dict[str, ZipInfo] = field(default_factory=dict)


@dataclass(slots=True)
class Deck:
    """A slide show: its file, its slides, and warnings."""

    package: ooxml.Package
    slides: list[Slide]
    warnings: list[str]


def deck(content: bytes, name: str, told: Told) -> Deck:
    """Return a slide show; UnreadableSource when the file is none, damaged, protected or too large.

    ``told`` receives its progress by slide.
    """
    package = ooxml.opened(content, name)
    main = next((target for _kind, target in of_kinds(package.relations(), "officeDocument")), "ppt/presentation.xml")
    info = package.part(main)
    if info is None:
        problem = tr("{name} is not a PowerPoint presentation.").format(name=name)
        raise UnreadableSource(problem, tr("Open it in PowerPoint or WPS and save it as .pptx."))
    found = Deck(package, [], list(package.warnings()))
    relations = package.relations(main)
    order = [one.get(f"{R}id", "") for one in all_named(child(package.root(info), "sldIdLst"), "sldId")]
    targets = [relations[key][1] for key in order if key in relations] or _by_number(package)
    for at, target in enumerate(targets[:_MOST], 1):
        told(at, min(len(targets), _MOST))
        slide = _slide(package, target)
        if slide is None:
            found.warnings.append(tr("{part} in the file is damaged and was left out.").format(part=target))
        else:
            found.slides.append(slide)
    if len(targets) > _MOST:
        found.warnings.append(tr("The file lists too many parts; not all were read."))
    return found


def _by_number(package: ooxml.Package) -> list[str]:
    """Return the slides of a file that does not list them, by the numbers in their names."""
    found = ((match, info.filename) for info in package.parts.values() if (match := _SLIDE.search(info.filename)))
    return [name for _number, name in sorted((int(match[1]), name) for match, name in found)]


def _slide(package: ooxml.Package, target: str) -> Slide | None:
    """Return the slide in a part; None when the part is missing or damaged."""
    try:
        info = package.part(target)
        root = package.root(info) if info is not None else None
        relations = package.relations(target)
    except UnreadableSource:
        return None
    if root is None:
        return None
    drawn = tuple(_filled(package, relations, one) for one in shapes(root, _places(package, relations)))
    images = {
        key: image
        for key, (kind, part) in relations.items()
        if kind == "image" and (image := package.part(part)) is not None
    }
    return Slide(drawn, tuple(_notes(package, relations)), root.get("show") in ("0", "false"), images)


def _places(package: ooxml.Package, relations: dict[str, tuple[str, str]]) -> Places:
    """Return the places of the placeholders of a slide's layout, and of its master where the layout has none."""
    found: dict[tuple[str, str], Any] = {}
    for kind in ("slideLayout", "slideMaster"):
        target = next((target for _kind, target in of_kinds(relations, kind)), "")
        root = _root(package, target)
        if root is None:
            break
        found = placeholders(root) | found
        relations = package.relations(target)
    return found


def _filled(package: ooxml.Package, relations: dict[str, tuple[str, str]], one: Shape) -> Shape:
    """Return a shape with the numbers of its chart or the words of its diagram."""
    if one.drawn not in ("chart", "diagram"):
        return one
    root = _root(package, relations.get(one.part, ("", ""))[1])
    if root is None:
        return one
    if one.drawn == "chart":
        title = chart_title(root)
        return replace(one, rows=chart_rows(root), lines=(Paragraph(title),) if title else ())
    return replace(one, lines=tuple(diagram_lines(root)))


def _notes(package: ooxml.Package, relations: dict[str, tuple[str, str]]) -> Iterator[Paragraph]:
    for _kind, target in of_kinds(relations, "notesSlide"):
        root = _root(package, target)
        for one in shapes(root, {}) if root is not None else ():
            if one.role == "body":
                yield from one.lines


def _root(package: ooxml.Package, target: str) -> Any:
    """Return the root element of a part beside a slide; None when it is missing or damaged."""
    info = package.part(target)
    try:
        return package.root(info) if info is not None else None
    except UnreadableSource:
        return None
