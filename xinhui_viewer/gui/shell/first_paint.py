"""Wait for the first paint of a window with all that it does not need."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_LATEST_MS = 1000


class FirstPaint(QObject):
    """Emits ``painted`` once, after the first paint of a widget; after a second when it is not painted at all."""

    painted = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget: QWidget | None = widget
        widget.installEventFilter(self)
        QTimer.singleShot(_LATEST_MS, self._tell)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched is self._widget:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        if self._widget is not None:
            self._widget = None
            self.painted.emit()
