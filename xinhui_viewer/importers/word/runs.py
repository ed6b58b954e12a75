"""The text of one Word paragraph as a reader sees it: insertions are read, deletions and field codes are not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from xinhui_viewer.importers.word.content import Content, FieldCodes
from xinhui_viewer.importers.word.look import Look
from xinhui_viewer.importers.word.styles import Styles, W, value, with_run
from xinhui_viewer.importers.word.symbols import symbol

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V = "{urn:schemas-microsoft-com:vml}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RUN = W + "r"
_UNREAD = "pPr rPr del moveFrom instrText delText sdtPr sdtEndPr rt smartTagPr customXmlPr"
_SKIPPED = frozenset((_MC + "Fallback", *(W + name for name in _UNREAD.split())))
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_NOTES = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}


@dataclass(slots=True)
class Runs:
    """The contents of a paragraph: its text, pictures (key, description, place in the text), boxes and notes."""

    content: Content = field(default_factory=Content)
    images: list[tuple[str, str, bool]] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    noted: int = 0
    described: str = ""
    codes: FieldCodes = field(default_factory=FieldCodes)

    def say(self, text: str, look: Look) -> None:
        """Add text, unless it is hidden or the code of a field."""
        if not self.codes.hide:
            self.content.say(text, look)


def runs(paragraph: Any, look: Look, styles: Styles, noted: int = 0) -> Runs:
    """Return the contents of a w:p, whose style looks like ``look``; ``noted`` counts the notes before it."""
    found = Runs(noted=noted)
    todo = [(child, look) for child in reversed(paragraph)]
    while todo:
        element, look = todo.pop()
        tag = element.tag
        if tag == _RUN:
            look = _run_look(element.find(W + "rPr"), look, styles)
        elif tag in _SKIPPED or not isinstance(tag, str) or _is_taken(found, element, look):
            continue
        todo.extend((child, look) for child in reversed(element))
    return found


def _run_look(properties: Any, look: Look, styles: Styles) -> Look:
    if properties is None:
        return look
    style = value(properties.find(W + "rStyle"))
    if style in styles.elements:
        element = styles.elements[style]
        look = with_run(look, element.find(W + "rPr"))
    return with_run(look, properties)


def _is_taken(found: Runs, element: Any, look: Look) -> bool:
    """Record an element that is no plain text; return whether nothing below it is to be read."""
    take = _TAKEN.get(element.tag)
    return take is not None and take(found, element, look)


def _take_text(found: Runs, element: Any, look: Look) -> bool:
    found.say(element.text or "", look)
    return True


def _take_sign(found: Runs, element: Any, look: Look) -> bool:
    found.say(_SIGNS[element.tag], look)
    return True


def _take_field(found: Runs, element: Any, _look: Look) -> bool:
    found.codes.mark(element.get(W + "fldCharType", ""))
    return True


def _take_symbol(found: Runs, element: Any, look: Look) -> bool:
    code = element.get(W + "char", "")
    found.say(symbol(int(code, 16)) if _is_hex(code) else "", look)
    return True


def _take_note(found: Runs, element: Any, look: Look) -> bool:
    found.notes.append((_NOTES[element.tag], element.get(W + "id", "")))
    found.say(f"[{found.noted + len(found.notes)}]", look)
    return True


def _take_box(found: Runs, element: Any, _look: Look) -> bool:
    found.boxes.append(element)
    return True


def _take_description(found: Runs, element: Any, _look: Look) -> bool:
    found.described = element.get("descr", "") or element.get("title", "")
    return True


def _take_picture(found: Runs, element: Any, _look: Look) -> bool:
    key = element.get(_R + "embed", "") or element.get(_R + "id", "")
    if key:
        found.images.append((key, found.described, not found.content.begun))
    return True


def _enter_drawing(found: Runs, _element: Any, look: Look) -> bool:
    found.described = ""
    return look.hidden


# Handlers of elements; each returns whether nothing below the element is to be read.
_TAKEN: dict[str, Callable[[Runs, Any, Look], bool]] = {
    W + "t": _take_text,
    _M + "t": _take_text,
    **dict.fromkeys(_SIGNS, _take_sign),
    W + "fldChar": _take_field,
    W + "sym": _take_symbol,
    **dict.fromkeys(_NOTES, _take_note),
    W + "txbxContent": _take_box,
    _WP + "docPr": _take_description,
    _A + "blip": _take_picture,
    _V + "imagedata": _take_picture,
    **dict.fromkeys((W + "drawing", W + "pict", W + "object"), _enter_drawing),
}


def _is_hex(text: str) -> bool:
    return 0 < len(text) <= 6 and all(sign in "0123456789abcdefABCDEF" for sign in text)
