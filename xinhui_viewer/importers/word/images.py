"""The pictures that a Word file shows, as attachments in the order of the text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers import zip_guard
from xinhui_viewer.importers.attachments import LARGEST, MOST
from xinhui_viewer.importers.word.package import Parts
from xinhui_viewer.importers.word.paragraph import Paragraph
from xinhui_viewer.records import Attachment

_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"BM", "bmp"),
)


def with_images(lines: Iterable[Paragraph], found: Parts) -> tuple[list[Paragraph], tuple[Attachment, ...], int]:
    """Return the lines with each picture under its attachment's name, these attachments, and the number left out.

    The first bytes tell a picture's format; its name in the file may be wrong.
    """
    kept: list[Paragraph] = []
    read: dict[str, Attachment | None] = {}
    images: dict[str, Attachment] = {}
    left = 0
    for line in lines:
        if not line.image:
            kept.append(line)
            continue
        if line.image not in read:
            image = _image(found, line.image) if len(images) < MOST else None
            read[line.image] = images.setdefault(image.sha256, image) if image else None
            left += image is None
        shown = read[line.image]
        if shown is not None:
            kept.append(replace(line, image=shown.name))
        elif line.text:
            kept.append(replace(line, image=""))
    return kept, tuple(images.values()), left


def _image(found: Parts, key: str) -> Attachment | None:
    info = found.images.get(key)
    if info is None or info.file_size > LARGEST:
        return None
    try:
        content = zip_guard.member(found.archive, info, LARGEST)
    except UnreadableSource:  # one damaged picture does not cost the text
        return None
    kind = next((kind for beginning, kind in _BEGINNINGS if content.startswith(beginning)), "")
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        kind = "webp"
    sha256 = hashlib.sha256(content).hexdigest()
    return Attachment(f"{sha256[:16]}.{kind}", f"image/{kind}", sha256, content) if kind else None
