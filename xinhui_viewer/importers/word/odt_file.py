"""OpenDocument texts (.odt), as LibreOffice saves them."""

from __future__ import annotations

from typing import Any

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.member import ALONE, Around
from xinhui_viewer.importers.word.bulletin import bulletin, too_large
from xinhui_viewer.importers.word.content import note
from xinhui_viewer.importers.word.odt.lists import lists
from xinhui_viewer.importers.word.odt.names import OFFICE
from xinhui_viewer.importers.word.odt.package import package
from xinhui_viewer.importers.word.odt.reader import Reader
from xinhui_viewer.importers.word.odt.styles import styles
from xinhui_viewer.importers.word.odt.tables import TooManyCells
from xinhui_viewer.importers.word.paragraph import Paragraph
from xinhui_viewer.importers.zip_guard import is_zip
from xinhui_viewer.records import Draft

_TYPE = b"application/vnd.oasis.opendocument.text"


def recognises(head: bytes, _name: str) -> bool:
    """Return whether a file is a zip file that begins with the type of an OpenDocument text."""
    return is_zip(head) and _TYPE in head[:200]


def read(content: bytes, name: str, _around: Around = ALONE) -> tuple[Draft, ...]:
    """Return the bulletin of a file; UnreadableSource when it is no text, protected, damaged, too large or empty."""
    found = package(content, name)
    roots = [root for root in (found.styles, found.content) if root is not None]
    body = found.content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        problem = tr("{name} is not an OpenDocument text.").format(name=name)
        raise UnreadableSource(problem, tr("Open it in the program that created it and save it as DOCX or PDF."))
    try:
        lines = _lines(Reader(styles(roots), lists(roots)), body)
    except TooManyCells as error:
        raise too_large(name) from error
    return (bulletin("odt", name, lines, found.image, found.warnings, found.title),)


def _lines(reader: Reader, body: Any) -> list[Paragraph]:
    """Return the lines of a body and of its notes, which may hold others."""
    lines = list(reader.lines(body))
    number = 0
    while number < len(reader.notes):
        number += 1
        one = reader.notes[number - 1]
        lines += note(number, reader.lines(one) if one is not None else ())
    return lines
