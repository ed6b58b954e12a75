"""Turn images embedded in a saved page (data: addresses, as SingleFile writes them) into attachments."""

from __future__ import annotations

import binascii
import hashlib
import re
from base64 import b64decode
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import unquote_to_bytes

from xinhui_viewer.importers.attachments import LARGEST, MOST
from xinhui_viewer.importers.finish import Piece
from xinhui_viewer.records import Attachment

_DATA = re.compile(r"data:(image/(?:png|jpe?g|gif|webp|bmp))((?:;[\w=-]+)*),", re.IGNORECASE)
_LONGEST_ADDRESS = 2_000


def with_embedded(pieces: Iterable[Piece]) -> tuple[list[Piece], tuple[Attachment, ...]]:
    """Return the pieces with each embedded image replaced by a name, and these images."""
    kept: list[Piece] = []
    attachments: dict[str, Attachment] = {}
    for piece in pieces:
        if not piece.image.startswith("data:"):
            long = len(piece.image) > _LONGEST_ADDRESS
            kept.append(replace(piece, image=piece.image[:_LONGEST_ADDRESS]) if long else piece)
            continue
        found = _decoded(piece.image) if len(attachments) < MOST else None
        if found is not None:
            found = attachments.setdefault(found.sha256, found)
        if found is not None or piece.text:
            kept.append(replace(piece, image=found.name if found else ""))
    return kept, tuple(attachments.values())


def _decoded(address: str) -> Attachment | None:
    match = _DATA.match(address)
    if match is None or len(address) > LARGEST * 4 // 3:
        return None
    data = address[match.end() :]
    try:
        content = b64decode(unquote_to_bytes(data)) if "base64" in match[2].lower() else unquote_to_bytes(data)
    except (binascii.Error, ValueError):
        return None
    sha256 = hashlib.sha256(content).hexdigest()
    media_type = match[1].lower().replace("jpg", "jpeg")
    return Attachment(f"{sha256[:16]}.{media_type[6:]}", media_type, sha256, content) if content else None
