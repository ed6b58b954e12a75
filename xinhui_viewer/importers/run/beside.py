"""Files that belong to a page: images that it shows and documents that it links to, from its folder or its container.

A page that is imported alone takes files only from its companion folder, which a browser saved with it: other files
beside it are told, for the user to be asked. In a folder that is imported as a whole all belongs to the user's choice.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from xinhui_viewer.importers.attachments import DOCUMENTS, IMAGES, LARGEST, MOST
from xinhui_viewer.importers.member import Beside
from xinhui_viewer.importers.passed_over import COMPANIONS
from xinhui_viewer.importers.table import Importer, importer_for
from xinhui_viewer.records import Attachment, Draft, Link

_PAGES = ("html", "mhtml", "plain_text")  # what a page links to in these is another page


class Folder:
    """Returns the files that a page names by relative addresses; ``left`` are those that it may not take unasked.

    With a ``root``, a folder around the page, all files in that are its own; ``asked`` says that the user was asked.
    """

    def __init__(self, page: Path, root: Path | None = None, *, asked: bool = False) -> None:
        self._page, self._root, self._asked = page, root, asked
        self.left: list[str] = []

    def __call__(self, name: str) -> bytes | None:
        """Return the content of a file that may be taken; None when there is none."""
        if name.startswith(("http:", "https:", "//", "/", "#", "data:")):
            return None  # the most frequent, recognised without parsing
        try:
            address = urlsplit(name)
            if address.scheme or address.netloc or not address.path:
                return None
            relative = unquote(address.path)
            folder = self._page.parent
            if not os.path.exists(os.path.join(folder, relative)):
                return None  # as for most: the page was saved alone
            return self._taken(name, (folder / relative).resolve())
        except (OSError, ValueError):  # no valid name on this system: too long, or with a NUL
            return None

    def _taken(self, name: str, path: Path) -> bytes | None:
        folder = self._page.parent.resolve()
        if not path.is_relative_to(self._root.resolve() if self._root else folder) or not path.is_file():
            return None
        if path.stat().st_size > LARGEST:
            return None
        if not (self._root or self._asked or self._is_companion(path.relative_to(folder))):
            self.left.append(name)
            return None
        return path.read_bytes()

    def _is_companion(self, path: Path) -> bool:
        return len(path.parts) > 1 and path.parts[0] in {self._page.stem + ending for ending in COMPANIONS}


def with_attachments(draft: Draft, beside: Beside) -> Draft:
    """Return the draft with the images and documents that it names and that ``beside`` finds."""
    known = {attachment.name for attachment in draft.attachments}
    wanted = {block.image: Link(block.image) for block in draft.blocks if block.image}
    wanted.update((link.address, link) for link in draft.linked)
    left = [link for name, link in wanted.items() if name not in known]
    found = tuple(_attachments(left[: MOST - len(known)], beside))
    return replace(draft, attachments=(*draft.attachments, *found)) if found else draft


def media_type(address: str) -> str:
    """Return the media type of a file that can be attached, by the ending of its address; empty for any other."""
    bare = address.partition("?")[0].partition("#")[0]
    ending = bare[bare.rfind(".") :].lower()
    if found := IMAGES.get(ending) or DOCUMENTS.get(ending):
        return found
    row = importer_for(bare)
    return row.media_type if isinstance(row, Importer) and row.name not in _PAGES else ""


def _attachments(links: list[Link], beside: Beside) -> Iterator[Attachment]:
    for link in links:
        kind = media_type(link.address)
        content = beside(link.address) if kind else None
        if kind and content:
            yield Attachment(link.address, kind, hashlib.sha256(content).hexdigest(), content, link.label)
