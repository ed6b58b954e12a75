"""The attachments that an OFD document holds (GB/T 33190-2016, chapter 20)."""

from __future__ import annotations

import hashlib
import posixpath
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import listed, tr
from xinhui_viewer.importers.attachments import DOCUMENTS, IMAGES, LARGEST, MOST
from xinhui_viewer.importers.printed.ofd_package import Part, Parts
from xinhui_viewer.importers.xml_guard import all_named, child
from xinhui_viewer.records import Attachment

_PLAIN = {".txt": "text/plain", ".xml": "application/xml"}
_UNKNOWN = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Attached:
    """The attachments of a document, and a sentence on those that could not be kept."""

    attachments: tuple[Attachment, ...] = ()
    warnings: tuple[str, ...] = ()


def attached(parts: Parts, document: Part) -> Attached:
    """Return the attachments that a document lists, by the names that it gives them."""
    place = child(document.tree, "Attachments")
    if place is None or not (place.text or "").strip():
        return Attached()
    try:
        part = parts.part(place.text, document.folder)
    except UnreadableSource:
        return Attached(warnings=(tr("The list of the attachments in the file cannot be read."),))
    kept: list[Attachment] = []
    lost: list[str] = []
    for node in all_named(part.tree, "Attachment"):
        name, content = _name(node), _content(parts, part, node) if len(kept) < MOST else None
        if content is None:
            lost.append(name)
        else:
            kept.append(Attachment(name, _media_type(name), hashlib.sha256(content).hexdigest(), content))
    return Attached(tuple(_apart(kept)), tuple(_told(lost)))


def _content(parts: Parts, part: Part, node: Any) -> bytes | None:
    """Return the bytes of an attachment; None where they are missing, damaged or too many."""
    try:
        return parts.content(_place(node), part.folder, LARGEST)
    except UnreadableSource:
        return None


def _place(node: Any) -> str:
    place = child(node, "FileLoc")
    return (place.text or "").strip() if place is not None else ""


def _name(node: Any) -> str:
    """Return the name of an attachment with the ending of its file."""
    file = posixpath.basename(_place(node).replace("\\", "/"))
    name = (node.get("Name") or "").strip() or file or "?"
    ending = posixpath.splitext(file)[1]
    return name if name.lower().endswith(ending.lower()) else name + ending


def _media_type(name: str) -> str:
    ending = posixpath.splitext(name)[1].lower()
    return IMAGES.get(ending) or DOCUMENTS.get(ending) or _PLAIN.get(ending) or _UNKNOWN


def _apart(kept: list[Attachment]) -> Iterator[Attachment]:
    """Yield attachments under names of their own: a bulletin finds them by name."""
    seen: Counter[str] = Counter()
    for one in kept:
        seen[one.name] += 1
        stem, ending = posixpath.splitext(one.name)
        yield one if seen[one.name] == 1 else replace(one, name=f"{stem} ({seen[one.name]}){ending}")


def _told(lost: list[str]) -> Iterator[str]:
    if lost:
        names = listed(lost[:20])
        yield tr("These attachments in the file could not be kept: {names}.").format(names=names)
