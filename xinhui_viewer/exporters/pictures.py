"""Pictures for print: decoded and re-encoded, so that nothing but their pixels reaches the PDF."""

from __future__ import annotations

import io
import math
from typing import TYPE_CHECKING, Any

from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Attachment

if TYPE_CHECKING:
    from PIL.Image import Image

_MOST = 60_000_000  # pixels, as the reader shows
_LARGEST = 1600  # pixels on a side: 156 mm at 260 dpi
_FEW_COLOURS = 4096  # a drawing, which JPEG would blur
_WIDEST, _TALLEST = 442.0, 500.0  # points: the width of the type area, and room for a caption
_PIXEL = 0.75  # points, at 96 dpi


def picture(image: Attachment | None, caption: str, pictures: dict[str, bytes]) -> dict[str, Any]:
    """Return a picture to be set and add its file to ``pictures``; a note in its place when it cannot be shown."""
    caption = " ".join(caption.split())
    encoded = _encoded(image.content) if image is not None else None
    if encoded is None:
        note = tr("[A picture that is not in the archive]") if image is None else tr("[A picture that cannot be read]")
        return {"kind": "note", "text": note, "caption": caption}
    content, ending, width, height = encoded
    name = next((name for name, known in pictures.items() if known == content), f"picture-{len(pictures)}.{ending}")
    pictures[name] = content
    scale = min(_PIXEL, _WIDEST / width, _TALLEST / height)
    return {
        "kind": "picture",
        "file": name,
        "width": round(width * scale, 2),
        "height": round(height * scale, 2),
        "alt": caption or tr("Picture"),
        "caption": caption,
    }


def _encoded(content: bytes) -> tuple[bytes, str, int, int] | None:
    """Return a picture re-encoded, the ending of its file, and its size in pixels; None when it cannot be read."""
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(content)) as opened:
            if opened.width * opened.height > _MOST or min(opened.size) < 1:
                return None
            opened.draft("RGB", (_LARGEST, _LARGEST))
            size = opened.size
            shown = ImageOps.exif_transpose(opened)
            width, height = size if shown.size == opened.size else shown.size
            flat = _flat(shown)
    except (OSError, ValueError, SyntaxError, EOFError, ArithmeticError, LookupError, Image.DecompressionBombError):
        return None  # Pillow raises these for damaged files, by format
    if max(flat.size) > _LARGEST:
        share = _LARGEST / max(flat.size)
        flat = flat.resize((math.ceil(flat.width * share), math.ceil(flat.height * share)), reducing_gap=2.0)
    return *_written(flat), width, height


def _flat(image: Image) -> Image:
    """Return a picture in grey or RGB, its transparent pixels on white."""
    from PIL import Image

    if image.mode in ("L", "RGB"):
        return image.copy()
    if image.mode in ("1", "I", "F", "I;16"):
        return image.convert("L")
    if "A" in image.getbands() or "transparency" in image.info:
        image = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")
    return image.convert("RGB")


def _written(image: Image) -> tuple[bytes, str]:
    out = io.BytesIO()
    if image.getcolors(_FEW_COLOURS) is not None:
        image.save(out, "PNG", optimize=True)
        return out.getvalue(), "png"
    image.save(out, "JPEG", quality=85, optimize=True)
    return out.getvalue(), "jpg"
