"""The parts of a Word file, checked before python-docx sees them: it gets a new archive of those that are needed.

python-docx inflates bombs and expands entities; it also refuses files with macros, templates and the strict form of
the standard. The new archive has none of these: its names and types are ours, only the XML is the file's.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers import zip_guard

if TYPE_CHECKING:
    from docx.document import Document

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_REPEATED = 3  # names that a warning lists
_BESIDE = ("styles", "numbering", "footnotes", "endnotes")
_STRICT = (
    (
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    ("http://purl.oclc.org/ooxml/drawingml/main", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    (
        "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
    ("http://purl.oclc.org/ooxml/officeDocument/relationships", _OFFICE),
)
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_FORBIDDEN = re.compile("<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
# An element takes up to 250 bytes when parsed, an attribute 100, a paragraph 25 microseconds to be read (measured).
_MOST_TAGS, _MOST_ATTRIBUTES, _MOST_PARAGRAPHS = 2_000_000, 3_000_000, 300_000


@dataclass(slots=True)
class Parts:
    """A Word file: its text part, the parts beside it by kind, the places of its pictures, and warnings."""

    archive: zip_guard.Guarded
    text: bytes
    beside: dict[str, bytes] = field(default_factory=dict)
    images: dict[str, ZipInfo] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)


def parts(content: bytes, name: str) -> Parts:
    """Return the parts of a Word file; UnreadableSource when it is no Word file, damaged, protected or too large."""
    archive = zip_guard.opened(content, name)
    names = {info.filename.lstrip("/").lower(): info for info in archive.infolist()}
    package = _relations(archive, names, "")
    main = next((target for _kind, target in _of(package, "officeDocument")), "word/document.xml")
    if main.lower() not in names:
        raise not_word(name)
    found = Parts(archive, _xml(archive, names[main.lower()]))
    relations = _relations(archive, names, main)
    _read_beside(found, names, [*_of(relations, *_BESIDE), *_of(package, "core-properties")])
    for key, (kind, target) in relations.items():
        if kind == "image" and target.lower() in names:
            found.images[key] = names[target.lower()]
    found.warnings.extend(_warnings(archive, names))
    return found


def _of(relations: dict[str, tuple[str, str]], *kinds: str) -> list[tuple[str, str]]:
    return [(kind, target) for kind, target in relations.values() if kind in kinds]


def _read_beside(found: Parts, names: dict[str, ZipInfo], wanted: list[tuple[str, str]]) -> None:
    """Read the first part of each kind beside the text; a damaged one is left out with a warning."""
    for kind, target in wanted:
        info = names.get(target.lower())
        if info is None or kind in found.beside:
            continue
        xml = _xml(found.archive, info)
        if _is_well_formed(xml):
            found.beside[kind] = xml
        else:
            found.warnings.append(tr("{part} in the file is damaged and was left out.").format(part=target))


def _warnings(archive: zip_guard.Guarded, names: Iterable[str]) -> Iterator[str]:
    if any(name.endswith("vbaproject.bin") for name in names):
        yield tr("The document has macros; they are not run.")
    for repeated in archive.repeated[:_REPEATED]:
        yield tr("{part} occurs twice in the file; the last one was read.").format(part=repeated)
    if archive.cut:
        yield tr("The file lists too many parts; not all were read.")


def opened_by_library(found: Parts) -> Document:
    """Return python-docx's document of some parts; an lxml or python-docx error when the text is not well formed."""
    from docx import Document

    return Document(_rebuilt(found))


def not_word(name: str) -> UnreadableSource:
    """Return the error for a file that is something else under a Word document's name."""
    problem = tr("{name} is not a Word document.").format(name=name)
    return UnreadableSource(problem, tr("Open it in Word or WPS and save it as .docx."))


def parsed(xml: bytes) -> Any:
    """Return the root of a checked XML part; nothing outside it is ever loaded."""
    from lxml import etree

    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def _is_well_formed(xml: bytes) -> bool:
    from lxml import etree

    try:
        parsed(xml)
    except etree.XMLSyntaxError:
        return False
    return True


def _xml(archive: zip_guard.Guarded, info: ZipInfo) -> bytes:
    """Return an XML part as UTF-8 without its declaration, in the usual namespaces; a DOCTYPE is refused."""
    content = zip_guard.member(archive, info)
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    if b"\0" in content[:2]:
        encoding = "utf-16-be" if content[0] == 0 else "utf-16-le"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _damaged_part(archive, info) from error
    del content
    if _FORBIDDEN.search(text):
        problem = tr("{name} defines entities of its own, which no proper Word document does.").format(
            name=archive.title
        )
        raise UnreadableSource(problem, tr("Open it in Word or WPS and save it as .docx."))
    if _is_too_large(text):
        problem = tr("{name} is too large to be read.").format(name=archive.title)
        raise UnreadableSource(problem, tr("Save it in several files."))
    declaration = _DECLARATION.match(text)
    text = text[declaration.end() :] if declaration else text
    if "http://purl.oclc.org/ooxml/" in text:
        for strict, usual in _STRICT:
            text = text.replace(strict, usual)
    return text.encode()


def _is_too_large(text: str) -> bool:
    return (
        text.count("<") > _MOST_TAGS
        or text.count('="') + text.count("='") > _MOST_ATTRIBUTES
        or sum(map(text.count, ("<w:p>", "<w:p ", "<w:p/"))) > _MOST_PARAGRAPHS
    )


def _damaged_part(archive: zip_guard.Guarded, info: ZipInfo) -> UnreadableSource:
    problem = tr("{name} is damaged: {part} cannot be read.").format(name=archive.title, part=info.filename)
    return UnreadableSource(problem, tr("Retrieve it again."))


def _relations(archive: zip_guard.Guarded, names: dict[str, ZipInfo], part: str) -> dict[str, tuple[str, str]]:
    """Return the parts that a part refers to inside the file, by key: the kind and the name of each."""
    from lxml import etree

    folder, base = posixpath.split(part)
    info = names.get(f"{folder}/_rels/{base}.rels".lstrip("/").lower())
    if info is None:
        return {}
    try:
        root = parsed(_xml(archive, info))
    except etree.XMLSyntaxError as error:
        raise _damaged_part(archive, info) from error
    found = {}
    for relation in root:
        if relation.get("TargetMode") == "External" or not isinstance(relation.tag, str):
            continue
        kind = relation.get("Type", "").rpartition("/")[2]
        target = posixpath.normpath(posixpath.join("/", folder, unquote(relation.get("Target", ""))))
        found[relation.get("Id", "")] = (kind, target.lstrip("/"))
    return found


def _rebuilt(found: Parts) -> BytesIO:
    overrides = f'<Override PartName="/word/document.xml" ContentType="{_WML}.document.main+xml"/>'
    relations = ""
    files = {"word/document.xml": found.text}
    package = f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    for kind, xml in found.beside.items():
        if kind == "core-properties":
            files["docProps/core.xml"] = xml
            overrides += (
                '<Override PartName="/docProps/core.xml" '
                'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
            )
            package += f'<Relationship Id="r2" Type="{_CORE}" Target="docProps/core.xml"/>'
        else:
            files[f"word/{kind}.xml"] = xml
            overrides += f'<Override PartName="/word/{kind}.xml" ContentType="{_WML}.{kind}+xml"/>'
            relations += f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'
    files["[Content_Types].xml"] = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>'
    ).encode()
    files["_rels/.rels"] = f'<Relationships xmlns="{_PACKAGE}/relationships">{package}</Relationships>'.encode()
    files["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'.encode()
    )
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    out.seek(0)
    return out
