"""Copying from the bulletin on show: the selected text, its origin, its reference, a section."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from xinhui_viewer.gui.reader.copied import with_source
from xinhui_viewer.gui.reader.pane import ReaderPane
from xinhui_viewer.gui.reader.reading import Reading
from xinhui_viewer.records import Bulletin, Span
from xinhui_viewer.text.articles import cited


class Copying(QObject):
    """Puts parts of the bulletin on show on the clipboard; ``copied`` carries the text that is there now."""

    copied = Signal(str)

    def __init__(self, reading: Reading, reader: ReaderPane) -> None:
        super().__init__(reader)
        self._reading, self._reader = reading, reader

    def copy(self) -> None:
        """Copy the text selected."""
        if text := self._reader.selected_text():
            self._reader.copy_text()
            self.copied.emit(text)

    def copy_with_source(self) -> None:
        """Copy the selected text with its origin, as a footnote needs it; without a selection, the origin alone."""
        if (shown := self._reading.bulletin) is not None:
            self._put(with_source(shown, self._reader.selected_text(), self._articles(self._reader.selected_span())))

    def copy_reference(self) -> None:
        """Copy the reference to the bulletin, by GB/T 7714, with the articles that the selected text is from."""
        if (shown := self._reading.bulletin) is not None:
            self._refer(shown, self._reader.selected_span())

    def copy_section(self, index: int, *, with_origin: bool = False) -> None:
        """Copy a section with its heading, unchanged, and with its origin where that is wanted."""
        text, shown = self._reading.text, self._reading.bulletin
        if text is not None and shown is not None and index < len(text.sections):
            start, end = self._span(index)
            section = text.body[start:end].strip()
            self._put(with_source(shown, section, self._articles((start, end))) if with_origin else section)

    def copy_section_reference(self, index: int) -> None:
        """Copy the reference to the bulletin with the articles of a section."""
        text, shown = self._reading.text, self._reading.bulletin
        if text is not None and shown is not None and index < len(text.sections):
            self._refer(shown, self._span(index))

    def _refer(self, shown: Bulletin, span: Span) -> None:
        from xinhui_viewer.summary.cite import reference

        self._put(reference(shown, self._articles(span)))

    def _span(self, index: int) -> Span:
        text = self._reading.text
        return (text.sections[index].start, text.sections[index].end) if text is not None else (0, 0)

    def _articles(self, span: Span) -> str:
        text = self._reading.text
        return cited(text.sections, span) if text is not None else ""

    def _put(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(text)
