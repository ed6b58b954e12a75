"""Lines above a list that tell how an answer came about, each with buttons that ask otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from xinhui_viewer.gui.panes.flow import FlowLayout


@dataclass(frozen=True, slots=True)
class Hint:
    """A sentence, and (words, query) offers behind it; ``explains`` where they are what would be found instead."""

    text: str
    offers: tuple[tuple[str, str], ...] = ()
    explains: bool = False


class Hints(QWidget):
    """Shows hints; ``asked`` tells the query of an offer that was taken."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(12, 0, 8, 6)
        self._lines.setSpacing(4)
        self.hide()

    def show_hints(self, hints: tuple[Hint, ...]) -> None:
        """Show other hints; without any the lines go away."""
        while item := self._lines.takeAt(0):
            if widget := item.widget():
                widget.setParent(None)
                widget.deleteLater()
        for hint in hints:
            self._lines.addWidget(self._line(hint))
        self.setVisible(bool(hints))

    def _line(self, hint: Hint) -> QWidget:
        line = QWidget(self)
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if hint.text:
            label = QLabel(hint.text, line, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
            label.setProperty("tone", "secondary")
            column.addWidget(label)
        if hint.offers:
            column.addWidget(self._buttons(hint, line))
        return line

    def _buttons(self, hint: Hint, parent: QWidget) -> QWidget:
        line = QWidget(parent)
        flow = FlowLayout(line)
        for words, query in hint.offers:
            button = QPushButton(words, line)
            button.setProperty("tone", "chip")
            button.setProperty("query", query)
            button.clicked.connect(self._tell)
            flow.addWidget(button)
        return line

    @Slot()
    def _tell(self) -> None:
        self.asked.emit(self.sender().property("query"))
