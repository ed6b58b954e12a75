"""Choose the importer of a file by its bytes, and by its name where these do not decide."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.member import Container
from xinhui_viewer.importers.office import LOCKED, UNKNOWN, not_imported, office_format
from xinhui_viewer.importers.packed import packed, packer
from xinhui_viewer.importers.table import (
    Importer,
    importer_for,
    importer_of_format,
    is_read,
    known_endings,
    recogniser_of,
)
from xinhui_viewer.importers.zip_guard import password_protected

# Formats that the bytes of a file do not tell from a site's scripts and data, or that are parts of pages.
_TOLD_BY_TYPE = ("html", "mhtml", "mail", "image", "markdown", "plain_text")
_NO_TYPE = ("", "text/plain", "application/octet-stream", "binary/octet-stream", "application/unknown")
_PACKED = ("warc", "wacz")  # containers that are packed with gzip, as a whole or record by record
HEAD = 8192  # bytes that are examined


@dataclass(frozen=True, slots=True)
class Kind:
    """The importer of a file, and a ``warning`` when its name is that of another format."""

    importer: Importer | Container
    warning: str = ""


def kind_of(file: BinaryIO, name: str) -> Kind:
    """Return the importer for an open file, which is left anywhere; UnreadableSource when there is none.

    An office file is told by what it says it holds, whatever its name.
    """
    head = file.read(HEAD)
    format_ = office_format(head, file, name)
    if not format_:
        return kind(name, head)
    named = importer_for(name)
    found = named if isinstance(named, Importer) and format_ in named.formats else importer_of_format(format_)
    if found is None and format_ in (UNKNOWN, LOCKED) and isinstance(named, Importer) and named.formats:
        found = named
    if found is None:
        raise password_protected(name) if format_ == LOCKED else not_imported(name, format_)
    return Kind(found, _surprise(name, found) if named not in (None, found) else "")


def kind(name: str, head: bytes) -> Kind:
    """Return the importer for a name and first bytes; UnreadableSource when there is none."""
    named = importer_for(name)
    if named is not None and named.recognises(head, name):
        return Kind(named)
    seen = recogniser_of(head, name)
    if seen is None and packer(head) and (named is None or named.name not in _PACKED):
        raise packed(name, head)
    found = seen or named
    if found is None:
        raise _unknown(name)
    return Kind(found, _surprise(name, found) if named not in (None, found) else "")


def is_bulletin(media_type: str, content: bytes, name: str) -> bool:
    """Return whether a retrieved file is read as a bulletin: by its media type, else by its bytes.

    Servers send documents as downloads of any type; a page or a text among scripts, styles and data is told by its
    type, and only a file of no type may be a page by its bytes.
    """
    if is_read(media_type):
        return True
    try:
        found = kind_of(BytesIO(content), name).importer
    except UnreadableSource:
        return False
    if not isinstance(found, Importer):
        return False
    return found.name not in _TOLD_BY_TYPE or (found.name == "html" and media_type in _NO_TYPE)


def _surprise(name: str, found: Importer | Container) -> str:
    """Return the warning on a file with the name of another format; empty where that is usual."""
    if isinstance(found, Importer) and name.lower().endswith(found.also):
        return ""
    told = tr("The extension of {name} does not match its contents; it was read by its contents ({kind}).")
    return told.format(name=name, kind=found.name.upper())


def _unknown(name: str) -> UnreadableSource:
    if name.lower().endswith(".xhdb"):
        problem = tr("{name} is an archive, not a bulletin.").format(name=name)
        return UnreadableSource(problem, tr("Open it as an archive."))
    problem = tr("{name} is not a kind of file that can be imported.").format(name=name)
    return UnreadableSource(
        problem, tr("Extensions of files that can be imported: {endings}.").format(endings=known_endings())
    )
