"""The format of an office file, told by what the file says it holds: never by its ending, never as a zip of pages.

OOXML names it in [Content_Types].xml (ECMA-376-2, 10.1.2), ODF and EPUB in ``mimetype`` (ODF 1.2-3, 3.3), OFD has an
OFD.xml (GB/T 33190, 7.2); files of Office 97-2003 and of WPS are OLE files with a stream for each program.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO
from zipfile import ZipInfo

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.zip_guard import Guarded, is_zip, member, opened

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
UNKNOWN = "package"  # a package of OOXML with a main part of no program that is known here
LOCKED = "locked"  # an OOXML file with a password
_HEAD = 8192  # bytes that tell the format of a text of XML
_LARGEST = 8 * 2**20  # bytes of a part that names the format: 10,000 sheets are 2 MB

# The formats and their names, as programs list them.
NAMES = {
    "docx": "Word (.docx)",
    "xlsx": "Excel (.xlsx)",
    "xlsb": "Excel (.xlsb)",
    "pptx": "PowerPoint (.pptx)",
    "vsdx": "Visio (.vsdx)",
    "xps": "XPS (.xps)",
    "odt": "OpenDocument (.odt)",
    "ods": "OpenDocument (.ods)",
    "odp": "OpenDocument (.odp)",
    "odg": "OpenDocument (.odg)",
    "odf": "OpenDocument",
    "sxw": "OpenOffice 1.0",
    "epub": "EPUB (.epub)",
    "ofd": "OFD (.ofd)",
    "iwork": "Apple iWork",
    "doc": "Word 97-2003 (.doc)",
    "xls": "Excel 97-2003 (.xls)",
    "ppt": "PowerPoint 97-2003 (.ppt)",
    "vsd": "Visio 2003 (.vsd)",
    "msg": "Outlook (.msg)",
    "pub": "Microsoft Publisher (.pub)",
    "works": "Microsoft Works (.wps)",
    "wordml": "Word 2003 XML",
    "flat": "Flat OPC (.xml)",
    "fodf": "OpenDocument (.fodt, .fods)",
    UNKNOWN: "Open Packaging (OPC)",
}
_MAIN = re.compile(
    rb"""ContentType\s*=\s*["']application/vnd\.(?:openxmlformats-officedocument\.)?(?:"""
    rb"(?P<docx>wordprocessingml\.(?:document|template)|ms-word\.(?:document|template)\.macroEnabled\w*)|"
    rb"(?P<xlsx>spreadsheetml\.(?:sheet|template)|ms-excel\.(?:sheet|template|addin)\.macroEnabled)|"
    rb"(?P<xlsb>ms-excel\.sheet\.binary\.macroEnabled)|"
    rb"(?P<pptx>presentationml\.(?:presentation|slideshow|template)|ms-powerpoint\.\w+\.macroEnabled)|"
    rb"(?P<vsdx>ms-visio\.\w+(?:\.macroEnabled)?)"
    rb")\.main",
    re.IGNORECASE,
)
# Where programs put the main part, for a file whose types do not name it.
_USUAL = (("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"), ("ppt/presentation.xml", "pptx"))
_XPS = re.compile(rb"ms-package\.xps-fixeddocumentsequence|oxps", re.IGNORECASE)
_OPEN = re.compile(
    rb"application/(?:vnd\.oasis\.opendocument\.(?P<odf>\w+)|(?P<epub>epub\+zip)|vnd\.sun\.xml\.(?P<sxw>\w+))"
)
_OPEN_FORMATS = {b"text": "odt", b"spreadsheet": "ods", b"presentation": "odp", b"graphics": "odg"}
# Streams of an OLE file, by their folded names; the first that is there decides: a text may embed a workbook, not the
# other way round at the top.
_STREAMS = {
    "encryptedpackage": LOCKED,
    "worddocument": "doc",
    "workbook": "xls",
    "book": "xls",
    "powerpoint document": "ppt",
    "visiodocument": "vsd",
    "__properties_version1.0": "msg",
    "quill": "pub",
    "matost": "works",
    "mm": "works",
}


