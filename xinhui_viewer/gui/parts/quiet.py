"""The message in the middle of a pane that has nothing to show."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from xinhui_viewer.i18n import sentences


class QuietMessage(QWidget):
    """A short sentence and, under it, an explanation or advice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._text = self._label("title"), self._label("secondary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 24, 16, 24)
        layout.setSpacing(8)
        layout.addStretch(2)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addStretch(3)

    def say(self, title: str, text: str = "") -> None:
        """Show a sentence and an explanation; an empty one takes no room."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._text.setText(text)
        self._text.setVisible(bool(text))

    def text(self) -> str:
        """Return the sentence and the explanation on show."""
        return sentences((self._title.text(), self._text.text()))

    def _label(self, tone: str) -> QLabel:
        label = QLabel(self, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setProperty("tone", tone)
        return label
