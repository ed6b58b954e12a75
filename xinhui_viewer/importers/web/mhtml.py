"""MHTML: a page that a browser saved with its images in one file."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers import mime
from xinhui_viewer.importers.attachments import LARGEST, MOST
from xinhui_viewer.importers.member import ALONE, Around
from xinhui_viewer.importers.mime import content_of
from xinhui_viewer.importers.web import html
from xinhui_viewer.importers.web.site.trace import Trace
from xinhui_viewer.records import Attachment, Draft

if TYPE_CHECKING:
    from email.message import Message

_MAIL = re.compile(rb"(?im)^(?:MIME-Version|Snapshot-Content-Location)[ \t]*:")
_MULTIPART = re.compile(rb"(?im)^Content-Type[ \t]*:[ \t]*(?:multipart/|text/html)")


def recognises(head: bytes, _name: str) -> bool:
    """Return whether a file begins with the headers of a mail that holds a page."""
    return not head.lstrip().startswith(b"<") and bool(_MAIL.search(head) and _MULTIPART.search(head))


def read(content: bytes, name: str, around: Around = ALONE) -> tuple[Draft, ...]:
    """Return the bulletin of a page saved as one file; UnreadableSource when it holds no page."""
    message = mime.message(content, name)
    parts = list(mime.leaves(message))
    page = _root(message, parts)
    if page is None:
        problem = tr("{name} contains no web page.").format(name=name)
        raise UnreadableSource(problem, tr("Save the page again as a single file (MHTML)."))
    address = _address(message, page)
    (draft,) = html.read(content_of(page), name, replace(around, url=around.url or address))
    draft = replace(draft, importer="mhtml", facts=replace(draft.facts, url=draft.facts.url or address))
    if mime.is_damaged(message):
        cut = tr("The file is damaged or incomplete; what could be read was kept.")
        draft = replace(draft, warnings=(*draft.warnings, cut))
    return (_with_parts(draft, parts, address),)


def traced(content: bytes, name: str, around: Around = ALONE) -> Trace | None:
    """Return what a page saved as one file tells its siblings; None for a file without a page."""
    message = mime.message(content, name)
    page = _root(message, list(mime.leaves(message)))
    if page is None:
        return None
    return html.traced(content_of(page), name, replace(around, url=around.url or _address(message, page)))


def _root(message: Message, parts: list[Message]) -> Message | None:
    """Return the part with the page: the one named as the start, else the first of type text/html."""
    start = str(message.get_param("start", "") or "").strip("<>")
    pages = [part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    named = (part for part in pages if start and str(part.get("Content-ID", "")).strip("<>") == start)
    return next(named, pages[0] if pages else None)


def _address(message: Message, page: Message) -> str:
    found = (message.get("Snapshot-Content-Location"), page.get("Content-Location"), message.get("Content-Location"))
    addresses = (str(address).strip() for address in found if address)
    return next((address for address in addresses if address.startswith(("http://", "https://"))), "")


def _with_parts(draft: Draft, parts: list[Message], base: str) -> Draft:
    """Return the draft with the images of the file that its text shows, and the documents that it links to."""
    labels = {_joined(base, link.address): link.label for link in draft.linked}
    wanted = {block.image for block in draft.blocks if block.image} | labels.keys()
    known = {attachment.name for attachment in draft.attachments}
    found: dict[str, Attachment] = {}
    for part in parts:
        names = {str(part.get("Content-Location", "")).strip(), f"cid:{str(part.get('Content-ID', '')).strip('<> ')}"}
        name = next(iter(names & wanted - known), "")
        if name and (part.get_content_maintype() == "image" or name in labels) and len(found) < MOST:
            content = content_of(part)
            if content and len(content) <= LARGEST:
                sha256 = hashlib.sha256(content).hexdigest()
                found.setdefault(name, Attachment(name, part.get_content_type(), sha256, content, labels.get(name, "")))
    return replace(draft, attachments=(*draft.attachments, *found.values()))


def _joined(base: str, address: str) -> str:
    """Return an address as it is from a page; as it stands where it is none."""
    try:
        return urljoin(base, address)
    except ValueError:
        return address
