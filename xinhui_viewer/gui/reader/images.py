"""The images of a bulletin, from bytes its archive holds: never from a file or an address."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader

# Raster formats only: an SVG can name other files.
_FORMATS = (b"png", b"jpeg", b"gif", b"bmp", b"webp")
_MOST_PIXELS = 60_000_000
_SHARPNESS = 2


class Picture(NamedTuple):
    """An image's bytes and the size it is shown at, in pixels."""

    content: bytes
    width: int
    height: int


def picture(content: bytes, widest: int) -> Picture | None:
    """Return an image no wider than ``widest``, not yet decoded; None when its format may not be shown."""
    reader, _buffer = _reader(content)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_PIXELS or min(size.width(), size.height()) < 1:
        return None
    width = min(size.width(), widest)
    return Picture(content, width, max(1, round(size.height() * width / size.width())))


def decoded(shown: Picture) -> QImage:
    """Return the image in at most twice the shown size; an empty one when its bytes are damaged."""
    reader, _buffer = _reader(shown.content)
    size = reader.size()
    if size.width() > shown.width * _SHARPNESS:
        reader.setScaledSize(QSize(shown.width, shown.height) * _SHARPNESS)
    return reader.read()


def _reader(content: bytes) -> tuple[QImageReader, QBuffer]:
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    if bytes(reader.format().data()) not in _FORMATS:
        return QImageReader(), buffer
    return reader, buffer
