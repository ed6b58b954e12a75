"""The pictures that a Word file shows, as attachments in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from xinhui_viewer.importers.attachments import MOST
from xinhui_viewer.importers.pictures import picture
from xinhui_viewer.importers.word.package import Parts
from xinhui_viewer.importers.word.paragraph import Paragraph
from xinhui_viewer.records import Attachment


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
    return picture(found.package.archive, info) if info is not None else None
