"""PDF: the text, but not the pictures, of papers on official sites and of printed pages."""

from __future__ import annotations

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.legible import has_markup
from xinhui_viewer.importers.member import ALONE, Around
from xinhui_viewer.importers.printed.draft import printed
from xinhui_viewer.importers.printed.pdf_guard import is_bomb
from xinhui_viewer.importers.printed.pdf_pages import document
from xinhui_viewer.records import Draft


def recognises(head: bytes, _name: str) -> bool:
    """Return whether a file begins as a PDF, and not as a page that mentions one."""
    return head.lstrip().startswith(b"%PDF-") and not has_markup(head[:1024])


def read(content: bytes, name: str, around: Around = ALONE) -> tuple[Draft, ...]:
    """Return the bulletin of a PDF; UnreadableSource when it is no PDF, damaged beyond repair or needs a password."""
    if b"%PDF-" not in content[:1024]:
        problem = tr("{name} is not a PDF.").format(name=name)
        raise UnreadableSource(problem, tr("Open it in another program and check its contents."))
    if is_bomb(content):
        problem = tr("Opening {name} would use up the memory.").format(name=name)
        raise UnreadableSource(problem, tr("Download it again from the site that published it."))
    found = document(content, name, around.told)
    warnings = found.warnings
    if not any(found.pages):
        scan = tr("The PDF contains pictures of its pages but no text; it was kept but cannot be searched.")
        warnings = (*warnings, scan)
    return (printed("pdf", found.pages, warnings, found.named, found.bookmarks),)
