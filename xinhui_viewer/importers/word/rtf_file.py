"""RTF (.rtf): documents of WordPad, TextEdit and old programs."""

from __future__ import annotations

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.member import ALONE, Around
from xinhui_viewer.importers.pictures import picture_of
from xinhui_viewer.importers.word.bulletin import bulletin, too_large
from xinhui_viewer.importers.word.content import note
from xinhui_viewer.importers.word.rtf.controls import CONTROLS
from xinhui_viewer.importers.word.rtf.reader import Reader
from xinhui_viewer.importers.word.rtf.story import TooMuchText
from xinhui_viewer.records import Draft

_MARK = b"{\\rtf"


def recognises(head: bytes, _name: str) -> bool:
    """Return whether a file begins as RTF."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n").startswith(_MARK)


def read(content: bytes, name: str, _around: Around = ALONE) -> tuple[Draft, ...]:
    """Return the bulletin of a file; UnreadableSource when it is no RTF, empty or too large."""
    start = content.find(_MARK, 0, 100)
    if start < 0:
        problem = tr("{name} is not an RTF document.").format(name=name)
        raise UnreadableSource(problem, tr("Open it in the program that created it and save it as DOCX or PDF."))
    reader = Reader()
    try:
        lines = reader.read(content[start:], CONTROLS)
    except TooMuchText as error:
        raise too_large(name) from error
    for number, text in enumerate(reader.notes, 1):
        lines += note(number, text)
    cut = (tr("The file is damaged or incomplete; what could be read was kept."),) if reader.cut else ()
    return (bulletin("rtf", name, lines, lambda key: picture_of(reader.pictures[key]), cut, reader.title),)
