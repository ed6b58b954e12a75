"""A label that gives way: where its text does not fit, its middle is left out."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel


class ElidedLabel(QLabel):
    """A label of one line that can be narrower than its text, which its tool tip shows whole."""

    def setText(self, text: str) -> None:
        """Show a text."""
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """Return the size of a label that shows nothing."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits of the text: its ends say more than its middle, which may be a long name."""
        inner = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, inner.width())
        painter = QPainter(self)
        self.style().drawItemText(
            painter, inner, int(self.alignment()), self.palette(), self.isEnabled(), text, self.foregroundRole()
        )
