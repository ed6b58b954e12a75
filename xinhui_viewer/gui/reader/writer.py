"""Write text into a Qt document and record the place of each piece of the body."""

from __future__ import annotations

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from xinhui_viewer.gui.reader.positions import PositionMap, units
from xinhui_viewer.gui.reader.signs import hides, shown


class Writer:
    """Appends lines to a document; neighbours of one format reach Qt in one call, which makes long texts fast."""

    def __init__(self, document: QTextDocument, body: str) -> None:
        self.cursor = QTextCursor(document)
        self.positions = PositionMap(body)
        # Asked once for the body, not for each line: long bodies have thousands.
        self._body = body
        self._simple = units(body) == len(body) and not hides(body)
        self._waiting: list[str] = []
        self._form = QTextCharFormat()
        self._position = 0
        self._block: QTextBlockFormat | None = None
        self._empty = True

    def line(self, block: QTextBlockFormat) -> None:
        """Begin a line; the same ``block`` as before continues in the same format."""
        if block is self._block:
            self._waiting.append("\n")
            self._position += 1
            return
        self.flush()
        if self._empty:
            self.cursor.setBlockFormat(block)
        else:
            self.cursor.insertBlock(block)
        self._block, self._empty = block, False
        self._position = self.cursor.position()

    def text(self, text: str, form: QTextCharFormat) -> None:
        """Add text, of the body or not."""
        if form is not self._form:
            self.flush()
            self._form = form
        self._waiting.append(text)
        self._position += units(text)

    def body(self, start: int, end: int, form: QTextCharFormat) -> None:
        """Add ``body[start:end]`` and record its place."""
        if start >= end:
            return
        self.positions.add(start, end, self._position)
        if not self._simple:
            self.text(shown(self._body[start:end]), form)
            return
        if form is not self._form:
            self.flush()
            self._form = form
        self._waiting.append(self._body[start:end])
        self._position += end - start

    def flush(self) -> None:
        """Pass everything to Qt; after it others may move the cursor."""
        if self._waiting:
            self.cursor.insertText("".join(self._waiting), self._form)
        self._waiting = []

    def resume(self, *, empty: bool = False) -> None:
        """Continue behind text that others inserted, in the next line, or in this one when it is still ``empty``."""
        self._block, self._empty = None, empty
        self._position = self.cursor.position()
