"""A bar over the window's panes that shows a notice and offers actions on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from xinhui_viewer.i18n import tr

Offers: TypeAlias = tuple[tuple[str, Callable[[], object]], ...]


class NoticeBar(QFrame):
    """One sentence, up to three buttons, and a button to close it; hidden while there is no notice.

    ``greets`` says that the notice only welcomes, so that opening another archive may close it.
    """

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.greets = False
        self._label = QLabel(self, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setMinimumWidth(120)
        self._buttons = QHBoxLayout()
        self._close = QToolButton(self)
        self._close.setText("×")
        self._close.setAccessibleName(tr("Dismiss this message"))
        self._close.setToolTip(tr("Dismiss this message"))
        self._close.clicked.connect(self.put_away)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 4, 8, 4)
        line.addWidget(self._label, 1)
        line.addLayout(self._buttons)
        line.addWidget(self._close)
        self.hide()

    def tell(self, text: str, offers: Offers = (), *, error: bool = False) -> None:
        """Show a sentence and buttons for the actions on it."""
        self.greets = False
        self._drop_buttons()
        self._label.setText(text)
        self.setProperty("tone", "error" if error else "")
        self.style().unpolish(self)
        self.style().polish(self)
        before: QWidget = self._label
        for words, act in offers:
            button = QPushButton(words, self)
            button.setFlat(True)
            if error:  # what is tried again may succeed, or say more
                button.clicked.connect(self.put_away)
            button.clicked.connect(act)
            self._buttons.addWidget(button)
            self.setTabOrder(before, button)
            before = button
        self.setTabOrder(before, self._close)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def text(self) -> str:
        """Return the sentence on show, or an empty text."""
        return self._label.text() if not self.isHidden() else ""

    def tells_error(self) -> bool:
        """Return whether the notice reports an error, which no greeting may replace."""
        return bool(self.text()) and self.property("tone") == "error"

    @Slot()
    def put_away(self) -> None:
        """Hide the bar."""
        self.hide()
        self.dismissed.emit()

    def _drop_buttons(self) -> None:
        while item := self._buttons.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
