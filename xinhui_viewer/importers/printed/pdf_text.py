"""The pages of a PDF as pdfium sees them: runs of characters, and the strokes between them.

pdfium is not thread safe: everything here runs in one thread, and every handle is closed before the next is opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any

from xinhui_viewer.importers.printed import pdf_filled
from xinhui_viewer.importers.printed.pdf_runs import FOLDED, page_runs, turned
from xinhui_viewer.importers.printed.pdf_strokes import page_strokes
from xinhui_viewer.importers.printed.run import Run, Stroke

MOST_OF_PAGE, MOST_OF_FILE, MOST_PAGES = 5_000_000, 20_000_000, 20_000
_COLOURED = 2  # pages on which the head of a paper may stand


@dataclass(frozen=True, slots=True)
class Page:
    """A page's runs in the file's order; ``pictured`` says that a page without text shows a picture."""

    runs: tuple[Run, ...]
    strokes: tuple[Stroke, ...] = ()
    characters: int = 0
    pictured: bool = False
    cut: bool = False


class NotOpened(Exception):
    """A file that pdfium does not open; ``locked`` says that it asks for a password."""

    def __init__(self, locked: bool) -> None:
        super().__init__(locked)
        self.locked = locked


@contextmanager
def opened(content: bytes) -> Iterator[Any]:
    """Yield the document of a PDF's bytes and close it afterwards; raises NotOpened."""
    pdfium = _pdfium()
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        raise NotOpened(error.err_code in (pdfium.raw.FPDF_ERR_PASSWORD, pdfium.raw.FPDF_ERR_SECURITY)) from error
    try:
        yield document
    finally:
        document.close()


def _pdfium() -> Any:
    import pypdfium2

    return pypdfium2


def page(document: Any, index: int, most: int = MOST_OF_PAGE) -> Page | None:
    """Return a page with at most ``most`` characters, or None when pdfium cannot load it."""
    raw = _pdfium().raw
    with pdf_filled.page(raw, document.raw, index) as handle:
        text = raw.FPDFText_LoadPage(handle) if handle else None
        if not text:
            return None
        try:
            count = max(raw.FPDFText_CountChars(text), 0)
            read = min(count, most, MOST_OF_PAGE)
            runs, rotation = page_runs(raw, text, read, raw.FPDFPage_GetRotation(handle), index < _COLOURED)
        finally:
            raw.FPDFText_ClosePage(text)
        runs = _shown(raw, handle, runs, rotation)
        strokes = page_strokes(raw, handle, rotation) if runs else ()
        return Page(runs, strokes, read, not runs and _has_picture(raw, handle), read < count)


def bookmarks(document: Any) -> list[tuple[str, int]]:
    """Return the titles of a document's outline with their level from 1."""
    found: list[tuple[str, int]] = []
    for mark in islice(document.get_toc(max_depth=6), 5_000):
        found.append((mark.get_title().translate(FOLDED), mark.level + 1))
    return found


def _shown(raw: Any, page: Any, runs: tuple[Run, ...], rotation: int) -> tuple[Run, ...]:
    """Return the runs within the edges of a page: notes for the printer stand outside; all where none is within."""
    box = raw.FS_RECTF()
    if not raw.FPDF_GetPageBoundingBox(page, box):
        return runs
    one, other = turned(box.left, box.bottom, rotation), turned(box.right, box.top, rotation)
    left, right = sorted((one[0], other[0]))
    bottom, top = sorted((one[1], other[1]))
    found = tuple(run for run in runs if left < (run.left + run.right) / 2 < right and bottom <= run.y < top)
    return found or runs


def _has_picture(raw: Any, page: Any) -> bool:
    objects = (raw.FPDFPage_GetObject(page, at) for at in range(min(raw.FPDFPage_CountObjects(page), 500)))
    return any(raw.FPDFPageObj_GetType(one) in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM) for one in objects)
