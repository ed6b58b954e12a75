"""EPUB: a book is one bulletin, its chapters are sections."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from html import unescape

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.facts import Facts
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.attachments import MOST
from xinhui_viewer.importers.books.chapter import chapter
from xinhui_viewer.importers.books.package import Label, Package, joined, not_a_book, package
from xinhui_viewer.importers.books.xhtml import is_cut, text_of
from xinhui_viewer.importers.encoding import decoded
from xinhui_viewer.importers.finish import Piece, draft
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.member import ALONE, Around, Told
from xinhui_viewer.importers.pictures import picture
from xinhui_viewer.importers.web.pieces import piece
from xinhui_viewer.importers.zip_guard import is_zip
from xinhui_viewer.records import Attachment, Draft, Ground

_MEDIA_TYPE = b"mimetypeapplication/epub+zip"
_TITLE = re.compile(rb"<title[^<>]*>([^<>]{1,300})</title>", re.IGNORECASE)
_FEWEST, _CONTENTS = 3, 0.7  # lines of a printed table of contents that are links to chapters: their number, share
_NOBODY = ("未知", "佚名", "unknown", "anonymous")  # names that programs write where they know none
_EDITION = re.compile(r"((?:19|20)\d\d)年\s*\d{1,2}月[^\d。]{0,6}第\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*[版次]")
_FIRST_YEAR = 1500  # programs write 0101 for a date that they do not know


def recognises(head: bytes, _name: str) -> bool:
    """Return whether a file begins as an EPUB: its first member says so (EPUB 3.3, OCF 4.3)."""
    return is_zip(head) and head[30:].startswith(_MEDIA_TYPE)


def read(content: bytes, name: str, around: Around = ALONE) -> tuple[Draft, ...]:
    """Return the bulletin of a book; UnreadableSource when it is no EPUB, damaged, protected, or without text."""
    book = package(content, name)
    warnings: list[str] = []
    pieces = list(_pieces(book, warnings, around.told))
    if not any(one.text for one in pieces):
        raise UnreadableSource(tr("{name} contains no text.").format(name=name), not_a_book(name).remedy)
    pieces, images = _with_images(book, pieces, warnings)
    facts = _facts(book, pieces)
    grounds = tuple(Ground(fact, "tag", True) for fact in ("title", "source", "authors") if getattr(facts, fact))
    grounds += (Ground("published", "tag", False),) if facts.published else ()
    return (draft("epub", facts, pieces, warnings, images, grounds=grounds),)


def _facts(book: Package, pieces: Sequence[Piece]) -> Facts:
    """Return what a book says of itself; a date of another year than its imprint has is that of a copy."""
    years = {int(match[1]) for one in pieces for match in _EDITION.finditer(one.text)}
    return Facts(
        title=next(iter(book.said.get("title", ())), ""),
        source=next(iter(book.said.get("publisher", ())), ""),
        authors=tuple(name for name in book.said.get("creator", ()) if name.strip().lower() not in _NOBODY),
        published=next((day for text in book.issued if (day := _day(text)) and (not years or day.year in years)), None),
    )


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None
    return day if day.year >= _FIRST_YEAR else None


def _pieces(book: Package, warnings: list[str], told: Told) -> Iterator[Piece]:
    """Yield the pieces of all chapters; a damaged one costs a warning."""
    labels: dict[str, list[Label]] = defaultdict(list)
    for label in book.labels:
        labels[label.path].append(label)
    said = frozenset("".join(label.text.split()) for label in book.labels)
    unreadable = 0
    for number, path in enumerate(book.chapters, 1):
        told(number, len(book.chapters))
        content = _content(book, path, warnings)
        if content is None:
            continue
        unreadable += text_of(content).bad
        found = chapter(content, labels[path] if book.labels else _titled(content, path, book))
        if not _is_contents(found, said):
            yield from (_piece(line, posixpath.dirname(path)) for line in found)
    if unreadable:
        warnings.append(tr("{n} unreadable characters are shown as \ufffd.").format(n=unreadable))


def _content(book: Package, path: str, warnings: list[str]) -> bytes | None:
    """Return the bytes of a chapter, None when they cannot be had; note what is wrong with them."""
    try:
        content = book.content(path)
    except UnreadableSource:
        content = None
    if content is None:
        warnings.append(tr("{part} in the file is damaged and was left out.").format(part=path))
    elif is_cut(content):
        warnings.append(tr("{part} in the file ends too early; what is there was kept.").format(part=path))
    return content


def _piece(line: Line, folder: str) -> Piece:
    if line.image and not line.image.startswith(("data:", "http:", "https:")):
        line.image = joined(folder, line.image)[0]
    return piece(line, "")


def _titled(content: bytes, path: str, book: Package) -> list[Label]:
    """Return the <title> of a chapter as its label; none when it has none of its own."""
    found = _TITLE.search(content)
    text = unescape(decoded(found[1]).text).replace("\n", " ").strip() if found else ""
    return [Label(text, 1, path, "")] if text and text not in book.said.get("title", ()) else []


def _is_contents(found: Sequence[Line], labels: frozenset[str]) -> bool:
    """Return whether a chapter is a printed table of contents: nearly all of its lines are labels, and links."""
    texts = [line for line in found if line.text]
    listed = sum(bool(line.linked) and "".join(line.text.split()) in labels for line in texts)
    return listed >= max(_FEWEST, _CONTENTS * len(texts))


def _with_images(
    book: Package, pieces: Sequence[Piece], warnings: list[str]
) -> tuple[list[Piece], tuple[Attachment, ...]]:
    """Return the pieces with the pictures that can be kept, and these."""
    paths = list(dict.fromkeys(one.image for one in pieces if one.image))
    found = {path: image for path in paths[:MOST] if (image := _image(book, path)) is not None}
    if left := len(paths) - len(found):
        warnings.append(tr("{n} pictures were left out: too many, too large or of an unknown kind.").format(n=left))
    shown = (one if not one.image or one.image in found else replace(one, kind="paragraph", image="") for one in pieces)
    return [one for one in shown if one.text or one.image], tuple(found.values())


def _image(book: Package, path: str) -> Attachment | None:
    info = book.members.get(path)
    found = None if info is None else picture(book.archive, info)
    return None if found is None else replace(found, name=path)
