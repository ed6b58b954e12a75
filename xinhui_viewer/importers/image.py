"""Pictures: a scan or a photograph that is imported by name is kept as a bulletin without text."""

from __future__ import annotations

import hashlib
import struct
from pathlib import PurePath

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.facts import Facts
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.finish import Piece, draft
from xinhui_viewer.importers.legible import is_named_as_text
from xinhui_viewer.importers.member import ALONE, Around
from xinhui_viewer.records import Attachment, Draft

_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"RIFF")
_RESERVED = bytes(4)  # in a BMP; a text may begin with BM
_WIDEST = 20_000  # pixels
_MOST = 60_000_000  # as the reader shows
_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif", "BMP": "image/bmp", "WEBP": "image/webp"}
_OLD_BMP, _LONGEST_BMP_HEAD = 12, 124  # bytes
_MOST_SEGMENTS = 10_000  # before a JPEG's frame; a colour profile takes 255 at most
_FRAMES = frozenset((*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)))


def recognises(head: bytes, name: str) -> bool:
    """Return whether a file is a picture, TIFF among them, that is not named as a page or a text."""
    begun = head.startswith(_BEGINNINGS) or (head.startswith(b"BM") and head[6:10] == _RESERVED)
    return begun and not is_named_as_text(name)


def read(content: bytes, name: str, _around: Around = ALONE) -> tuple[Draft, ...]:
    """Return a picture as a bulletin; UnreadableSource when it is no picture, damaged, or too large to be shown."""
    try:
        kind, width, height = _measured(content)
    except (struct.error, IndexError):
        kind, width, height = "", 0, 0
    if not kind or width < 1 or height < 1:
        problem = tr("{name} is not a picture, or is damaged.").format(name=name)
        raise UnreadableSource(problem, tr("Pictures that can be imported: PNG, JPEG, GIF, WebP and BMP."))
    if max(width, height) > _WIDEST or width * height > _MOST:
        problem = tr("{name} has {width} × {height} pixels, too many to be shown.")
        remedy = tr("Save it at a smaller size and import that.")
        raise UnreadableSource(problem.format(name=name, width=width, height=height), remedy)
    picture = Attachment(name, _TYPES[kind], hashlib.sha256(content).hexdigest(), content)
    told = tr("The picture is kept; its text cannot be searched.")
    said = Facts(title=PurePath(name).stem)  # the only fact that a picture has
    return (draft("image", said, (Piece("image", "", image=name),), (told,), (picture,)),)


def _measured(content: bytes) -> tuple[str, int, int]:
    """Return the format, width and height of a picture by its header; ('', 0, 0) for an unknown format."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and content[12:16] == b"IHDR":
        return "PNG", *struct.unpack(">II", content[16:24])
    if content[:6] in (b"GIF87a", b"GIF89a"):
        return "GIF", *struct.unpack("<HH", content[6:10])
    if content.startswith(b"BM"):
        return _bmp(content)
    if content.startswith(b"\xff\xd8\xff"):
        return _jpeg(content)
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return _webp(content)
    return "", 0, 0


def _bmp(content: bytes) -> tuple[str, int, int]:
    (head,) = struct.unpack("<I", content[14:18])
    if head == _OLD_BMP:
        return "BMP", *struct.unpack("<HH", content[18:22])
    width, height = struct.unpack("<ii", content[18:26])
    return ("BMP", width, abs(height)) if _OLD_BMP < head <= _LONGEST_BMP_HEAD else ("", 0, 0)


def _jpeg(content: bytes) -> tuple[str, int, int]:
    at = 2
    for _ in range(_MOST_SEGMENTS):
        if content[at] != 0xFF:
            break
        if content[at + 1] == 0xFF:  # a marker may be filled up in front
            at += 1
            continue
        marker, (length,) = content[at + 1], struct.unpack(">H", content[at + 2 : at + 4])
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return "JPEG", width, height
        at += 2 + length
    return "", 0, 0


def _webp(content: bytes) -> tuple[str, int, int]:
    kind = content[12:16]
    if kind == b"VP8X":
        width, height = (int.from_bytes(_whole(content, at, 3), "little") + 1 for at in (24, 27))
    elif kind == b"VP8L" and content[20:21] == b"\x2f":
        (bits,) = struct.unpack("<I", content[21:25])
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    elif kind == b"VP8 " and content[23:26] == b"\x9d\x01\x2a":
        width, height = (size & 0x3FFF for size in struct.unpack("<HH", content[26:30]))
    else:
        return "", 0, 0
    return "WEBP", width, height


def _whole(content: bytes, at: int, count: int) -> bytes:
    if len(content) < at + count:
        raise IndexError(at)
    return content[at : at + count]
