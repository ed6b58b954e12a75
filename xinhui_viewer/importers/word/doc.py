"""Word 97-2003 (.doc), and WPS Writer's .wps, which is the same format under another name."""

from __future__ import annotations

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.member import ALONE, Around
from xinhui_viewer.importers.office import OLE
from xinhui_viewer.importers.pictures import picture_of
from xinhui_viewer.importers.word import libreoffice, odt_file, rtf_file
from xinhui_viewer.importers.word.binary import fib as parts
from xinhui_viewer.importers.word.binary.drawings import drawings, inline_picture, picture
from xinhui_viewer.importers.word.binary.lists import lists
from xinhui_viewer.importers.word.binary.notes import beside
from xinhui_viewer.importers.word.binary.pages import pages
from xinhui_viewer.importers.word.binary.pieces import TooMuchText, pieces
from xinhui_viewer.importers.word.binary.story import Story
from xinhui_viewer.importers.word.binary.streams import OlderVersion, Streams, streams
from xinhui_viewer.importers.word.binary.stylesheet import style_sheet
from xinhui_viewer.importers.word.bulletin import bulletin, too_large
from xinhui_viewer.importers.word.content import note
from xinhui_viewer.importers.word.paragraph import Paragraph
from xinhui_viewer.records import Attachment, Draft

_HEAD = 200  # bytes that tell RTF and OpenDocument
_LAST_MARK = 1  # behind the last text, where there are others than that of the document


def recognises(head: bytes, name: str) -> bool:
    """Return whether a file is an OLE file that its name does not call another."""
    return head.startswith(OLE) and not name.lower().endswith((".docx", ".docm"))


def read(content: bytes, name: str, _around: Around = ALONE) -> tuple[Draft, ...]:
    """Return the bulletin of a file; UnreadableSource when it is no Word 97 document, protected, damaged or empty."""
    head = content[:_HEAD]
    if rtf_file.recognises(head, name):  # archives of schema 4 keep it under the media type of Word, and the next
        return rtf_file.read(content, name)
    if odt_file.recognises(head, name):
        return odt_file.read(content, name)
    if not content.startswith(OLE):
        problem = tr("{name} is not a Word document.").format(name=name)
        raise UnreadableSource(problem, tr("Open it in the program that created it and save it as DOCX or PDF."))
    try:
        found = streams(content, name)
    except OlderVersion:
        program = libreoffice.office()
        if program is None:
            raise
        return libreoffice.read(program, content, name, "doc")
    try:
        story = _story(found)
        lines = _lines(found, story)
    except TooMuchText as error:
        raise too_large(name) from error
    damaged = story.text.cut or story.text.end - found.fib.end not in (0, _LAST_MARK)
    cut = (tr("The file is damaged or incomplete; what could be read was kept."),) if damaged else ()
    return (bulletin("doc", name, lines, lambda key: _picture(found, key), cut, found.title),)


def _story(found: Streams) -> Story:
    drawn = drawings(found.part(parts.DRAWINGS))
    fib = found.fib
    return Story(
        pieces(found.document, found.part(parts.PIECES), fib.first_box + fib.boxes),
        pages(found.document, found.part(parts.PARAGRAPH_PAGES), of_paragraphs=True),
        pages(found.document, found.part(parts.CHARACTER_PAGES), of_paragraphs=False),
        style_sheet(found.part(parts.STYLES)),
        lists(found.table, fib.place(parts.LISTS), found.part(parts.LIST_OVERRIDES)),
        beside(found, drawn.groups),
        drawn,
        found.data,
    )


def _lines(found: Streams, story: Story) -> list[Paragraph]:
    """Return the lines of the text, then those of boxes that no paragraph names, then the notes."""
    lines = list(story.lines(0, found.fib.text))
    for ranges in list(story.beside.boxes.values()):
        for one in ranges:
            lines += story.lines(*one)
    notes = story.beside.notes
    story.notes += [place for place in notes if place not in story.notes]
    for number, place in enumerate(list(story.notes), 1):
        lines += note(number, story.lines(*notes[place]))
    return lines


def _picture(found: Streams, key: str) -> Attachment | None:
    kind, _, offset = key.partition(":")
    if kind == "inline":
        return picture_of(inline_picture(found.data, int(offset)))
    return picture_of(picture(found.document, int(offset)))
