"""The pages of a PDF as lines, repaired where a repair finds more, with warnings on unreadable parts."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import listed, tr
from xinhui_viewer.importers.member import Told, untold
from xinhui_viewer.importers.printed import pdf_text
from xinhui_viewer.importers.printed.layout import lines
from xinhui_viewer.importers.printed.lines import Line
from xinhui_viewer.importers.printed.pdf_damage import is_damaged
from xinhui_viewer.importers.zip_guard import password_protected

_NAMED_PAGES = 20
_ROOT = re.compile(rb"\b(\d{1,9}) (\d{1,5}) obj\s{0,9}<<[^>]{0,400}?/Type\s?/Catalog\b")


@dataclass(frozen=True, slots=True)
class Document:
    """The pages, title and bookmarks of a file as pdfium reads them."""

    pages: tuple[tuple[Line, ...], ...]
    named: str
    bookmarks: dict[str, int]
    warnings: tuple[str, ...]


def document(content: bytes, name: str, told: Told = untold) -> Document:
    """Return the document as pdfium reads it, repaired if need be; UnreadableSource for a locked or damaged file.

    ``told`` receives its progress by page.
    """
    try:
        with pdf_text.opened(content) as opened:
            return _read(opened, name, told, mended=b"%%EOF" not in content[-4096:] or is_damaged(content))
    except pdf_text.NotOpened as error:
        if error.locked:
            raise password_protected(name) from error
    try:
        with pdf_text.opened(_mended(content)) as opened:
            found = _read(opened, name, told, mended=True)
    except pdf_text.NotOpened as error:
        raise _damaged(name) from error
    if not any(found.pages):
        raise _damaged(name)
    return found


def _mended(content: bytes) -> bytes:
    """Return a PDF whose table of objects was lost, written again; empty when no object can be found."""
    import pikepdf

    root = _ROOT.search(content)
    if root and b"trailer" not in content[-4096:]:
        content += b"\ntrailer\n<</Root %b %b R>>\nstartxref\n0\n%%%%EOF\n" % root.groups()
    out = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            pdf.save(out)
    except (pikepdf.PdfError, ValueError, RuntimeError):
        return b""
    return out.getvalue()


def _damaged(name: str) -> UnreadableSource:
    problem = tr("{name} is damaged; none of its pages can be read.").format(name=name)
    return UnreadableSource(problem, tr("Download it again from the site that published it."))


def _read(document: Any, name: str, told: Told, *, mended: bool) -> Document:
    count = len(document)
    read: list[pdf_text.Page | None] = []
    pages: list[tuple[Line, ...]] = []
    for number, page in enumerate(_pages(document, min(count, pdf_text.MOST_PAGES), told)):
        pages.append(lines(page.runs, number, page.strokes, pages[-1] if pages else ()) if page else ())
        read.append(replace(page, runs=(), strokes=()) if page else None)
    if not any(read):
        raise _damaged(name)
    warnings = _warnings(read, count, mended=mended, has_text=any(pages))
    marks = {"".join(title.split()): level for title, level in reversed(pdf_text.bookmarks(document))}
    return Document(tuple(pages), document.get_metadata_value("Title"), marks, warnings)


def _warnings(read: Sequence[pdf_text.Page | None], count: int, *, mended: bool, has_text: bool) -> tuple[str, ...]:
    """Return the warnings on a file of ``count`` pages."""
    sound = {number: page for number, page in enumerate(read, 1) if page is not None}
    failed = [number for number in range(1, len(read) + 1) if number not in sound]
    pictured = [number for number, page in sound.items() if page.pictured]
    told = (
        (mended, tr("The file is damaged or incomplete; what could be read was kept.")),
        (failed, tr("These pages could not be read: {pages}.").format(pages=_listed(failed))),
        (
            pictured and has_text,
            tr("These pages contain pictures but no text: {pages}.").format(pages=_listed(pictured)),
        ),
        (count > pdf_text.MOST_PAGES, tr("Only the first {n} pages were read.").format(n=pdf_text.MOST_PAGES)),
        (
            any(page.cut for page in sound.values()),
            tr("The text is longer than the archive accepts; its end was cut off."),
        ),
    )
    return tuple(sentence for holds, sentence in told if holds)


def _pages(document: Any, count: int, told: Told) -> Iterator[pdf_text.Page | None]:
    left = pdf_text.MOST_OF_FILE
    for index in range(count):
        told(index + 1, count)
        page = pdf_text.page(document, index, left)
        left -= page.characters if page else 0
        yield page


def _listed(pages: Sequence[int]) -> str:
    shown = listed(map(str, pages[:_NAMED_PAGES]))
    return shown + (" …" if len(pages) > _NAMED_PAGES else "")
