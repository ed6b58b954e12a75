"""The contents of one paragraph of an OpenDocument text: runs of text, notes, boxes and pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from xinhui_viewer.importers.word.look import Look
from xinhui_viewer.importers.word.odt.names import DRAW, OFFICE, SVG, TEXT, XLINK, count
from xinhui_viewer.importers.word.odt.styles import Looks, Styles

_SIGNS = {TEXT + "tab": "\t", TEXT + "line-break": "\n"}
_SPACE = TEXT + "s"
_MOST_SPACES = 1000
_BLANKS = re.compile(r"[ \t\r\n]+")
_SKIPPED = frozenset(
    (
        *(OFFICE + name for name in ("annotation", "annotation-end", "binary-data")),
        *(TEXT + name for name in ("ruby-text", "hidden-text", "script", "tracked-changes", "note-citation")),
        *(SVG + name for name in ("title", "desc")),
    )
)
_DRAWN = frozenset(DRAW + name for name in ("g", "custom-shape", "rect", "ellipse", "path", "polygon", "line"))
_PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text and its look; or a note, a box, or a picture by its place, with ``text`` describing it."""

    text: str = ""
    look: Look = _PLAIN
    note: Any = None
    box: Any = None
    image: str = ""


def runs(paragraph: Any, looks: Looks, styles: Styles) -> list[Run]:
    """Return the runs of a paragraph whose style has some looks; blanks are joined as OpenDocument wants (6.1.2)."""
    found: list[Run] = []
    todo: list[tuple[Any, Looks, bool]] = [(child, looks, False) for child in reversed(paragraph)]
    _say(found, getattr(paragraph, "text", None), looks)
    while todo:
        element, looks, done = todo.pop()
        if done:
            _say(found, element.tail, looks)
            continue
        todo.append((element, looks, True))
        if not isinstance(element.tag, str) or element.tag in _SKIPPED:
            continue
        inner = (
            styles.characters(looks, element.get(TEXT + "style-name", "")) if element.tag == TEXT + "span" else looks
        )
        if not _take(found, element, inner):
            _say(found, element.text, inner)
            todo.extend((child, inner, False) for child in reversed(element))
    return found


def _take(found: list[Run], element: Any, looks: Looks) -> bool:
    """Record an element that is no plain text; return whether nothing in it is to be read."""
    if element.tag in _SIGNS:
        found.append(Run(_SIGNS[element.tag], looks.western))
    elif element.tag == _SPACE:
        found.append(Run(" " * count(element.get(TEXT + "c"), most=_MOST_SPACES), looks.western))
    elif element.tag == TEXT + "note":
        found.append(Run(look=looks.western, note=element.find(TEXT + "note-body")))
    elif element.tag == DRAW + "frame":
        _take_frame(found, element)
    elif element.tag in _DRAWN:
        found.extend(_of_drawing(element))
    else:
        return False
    return True


def _take_frame(found: list[Run], frame: Any) -> None:
    """Record the box in a frame, or the first of its pictures, which are the same in several forms."""
    for box in frame.iterchildren(DRAW + "text-box"):
        found.append(Run(box=box))
        return
    for image in frame.iterchildren(DRAW + "image"):
        place = image.get(XLINK + "href", "")
        if place and ":" not in place:
            said = frame.findtext(SVG + "title") or frame.findtext(SVG + "desc") or ""
            found.append(Run(" ".join(said.split()), image=place))
            return


def _of_drawing(element: Any) -> list[Run]:
    """Return the contents of a drawing: the text of a shape, or what the shapes and frames of a group hold."""
    found: list[Run] = []
    todo = [element]
    while todo:
        one = todo.pop()
        if one.tag == DRAW + "frame":
            _take_frame(found, one)
        elif one.tag == DRAW + "g":
            todo.extend(reversed(one))
        elif next(one.iterchildren(TEXT + "p", TEXT + "list"), None) is not None:
            found.append(Run(box=one))
    return found


def _say(found: list[Run], text: str | None, looks: Looks) -> None:
    if text:
        text = _BLANKS.sub(" ", text)
        found.append(Run(text, looks.of(text)))
