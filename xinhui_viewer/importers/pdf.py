"""PDF: the text of its pages as paragraphs again; a scan is kept, but has no text. Pages are never rendered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.document import document
from xinhui_viewer.importers.document_parts import Paragraph
from xinhui_viewer.importers.pdf_lines import page_lines
from xinhui_viewer.importers.printed_lines import PrintedLine, paragraphs
from xinhui_viewer.importers.zip_guard import password_protected
from xinhui_viewer.records import Draft

_MOST_PAGES = 20_000
_MOST_CHARACTERS = 20_000_000
_UNNAMED = re.compile(
    r"(?i)^(?:untitled|无标题|未命名|文档\s*\d*|document\d*|microsoft word.*|幻灯片.*|.*\.(?:docx?|wps|pdf|rtf|dot)|"
    r"[\W\d_]*)$"
)
# What a text without a map to Unicode decodes to: private use, controls, unassigned.
_GARBAGE = re.compile("[\x00-\x08\x0e-\x1f\x80-\x9f\ue000-\uf8ff\ufffd\ufffe\uffff]")
_MOST_GARBAGE = 0.1


def read(content: bytes, name: str) -> tuple[Draft, ...]:
    """Return the bulletin of a PDF; UnreadableSource when it is damaged beyond repair or has a password."""
    if b"%PDF-" not in content[:1024]:
        problem = tr("{name} is not a PDF.").format(name=name)
        raise UnreadableSource(problem, tr("Open it in a viewer and check what it holds."))
    pdf = _opened(content, name)
    try:
        pages = len(pdf)
        if pages == 0:
            raise _damaged(name)
        lines, unread = _lines(pdf, pages)
        headings, named = _outline(pdf), _named(pdf)
    finally:
        pdf.close()
    if len(unread) == pages:
        raise _damaged(name)
    found = [_with_level(one, headings) for one in paragraphs(lines)]
    text = "".join(one.text for one in found)
    return (document("pdf", found, _warnings(text, pages, unread), named=named),)


def _opened(content: bytes, name: str) -> Any:
    from pypdfium2 import PdfDocument, PdfiumError
    from pypdfium2.raw import FPDF_ERR_PASSWORD

    try:
        return PdfDocument(content)
    except PdfiumError as error:
        if error.err_code == FPDF_ERR_PASSWORD:
            raise password_protected(name) from error
        raise _damaged(name) from error


def _lines(pdf: Any, pages: int) -> tuple[list[PrintedLine], list[int]]:
    """Return the lines of all pages, and the numbers of those that could not be read."""
    from pypdfium2 import PdfiumError

    lines: list[PrintedLine] = []
    unread: list[int] = []
    left = _MOST_CHARACTERS
    for number in range(min(pages, _MOST_PAGES)):
        try:
            on_page = list(page_lines(pdf, number, left))
        except PdfiumError:
            unread.append(number + 1)
            continue
        lines += on_page
        left -= sum(len(line.text) for line in on_page)
        if left <= 0:
            break
    return lines, unread


def _outline(pdf: Any) -> dict[str, int]:
    """Return the levels (from 1) of the bookmarks by their text."""
    return {_key(mark.get_title()): min(mark.level + 1, 6) for mark in _marks(pdf)}


def _marks(pdf: Any) -> Iterator[Any]:
    for number, mark in enumerate(pdf.get_toc(max_depth=6)):
        if number >= 5_000:
            return
        yield mark


def _with_level(one: Paragraph, headings: dict[str, int]) -> Paragraph:
    level = headings.get(_key(one.text), 0) if headings and len(one.text) <= 100 else 0
    return replace(one, level=level) if level else one


def _named(pdf: Any) -> str:
    """Return the title that the file notes of itself, '' where a program put its own there."""
    title = str(pdf.get_metadata_value("Title") or "").strip()
    return "" if _UNNAMED.match(title) or len(title) > 200 else title


def _key(text: str) -> str:
    return "".join(text.split())


def _warnings(text: str, pages: int, unread: list[int]) -> Iterator[str]:
    if not text:
        yield tr("The PDF holds pictures of its pages and no text: it is kept, but cannot be searched.")
    elif len(_GARBAGE.findall(text)) > _MOST_GARBAGE * len(text):
        yield tr("The PDF does not say what its characters are: its text is partly unreadable.")
    if unread:
        yield tr("These pages could not be read: {pages}.").format(pages=", ".join(map(str, unread[:50])))
    if pages > _MOST_PAGES or len(text) >= _MOST_CHARACTERS:
        yield tr("The PDF is too long: its text was cut.")


def _damaged(name: str) -> UnreadableSource:
    problem = tr("{name} is damaged: it has no page that can be read.").format(name=name)
    return UnreadableSource(problem, tr("Get the file again from its source."))
