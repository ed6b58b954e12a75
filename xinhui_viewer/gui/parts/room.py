"""Sizes of windows on small screens."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME = 40  # pixels that the title bar and the borders of a window may take


def within(window: QWidget, size: QSize) -> QSize:
    """Return a size for a window, or as much of it as its screen has room for."""
    room = window.screen().availableSize() - QSize(_FRAME, _FRAME)
    return size.boundedTo(room)
