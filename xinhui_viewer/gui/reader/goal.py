"""The place of a key figure of the archive in the text on show."""

from __future__ import annotations

from xinhui_viewer.gui.reader.whole import Whole
from xinhui_viewer.records import KeyFigure, Span


def place(key: KeyFigure, shown: Whole) -> Span | None:
    """Return where a figure stands, None in an attachment that is still to be opened; its heading if that cannot be."""
    start, end = key.figure.start, key.figure.start + len(key.figure.text)
    if key.attachment is None:
        return start, end
    for part in shown.parts:
        if part.attached.number == key.attachment.number:
            by = part.text_start
            if part.attached.text is None:
                return part.start, by - 1
            return (start + by, end + by) if part.opened else None
    return 0, 0
