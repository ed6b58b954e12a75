"""Copying from the bulletin on show: the selected text, its origin, its reference, a section."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from xinhui_viewer.gui.reader.copied import with_source
from xinhui_viewer.gui.reader.pane import ReaderPane
from xinhui_viewer.gui.reader.reading import Reading
from xinhui_viewer.text.articles import cited


class Copying:
    """Puts parts of the bulletin on show on the clipboard."""

    def __init__(self, reading: Reading, reader: ReaderPane) -> None:
        self._reading, self._reader = reading, reader

    def copy(self) -> None:
        """Copy the text selected."""
        self._reader.copy_text()

    def copy_with_source(self) -> None:
        """Copy the selected text with its origin, as a footnote needs it; without a selection, the origin alone."""
        if (shown := self._reading.bulletin) is not None:
            text = self._reader.selected_text()
            QGuiApplication.clipboard().setText(with_source(shown, text, self._articles()))

    def copy_reference(self) -> None:
        """Copy the reference to the bulletin, by GB/T 7714, with the articles that the selected text is from."""
        from xinhui_viewer.summary.cite import reference

        if (shown := self._reading.bulletin) is not None:
            QGuiApplication.clipboard().setText(reference(shown, self._articles()))

    def copy_section(self, index: int) -> None:
        """Copy a section with its heading, unchanged."""
        text = self._reading.text
        if text is not None and index < len(text.sections):
            section = text.sections[index]
            QGuiApplication.clipboard().setText(text.body[section.start : section.end].strip())

    def _articles(self) -> str:
        text = self._reading.text
        return cited(text.sections, self._reader.selected_span()) if text is not None else ""
