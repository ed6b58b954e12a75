"""The parts of a Word file, checked before python-docx sees them: it gets a new archive of those that are needed.

python-docx inflates bombs and expands entities; it also refuses files with macros, templates and the strict form of
the standard. The new archive has none of these: its names and types are ours, only the XML is the file's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers import ooxml
from xinhui_viewer.importers.ooxml import OFFICE, is_well_formed, of_kinds
from xinhui_viewer.importers.pictures import picture
from xinhui_viewer.records import Attachment

if TYPE_CHECKING:
    from docx.document import Document

_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_BESIDE = ("styles", "numbering", "footnotes", "endnotes")


@dataclass(slots=True)
class Parts:
    """A Word file: its text part, the parts beside it by kind, the places of its pictures, and warnings."""

    package: ooxml.Package
    text: bytes
    beside: dict[str, bytes] = field(default_factory=dict)
    images: dict[str, ZipInfo] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

    def image(self, key: str) -> Attachment | None:
        """Return the picture under a key; None for one that is missing or cannot be kept."""
        info = self.images.get(key)
        return picture(self.package.archive, info) if info is not None else None


def parts(content: bytes, name: str) -> Parts:
    """Return the parts of a Word file; UnreadableSource when it is no Word file, damaged, protected or too large."""
    package = ooxml.opened(content, name)
    around = package.relations()
    main = next((target for _kind, target in of_kinds(around, "officeDocument")), "word/document.xml")
    text = package.part(main)
    if text is None:
        raise not_word(name)
    found = Parts(package, package.xml(text))
    relations = package.relations(main)
    _read_beside(found, [*of_kinds(relations, *_BESIDE), *of_kinds(around, "core-properties")])
    for key, (kind, target) in relations.items():
        if kind == "image" and (image := package.part(target)) is not None:
            found.images[key] = image
    found.warnings.extend(package.warnings())
    return found


def _read_beside(found: Parts, wanted: list[tuple[str, str]]) -> None:
    """Read the first part of each kind beside the text; a damaged one is left out with a warning."""
    for kind, target in wanted:
        info = found.package.part(target)
        if info is None or kind in found.beside:
            continue
        xml = found.package.xml(info)
        if is_well_formed(xml):
            found.beside[kind] = xml
        else:
            found.warnings.append(tr("{part} in the file is damaged and was left out.").format(part=target))


def opened_by_library(found: Parts) -> Document:
    """Return python-docx's document of some parts; an lxml or python-docx error when the text is not well formed."""
    from docx import Document

    return Document(_rebuilt(found))


def not_word(name: str) -> UnreadableSource:
    """Return the error for a file that is something else under a Word document's name."""
    problem = tr("{name} is not a Word document.").format(name=name)
    return UnreadableSource(problem, tr("Open it in Word or WPS and save it as .docx."))


def _rebuilt(found: Parts) -> BytesIO:
    overrides = f'<Override PartName="/word/document.xml" ContentType="{_WML}.document.main+xml"/>'
    relations = ""
    files = {"word/document.xml": found.text}
    package = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
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
            relations += f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>'
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
