"""The widget that shows a page: it opens nothing, loads nothing, and copies plain text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, QSizeF, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QShowEvent,
    QTextCursor,
    QTextDocument,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from xinhui_viewer.gui.reader.aside import LinksAside
from xinhui_viewer.gui.reader.reading_line import reading_line, scroll_to

if TYPE_CHECKING:
    from xinhui_viewer.gui.reader.images import Picture
    from xinhui_viewer.gui.reader.page import Page

_EDGE = 24
_OVERLAP_LINES = 2


class ReaderView(QTextBrowser):
    """A text browser with a column of fixed width, centred in it."""

    wheel_zoomed = Signal(int)
    link_followed = Signal(int, bool)
    pressed = Signal()

    def __init__(self, parent: QWidget, copied: Callable[[QTextCursor], str]) -> None:
        super().__init__(parent)
        self._copied = copied
        self._pictures: dict[str, Picture] = {}
        self._line = 30
        self._document: QTextDocument | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.anchorClicked.connect(self._follow)
        LinksAside(self).clicked.connect(self._follow_aside)

    def show_page(self, page: Page, line: int) -> None:
        """Show a page whose text lines are ``line`` pixels apart."""
        self._pictures, self._line = page.pictures, line
        page.document.setParent(self)  # only then does it ask this widget for its images
        self.setExtraSelections([])
        self.verticalScrollBar().setValue(0)  # or Qt lays all of the new text out to keep the old value
        before, self._document = self._document, page.document
        self.setDocument(page.document)
        self.verticalScrollBar().setValue(0)  # in a window still without a height Qt scrolls to its cursor
        if before is not None:
            before.deleteLater()

    def fit(self, width: int, column: int) -> None:
        """Centre a column in a widget ``width`` pixels wide; narrower than the column, the column gives way."""
        free = width - self.verticalScrollBar().sizeHint().width()
        kept = max(min(column, free - 2 * _EDGE), 120)
        margin = max((free - kept) // 2, 0)
        self.setViewportMargins(margin, 0, max(free - kept - margin, 0), 0)
        if self.lineWrapColumnOrWidth() != kept:
            self.setLineWrapColumnOrWidth(kept)

    def line_at(self, height: float) -> int:
        """Return the position at the beginning of the line at a distance from the top of the window."""
        # A point in the margin over the title would be taken for the end of the text.
        margin = self.document().rootFrame().frameFormat().topMargin() - self.verticalScrollBar().value()
        return self.cursorForPosition(QPoint(0, int(max(height, margin + 1)))).position()

    def reading_position(self) -> int:
        """Return the position at the beginning of the line being read."""
        bar = self.verticalScrollBar()
        return self.line_at(reading_line(bar.value(), bar.maximum(), self.viewport().height()))

    def go_to(self, position: int) -> None:
        """Scroll until the line with a position is the one being read."""
        bar = self.verticalScrollBar()
        place = self.rectangle(position).center().y() + bar.value()
        self._lay_out_beyond(place)
        bar.setValue(round(scroll_to(place, bar.maximum(), self.viewport().height())))

    def bring(self, position: int) -> None:
        """Scroll to the line with a position if it is out of sight or at the edge."""
        rectangle, height = self.rectangle(position), self.viewport().height()
        if rectangle.top() < self._line or rectangle.bottom() > height - 2 * self._line:
            bar = self.verticalScrollBar()
            self._lay_out_beyond(bar.value() + rectangle.center().y())
            bar.setValue(bar.value() + rectangle.center().y() - height // 3)

    def rectangle(self, position: int) -> QRect:
        """Return the rectangle of a position, from the top left of the window; lays the text out down to there."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return self.cursorRect(cursor)

    def select(self, anchor: int, position: int) -> None:
        """Select from one position to another, without scrolling."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        bar = self.verticalScrollBar()
        before = bar.value()
        self.setTextCursor(cursor)
        bar.setValue(before)

    def page_by(self, direction: int) -> None:
        """Scroll by a window less two lines, which keep the reader's place."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + direction * max(self.viewport().height() - _OVERLAP_LINES * self._line, self._line))

    def _lay_out_beyond(self, place: float) -> None:
        """Lay the text out to three windows below a place, when the scroll bar does not reach there yet.

        Qt lays long texts out in its idle time and lets the scroll bar grow with it; all of 500,000 characters at
        once would take 120 ms.
        """
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if place + 2 * height > bar.maximum():
            layout, below = self.document().documentLayout(), place + 3 * height
            layout.hitTest(QPointF(0, below), Qt.HitTestAccuracy.FuzzyHit)
            layout.documentSizeChanged.emit(QSizeF(self.lineWrapColumnOrWidth(), below))

    def loadResource(self, type: int, name: QUrl) -> QImage | None:  # type: ignore[override]
        # Qt would open local files here. A page shows its own pictures only.
        shown = self._pictures.get(name.toString())
        if type != QTextDocument.ResourceType.ImageResource.value or shown is None:
            return None
        from xinhui_viewer.gui.reader.images import decoded

        return decoded(shown)

    def createMimeDataFromSelection(self) -> QMimeData:
        # Qt's own object with our text: the clipboard outlives Python, and an object of Python's would crash the exit.
        data = super().createMimeDataFromSelection()
        data.text()
        for kind in data.formats():
            data.removeFormat(kind)
        data.setText(self._copied(self.textCursor()))
        return data

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Space:
            self.page_by(-1 if shift else 1)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and not event.modifiers():
            self.page_by(1 if key == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        bar = self.verticalScrollBar()
        before = bar.value()
        super().showEvent(event)
        bar.setValue(before)  # Qt has just scrolled to the invisible cursor

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.wheel_zoomed.emit(1 if turned > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    @Slot(QUrl)
    def _follow(self, address: QUrl) -> None:
        self._tell(address.toString(), aside=False)

    @Slot(str)
    def _follow_aside(self, address: str) -> None:
        self._tell(address, aside=True)

    def _tell(self, address: str, *, aside: bool) -> None:
        number = address.removeprefix("link:")
        if number.isdigit():
            self.link_followed.emit(int(number), aside)
