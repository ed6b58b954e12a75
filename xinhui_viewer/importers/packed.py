"""Files that hold others, packed in ways that are not read: told by their right name."""

from __future__ import annotations

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr

_BEGINNINGS = (
    (b"Rar!\x1a\x07", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "XZ"),
    (b"MSCF\0\0\0\0", "CAB"),
)


def packer(head: bytes) -> str:
    """Return the format in which a file is packed, by its first bytes; empty for any other, and for zip files."""
    return next((name for beginning, name in _BEGINNINGS if head.startswith(beginning)), "")


def packed(name: str, head: bytes) -> UnreadableSource:
    """Return the error for a file that is packed in a way that is not read."""
    problem = tr("{name} holds other files, packed as {format}, which cannot be read.")
    return UnreadableSource(problem.format(name=name, format=packer(head)), tr("Unpack it and import the folder."))
