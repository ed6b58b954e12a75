"""The parts of an EPUB: its facts, its chapters in reading order, and the labels of its table of contents.

Source of the rules: EPUB 3.3 (W3C Recommendation, 2023) and OPF 2.0.1 (IDPF, 2010), which most books still follow.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple
from urllib.parse import unquote
from zipfile import ZipInfo

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers import xml_guard, zip_guard
from xinhui_viewer.importers.xml_guard import all_named, child, name_of

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
# A declaration that only names its DTD: every NCX has one, and nothing is loaded for it.
_DOCTYPE = re.compile(rb"<!DOCTYPE\s+[^\[\]<>]*>")
_BLANKS = re.compile(r"[ \t\r\n]+")
_PAGE = re.compile(r"\.x?html?$", re.IGNORECASE)
_FONTS = re.compile(r"\.(?:ttf|otf|woff2?)$", re.IGNORECASE)
_CHAPTERS = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document")
_NCX = "application/x-dtbncx+xml"
_DEEPEST, _MOST_LABELS = 6, 20_000


class Label(NamedTuple):
    """An entry of a table of contents: its words, its level from 1, and the place it leads to."""

    text: str
    level: int
    path: str
    fragment: str


@dataclass(frozen=True, slots=True)
class Package:
    """A book: what it says of itself by name of Dublin Core, paths of chapters in reading order, its contents."""

    archive: zip_guard.Guarded
    members: dict[str, ZipInfo]
    said: dict[str, tuple[str, ...]]
    chapters: tuple[str, ...]
    labels: tuple[Label, ...]
    issued: tuple[str, ...]

    def content(self, path: str, limit: int = zip_guard.LARGEST) -> bytes | None:
        """Return a member's bytes; None when the book has none of that path."""
        info = self.members.get(path)
        return None if info is None else zip_guard.member(self.archive, info, limit)


def package(content: bytes, name: str) -> Package:
    """Return the parts of a book; UnreadableSource when it is no EPUB, damaged, or protected against copying."""
    archive = zip_guard.opened(content, name)
    members = {zip_guard.shown_name(info): info for info in archive.infolist()}
    path = _package_path(archive, members, name)
    _require_open(archive, members, name)
    root = _parsed(archive, members[path], name)
    folder = posixpath.dirname(path)
    items = {one.get("id", ""): one for one in all_named(child(root, "manifest"), "item")}
    said = list(child(root, "metadata") if child(root, "metadata") is not None else ())
    return Package(
        archive,
        members,
        _said(said),
        tuple(_chapters(root, items, folder)) or tuple(sorted(one for one in members if _PAGE.search(one))),
        _labels(archive, members, root, items, folder, name),
        _issued(said),
    )


def not_a_book(name: str) -> UnreadableSource:
    """Return the error for a file that is something else under an EPUB's name."""
    return UnreadableSource(tr("{name} is not an EPUB.").format(name=name), tr("Retrieve it again."))


def _package_path(archive: zip_guard.Guarded, members: dict[str, ZipInfo], name: str) -> str:
    """Return the path of a book's package: as its container says, else the first that is there."""
    container = members.get(_CONTAINER)
    roots = _parsed(archive, container, name).iter("{*}rootfile") if container is not None else ()
    named = (str(root.get("full-path", "")) for root in roots)
    there = (one for one in members if one.lower().endswith(".opf"))
    path = next((one for one in (*named, *there) if one in members), None)
    if path is None:
        raise not_a_book(name)
    return path


def _parsed(archive: zip_guard.Guarded, info: ZipInfo, name: str) -> Any:
    return xml_guard.parsed(_DOCTYPE.sub(b"", zip_guard.member(archive, info)), name)


def _require_open(archive: zip_guard.Guarded, members: dict[str, ZipInfo], name: str) -> None:
    """Raise UnreadableSource for a book whose texts are encrypted; fonts are scrambled in many that are not."""
    if _ENCRYPTION not in members:
        return
    root = _parsed(archive, members[_ENCRYPTION], name)
    if any(not _FONTS.search(one.get("URI", "")) for one in root.iter("{*}CipherReference")):
        problem = tr("{name} is protected against copying and cannot be read.").format(name=name)
        raise UnreadableSource(problem, tr("Get a copy without protection from its publisher."))


