"""The parts of an OOXML file (Word, PowerPoint): their XML checked, and what refers to what."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote
from zipfile import ZipInfo

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers import zip_guard

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# The namespaces of the strict form of the standard, and those that everything else writes.
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
    (
        "http://purl.oclc.org/ooxml/presentationml/main",
        "http://schemas.openxmlformats.org/presentationml/2006/main",
    ),
    ("http://purl.oclc.org/ooxml/drawingml/chart", "http://schemas.openxmlformats.org/drawingml/2006/chart"),
    ("http://purl.oclc.org/ooxml/drawingml/diagram", "http://schemas.openxmlformats.org/drawingml/2006/diagram"),
    ("http://purl.oclc.org/ooxml/officeDocument/relationships", OFFICE),
)
_REPEATED = 3  # names that a warning lists
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_FORBIDDEN = re.compile("<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
# An element takes up to 250 bytes when parsed, an attribute 100, a paragraph 25 microseconds to be read (measured).
_MOST_TAGS, _MOST_ATTRIBUTES, _MOST_PARAGRAPHS = 2_000_000, 3_000_000, 300_000


def parsed(xml: bytes) -> Any:
    """Return the root of a checked XML part; nothing outside it is ever loaded."""
    from lxml import etree

    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def is_well_formed(xml: bytes) -> bool:
    """Return whether a checked XML part can be parsed."""
    from lxml import etree

    try:
        parsed(xml)
    except etree.XMLSyntaxError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Package:
    """An OOXML file and its parts by their folded names, for names of parts are the same in any case."""

    archive: zip_guard.Guarded
    parts: dict[str, ZipInfo]

    def part(self, target: str) -> ZipInfo | None:
        """Return a part by its name; None when the file has none."""
        return self.parts.get(target.lower())

    def xml(self, info: ZipInfo) -> bytes:
        """Return an XML part as UTF-8 without its declaration, in the usual namespaces; a DOCTYPE is refused."""
        content = zip_guard.member(self.archive, info)
        encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        if b"\0" in content[:2]:
            encoding = "utf-16-be" if content[0] == 0 else "utf-16-le"
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError as error:
            raise self.damaged(info) from error
        del content
        if _FORBIDDEN.search(text):
            problem = tr("{name} defines entities of its own, which no proper office document does.")
            raise UnreadableSource(problem.format(name=self.archive.title), tr("Open it and save it again."))
        if _is_too_large(text):
            problem = tr("{name} is too large to be read.").format(name=self.archive.title)
            raise UnreadableSource(problem, tr("Save it in several files."))
        declaration = _DECLARATION.match(text)
        text = text[declaration.end() :] if declaration else text
        if "http://purl.oclc.org/ooxml/" in text:
            for strict, usual in _STRICT:
                text = text.replace(strict, usual)
        return text.encode()

    def root(self, info: ZipInfo) -> Any:
        """Return the root element of an XML part; UnreadableSource when the part is damaged."""
        from lxml import etree

        try:
            return parsed(self.xml(info))
        except etree.XMLSyntaxError as error:
            raise self.damaged(info) from error

    def relations(self, part: str = "") -> dict[str, tuple[str, str]]:
        """Return the parts that a part (empty: the file) refers to inside the file, by key: the kind, name of each."""
        folder, base = posixpath.split(part)
        info = self.part(f"{folder}/_rels/{base}.rels".lstrip("/"))
        found = {}
        for relation in () if info is None else self.root(info):
            if relation.get("TargetMode") == "External" or not isinstance(relation.tag, str):
                continue
            kind = relation.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", folder, unquote(relation.get("Target", ""))))
            found[relation.get("Id", "")] = (kind, target.lstrip("/"))
        return found

    def damaged(self, info: ZipInfo) -> UnreadableSource:
        """Return the error for a part that cannot be read."""
        problem = tr("{name} is damaged: {part} cannot be read.")
        return UnreadableSource(problem.format(name=self.archive.title, part=info.filename), tr("Retrieve it again."))

    def warnings(self) -> Iterator[str]:
        """Yield the warnings on the file as a whole: its macros, parts that occur twice, too many parts."""
        if any(name.endswith("vbaproject.bin") for name in self.parts):
            yield tr("The document has macros; they are not run.")
        for repeated in self.archive.repeated[:_REPEATED]:
            yield tr("{part} occurs twice in the file; the last one was read.").format(part=repeated)
        if self.archive.cut:
            yield tr("The file lists too many parts; not all were read.")


def opened(content: bytes, name: str) -> Package:
    """Return the package in some bytes; UnreadableSource when it is damaged."""
    archive = zip_guard.opened(content, name)
    return Package(archive, {info.filename.lstrip("/").lower(): info for info in archive.infolist()})


def of_kinds(relations: dict[str, tuple[str, str]], *kinds: str) -> list[tuple[str, str]]:
    """Return the relations of some kinds, in order."""
    return [(kind, target) for kind, target in relations.values() if kind in kinds]


def _is_too_large(text: str) -> bool:
    return (
        text.count("<") > _MOST_TAGS
        or text.count('="') + text.count("='") > _MOST_ATTRIBUTES
        or sum(map(text.count, ("<w:p>", "<w:p ", "<w:p/"))) > _MOST_PARAGRAPHS
    )
