"""Sizes of windows on small screens."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QWidget

_FRAME = 40  # pixels that the title bar and the borders of a window may take


def within(window: QWidget, size: QSize) -> QSize:
    """Return a size for a window, or as much of it as its screen has room for."""
    room = window.screen().availableSize() - QSize(_FRAME, _FRAME)
    return size.boundedTo(room)


def keep_inside(window: QWidget) -> None:
    """Move a window into the room that its screen has, and shrink it where it is larger."""
    room = window.screen().availableGeometry()
    window.resize(within(window, window.size()))
    outer = window.size() + QSize(_FRAME // 2, _FRAME)
    right, bottom = room.right() - outer.width(), room.bottom() - outer.height()
    place = window.pos()
    window.move(QPoint(max(room.left(), min(place.x(), right)), max(room.top(), min(place.y(), bottom))))
