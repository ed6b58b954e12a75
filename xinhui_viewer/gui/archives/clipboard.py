"""The contents of the clipboard, or of a drop, as plain values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

_WINDOWS_HTML = 'application/x-qt-windows-mime;value="HTML Format"'  # with the address, which text/html lacks there
_PICTURES = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp")
# Formats in which browsers give the address of the page: Chromium's in UTF-8, Firefox's in UTF-16.
_ADDRESSES = (("chromium/x-source-url", "utf-8"), ("text/x-moz-url-priv", "utf-16-le"))
_LINK = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class Held:
    """The contents of a clipboard: files, or a link alone, or a page's HTML and text, or a picture.

    ``url`` is the address of the page that it was copied from, as far as the browser says it.
    """

    files: tuple[Path, ...] = ()
    link: str = ""
    html: bytes = b""
    text: str = ""
    picture: bytes = b""
    url: str = ""

    @property
    def is_empty(self) -> bool:
        """Return whether there is nothing to read."""
        return not (self.html or self.text.strip() or self.picture)


def has_any(mime: QMimeData) -> bool:
    """Return whether there may be something to take."""
    return mime.hasUrls() or mime.hasHtml() or mime.hasText() or mime.hasImage()


def held(mime: QMimeData) -> Held:
    """Return what there is; a picture only where there is no text, for spreadsheets give a picture of their cells."""
    files = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    if files:
        return Held(files)
    text = mime.text() if mime.hasText() else ""
    alone = text.strip() or (mime.urls()[0].toString() if mime.hasUrls() else "")
    if _LINK.fullmatch(alone):
        return Held(link=alone)
    picture = b"" if text.strip() else _picture(mime)
    return Held(html=b"" if picture else _html(mime), text=text, picture=picture, url=_address(mime))


def _html(mime: QMimeData) -> bytes:
    kind = _WINDOWS_HTML if mime.hasFormat(_WINDOWS_HTML) else "text/html"
    return bytes(mime.data(kind).data())


def _picture(mime: QMimeData) -> bytes:
    """Return a picture's bytes as they are, or as PNG where there is only one of the system's own kind."""
    kind = next((kind for kind in _PICTURES if mime.hasFormat(kind)), "")
    if kind:
        return bytes(mime.data(kind).data())
    picture = mime.imageData() if mime.hasImage() else None
    if not isinstance(picture, QImage):
        return b""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture)
    return bytes(buffer.data().data())


def _address(mime: QMimeData) -> str:
    for format_, encoding in _ADDRESSES:
        if mime.hasFormat(format_):
            told = bytes(mime.data(format_).data()).decode(encoding, "ignore").strip(" \n\x00\ufeff")
            return told if _LINK.fullmatch(told) else ""
    return ""
