"""The message in place of an empty list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from xinhui_viewer.gui.results.hints import Offered


class EmptyState(QWidget):
    """A sentence, its reason, and buttons for queries that would find something."""

    asked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = QLabel(self, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._title.setProperty("tone", "title")
        self._text = QLabel(self, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._text.setProperty("tone", "secondary")
        self._offers = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 24, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addLayout(self._offers)
        layout.addStretch(1)

    def show_state(self, title: str, text: str, offers: tuple[Offered, ...]) -> None:
        """Show a sentence, a second one, and offers as (words, query)."""
        self._title.setText(title)
        self._text.setText(text)
        while item := self._offers.takeAt(0):
            if widget := item.widget():
                widget.setParent(None)
                widget.deleteLater()
        for words, query in offers:
            button = QPushButton(words, self)
            button.setFlat(True)
            button.setStyleSheet("text-align: left;")
            button.setProperty("query", query)
            button.clicked.connect(self._tell)
            self._offers.addWidget(button)
        self.show()

    @Slot()
    def _tell(self) -> None:
        self.asked.emit(self.sender().property("query"))
