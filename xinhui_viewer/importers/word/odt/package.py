"""The parts of an OpenDocument text, checked before they are parsed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from zipfile import ZipInfo

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers import zip_guard
from xinhui_viewer.importers.pictures import picture
from xinhui_viewer.importers.word.bulletin import too_large
from xinhui_viewer.importers.word.odt.names import DC
from xinhui_viewer.importers.xml_guard import parsed
from xinhui_viewer.records import Attachment

_MOST_TAGS = 2_000_000  # an element takes up to 250 bytes when parsed
_MACROS = ("basic/", "scripts/")


@dataclass(slots=True)
class Package:
    """A file: its roots of text and styles (None without them), the title it stores, its members, and warnings."""

    archive: zip_guard.Guarded
    content: Any
    styles: Any
    title: str
    members: dict[str, ZipInfo]
    warnings: list[str] = field(default_factory=list)

    def image(self, place: str) -> Attachment | None:
        """Return the picture at a place in the file; None for one that is missing or cannot be kept."""
        info = self.members.get(place.removeprefix("./"))
        return picture(self.archive, info) if info is not None else None


def package(content: bytes, name: str) -> Package:
    """Return the parts of a file; UnreadableSource when it is no text, damaged, protected or too large."""
    archive = zip_guard.opened(content, name)
    members = {info.filename: info for info in archive.infolist()}
    text = members.get("content.xml")
    if text is None:
        problem = tr("{name} is not an OpenDocument text.").format(name=name)
        raise UnreadableSource(problem, tr("Open it in the program that created it and save it as DOCX or PDF."))
    manifest = members.get("META-INF/manifest.xml")
    if manifest is not None and b"encryption-data" in zip_guard.member(archive, manifest):
        raise zip_guard.password_protected(name)
    found = Package(archive, _root(archive, text, name), None, "", members)
    for part in ("styles.xml", "meta.xml"):
        _read_beside(found, part, name)
    if any(place.lower().startswith(_MACROS) and not place.endswith(("/", "-lc.xml", "-lb.xml")) for place in members):
        found.warnings.append(tr("The document has macros; they are not run."))
    return found


def _read_beside(found: Package, part: str, name: str) -> None:
    """Read a part beside the text; a damaged one is left out with a warning."""
    info = found.members.get(part)
    if info is None:
        return
    try:
        root = _root(found.archive, info, name)
    except UnreadableSource:
        found.warnings.append(tr("{part} in the file is damaged and was left out.").format(part=part))
        return
    if part == "styles.xml":
        found.styles = root
    else:
        found.title = " ".join((root.findtext(f".//{DC}title") or "").split())


def _root(archive: zip_guard.Guarded, info: ZipInfo, name: str) -> Any:
    content = zip_guard.member(archive, info)
    if content.count(b"<") > _MOST_TAGS:
        raise too_large(name)
    return parsed(content, name)
