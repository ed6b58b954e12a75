"""Word: a bulletin as an office wrote it (.docx, .docm), read in the order of its body."""

from __future__ import annotations

from typing import Any

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers import zip_guard
from xinhui_viewer.importers.member import ALONE, Around
from xinhui_viewer.importers.ooxml import parsed
from xinhui_viewer.importers.word.bulletin import bulletin
from xinhui_viewer.importers.word.content import note
from xinhui_viewer.importers.word.lines import Reader
from xinhui_viewer.importers.word.numbers import numbers
from xinhui_viewer.importers.word.package import Parts, not_word, opened_by_library, parts
from xinhui_viewer.importers.word.paragraph import Paragraph
from xinhui_viewer.importers.word.styles import W, styles
from xinhui_viewer.records import Draft

_ENDINGS, _OLD_ENDINGS = (".docx", ".docm"), (".doc", ".wps", ".rtf", ".odt")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def recognises(head: bytes, name: str) -> bool:
    """Return whether a file is a zip file, or an OLE file (one with a password), with a name of Word's."""
    lower = name.lower()
    if zip_guard.is_zip(head):
        return lower.endswith((*_ENDINGS, *_OLD_ENDINGS))
    return head.startswith(OLE) and lower.endswith(_ENDINGS)


def read(content: bytes, name: str, _around: Around = ALONE) -> tuple[Draft, ...]:
    """Return the bulletin of a Word file; UnreadableSource when it is none, protected, damaged or empty."""
    _require_word(content, name)
    found = parts(content, name)
    root, title, flat = _opened(found, name)
    warnings = found.warnings
    if flat:
        warnings.append(tr("The document is nested too deeply; its text was kept, but not its layout."))
    lines, foreign = _lines(root, found, flat)
    if foreign:
        warnings.append(tr("Content stored in another format was left out."))
    return (bulletin("docx", name, lines, found.image, warnings, title),)


def _require_word(content: bytes, name: str) -> None:
    if content.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise zip_guard.password_protected(name)
        problem = tr("{name} is a Word document in the old format (.doc).").format(name=name)
        raise UnreadableSource(problem, tr("Open it in Word or WPS and save it as .docx."))
    if not content.strip():
        raise UnreadableSource(tr("{name} is empty.").format(name=name), tr("Retrieve it again."))
    if b"PK\x03\x04" not in content[: 2**16] and not content.startswith(b"PK\x05\x06"):
        raise not_word(name)


def _opened(found: Parts, name: str) -> tuple[Any, str, bool]:
    """Return the root of the text, the title that the file stores, and whether it is nested too deep for its layout."""
    from lxml import etree

    try:
        opened = opened_by_library(found)
        root, flat = opened.element, False
        title = opened.core_properties.title if "core-properties" in found.beside else ""
    except (etree.XMLSyntaxError, KeyError, ValueError, AttributeError):
        root, title, flat = _deep(found, name), "", True
    if root.tag != W + "document":
        raise not_word(name)
    return root, title, flat


def _deep(found: Parts, name: str) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        return etree.fromstring(found.text, parser)
    except etree.XMLSyntaxError as error:
        problem = tr("{name} is damaged or nested too deeply.").format(name=name)
        raise UnreadableSource(problem, tr("Open it in Word or WPS and save it again.")) from error


def _lines(root: Any, found: Parts, flat: bool) -> tuple[list[Paragraph], bool]:
    beside = {kind: parsed(xml) for kind, xml in found.beside.items() if kind != "core-properties"}
    looks = styles(beside.get("styles"))
    reader = Reader(looks, numbers(beside.get("numbering"), looks))
    body = root.find(W + "body")
    if body is None:
        return [], False
    lines = list(reader.flat(body) if flat else reader.lines(body))
    for number, (kind, key) in enumerate(tuple(reader.notes), 1):
        one = _note(beside.get(kind), key)
        lines += note(number, reader.lines(one) if one is not None else ())
    return lines, reader.foreign


def _note(root: Any, key: str) -> Any:
    """Return a note by its id."""
    found = () if root is None else root.iterchildren(W + "footnote", W + "endnote")
    return next((note for note in found if note.get(W + "id") == key), None)
