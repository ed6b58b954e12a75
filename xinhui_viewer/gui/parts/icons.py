"""The program's icons: line drawings in the colour of the text beside them."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from xinhui_viewer.gui.parts.theme import Theme
from xinhui_viewer.resources import resource


@cache  # reading and drawing one takes 1 ms, and a window asks for 25 of them, some three times
def icon(name: str, theme: Theme) -> QIcon:
    """Return a 20 px icon in the theme's text colour, and in its secondary colour while disabled."""
    drawing = resource("icons", f"{name}.svg").read_text("utf-8")
    made = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, theme.text), (QIcon.Mode.Disabled, theme.secondary)):
        for scale in (1, 2):
            pixmap = _drawn(drawing.replace("currentColor", colour), 20, scale)
            if mode is QIcon.Mode.Disabled:
                pixmap = _faded(pixmap)
            made.addPixmap(pixmap, mode)
    return made


def program_icon() -> QIcon:
    """Return the program's own icon, from a file that Qt scales."""
    return QIcon(str(resource("icons", "xinhui_viewer.svg")))


def _drawn(drawing: str, size: int, scale: int) -> QPixmap:
    # Through Qt's image plug-in: importing PySide6.QtSvg would cost the start 15 ms.
    sized = drawing.replace('width="20" height="20"', f'width="{size * scale}" height="{size * scale}"', 1)
    pixmap = QPixmap()
    pixmap.loadFromData(QByteArray(sized.encode()), "SVG")
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def _faded(pixmap: QPixmap) -> QPixmap:
    faded = QPixmap(pixmap.size())
    faded.fill(Qt.GlobalColor.transparent)
    painter = QPainter(faded)
    painter.setOpacity(0.45)
    painter.drawPixmap(faded.rect(), pixmap, pixmap.rect())
    painter.end()
    faded.setDevicePixelRatio(pixmap.devicePixelRatio())
    return faded
