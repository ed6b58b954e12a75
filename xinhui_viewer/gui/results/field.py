"""The search field: emits the query, a moment after the latest committed character."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QColor, QInputMethodEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QLineEdit, QWidget

from xinhui_viewer.gui.parts.icons import icon
from xinhui_viewer.gui.parts.theme import LIGHT, Theme
from xinhui_viewer.i18n import listed, tr

if TYPE_CHECKING:  # importing the records costs 50 ms, and the field is painted at once
    from xinhui_viewer.records import Node

PAUSE_MS = 120
_LONGEST = 1000


class SearchField(QLineEdit):
    """Ignores text that an input method is still composing; Enter while composing belongs to the input method.

    ``typed`` carries the text typed so far, or an empty one when the text was not typed. A field that is not ``live``
    emits the query when Enter is pressed. ``shortened`` carries a sentence when a text was too long.
    """

    wanted = Signal(str)
    typed = Signal(str)
    list_entered = Signal()
    first_opened = Signal()
    left = Signal()
    shortened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.live = True
        self.composing = self._by_hand = self._marked = False
        self._told, self._theme = "", LIGHT
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._tell_typed)
        self.textChanged.connect(self._wait)
        self.textEdited.connect(self._note_typing)
        self.setPlaceholderText(tr("Search all bulletins…  e.g. 网格事件  ·  电信网络诈骗 日期:2021..2024"))
        self.setAccessibleName(tr("Search all bulletins"))
        self.setAccessibleDescription(
            tr("Finds bulletins that have all the words; Down goes to the results, Esc clears.")
        )
        self.setMaxLength(_LONGEST)
        self.inputRejected.connect(self._tell_cut)
        self._glass = QAction(tr("Search all bulletins"), self)
        self._glass.triggered.connect(self.tell)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(tr("Clear the search"), self)
        self._clear.triggered.connect(self.clear_now)
        self._clear.setVisible(False)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)

    def set_theme(self, theme: Theme) -> None:
        """Take the icons of a theme."""
        self._theme = theme
        self._clear.setIcon(icon("clear", theme))
        self._glass.setIcon(icon("search", theme))

    @Slot(object)
    def show_query(self, query: Node) -> None:
        """Put a query into the field, as the user would type it, and search it at once."""
        from xinhui_viewer.search.written import written

        self.show_text(written(query))

    def show_text(self, text: str) -> None:
        """Put a text into the field and search it at once."""
        self._by_hand = False
        self.setText(text)
        self.tell()

    def put(self, text: str) -> None:
        """Put a text into the field that is being searched already."""
        self._by_hand = False
        self._told = text
        if self.text().strip() != text:
            self.setText(text)
        self._pause.stop()

    def mark_unknown(self, pieces: Iterable[str]) -> None:
        """Underline the unknown operators in the query, and explain that they are searched as text."""
        wave = QTextCharFormat()
        wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wave.setUnderlineColor(QColor(self._theme.accent))
        there = [piece for piece in pieces if piece in self.text()]
        kind = QInputMethodEvent.AttributeType.TextFormat
        marks = [
            QInputMethodEvent.Attribute(kind, self.text().index(piece) - self.cursorPosition(), len(piece), wave)
            for piece in there
        ]
        # A line edit takes formats only from an input method, whose own must not be disturbed.
        if not self.composing and (marks or self._marked):
            self._marked = bool(marks)
            QCoreApplication.sendEvent(self, QInputMethodEvent("", marks))
        said = tr("There is no such operator; searched as text: {words}").format(words=listed(there))
        self.setToolTip(said if there else "")

    @Slot()
    def clear_now(self) -> None:
        """Empty the field and emit that at once."""
        self._by_hand = False
        self.clear()
        self.tell()

    @Slot()
    def tell(self) -> None:
        """Emit the text of the field, once for each new text; wait while an input method composes."""
        self._pause.stop()
        text = self.text().strip()
        if not self.composing and text != self._told:
            self._told = text
            self.wanted.emit(text)
            self.typed.emit(text if self._by_hand else "")
            self._by_hand = False

    @Slot()
    def _tell_typed(self) -> None:
        if self.live or not self.text().strip():
            self.tell()
        elif not self.composing:
            self.typed.emit(self.text().strip() if self._by_hand else "")

    @Slot()
    def _tell_cut(self) -> None:
        """Say that what was typed or pasted did not fit."""
        said = tr("A search has at most {n:,} characters; the rest was left out.").format(n=_LONGEST)
        self.shortened.emit(said)

    @Slot()
    def _note_typing(self) -> None:
        self._by_hand = True

    @Slot()
    def _wait(self) -> None:
        self._clear.setVisible(bool(self.text()))
        self._pause.start()
        if self._marked:  # after this event: it may be an input method's
            QTimer.singleShot(0, self._unmark)

    @Slot()
    def _unmark(self) -> None:
        self.mark_unknown(())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if not self.composing and self.text().strip() != self._told:
            self._pause.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Down and not event.modifiers():
            self.tell()
            self.list_entered.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.tell()
            self.first_opened.emit()
        elif key == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        if self.text():
            self.clear_now()
        else:
            self.left.emit()
