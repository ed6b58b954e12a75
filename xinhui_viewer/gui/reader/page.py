"""A bulletin as Qt's document: built from our own blocks and sections, never from markup of a file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument, QTextImageFormat

from xinhui_viewer.facts import day_text
from xinhui_viewer.gui.reader import tables as reader_tables
from xinhui_viewer.gui.reader.images import Picture, picture
from xinhui_viewer.gui.reader.look import Look
from xinhui_viewer.gui.reader.positions import PositionMap
from xinhui_viewer.gui.reader.remarks import remarks
from xinhui_viewer.gui.reader.whole import ATTACHMENT, BULLETIN, Part, Whole, offers
from xinhui_viewer.gui.reader.writer import Writer
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Bulletin, Span
from xinhui_viewer.text.grid import Grid
from xinhui_viewer.text.lines import DEEPEST, Image, Line, plain_lines, walk

Images = Callable[[str], bytes | None]
ADDRESS = re.compile(r"https?://[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+")
_UNBREAKABLE = re.compile(r"[!-~]{16}")
_MOST_LINKS, _MOST_CELLS = 300, 4_000
_IMAGE = "image:"


@dataclass(slots=True)
class Page:
    """A document, the map from the body to it, the addresses of its links by number, and its images by name."""

    document: QTextDocument
    positions: PositionMap
    links: list[str] = field(default_factory=list)
    pictures: dict[str, Picture] = field(default_factory=dict)


def page(bulletin: Bulletin, look: Look, width: int, images: Images | None = None, whole: Whole | None = None) -> Page:
    """Return a bulletin set for reading, with the links of its ``whole``: under headings of parts, and in its text.

    Images are at most ``width`` pixels wide.
    """
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(look.font())
    builder = _Builder(bulletin, look, width, images, document, whole)
    builder.build()
    return builder.page


class _Builder:
    def __init__(
        self,
        bulletin: Bulletin,
        look: Look,
        width: int,
        images: Images | None,
        document: QTextDocument,
        whole: Whole | None,
    ) -> None:
        self._parts = {part.start: part for part in whole.parts} if whole else {}
        self._references = whole.references if whole else ()
        self._bulletin, self._look, self._width, self._images = bulletin, look, width, images
        self._writer = Writer(document, bulletin.body)
        self._paragraph, self._plain = look.paragraph()
        self._ragged, _ = look.paragraph(justified=False)
        self._flat, _ = look.paragraph(indented=False, justified=False)
        self._point = look.point()
        self._headings = {level: look.heading(level) for level in range(1, DEEPEST + 1)}
        self._plain_text = "\t" not in bulletin.body and not _UNBREAKABLE.search(bulletin.body)
        self._cells = 0
        self.page = Page(document, self._writer.positions)

    def build(self) -> None:
        cursor, bulletin = self._writer.cursor, self._bulletin
        cursor.beginEditBlock()
        self._head()
        sections = [section for section in bulletin.sections if not section.folded]
        for piece in walk(bulletin.body, bulletin.blocks, sections):
            if isinstance(piece, Line):
                self._line(piece)
            elif isinstance(piece, Image):
                self._image(piece)
            else:
                self._table(piece)
        self._writer.flush()
        self._mark_addresses()
        self._mark_references()
        cursor.endEditBlock()
        self._space()

    def _head(self) -> None:
        facts, writer = self._bulletin.facts, self._writer
        file = "" if facts.title else self._bulletin.provenance.name
        said = (facts.source, day_text(facts), facts.document_number, file)
        parts = [_one_line(part) for part in said if part]
        linked, note = bool(ADDRESS.fullmatch(facts.url)), remarks(self._bulletin)
        block, form = self._look.title(alone=not (parts or linked or note))
        writer.line(block)
        writer.text(_one_line(facts.title) or tr("(untitled)"), form)
        block, form = self._look.meta()
        if parts or linked:
            writer.line(block)
            writer.text(" · ".join(parts) + (" · " if parts and linked else ""), form)
        if linked:
            link = self._look.link(self._link(facts.url))
            form = type(form)(form)
            form.merge(link)
            writer.text(tr("Original page"), form)
        self._remark(note)

    def _remark(self, note: str) -> None:
        if note:
            block, form = self._look.remark()
            self._writer.line(block)
            self._writer.text(_one_line(note), form)

    def _line(self, line: Line) -> None:
        writer = self._writer
        if line.heading:
            block, form = self._headings[line.level]
            writer.line(block)
            writer.body(line.start, line.end, form)
            if line.start in self._parts:
                self._attachment(self._parts[line.start])
            return
        writer.line(self._running(line))
        writer.body(line.start, line.lead, self._point)
        writer.body(line.lead, line.end, self._plain)

    def _attachment(self, part: Part) -> None:
        """Add the line under the heading of an attachment: links to open, save and show it."""
        block, form = self._look.meta()
        self._writer.line(block)
        for number, (verb, words) in enumerate(offers(part)):
            if number:
                self._writer.text(" · ", form)
            if verb:
                link = self._look.link(self._link(f"{ATTACHMENT}{verb}:{part.attached.number}"))
                linked = type(form)(form)
                linked.merge(link)
                self._writer.text(words, linked)
            else:
                self._writer.text(words, form)

    def _running(self, line: Line) -> QTextBlockFormat:
        """Return the format of a line of running text: justified, unless a long address would tear its line apart."""
        if self._plain_text:
            return self._paragraph
        text = self._bulletin.body[line.start : line.end]
        if "\t" in text:
            return self._flat
        return self._ragged if _UNBREAKABLE.search(text) else self._paragraph

    def _table(self, table: Grid) -> None:
        if not reader_tables.fits(table) or self._cells + table.rows * table.fields > _MOST_CELLS:
            for line in plain_lines(self._bulletin.body, table.start, table.end):
                self._line(line)
            return
        self._cells += table.rows * table.fields
        self._writer.flush()
        reader_tables.insert(self._writer.cursor, table, self._look, self._writer.positions)
        self._writer.resume(empty=True)

    def _image(self, image: Image) -> None:
        content = self._images(image.name) if self._images is not None and image.name else None
        shown = picture(content, self._width) if content else None
        caption, form = self._look.caption()
        if shown is not None:
            self._picture(shown)
        elif image.start == image.end:
            self._writer.line(caption)
            self._writer.text(tr("[A picture that is not in the archive]"), form)
        for line in plain_lines(self._bulletin.body, image.start, image.end):
            self._writer.line(caption)
            self._writer.body(line.start, line.end, form)

    def _picture(self, shown: Picture) -> None:
        name = f"{_IMAGE}{len(self.page.pictures)}"
        self.page.pictures[name] = shown
        made = QTextImageFormat()
        made.setName(name)
        made.setWidth(shown.width)
        made.setHeight(shown.height)
        self._writer.line(self._look.picture())
        self._writer.flush()
        self._writer.cursor.insertImage(made)
        self._writer.resume()

    def _mark_addresses(self) -> None:
        if "://" not in self._bulletin.body:
            return
        cursor = QTextCursor(self.page.document)
        for found in ADDRESS.finditer(self._bulletin.body):
            if len(self.page.links) >= _MOST_LINKS:
                break
            address = found[0].rstrip(".,;:!?'")
            self._mark(cursor, (found.start(), found.start() + len(address)), address)

    def _mark_references(self) -> None:
        cursor = QTextCursor(self.page.document)
        for one in self._references[:_MOST_LINKS]:
            self._mark(cursor, (one.start, one.end), f"{BULLETIN}{one.id}", one.title)

    def _mark(self, cursor: QTextCursor, span: Span, address: str, told: str = "") -> None:
        """Make a span of the body a link; ``told`` is shown under the mouse."""
        start, end = self.page.positions.span(*span)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        made = self._look.link(self._link(address))
        made.setToolTip(escape(told))
        cursor.mergeCharFormat(made)

    def _link(self, address: str) -> str:
        """Return the name of a link: its number, so that Qt never parses or resolves an address of a file."""
        self.page.links.append(address)
        return f"link:{len(self.page.links) - 1}"

    def _space(self) -> None:
        root = self.page.document.rootFrame()
        form = root.frameFormat()
        form.setTopMargin(self._look.pixels(32))
        form.setBottomMargin(self._look.pixels(64))
        root.setFrameFormat(form)


def _one_line(text: str) -> str:
    return " ".join(text.split())
