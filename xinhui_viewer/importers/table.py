"""The formats that can be imported: one row each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from xinhui_viewer.importers import docx, html, image, legacy, mhtml, ofd, pdf, plain_text, wacz, warc, zip_files
from xinhui_viewer.importers.member import Container
from xinhui_viewer.records import Draft


@dataclass(frozen=True, slots=True)
class Importer:
    """A format: its name, the endings of its files, their media type, and what reads their bytes.

    ``read(content, name)`` is pure, so that it can run in another process, which is ended after ``seconds``; it raises
    UnreadableSource.
    """

    name: str
    endings: tuple[str, ...]
    media_type: str
    read: Callable[[bytes, str], tuple[Draft, ...]]
    seconds: float = 10.0


IMPORTERS: tuple[Importer | Container, ...] = (
    Importer("html", (".html", ".htm", ".shtml", ".xhtml"), "text/html", html.read),
    Importer("mhtml", (".mhtml", ".mht"), "multipart/related", mhtml.read),
    Container("warc", (".warc", ".warc.gz"), warc.members),
    Container("wacz", (".wacz",), wacz.members),
    Container("zip", (".zip",), zip_files.members),
    Importer("pdf", (".pdf",), "application/pdf", pdf.read, 60.0),
    Importer(
        "docx",
        (".docx", ".docm"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        docx.read,
        30.0,
    ),
    Importer("legacy", (".doc", ".wps", ".rtf", ".odt"), "application/msword", legacy.read, legacy.SECONDS),
    Importer("ofd", (".ofd",), "application/ofd", ofd.read, 60.0),
    Importer("image", (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp"), "image/*", image.read),
    Importer("plain_text", (".txt", ".text"), "text/plain", plain_text.read),
)


def importer_for(name: str) -> Importer | Container | None:
    """Return what reads files of a name, by its ending, or None."""
    lower = name.lower()
    return next((row for row in IMPORTERS if lower.endswith(row.endings)), None)


def known_endings() -> str:
    """Return all endings that can be imported, for a sentence."""
    return " ".join(ending for row in IMPORTERS for ending in row.endings)
