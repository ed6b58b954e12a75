"""Lines above a list that explain the answer, each with buttons for other queries."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from xinhui_viewer.gui.parts.flow_layout import FlowLayout
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Node

_BESIDE = 120  # pixels: a shorter label stands in the line of its buttons
_LONGEST = 250  # pixels of a button's words
_CHIP = 26


Offered = tuple[str, Node]  # a query and the words on its button


@dataclass(frozen=True, slots=True)
class Hint:
    """A sentence and the queries offered behind it; ``explains`` says that they are for an empty answer."""

    text: str
    offers: tuple[Offered, ...] = ()
    explains: bool = False


class Hints(QWidget):
    """Shows hints; ``asked`` carries the query of the offer that was taken."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(12, 0, 8, 6)
        self._lines.setSpacing(4)
        self.hide()

    def show_hints(self, hints: tuple[Hint, ...]) -> None:
        """Replace the hints; without any the lines are hidden."""
        while item := self._lines.takeAt(0):
            if widget := item.widget():
                widget.setParent(None)
                widget.deleteLater()
        for hint in hints:
            self._lines.addWidget(self._line(hint))
        self.setVisible(bool(hints))

    def buttons(self) -> list[QPushButton]:
        """Return the buttons of all offers, in the order of the lines."""
        return [button for button in self.findChildren(QPushButton) if button.property("query") is not None]

    def _line(self, hint: Hint) -> QWidget:
        line = QWidget(self)
        label = QLabel(hint.text, line, textFormat=Qt.TextFormat.PlainText)
        label.setProperty("tone", "secondary")
        label.setVisible(bool(hint.text))
        if hint.offers and label.sizeHint().width() <= _BESIDE:
            label.setMinimumHeight(_CHIP)
            self._flow(hint, line, label)
            return line
        label.setWordWrap(True)
        layout = QVBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(label)
        if hint.offers:
            buttons = QWidget(line)
            self._flow(hint, buttons)
            layout.addWidget(buttons)
        return line

    def _flow(self, hint: Hint, host: QWidget, *before: QWidget) -> None:
        """Put buttons side by side into a host, behind a label that is short."""
        flow = FlowLayout(host)
        for widget in (
            *(one for one in before if hint.text),
            *(self._button(host, hint, *offer) for offer in hint.offers),
        ):
            flow.addWidget(widget)

    def _button(self, host: QWidget, hint: Hint, words: str, query: Node) -> QPushButton:
        button = QPushButton(host)
        button.setText(button.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, _LONGEST))
        button.setToolTip(words if hint.text else tr("Search without this filter"))
        button.setAccessibleName(words)
        button.setAccessibleDescription(hint.text or tr("Search without this filter"))
        button.setProperty("tone", "chip")
        button.setProperty("query", query)
        button.clicked.connect(self._tell)
        return button

    @Slot()
    def _tell(self) -> None:
        self.asked.emit(self.sender().property("query"))
