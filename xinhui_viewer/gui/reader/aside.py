"""Clicks that lead beside: on a link or a row with the middle button, on a link with Ctrl."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTextBrowser

_PRESS, _RELEASE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease


class LinksAside(QObject):
    """Watches a text; ``clicked`` carries the link that was clicked to be opened aside. It selects nothing."""

    clicked = Signal(str)

    def __init__(self, browser: QTextBrowser) -> None:
        super().__init__(browser)
        self._browser = browser
        self._pressed = ""
        browser.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (_PRESS, _RELEASE) or not isinstance(event, QMouseEvent):
            return False
        middle = event.button() == Qt.MouseButton.MiddleButton
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.type() == _PRESS:
            asks = middle or (held and event.button() == Qt.MouseButton.LeftButton)
            self._pressed = self._link(event.position().toPoint()) if asks else ""
            return bool(self._pressed)
        pressed, self._pressed = self._pressed, ""
        if pressed and self._link(event.position().toPoint()) == pressed:
            self.clicked.emit(pressed)
        return bool(pressed)

    def _link(self, place: QPoint) -> str:
        return self._browser.anchorAt(place)
