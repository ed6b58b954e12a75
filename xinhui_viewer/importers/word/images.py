"""The pictures that a document shows, as attachments in the order of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from xinhui_viewer.importers.attachments import MOST
from xinhui_viewer.importers.word.paragraph import Paragraph
from xinhui_viewer.records import Attachment


def with_images(
    lines: Iterable[Paragraph], image_of: Callable[[str], Attachment | None]
) -> tuple[list[Paragraph], tuple[Attachment, ...], int]:
    """Return the lines with each picture under its attachment's name, these attachments, and the number left out.

    ``image_of`` returns a picture by the key that a line has for it, None for one that cannot be kept.
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
            image = image_of(line.image) if len(images) < MOST else None
            read[line.image] = images.setdefault(image.sha256, image) if image else None
            left += image is None
        shown = read[line.image]
        if shown is not None:
            kept.append(replace(line, image=shown.name))
        elif line.text:
            kept.append(replace(line, image=""))
    return kept, tuple(images.values()), left
