"""Word 97-2003 (.doc), and WPS Writer's .wps, which is the same format under another name."""

from __future__ import annotations

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.member import ALONE, Around
from xinhui_viewer.importers.office import OLE
from xinhui_viewer.importers.pictures import picture_of
from xinhui_viewer.importers.word import libreoffice
from xinhui_viewer.importers.word.binary import fib as parts
from xinhui_viewer.importers.word.binary.drawings import drawings, inline_picture, picture
from xinhui_viewer.importers.word.binary.lists import lists
from xinhui_viewer.importers.word.binary.notes import beside
from xinhui_viewer.importers.word.binary.pages import pages
from xinhui_viewer.importers.word.binary.pieces import TooMuchText, pieces
from xinhui_viewer.importers.word.binary.story import Story, TooManyParagraphs
from xinhui_viewer.importers.word.binary.streams import OlderVersion, Streams, streams
from xinhui_viewer.importers.word.binary.stylesheet import style_sheet
from xinhui_viewer.importers.word.document import document
from xinhui_viewer.importers.word.images import with_images
from xinhui_viewer.importers.word.paragraph import Paragraph
from xinhui_viewer.records import Attachment, Draft


def recognises(head: bytes, name: str) -> bool:
    """Return whether a file is an OLE file that its name does not call another."""
    return head.startswith(OLE) and not name.lower().endswith((".docx", ".docm"))


def read(content: bytes, name: str, _around: Around = ALONE) -> tuple[Draft, ...]:
    """Return the bulletin of a file; UnreadableSource when it is no Word 97 document, protected, damaged or empty."""
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
        lines = _lines(found)
    except (TooMuchText, TooManyParagraphs) as error:
        problem = tr("{name} is too large to be read.").format(name=name)
        raise UnreadableSource(problem, tr("Save it in several files.")) from error
    lines, images, left = with_images(lines, lambda key: _picture(found, key))
    warnings = []
    if left:
        warnings.append(tr("{n} pictures were left out: too many, too large or of an unknown kind.").format(n=left))
    draft = document("doc", lines, warnings, images, named=found.title)
    if not draft.body and not draft.facts.title and not images:
        problem = tr("{name} contains no text.").format(name=name)
        raise UnreadableSource(problem, tr("Open it in an editor and check its contents."))
    return (draft,)


def _lines(found: Streams) -> list[Paragraph]:
    drawn = drawings(found.part(parts.DRAWINGS))
    boxes = beside(found, drawn.groups)
    fib = found.fib
    story = Story(
        pieces(found.document, found.part(parts.PIECES), fib.first_box + fib.boxes),
        pages(found.document, found.part(parts.PARAGRAPH_PAGES), of_paragraphs=True),
        pages(found.document, found.part(parts.CHARACTER_PAGES), of_paragraphs=False),
        style_sheet(found.part(parts.STYLES)),
        lists(found.table, fib.place(parts.LISTS), found.part(parts.LIST_OVERRIDES)),
        boxes,
        drawn,
        found.data,
    )
    lines = list(story.lines(0, fib.text))
    for ranges in list(boxes.boxes.values()):  # of shapes that no paragraph names
        for one in ranges:
            lines += story.lines(*one)
    story.notes += [place for place in boxes.notes if place not in story.notes]
    for number, place in enumerate(list(story.notes), 1):
        for at, line in enumerate(story.lines(*boxes.notes[place])):
            text = line.text.strip()
            lines.append(Paragraph(f"[{number}] {text}" if at == 0 else text, image=line.image))
    return lines


def _picture(found: Streams, key: str) -> Attachment | None:
    kind, _, offset = key.partition(":")
    if kind == "inline":
        return picture_of(inline_picture(found.data, int(offset)))
    return picture_of(picture(found.document, int(offset)))
