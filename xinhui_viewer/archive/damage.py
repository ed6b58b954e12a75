"""Stored texts that can no longer be read: marked as they leave the database, so that the others still can be."""

from __future__ import annotations

from xinhui_viewer.archive import packing
from xinhui_viewer.records import Section

UNREADABLE = (ValueError, TypeError, KeyError)  # raised by ``require``, and by packing when the JSON is damaged


class Damaged(str):
    """A stored text that is not UTF-8; U+FFFD stands for each part that cannot be read."""

    __slots__ = ()


def decoded(stored: bytes) -> str:
    """Return a stored text, Damaged when it is not UTF-8: the ``text_factory`` of every connection."""
    try:
        return stored.decode()
    except UnicodeDecodeError:
        return Damaged(stored.decode(errors="replace"))


def require(*values: object) -> None:
    """Raise a ValueError when one of the values is Damaged."""
    if Damaged in map(type, values):
        raise ValueError


def sections(text: str) -> tuple[Section, ...]:
    """Return the sections packed in ``text``; none when it is damaged."""
    try:
        require(text)
        return packing.sections(text)
    except UNREADABLE:
        return ()
