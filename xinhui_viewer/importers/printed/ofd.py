"""OFD (GB/T 33190-2016): the text of its pages, joined into paragraphs; each document in a file is a bulletin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import listed, tr
from xinhui_viewer.importers.member import ALONE, Around, Told
from xinhui_viewer.importers.printed.draft import printed
from xinhui_viewer.importers.printed.layout import lines
from xinhui_viewer.importers.printed.lines import Line
from xinhui_viewer.importers.printed.ofd_attachments import attached
from xinhui_viewer.importers.printed.ofd_content import Content, page_content
from xinhui_viewer.importers.printed.ofd_objects import Face, Resources
from xinhui_viewer.importers.printed.ofd_package import Part, Parts
from xinhui_viewer.importers.xml_guard import all_named, child, name_of
from xinhui_viewer.importers.zip_guard import is_zip, opened
from xinhui_viewer.records import Draft

_MOST_PAGES = 5_000
_MOST_DOCUMENTS = 50


@dataclass(frozen=True, slots=True)
class _Page:
    """The content of a page, its number from 0, and the templates that it is printed on."""

    number: int
    content: Content
    templates: tuple[str, ...]


def recognises(head: bytes, name: str) -> bool:
    """Return whether a file is a zip file with the name of an OFD file."""
    return is_zip(head) and name.lower().endswith(".ofd")


def read(content: bytes, name: str, around: Around = ALONE) -> tuple[Draft, ...]:
    """Return the bulletins of an OFD file; UnreadableSource when it is damaged or has no page."""
    drafts: list[Draft] = []
    unread: dict[int, UnreadableSource] = {}
    with opened(content, name) as archive:
        parts = Parts(archive, name)
        for number, body in enumerate(all_named(parts.part("OFD.xml").tree, "DocBody")[:_MOST_DOCUMENTS], 1):
            try:
                drafts += _document(parts, body, name, around.told)
            except UnreadableSource as error:
                unread[number] = error
    if drafts and unread:
        told = tr("These documents in the file could not be read: {numbers}.")
        told = told.format(numbers=listed(map(str, unread)))
        drafts[0] = replace(drafts[0], warnings=(*drafts[0].warnings, told))
    elif unread:
        raise next(iter(unread.values()))
    elif not drafts:
        raise _without_pages(name)
    return tuple(drafts)


def _document(parts: Parts, body: Any, name: str, told: Told) -> Iterator[Draft]:
    place = _text(child(body, "DocRoot"))
    if not place:
        return
    document = parts.part(place)
    listed = all_named(child(document.tree, "Pages"), "Page")
    resources = _resources(parts, document, child(document.tree, "CommonData"), ("PublicRes", "DocumentRes"))
    pages: list[_Page] = []
    unread: list[int] = []
    for number, page in enumerate(listed[:_MOST_PAGES]):
        told(number + 1, min(len(listed), _MOST_PAGES))
        try:
            pages.append(_page(parts, document, page.get("BaseLoc") or "", resources, number))
        except UnreadableSource:
            unread.append(number + 1)
    if not pages:
        raise _without_pages(name)
    shown = tuple(_lines(parts, document, pages, resources))
    bookmarks = {_key(mark.get("Title") or ""): level for level, mark in _outline(child(document.tree, "Outlines"))}
    inside = attached(parts, document)
    warnings = (*_warnings(shown, unread, len(listed)), *inside.warnings)
    named = _text(child(child(body, "DocInfo"), "Title"))
    yield printed("ofd", shown, warnings, named, bookmarks, inside.attachments)


def _page(parts: Parts, document: Part, place: str, shared: Resources, number: int) -> _Page:
    page = parts.part(place, document.folder)
    resources = shared.with_those(_resources(parts, page, page.tree, ("PageRes",)))
    templates = tuple(one.get("TemplateID") or "" for one in all_named(page.tree, "Template"))
    return _Page(number, page_content(page.tree, resources), templates)


def _lines(parts: Parts, document: Part, pages: list[_Page], resources: Resources) -> Iterator[tuple[Line, ...]]:
    """Yield the lines of each page with those of its template, such as a red head, without those that pages share."""
    places = _own_templates(document, pages)
    before: tuple[Line, ...] = ()
    for page in pages:
        own = [places[one] for one in dict.fromkeys(page.templates) if one in places]
        shown = (*_templates(parts, document, own, resources), page.content)
        runs = [run for one in shown for run in one.runs]
        before = lines(runs, page.number, [stroke for one in shown for stroke in one.strokes], before)
        yield before


def _own_templates(document: Part, pages: Sequence[_Page]) -> dict[str, str]:
    """Return the places of the templates on which one page alone is printed, by their ids."""
    used = Counter(one for page in pages for one in set(page.templates))
    listed = all_named(child(document.tree, "CommonData"), "TemplatePage")
    return {key: one.get("BaseLoc") or "" for one in listed if used[key := one.get("ID") or ""] == 1}


def _templates(parts: Parts, document: Part, places: Sequence[str], resources: Resources) -> Iterator[Content]:
    for place in places:
        try:
            yield page_content(parts.part(place, document.folder).tree, resources)
        except UnreadableSource:  # the page itself was read
            continue


def _resources(parts: Parts, part: Part, node: Any, kinds: tuple[str, ...]) -> Resources:
    """Return the fonts and composite units in the resources that an element of a part names."""
    found = Resources()
    for place in (place for kind in kinds for place in all_named(node, kind)):
        try:
            resources = parts.part(_text(place), part.folder).tree
        except UnreadableSource:  # pages can be read without them
            continue
        for one in resources.iter():
            if name_of(one) == "Font":
                found.fonts[one.get("ID") or ""] = _face(one)
            elif name_of(one) == "CompositeGraphicUnit":
                found.units[one.get("ID") or ""] = one
    return found


def _face(font: Any) -> Face:
    shown = f"{font.get('FontName') or ''} {font.get('FamilyName') or ''}"
    return Face(shown, (font.get("Bold") or "").lower() == "true")


def _outline(outlines: Any) -> Iterator[tuple[int, Any]]:
    """Yield the entries of the document's own outline with their levels from 1."""
    stack = [(1, one) for one in reversed(all_named(outlines, "OutlineElem"))]
    while stack:
        level, one = stack.pop()
        yield level, one
        if level < 6:
            stack += [(level + 1, inner) for inner in reversed(all_named(one, "OutlineElem"))]


def _warnings(read: tuple[tuple[Line, ...], ...], unread: list[int], pages: int) -> Iterator[str]:
    if not any(read):
        yield tr("The OFD contains pictures of its pages but no text; it was kept but cannot be searched.")
    if unread:
        yield tr("These pages could not be read: {pages}.").format(pages=listed(map(str, unread[:50])))
    if pages > _MOST_PAGES:
        yield tr("The OFD has more than {n} pages; the rest were left out.").format(n=_MOST_PAGES)


def _without_pages(name: str) -> UnreadableSource:
    problem = tr("{name} has no page that can be read.").format(name=name)
    return UnreadableSource(problem, tr("Get the file from its source again."))


def _text(node: Any) -> str:
    return (node.text or "").strip() if node is not None else ""


def _key(text: str) -> str:
    return "".join(text.split())
