"""Images that lie beside a saved page ("complete page" in browsers): they become attachments of its bulletin."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from xinhui_viewer.importers.embedded import LARGEST, MOST
from xinhui_viewer.records import Attachment, Draft

_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".bmp": "image/bmp",
}


def with_images_beside(draft: Draft, folder: Path) -> Draft:
    """Return the draft with the images it names that lie in ``folder`` or below it; nothing else is read."""
    known = {attachment.name for attachment in draft.attachments}
    wanted = dict.fromkeys(block.image for block in draft.blocks if block.image and block.image not in known)
    found = tuple(_attachments(list(wanted)[: MOST - len(known)], folder))
    return replace(draft, attachments=(*draft.attachments, *found)) if found else draft


def _attachments(names: list[str], folder: Path) -> Iterator[Attachment]:
    for name in names:
        try:
            address = urlsplit(name)
            if address.scheme or address.netloc or not address.path:
                continue
            relative = unquote(address.path)
            if ".." not in relative and not os.path.exists(os.path.join(folder, relative)):
                continue  # as most: the page was saved alone
            path = (folder / relative).resolve()
            media_type = _TYPES.get(path.suffix.lower())
            if (
                media_type
                and path.is_relative_to(folder.resolve())
                and path.is_file()
                and path.stat().st_size <= LARGEST
            ):
                content = path.read_bytes()
                yield Attachment(name, media_type, hashlib.sha256(content).hexdigest(), content)
        except (OSError, ValueError):  # a name that is none here: too long, or with a NUL
            continue
