"""Join headings that are set in several centred lines, of which none is full: 申报书 under its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from xinhui_viewer.importers.heads.beneath import is_dated
from xinhui_viewer.importers.heads.generic import is_form_line, is_generic, is_kind, is_remark
from xinhui_viewer.importers.heads.letterhead import office
from xinhui_viewer.importers.printed.paragraphs import Paragraph, joined
from xinhui_viewer.text.markers import CHAPTERS, marker

_LONGEST = 60  # characters of both lines
_LONG = 10  # characters of a first line that says what a document is about, above one that says what it is
_SAME_SIZE = 0.4  # points
_NEXT = 2.2  # heights of a character: the distance of the lines of one heading
_HAN = re.compile("[\u4e00-\u9fff]")
_GOES_ON = re.compile("[和与及或暨的、，（(《“—]$")
_NUMBER_ALONE = re.compile(r"第.{1,4}[编卷章节篇册]|第.{1,3}部分|附[件录表].{0,3}")
_OPENERS, _CLOSERS = "（(《“【〔[", "）)》”】〕]"
_ITEM = re.compile(r"\s*[\dA-Za-z一二三四五六七八九十]{1,3}\s*[)）]")


def whole_headings(body: Sequence[Paragraph], size: float, bold: bool) -> list[Paragraph]:
    """Return the paragraphs of a body in a type with those joined that are lines of one centred heading."""
    found: list[Paragraph] = []
    for one in body:
        stands_out = one.size > size + _SAME_SIZE or (one.bold and not bold) or (found and _is_chapter(found[-1].text))
        if found and stands_out and _goes_on(found[-1], one):
            found[-1] = replace(found[-1], text=joined((found[-1].text, one.text)))
        else:
            found.append(one)
    return found


def _is_chapter(text: str) -> bool:
    number = marker(text.strip())
    return number is not None and number.kind in CHAPTERS


def _goes_on(one: Paragraph, other: Paragraph) -> bool:
    """Return whether a centred line goes on in the next one; its translation is another."""
    if not _are_alike(one, other) or len(one.text) + len(other.text) > _LONGEST:
        return False
    if _HAN.search(one.text) and not _HAN.search(other.text):
        return False
    ends_open = _GOES_ON.search(one.text) is not None or not is_closed(one.text)
    return marker(other.text.strip()) is None and (ends_open or _needs(one.text, other.text))


def _are_alike(one: Paragraph, other: Paragraph) -> bool:
    """Return whether two lines are centred, in one type, right below each other and on no cover."""
    centred = one.middle and other.middle and not (one.cover or other.cover)
    same = abs(one.size - other.size) < _SAME_SIZE and (one.bold, one.font) == (other.bold, other.font)
    return centred and same and 0 < other.gap <= _NEXT


def _needs(text: str, other: str) -> bool:
    """Return whether a line needs the next: behind its number, or because that one names only the kind of document."""
    if _NUMBER_ALONE.fullmatch("".join(text.split())) or is_remark(other) or _is_of_cover(text) or _is_of_cover(other):
        return False
    halves = len(text) >= _LONG and not is_kind(text) and is_kind(other)
    return marker(text.strip()) is not None or halves or (is_generic(other) and not is_generic(text))


def _is_of_cover(text: str) -> bool:
    return is_form_line(text) or is_dated(text) or bool(office(text))


def is_closed(text: str) -> bool:
    """Return whether a text has as many opening brackets as closing ones; that of 1） is none."""
    bare = text[match.end() :] if (match := _ITEM.match(text)) else text
    return sum(sign in _OPENERS for sign in bare) == sum(sign in _CLOSERS for sign in bare)
