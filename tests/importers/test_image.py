from __future__ import annotations

import struct
from pathlib import Path

import pytest

from tests.importers.containers.files import PNG
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers import read
from xinhui_viewer.importers.image import read as read_image

JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08\x00\x20\x00\x40" + bytes(20)
GIF = b"GIF89a" + struct.pack("<HH", 64, 32) + bytes(20)
OLD_BMP = b"BM" + bytes(12) + struct.pack("<IHHHH", 12, 64, 32, 1, 24) + bytes(20)
BMP = b"BM" + bytes(12) + struct.pack("<I", 40) + struct.pack("<ii", 64, -32) + bytes(20)
WEBP = b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + (63).to_bytes(3, "little") + (31).to_bytes(3, "little") + bytes(9)
LOSSY = b"RIFF\0\0\0\0WEBPVP8 " + bytes(4) + b"\x10\x00\x00\x9d\x01\x2a" + struct.pack("<HH", 64, 32) + bytes(9)
LOSSLESS = b"RIFF\0\0\0\0WEBPVP8L" + bytes(4) + b"\x2f" + struct.pack("<I", 63 | 31 << 14) + bytes(9)
FILLED = JPEG.replace(b"\xff\xc0", b"\xff\xff\xff\xc0")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PNG, "png"),
        (JPEG, "jpeg"),
        (FILLED, "jpeg"),
        (GIF, "gif"),
        (BMP, "bmp"),
        (OLD_BMP, "bmp"),
        (WEBP, "webp"),
        (LOSSY, "webp"),
        (LOSSLESS, "webp"),
    ],
)
def test_a_picture_is_kept_with_a_word_that_it_cannot_be_searched(tmp_path: Path, content: bytes, kind: str) -> None:
    path = tmp_path / "扫描件.png"
    path.write_bytes(content)
    original, (draft,) = read(path)
    assert (draft.facts.title, draft.body) == ("扫描件", "")
    assert [(one.name, one.media_type, one.content) for one in draft.attachments] == [
        ("扫描件.png", f"image/{kind}", content)
    ]
    assert [block.image for block in draft.blocks] == ["扫描件.png"]
    assert original.media_type == f"image/{kind}"
    assert "cannot be searched" in draft.warnings[0]


def _png(width: int, height: int) -> bytes:
    return PNG[:16] + struct.pack(">II", width, height) + PNG[24:]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (_png(30_000, 10), "is too large to be shown|has 30000 × 10 pixels"),
        (_png(15_000, 15_000), "has 15000 × 15000 pixels"),
        (_png(0, 10), "is not a picture"),
        (JPEG[:12], "is not a picture"),
        (b"\xff\xd8\xff\xe0\x00\x00" * 20, "is not a picture"),
        (b"\xff\xd8" + b"\xff\xe0\x00\x02" * 20_000 + JPEG[2:], "is not a picture"),
        (GIF[:8], "is not a picture"),
        (WEBP[:28], "is not a picture"),
        (LOSSY.replace(b"\x9d\x01\x2a", b"abc"), "is not a picture"),
        (WEBP.replace(b"VP8X", b"ALPH"), "is not a picture"),
        ("BMW公司在云汀区设立办事处，欢迎前来参观。".encode(), "is not a picture"),
        (b"<svg/>", "is not a picture"),
        (b"", "is not a picture"),
    ],
)
def test_a_picture_too_large_or_damaged_is_refused_with_its_name(content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableSource, match=sentence):
        read_image(content, "a.png")
