"""The attachments of a bulletin: the images that its page shows and the documents that it names (附件)."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from xinhui_viewer.importers.member import Beside
from xinhui_viewer.records import Attachment, Draft

MOST, LARGEST = 40, 8 * 2**20  # attachments of a bulletin, bytes of each
IMAGES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".bmp": "image/bmp",
}
DOCUMENTS = {
    ".pdf": "application/pdf",
    ".ofd": "application/ofd",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xls": "application/vnd.ms-excel",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".ppt": "application/vnd.ms-powerpoint",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".wps": "application/vnd.ms-works",
    ".et": "application/octet-stream",
    ".csv": "text/csv",
    ".zip": "application/zip",
    ".rar": "application/vnd.rar",
}


def with_attachments(draft: Draft, beside: Beside) -> Draft:
    """Return the draft with the images and documents that it names and that ``beside`` finds."""
    known = {attachment.name for attachment in draft.attachments}
    images = (block.image for block in draft.blocks if block.image)
    wanted = [name for name in dict.fromkeys((*images, *draft.linked)) if name not in known]
    found = tuple(_attachments(wanted[: MOST - len(known)], beside))
    return replace(draft, attachments=(*draft.attachments, *found)) if found else draft


def in_folder(folder: Path) -> Beside:
    """Return a function from an address in a page to the content of that file, in the page's folder or below it."""

    def content(name: str) -> bytes | None:
        if name.startswith(("http:", "https:", "//", "/")):
            return None  # the most frequent, recognised without parsing
        try:
            address = urlsplit(name)
            if address.scheme or address.netloc or not address.path:
                return None
            relative = unquote(address.path)
            if ".." not in relative and not os.path.exists(os.path.join(folder, relative)):
                return None  # as for most: the page was saved alone
            root, path = folder.resolve(), (folder / relative).resolve()
            inside = path.is_relative_to(root) and path.is_file() and path.stat().st_size <= LARGEST
            return path.read_bytes() if inside else None
        except (OSError, ValueError):  # no valid name on this system: too long, or with a NUL
            return None

    return content


def _attachments(names: list[str], beside: Beside) -> Iterator[Attachment]:
    for name in names:
        bare = name.partition("?")[0].partition("#")[0]
        ending = bare[bare.rfind(".") :].lower()
        media_type = IMAGES.get(ending) or DOCUMENTS.get(ending)
        content = beside(name) if media_type else None
        if media_type and content:
            yield Attachment(name, media_type, hashlib.sha256(content).hexdigest(), content)
