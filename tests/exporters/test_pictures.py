from __future__ import annotations

import hashlib
import io
from dataclasses import replace

import pikepdf
import pytest
from PIL import Image

from tests.exporters.conftest import Texts, entry, summary
from xinhui_viewer.exporters.pdf import pdf
from xinhui_viewer.exporters.pictures import picture
from xinhui_viewer.records import Attachment, Block, Layout


def image(width: int = 40, height: int = 30, form: str = "PNG", mode: str = "RGB", noisy: bool = False) -> bytes:
    made = Image.effect_noise((width, height), 90).convert(mode) if noisy else Image.new(mode, (width, height))
    out = io.BytesIO()
    made.save(out, form)
    return out.getvalue()


def _attachment(content: bytes, name: str = "a.png") -> Attachment:
    return Attachment(name, "image/png", hashlib.sha256(content).hexdigest(), content)


def printed(*contents: bytes | None) -> bytes:
    captions = [f"图{n} 水库巡查" for n in range(len(contents))]
    body = "\n".join(["全区防汛。", *captions])
    blocks = [Block("paragraph", 0, 5)]
    for n, caption in enumerate(captions):
        start = body.index(caption)
        blocks.append(Block("image", start, start + len(caption), image=f"{n}.png"))
    images = tuple(_attachment(one, f"{n}.png") for n, one in enumerate(contents) if one is not None)
    one = replace(entry(lead=()), body=body, blocks=tuple(blocks), images=images)
    return pdf(summary(one), layout=Layout("official"))


def sizes(content: bytes) -> list[tuple[int, int]]:
    with pikepdf.open(io.BytesIO(content)) as made:
        shown = [one for page in made.pages for one in page.Resources.get("/XObject", {}).values()]
        return [(int(one.Width), int(one.Height)) for one in shown if one.Subtype == "/Image"]


def test_pictures_are_printed_with_their_captions(text_of: Texts) -> None:
    content = printed(image(), image(form="JPEG", noisy=True), image(40, 30, "GIF", "L", noisy=True))
    assert sizes(content) == [(40, 30)] * 3
    assert [n for n in range(3) if f"图{n} 水库巡查" not in text_of(content)] == []


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I", "F", "I;16"])
def test_a_picture_of_any_colours_is_printed(mode: str) -> None:
    assert len(sizes(printed(image(form="TIFF", mode=mode)))) == 1


def test_transparent_pixels_are_printed_white() -> None:
    pictures: dict[str, bytes] = {}
    picture(_attachment(image(mode="RGBA")), "", pictures)
    (content,) = pictures.values()
    with Image.open(io.BytesIO(content)) as made:
        assert made.getpixel((0, 0)) == (255, 255, 255)


def test_a_picture_that_is_damaged_missing_or_too_large_leaves_a_note_and_its_caption(text_of: Texts) -> None:
    whole = image(300, 300, "JPEG", noisy=True)
    bomb = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (60_000).to_bytes(4) * 2 + b"\x08\x02\x00\x00\x00" + b"\x00" * 64
    text = text_of(printed(b"<svg onload=alert(1)>", whole[:300], bomb, None, b""))
    assert text.count("[A picture that cannot be read]") == 4
    assert text.count("[A picture that is not in the archive]") == 1
    assert [n for n in range(5) if f"图{n} 水库巡查" not in text] == []


def test_metadata_of_a_picture_is_not_printed() -> None:
    out = io.BytesIO()
    Image.effect_noise((40, 30), 90).save(out, "JPEG", comment=b"where it was taken", exif=b"Exif\x00\x00secret")
    pictures: dict[str, bytes] = {}
    picture(_attachment(out.getvalue()), "", pictures)
    (content,) = pictures.values()
    assert b"where" not in content
    assert b"secret" not in content


def test_the_same_picture_twice_is_kept_once() -> None:
    pictures: dict[str, bytes] = {}
    first, second = (picture(_attachment(image()), "", pictures) for _ in range(2))
    assert first["file"] == second["file"]
    assert len(pictures) == 1
