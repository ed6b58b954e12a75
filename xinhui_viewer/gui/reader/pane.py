"""The text with its marks: the matches of the search, and those of the find bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from xinhui_viewer.gui.parts.theme import Theme
from xinhui_viewer.gui.reader.marks import Marks
from xinhui_viewer.gui.reader.page_pane import PagePane
from xinhui_viewer.records import Bulletin, Span
from xinhui_viewer.text.marking import marker

if TYPE_CHECKING:
    from xinhui_viewer.gui.reader.find_bar import FindBar
    from xinhui_viewer.gui.reader.page import Images
    from xinhui_viewer.gui.reader.whole import Whole


class ReaderPane(PagePane):
    """Shows one bulletin and marks places in it; matches are named by their number in the tuple it was given."""

    match_reached = Signal(int, int)

    def __init__(self, parent: QWidget | None = None, images: Images | None = None) -> None:
        self._found, self._sought = Marks(), Marks()
        self._find: FindBar | None = None  # built when it is first opened
        super().__init__(parent, images)

    def show_bulletin(self, bulletin: Bulletin | None, theme: Theme, whole: Whole | None = None) -> None:
        """Show a bulletin from its beginning, without marks; with None, show that none is open."""
        super().show_bulletin(bulletin, theme, whole)
        if self._find is not None and not self._find.isHidden():
            self.find_text(self._find.text())

    def show_message(self, title: str, text: str) -> None:
        """Show a message in place of a text."""
        self._hide_find()
        super().show_message(title, text)

    def set_theme(self, theme: Theme) -> None:
        """Show everything in the colours of a theme."""
        if self._find is not None:
            self._find.set_theme(theme)
        super().set_theme(theme)

    def show_matches(self, spans: tuple[Span, ...]) -> None:
        """Mark spans of the body; none of them is the current one yet."""
        self._found = Marks(spans)
        self._paint()
        self.match_reached.emit(0, len(spans))

    def match_count(self) -> int:
        """Return the number of marked matches."""
        return len(self._marks())

    @Slot()
    def next_match(self) -> None:
        """Go to the next match of the find bar, else of the search."""
        self._step(1)

    @Slot()
    def previous_match(self) -> None:
        """Go to the previous match."""
        self._step(-1)

    @Slot(int)
    def go_to_match(self, index: int) -> None:
        """Go to a match of the search by its number."""
        if self._found.choose(index):
            self._show_current(self._found)

    def find_text(self, text: str) -> None:
        """Mark every occurrence of ``text`` in the bulletin instead of the search's matches."""
        body = self._bulletin.body if self._bulletin is not None else ""
        self._sought = Marks(marker((text,))(body) if text.strip() and body else ())
        if self._sought.step(1, self._on_screen()[0]):
            self._show_current(self._sought)
        else:
            self._paint()
        if self._find is not None:
            self._find.show_count(self._sought.current + 1, len(self._sought))

    def selected_span(self) -> Span:
        """Return the selected part of the body; an empty one without a selection."""
        cursor = self._view.textCursor()
        if self._page is None or not cursor.hasSelection():
            return 0, 0
        offset = self._page.positions.offset
        return offset(max(cursor.selectionStart(), self._page.positions.first)), offset(cursor.selectionEnd())

    @Slot()
    def clear_find(self) -> None:
        """Mark the search's matches again and return the focus to the text."""
        self._sought = Marks()
        self._hide_find()
        self._paint()
        self._view.setFocus()

    @property
    def sought(self) -> str:
        """The words of the find bar; none while it is closed."""
        return self._find.text() if self._find is not None and not self._find.isHidden() else ""

    def set_find(self, text: str) -> None:
        """Open the find bar with words that are sought in the next bulletin, or close it; the focus stays."""
        if text:
            self._find = self._find or self._find_bar()
            self._find.put(text)
        else:
            self._hide_find()

    @Slot()
    def open_find(self) -> None:
        """Open the find bar, with the selected text when it is short."""
        if self._bulletin is not None:
            selected = self.selected_text()
            self._find = self._find or self._find_bar()
            self._find.begin(selected if len(selected) <= 40 and "\n" not in selected else "")

    # Inside

    def _marks(self) -> Marks:
        return self._sought if self._sought.spans else self._found

    def _forget_marks(self) -> None:
        self._found, self._sought = Marks(), Marks()

    @Slot(int)
    def _step(self, by: int) -> None:
        marks = self._marks()
        if marks.step(by, self._on_screen()[0]):
            self._show_current(marks)

    def _show_current(self, marks: Marks) -> None:
        if self._page is not None:
            self._view.bring(self._page.positions.position(marks.spans[marks.current][0]))
            self._paint()
        if marks is self._found:
            self.match_reached.emit(marks.current + 1, len(marks))
        elif self._find is not None:
            self._find.show_count(marks.current + 1, len(marks))

    def _find_bar(self) -> FindBar:
        from xinhui_viewer.gui.reader.find_bar import FindBar

        bar = FindBar(self)
        bar.hide()
        bar.set_theme(self._look.theme)
        bar.wanted.connect(self.find_text)
        bar.stepped.connect(self._step)
        bar.closed.connect(self.clear_find)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(bar)
        return bar

    def _hide_find(self) -> None:
        if self._find is not None:
            self._find.hide()
