"""OFD (GB/T 33190-2016): the text of its pages as paragraphs again; each document in a file is a bulletin."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.ofd_runs import Face, page_runs
from xinhui_viewer.importers.printed import printed
from xinhui_viewer.importers.printed_lines import Line, lines
from xinhui_viewer.importers.xml_guard import all_named, child, name_of, parsed
from xinhui_viewer.importers.zip_guard import member, opened
from xinhui_viewer.records import Draft

_MOST_PAGES = 5_000
_MOST_DOCUMENTS = 50


def read(content: bytes, name: str) -> tuple[Draft, ...]:
    """Return the bulletins of an OFD file; UnreadableSource when it is damaged or has no page."""
    with opened(content, name) as archive:
        root = _part(archive, "OFD.xml", name)
        bodies = all_named(root, "DocBody")[:_MOST_DOCUMENTS]
        drafts = tuple(draft for body in bodies if (draft := _document(archive, body, name)) is not None)
    if not drafts:
        problem = tr("{name} has no page that can be read.").format(name=name)
        raise UnreadableSource(problem, tr("Get the file again from its source."))
    return drafts


def _document(archive: ZipFile, body: Any, name: str) -> Draft | None:
    place = _inside("", _text(child(body, "DocRoot")), name)
    if not place:
        return None
    tree = _part(archive, place, name)
    folder = posixpath.dirname(place)
    fonts = dict(_fonts(archive, tree, folder, name))
    pages: list[tuple[Line, ...]] = []
    unread: list[int] = []
    listed = all_named(child(tree, "Pages"), "Page")
    for number, page in enumerate(listed[:_MOST_PAGES]):
        try:
            content = _part(archive, _inside(folder, page.get("BaseLoc") or "", name), name)
        except UnreadableSource:
            unread.append(number + 1)
            continue
        pages.append(lines(page_runs(content, fonts), number))
    if len(unread) == len(listed):
        return None
    bookmarks = {_key(mark.get("Title") or ""): level for level, mark in _outline(child(tree, "Outlines"))}
    warnings = tuple(_warnings(pages, unread, len(listed)))
    return printed("ofd", tuple(pages), warnings, _text(child(child(body, "DocInfo"), "Title")), bookmarks)


def _fonts(archive: ZipFile, tree: Any, folder: str, name: str) -> Iterator[tuple[str, Face]]:
    for kind in ("PublicRes", "DocumentRes"):
        for place in all_named(child(tree, "CommonData"), kind):
            try:
                resources = _part(archive, _inside(folder, _text(place), name), name)
            except UnreadableSource:
                continue
            for font in resources.iter():
                if name_of(font) == "Font" and font.get("ID"):
                    shown = f"{font.get('FontName') or ''} {font.get('FamilyName') or ''}"
                    yield font.get("ID"), Face(shown, (font.get("Bold") or "").lower() == "true")


def _outline(outlines: Any) -> Iterator[tuple[int, Any]]:
    """Yield the entries of the document's own outline with their levels from 1."""
    stack = [(1, one) for one in reversed(all_named(outlines, "OutlineElem"))]
    while stack:
        level, one = stack.pop()
        yield level, one
        if level < 6:
            stack += [(level + 1, inner) for inner in reversed(all_named(one, "OutlineElem"))]


def _warnings(read: list[tuple[Line, ...]], unread: list[int], pages: int) -> Iterator[str]:
    if not any(read):
        yield tr("The OFD holds pictures of its pages and no text: it is kept, but cannot be searched.")
    if unread:
        yield tr("These pages could not be read: {pages}.").format(pages=", ".join(map(str, unread[:50])))
    if pages > _MOST_PAGES:
        yield tr("The OFD has more than {n} pages: the rest was left out.").format(n=_MOST_PAGES)


def _part(archive: ZipFile, place: str, name: str) -> Any:
    try:
        info = archive.getinfo(place)
    except KeyError as error:
        problem = tr("{name} is damaged: {part} is missing.").format(name=name, part=place)
        raise UnreadableSource(problem, tr("Get the file again from its source.")) from error
    return parsed(member(archive, info), name)


def _inside(folder: str, place: str, name: str) -> str:
    """Return a place in the zip file, from the folder of the part that names it; UnreadableSource outside of it."""
    if not place:
        return ""
    joined = place.lstrip("/") if place.startswith("/") else posixpath.join(folder, place)
    found = posixpath.normpath(joined)
    if found.startswith("..") or "\\" in found:
        problem = tr("{name} names parts outside of itself.").format(name=name)
        raise UnreadableSource(problem, tr("Do not open it: no document is like that."))
    return found


def _text(node: Any) -> str:
    return (node.text or "").strip() if node is not None else ""


def _key(text: str) -> str:
    return "".join(text.split())
