"""The find bar under the text, which searches this bulletin."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from xinhui_viewer.gui.parts.icons import icon
from xinhui_viewer.gui.parts.theme import LIGHT, Theme
from xinhui_viewer.i18n import tr

_PAUSE_MS = 120


class FindBar(QFrame):
    """Emits the text to find and the steps between matches; shows the number of the current match."""

    wanted = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(tr("Find in this bulletin"))
        self._field.setAccessibleName(tr("Find in this bulletin"))
        self._field.setMaxLength(200)
        self._count = QLabel(self, textFormat=Qt.TextFormat.PlainText)
        self._count.setProperty("tone", "secondary")
        self._count.setAccessibleName(tr("Matches found"))
        self._previous = self._button(tr("Previous match (Shift+Enter)"), self._step_back)
        self._following = self._button(tr("Next match (Enter)"), self._step_on)
        self._close = self._button(tr("Close (Esc)"), self.leave)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self._field.textChanged.connect(self._wait)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 4, 8, 4)
        line.setSpacing(4)
        line.addWidget(self._field, 1)
        for widget in (self._count, self._previous, self._following, self._close):
            line.addWidget(widget)
        self.set_theme(LIGHT)
        self.show_count(0, 0)

    def text(self) -> str:
        """Return the text to find."""
        return self._field.text()

    def begin(self, text: str = "") -> None:
        """Open the bar and focus its field; ``text`` replaces the previous one."""
        if text:
            self._field.setText(text)
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self._tell()

    def put(self, text: str) -> None:
        """Open the bar with a text that is already being sought, and leave the focus where it is."""
        self._field.blockSignals(True)
        self._field.setText(text)
        self._field.blockSignals(False)
        self.show()

    @Slot()
    def leave(self) -> None:
        """Close the bar."""
        self._pause.stop()
        self.hide()
        self.closed.emit()

    def show_count(self, current: int, total: int) -> None:
        """Show the number of the current match and of all."""
        if not self.text():
            text = ""
        elif not total:
            text = tr("not found")
        else:
            text = tr("{at}/{total}").format(at=current, total=total)
        self._count.setText(text)
        for button in (self._previous, self._following):
            button.setEnabled(total > 0)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours and icons of a theme."""
        self.setStyleSheet(f"FindBar {{ background: {theme.side}; border-top: 1px solid {theme.line}; }}")
        for button, name in ((self._previous, "up"), (self._following, "down"), (self._close, "close")):
            button.setIcon(icon(name, theme))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            if self._pause.isActive():
                self._tell()
            self.stepped.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _button(self, words: str, act: object) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setMinimumSize(28, 28)
        button.setAutoRaise(True)
        button.clicked.connect(act)
        return button

    @Slot()
    def _wait(self) -> None:
        self._pause.start()

    @Slot()
    def _tell(self) -> None:
        self._pause.stop()
        self.wanted.emit(self.text())

    @Slot()
    def _step_back(self) -> None:
        self.stepped.emit(-1)

    @Slot()
    def _step_on(self) -> None:
        self.stepped.emit(1)
