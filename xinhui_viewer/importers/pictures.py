"""A picture inside an office document, as an attachment."""

from __future__ import annotations

import hashlib
from zipfile import ZipInfo

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers import zip_guard
from xinhui_viewer.importers.attachments import LARGEST
from xinhui_viewer.records import Attachment

_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"BM", "bmp"),
)


def picture(archive: zip_guard.Guarded, info: ZipInfo) -> Attachment | None:
    """Return a picture, named by its hash; None for one that is damaged, too large or of an unknown kind.

    The first bytes tell its format; its name in the file may be wrong.
    """
    if info.file_size > LARGEST:
        return None
    try:
        content = zip_guard.member(archive, info, LARGEST)
    except UnreadableSource:  # one damaged picture does not cost the text
        return None
    return picture_of(content)


def picture_of(content: bytes) -> Attachment | None:
    """Return a picture by its bytes; None for one that is too large or of an unknown kind."""
    kind = next((kind for beginning, kind in _BEGINNINGS if content.startswith(beginning)), "")
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        kind = "webp"
    if not kind or len(content) > LARGEST:
        return None
    sha256 = hashlib.sha256(content).hexdigest()
    return Attachment(f"{sha256[:16]}.{kind}", f"image/{kind}", sha256, content)