def _said(metadata: Sequence[Any]) -> dict[str, tuple[str, ...]]:
    said: dict[str, tuple[str, ...]] = {}
    for one in metadata:
        text = _text(one) if isinstance(one.tag, str) else ""
        role = next((value for key, value in one.attrib.items() if key.endswith("role")), "aut") if text else ""
        if text and not (name_of(one) == "creator" and role != "aut"):
            said[name_of(one)] = (*said.get(name_of(one), ()), text)
    return said


def _issued(metadata: Sequence[Any]) -> tuple[str, ...]:
    """Return the dates of publication: those marked so, else all that are marked as nothing else."""
    dates = [
        (next((value for key, value in one.attrib.items() if key.endswith("event")), ""), "".join(one.itertext()))
        for one in metadata
        if name_of(one) == "date"
    ]
    published = [text for event, text in dates if event in ("publication", "original-publication")]
    return tuple(published or (text for event, text in dates if not event))


def _chapters(root: Any, items: dict[str, Any], folder: str) -> Iterator[str]:
    """Yield the paths of the chapters in reading order; the page with the contents is none."""
    for reference in all_named(child(root, "spine"), "itemref"):
        item = items.get(reference.get("idref", ""))
        if item is None or "nav" in item.get("properties", "").split():
            continue
        if item.get("media-type", "").lower() in _CHAPTERS:
            yield joined(folder, item.get("href", ""))[0]


def joined(folder: str, address: str) -> tuple[str, str]:
    """Return the path in the book, and the fragment, that an address in a file of a folder leads to."""
    path, _, fragment = address.partition("#")
    return posixpath.normpath(posixpath.join(folder, unquote(path))), unquote(fragment)


def _labels(
    archive: zip_guard.Guarded, members: dict[str, ZipInfo], root: Any, items: dict[str, Any], folder: str, name: str
) -> tuple[Label, ...]:
    """Return the entries of the table of contents: that of EPUB 3 where there is one, else the NCX of EPUB 2."""
    for item in _tables(root, items):
        path = joined(folder, item.get("href", ""))[0]
        if path not in members:
            continue
        try:
            table = _parsed(archive, members[path], name)
        except UnreadableSource:  # a book is read without its contents, too
            continue
        read = _of_ncx if name_of(table) == "ncx" else _of_navigation
        if found := tuple(islice(read(table, posixpath.dirname(path)), _MOST_LABELS)):
            return found
    return ()


def _tables(root: Any, items: dict[str, Any]) -> Iterator[Any]:
    """Yield the items that may hold the table of contents, the best first."""
    yield from (one for one in items.values() if "nav" in one.get("properties", "").split())
    spine = child(root, "spine")
    named = None if spine is None else items.get(spine.get("toc", ""))
    yield from () if named is None else (named,)
    yield from (one for one in items.values() if one.get("media-type") == _NCX)


def _of_ncx(root: Any, folder: str) -> Iterator[Label]:
    waiting = [(1, point) for point in reversed(all_named(child(root, "navMap"), "navPoint"))]
    while waiting:
        level, point = waiting.pop()
        label, target = child(point, "navLabel"), child(point, "content")
        text = _text(label) if label is not None else ""
        if text and target is not None:
            yield Label(text, min(level, _DEEPEST), *joined(folder, target.get("src", "")))
        waiting.extend((level + 1, inner) for inner in reversed(all_named(point, "navPoint")))


def _of_navigation(root: Any, folder: str) -> Iterator[Label]:
    contents = [one for one in root.iter("{*}nav") if "toc" in _type(one).split()]
    for link in contents[0].iter("{*}a") if contents else ():
        text = _text(link)
        level = sum(name_of(above) == "ol" for above in link.iterancestors())
        if text and link.get("href"):
            yield Label(text, min(max(level, 1), _DEEPEST), *joined(folder, link.get("href")))


def _text(node: Any) -> str:
    """Return the text of an element on one line; an ideographic blank in it stays."""
    return _BLANKS.sub(" ", "".join(node.itertext())).strip()


def _type(node: Any) -> str:
    return next((value for key, value in node.attrib.items() if key.endswith("}type")), "")