# Texts of XML that are office files in one piece.
_XML = re.compile(
    rb"(?P<wordml>schemas\.microsoft\.com/office/word/2003/wordml)|"
    rb"(?P<flat>schemas\.microsoft\.com/office/2006/xmlPackage)|"
    rb"(?P<fodf>office:mimetype\s*=\s*[\"']application/vnd\.oasis\.opendocument)"
)
_SHEETS = ("xlsb", "xls", "xlsx", "ods")


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of an archive by their folded names, and a function to read the beginning of one."""

    places: Mapping[str, ZipInfo]
    content: Callable[[ZipInfo], bytes]


def office_format(head: bytes, file: BinaryIO, name: str) -> str:
    """Return the format of a file (a key of NAMES, or LOCKED); empty when it is no office file, or a damaged one.

    ``head`` are its first bytes. The file is left anywhere; UnreadableSource when the part that tells is a bomb.
    """
    if is_zip(head):
        return _zipped(file, name)
    return _compound(file) if head.startswith(OLE) else _xml(head)


def office_format_of(content: bytes, name: str) -> str:
    """Return the format of some bytes, as ``office_format`` does of a file."""
    return office_format(content[:_HEAD], BytesIO(content), name)


def not_imported(name: str, format_: str) -> UnreadableSource:
    """Return the error for a file of a format that is known and not imported."""
    problem = tr("{name} is a file of the format {format}, which cannot be imported.")
    remedy = tr("Save it as PDF or DOCX and import that.")
    if format_ in _SHEETS:
        remedy = tr("Save it as .xlsx and import that.")
    return UnreadableSource(problem.format(name=name, format=NAMES[format_]), remedy)


def _zipped(file: BinaryIO, name: str) -> str:
    try:
        archive = opened(file, name)
    except UnreadableSource:  # what reads it will say so
        return ""
    with archive:
        places = {_folded(info.filename): info for info in archive.infolist()}
        parts = _Parts(places, lambda info: _beginning(archive, info))
        return next(filter(None, (tell(parts) for tell in (_ooxml, _open, _by_places))), "")


def _folded(place: str) -> str:
    return place.replace("\\", "/").lstrip("/").lower()


def _beginning(archive: Guarded, info: ZipInfo) -> bytes:
    return member(archive, info, _LARGEST)


def _ooxml(parts: _Parts) -> str:
    types = parts.places.get("[content_types].xml")
    if types is None:
        return ""
    content = parts.content(types).replace(b"\0", b"")  # UTF-16
    found = _MAIN.search(content)
    if found:
        return str(found.lastgroup)
    if _XPS.search(content):
        return "xps"
    return next((format_ for place, format_ in _USUAL if place in parts.places), UNKNOWN)


def _open(parts: _Parts) -> str:
    """Return the format that an archive's mimetype names, or its manifest, where a program has left that out."""
    for place in ("mimetype", "meta-inf/manifest.xml"):
        info = parts.places.get(place)
        found = _OPEN.search(parts.content(info)) if info is not None else None
        if found is not None:
            return _OPEN_FORMATS.get(found["odf"].partition(b"-")[0], "odf") if found["odf"] else str(found.lastgroup)
    container = parts.places.get("meta-inf/container.xml")
    return "epub" if container is not None and b"oebps-package" in parts.content(container) else ""


def _by_places(parts: _Parts) -> str:
    if "ofd.xml" in parts.places:
        return "ofd"
    return "iwork" if {"index/document.iwa", "index.zip", "index.apxl"} & parts.places.keys() else ""


def _xml(head: bytes) -> str:
    """Return the format of a text of XML that is an office file; empty for any other."""
    plain = head.replace(b"\0", b"")  # UTF-16
    found = _XML.search(plain) if b"<?xml" in plain[:100] else None
    return str(found.lastgroup) if found is not None else ""


def _compound(file: BinaryIO) -> str:
    import olefile

    file.seek(0)
    try:
        with olefile.OleFileIO(file) as found:
            names = {path[0].lower() for path in found.listdir(streams=True, storages=True)}
    except (
        Exception
    ):  # the library trusts what a damaged file says of itself, and fails in any way; what reads it tells
        return ""
    return next((format_ for stream, format_ in _STREAMS.items() if stream in names), "")
