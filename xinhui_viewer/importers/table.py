"""The formats that can be imported, one row each, and functions to find the row of a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fnmatch import fnmatch

from xinhui_viewer.importers import image, mail, markdown, plain_text
from xinhui_viewer.importers.books import epub
from xinhui_viewer.importers.containers import wacz, warc, zip_files
from xinhui_viewer.importers.member import Around, Container, Recogniser, only_by_its_ending
from xinhui_viewer.importers.printed import ofd, pdf
from xinhui_viewer.importers.sheets import sheets
from xinhui_viewer.importers.slides import pptx
from xinhui_viewer.importers.web import html, mhtml
from xinhui_viewer.importers.web.site.trace import Trace
from xinhui_viewer.importers.word import doc, docx, libreoffice, odt_file, rtf_file, wps
from xinhui_viewer.job import Unit
from xinhui_viewer.records import Draft


@dataclass(frozen=True, slots=True)
class Importer:
    """A format: its name, the endings and media type of its files, and functions to read and recognise them.

    ``read(content, name, around)`` is pure, so that it can run in another process, which is killed after ``seconds``;
    it raises UnreadableSource. Files of the format are often saved under the endings ``also``: that gives no warning.
    Servers also send them as the media types ``sent_as``. Its office files are of the ``formats`` of office.py.
    ``unit`` is what the reader tells its progress by, if it does.
    ``traced``, with the same arguments, returns what a page tells its siblings, None for nothing.
    """

    name: str
    endings: tuple[str, ...]
    media_type: str
    read: Callable[[bytes, str, Around], tuple[Draft, ...]]
    recognises: Recogniser = only_by_its_ending
    seconds: float = 10.0
    also: tuple[str, ...] = ()
    sent_as: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    traced: Callable[[bytes, str, Around], Trace | None] | None = None
    unit: Unit = "page"


# Where several rows recognise a file that its name does not tell, the first of them reads it.
IMPORTERS: tuple[Importer | Container, ...] = (
    Importer(
        "html",
        (".html", ".htm", ".shtml", ".xhtml"),
        "text/html",
        html.read,
        html.recognises,
        also=(".txt", ".text"),
        sent_as=("application/xhtml+xml",),
        traced=html.traced,
    ),
    Importer("mail", (".eml",), "message/rfc822", mail.read, mail.recognises),
    Importer("mhtml", (".mhtml", ".mht"), "multipart/related", mhtml.read, mhtml.recognises, traced=mhtml.traced),
    Container("warc", (".warc", ".warc.gz"), warc.members, warc.recognises),
    Container("wacz", (".wacz",), wacz.members, wacz.recognises),
    Importer("pdf", (".pdf",), "application/pdf", pdf.read, pdf.recognises, seconds=60.0),
    Importer(
        "docx",
        (".docx", ".docm"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        docx.read,
        docx.recognises,
        seconds=30.0,
        formats=("docx",),
    ),
    Importer(
        "doc",
        (".doc",),
        "application/msword",
        doc.read,
        doc.recognises,
        seconds=libreoffice.SECONDS,
        formats=("doc",),
    ),
    Importer(
        "wps",
        wps.ENDINGS,
        "application/wps-office.wps",
        wps.read,
        wps.recognises,
        seconds=libreoffice.SECONDS,
        sent_as=("application/kswps",),
        formats=("doc",),
    ),
    Importer(
        "rtf",
        (".rtf",),
        "application/rtf",
        rtf_file.read,
        rtf_file.recognises,
        seconds=30.0,
        sent_as=("text/rtf",),
    ),
    Importer(
        "odt",
        (".odt",),
        "application/vnd.oasis.opendocument.text",
        odt_file.read,
        odt_file.recognises,
        seconds=30.0,
        formats=("odt",),
    ),
    Importer(
        "pptx",
        (".pptx", ".pptm", ".ppsx"),
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        pptx.read,
        seconds=30.0,
        formats=("pptx",),
        unit="slide",
    ),
    Importer(
        "epub",
        (".epub",),
        "application/epub+zip",
        epub.read,
        epub.recognises,
        seconds=60.0,
        formats=("epub",),
        unit="chapter",
    ),
    Importer("ofd", (".ofd",), "application/ofd", ofd.read, ofd.recognises, seconds=60.0, formats=("ofd",)),
    Importer(
        "sheets",
        sheets.ENDINGS,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        sheets.read,
        sheets.recognises,
        seconds=60.0,
        sent_as=(
            "application/vnd.ms-excel",
            "application/vnd.ms-excel.sheet.macroenabled.12",
            "application/vnd.oasis.opendocument.spreadsheet",
            "text/csv",
        ),
        formats=("xlsx", "xls", "ods"),
        unit="sheet",
    ),
    Container("zip", (".zip",), zip_files.members, zip_files.recognises),
    Importer("image", (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp"), "image/*", image.read, image.recognises),
    Importer(
        "markdown",
        (".md", ".markdown"),
        "text/markdown",
        markdown.read,
        markdown.recognises,
        also=(".txt", ".text"),
        sent_as=("text/x-markdown",),
    ),
    Importer("plain_text", (".txt", ".text"), "text/plain", plain_text.read, plain_text.recognises, seconds=60.0),
)


def importer_for(name: str) -> Importer | Container | None:
    """Return the importer for files of a name, by its ending, or None."""
    lower = name.lower()
    return next((row for row in IMPORTERS if lower.endswith(row.endings)), None)


def recogniser_of(head: bytes, name: str) -> Importer | Container | None:
    """Return the first row that recognises a file by its first bytes, or None."""
    return next((row for row in IMPORTERS if row.recognises(head, name)), None)


def importer_of_format(format_: str) -> Importer | None:
    """Return the importer of a format of importers/office.py, or None."""
    return next((row for row in IMPORTERS if isinstance(row, Importer) and format_ in row.formats), None)


def importer_of(media_type: str) -> Importer | None:
    """Return the importer for originals of a media type, or None."""
    rows = (row for row in IMPORTERS if isinstance(row, Importer))
    return next((row for row in rows if fnmatch(media_type, row.media_type)), None)


def is_read(media_type: str) -> bool:
    """Return whether files of a media type are read as bulletins; pictures are attachments of their pages."""
    return any(media_type in (row.media_type, *row.sent_as) for row in IMPORTERS if isinstance(row, Importer))


def known_endings() -> str:
    """Return all endings that can be imported, for a sentence."""
    return " ".join(ending for row in IMPORTERS for ending in row.endings)
