"""PPTX: a slide show is one bulletin, its slides are sections."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr, trn
from xinhui_viewer.importers.attachments import MOST
from xinhui_viewer.importers.finish import Piece, draft
from xinhui_viewer.importers.member import ALONE, Around
from xinhui_viewer.importers.pictures import picture
from xinhui_viewer.importers.slides.cover import with_facts
from xinhui_viewer.importers.slides.deck import Deck, Slide, deck
from xinhui_viewer.importers.slides.shapes import Shape
from xinhui_viewer.importers.slides.slide import ReadSlide, has_han, is_contents, read_slides
from xinhui_viewer.importers.word.cells import table
from xinhui_viewer.records import Attachment, Draft

# Descriptions that programs write: of a photograph by guessing, of an icon by its name and the way it is drawn.
_BY_PROGRAM = re.compile(r"已自动生成|\s(?:纯色填充|轮廓)$")
_LABEL, _ENGLISH_LABEL = "备注：", "Notes:"  # before the notes under a slide


def read(content: bytes, name: str, around: Around = ALONE) -> tuple[Draft, ...]:
    """Return the bulletin of a slide show; UnreadableSource when it is none, damaged, or holds nothing to read."""
    found = deck(content, name, around.told)
    slides = [one for one in read_slides(found.slides) if not is_contents(one)]
    if not any(one.title or one.shapes for one in slides):
        raise UnreadableSource(tr("{name} contains no text.").format(name=name), tr("Retrieve it again."))
    facts, slides = with_facts(slides)
    pictures = _Pictures(found)
    pieces = [piece for slide in slides for piece in _pieces(slide, pictures)]
    warnings = (*found.warnings, *_told(found, pictures.left))
    return (draft("pptx", facts, pieces, warnings, tuple(pictures.kept.values())),)


@dataclass(slots=True)
class _Pictures:
    """Keeps the pictures that the slides show, each once, and counts those left out."""

    deck: Deck
    kept: dict[str, Attachment] = field(default_factory=dict)
    left: int = 0

    def name(self, slide: Slide, key: str) -> str:
        """Return the name of the attachment for a slide's picture; empty when it is left out."""
        info = slide.images.get(key)
        found = picture(self.deck.package.archive, info) if info is not None else None
        if found is None or (found.name not in self.kept and len(self.kept) >= MOST):
            self.left += 1
            return ""
        self.kept.setdefault(found.name, found)
        return found.name


def _told(found: Deck, left: int) -> Iterator[str]:
    if hidden := sum(slide.hidden for slide in found.slides):
        yield trn("{n} hidden slide was read, too.", "{n} hidden slides were read, too.", hidden).format(n=hidden)
    if left:
        told = tr("{n} pictures were left out: too many, too large or of an unknown kind.")
        yield told.format(n=left)


def _pieces(read: ReadSlide, pictures: _Pictures) -> Iterator[Piece]:
    for label in read.labels:
        yield Piece("heading", label, level=1, bold=True)
    if read.title:
        yield Piece("heading", read.title, level=2 if read.labels else 1, bold=True)
    for one in read.shapes:
        yield from _of_shape(one, read.slide, pictures)
    if read.slide.notes:
        # As programs label them in the language of the show: a text is the same in whatever language it is read.
        yield Piece("paragraph", _LABEL if has_han(read.slide.notes[0].text) else _ENGLISH_LABEL)
        yield from (Piece("paragraph", line.text) for line in read.slide.notes)


def _of_shape(one: Shape, slide: Slide, pictures: _Pictures) -> Iterator[Piece]:
    """Yield the pieces of a shape; bold letters on a slide do not make a heading."""
    yield from (Piece("paragraph", line.text) for line in one.lines)
    for line in table(one.rows) if one.rows else ():
        yield Piece("table" if line.rows else "paragraph", line.text, rows=line.rows)
    if one.drawn == "image" and (name := pictures.name(slide, one.part)):
        yield Piece("image", one.caption if _is_caption(one.caption) else "", image=name)


def _is_caption(text: str) -> bool:
    """Return whether a picture's description is one that somebody wrote, no file name and none of a program."""
    return has_han(text) and "." not in text and _BY_PROGRAM.search(text) is None
