"""The page of a bulletin: shows it for reading and follows the reader's place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from xinhui_viewer.gui.parts.quiet import QuietMessage
from xinhui_viewer.gui.parts.theme import LIGHT, Theme
from xinhui_viewer.gui.reader.copied import copied
from xinhui_viewer.gui.reader.look import Look, Type
from xinhui_viewer.gui.reader.marks import Marks, selection, selections
from xinhui_viewer.gui.reader.sections import Sections
from xinhui_viewer.gui.reader.view import ReaderView
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Bulletin, Span

if TYPE_CHECKING:
    from xinhui_viewer.gui.reader.page import Images, Page
    from xinhui_viewer.gui.reader.whole import Whole

_ZOOM = (50, 300)
_FLASH_MS = 900


class PagePane(QWidget):
    """Shows one bulletin; sections are named by their number in the tuple it was given."""

    section_reached = Signal(int)
    sections_visible = Signal(int, int)
    progressed = Signal(float)
    link_clicked = Signal(str)
    link_aside = Signal(str)
    zoomed = Signal(float)
    menu_wanted = Signal(QPoint)
    pressed = Signal()

    def __init__(self, parent: QWidget | None = None, images: Images | None = None) -> None:
        super().__init__(parent)
        self._images = images
        self._bulletin: Bulletin | None = None
        self._whole: Whole | None = None
        self._page: Page | None = None
        self._look = Look()
        self._pinned: int | None = None
        self._told: tuple[int, tuple[int, int], float] | None = None
        self._sections = Sections()
        self._flashed: Span | None = None
        self._view, self._message = ReaderView(self, self._text_of), QuietMessage(self)
        self._stack = QStackedWidget(self)
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._flash_end = QTimer(self, singleShot=True, interval=_FLASH_MS)
        self._lay_out()
        self._connect()
        self.set_theme(LIGHT)
        self.show_bulletin(None, LIGHT)

    # On show

    def show_bulletin(self, bulletin: Bulletin | None, theme: Theme, whole: Whole | None = None) -> None:
        """Show a bulletin from its beginning, without marks; with None, show that none is open."""
        self._bulletin, self._whole = bulletin, whole
        self._pinned, self._flashed = None, None
        self._forget_marks()
        self._sections = Sections(bulletin.sections if bulletin else ())
        self._look = replace(self._look, theme=theme)
        self._told = None
        if bulletin is None:
            self._page = None
            self.show_message(tr("No bulletin is open."), tr("Choose one in the list, or search for a word."))
            return
        self._build()
        self._stack.setCurrentWidget(self._view)
        self._settled.start()

    def show_message(self, title: str, text: str) -> None:
        """Show a message in place of a text."""
        self._bulletin, self._page = None, None
        self._message.say(title, text)
        self._stack.setCurrentWidget(self._message)

    def set_images(self, images: Images) -> None:
        """Set the function that returns an image's bytes by its name, for the next bulletins."""
        self._images = images

    def set_theme(self, theme: Theme) -> None:
        """Show everything in the colours of a theme."""
        self._restyle(replace(self._look, theme=theme))

    def set_type(self, chosen: Type) -> None:
        """Show the text in another type; the line being read stays where it is."""
        zoom = min(max(chosen.zoom, _ZOOM[0]), _ZOOM[1])
        self._restyle(replace(self._look, type=replace(chosen, zoom=zoom)))

    # The reader's place

    def section(self) -> int:
        """Return the number of the section being read, -1 before the first."""
        if self._pinned is not None:
            return self._pinned
        return self._sections.at(self.place())

    def place(self) -> int:
        """Return the offset at the beginning of the line being read."""
        return self._page.positions.offset(self._view.reading_position()) if self._page is not None else 0

    def progress(self) -> float:
        """Return the fraction of the text scrolled: 0 at its beginning, 1 when its end is in sight."""
        if self._bulletin is None:
            return 0.0
        bar = self._view.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 1.0

    def go_to(self, offset: int) -> None:
        """Scroll until the line with a character is the one being read."""
        if self._page is not None:
            self._pinned = None
            self._view.go_to(self._page.positions.position(offset))
            self._report()

    def go_to_section(self, index: int, flash: bool = True) -> None:
        """Scroll to a section's heading and highlight it for a moment."""
        if self._page is None or self._bulletin is None or not 0 <= index < len(self._bulletin.sections):
            return
        section = self._bulletin.sections[index]
        self.go_to(section.start)
        # In a text that fits the window nothing scrolls: the section that was asked for is the one being read.
        self._pinned = index
        if flash:
            self._flashed = self._page.positions.span(section.start, max(section.heading_end, section.start + 1))
            self._flash_end.start()
        self._report()

    def go_to_span(self, span: Span) -> None:
        """Scroll to a span and highlight it until something else is."""
        if self._page is not None:
            self.go_to(span[0])
            self._flash_end.stop()
            self._flashed = self._page.positions.span(*span)
            self._paint()

    # Text

    def selected_text(self) -> str:
        """Return the selected text, in the bulletin's own characters."""
        return self._text_of(self._view.textCursor())

    @Slot()
    def copy_text(self) -> None:
        """Copy the selected text."""
        self._view.copy()

    # Inside

    def _lay_out(self) -> None:
        self._view.setAccessibleName(tr("Text of the bulletin"))
        self._view.setAccessibleDescription(
            tr("Space turns the page, F3 goes to the next match, Tab to the next link.")
        )
        self._stack.addWidget(self._message)
        self._stack.addWidget(self._view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self._view)
        self.setObjectName("page")  # whose ground the style sheet knows: it would take a palette of our own back
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _connect(self) -> None:
        bar = self._view.verticalScrollBar()
        bar.valueChanged.connect(self._scrolled)
        bar.rangeChanged.connect(self._settle)
        self._view.wheel_zoomed.connect(self._zoom_by_wheel)
        self._settled.timeout.connect(self._report)
        self._flash_end.timeout.connect(self._end_flash)
        self._view.link_followed.connect(self._tell_link)
        self._view.pressed.connect(self.pressed)
        self._view.customContextMenuRequested.connect(self._tell_menu)

    def _build(self) -> None:
        if self._bulletin is not None:
            self._fit()
            width = min(self._look.column, self._view.lineWrapColumnOrWidth())
            from xinhui_viewer.gui.reader.page import page

            made = page(self._bulletin, self._look, width, self._images, self._whole)
            self._page = None  # while Qt changes documents there is no place to report
            self._view.show_page(made, self._look.line)
            self._page = made

    def _restyle(self, look: Look) -> None:
        if look == self._look:
            return
        self._look = look
        if self._page is not None:
            place, at_top = self.place(), self._view.verticalScrollBar().value() == 0
            pinned, cursor = self._pinned, self._view.textCursor()
            self._build()
            self._view.select(cursor.anchor(), cursor.position())
            if not at_top:
                self.go_to(place)
            self._pinned = pinned
            self._paint()
            self._settled.start()

    def _fit(self) -> None:
        self._view.fit(self.width(), self._look.column)

    def _marks(self) -> Marks:
        """Return the marks that are shown: those of the find bar, else of the search."""
        return Marks()

    def _forget_marks(self) -> None:
        """Drop all marks."""

    def _on_screen(self) -> Span:
        """Return the offsets of the first and the last character in sight."""
        if self._page is None:
            return 0, 0
        port = self._view.viewport()
        last = self._view.cursorForPosition(QPoint(port.width(), port.height() - 1)).position()
        positions = self._page.positions
        return positions.offset(self._view.line_at(0)), positions.offset(last)

    @Slot()
    def _report(self) -> None:
        """Emit the reader's place, as far as it has changed."""
        if self._bulletin is None or self._page is None:
            return
        first, last = self._on_screen()
        news = (self.section(), self._sections.between(first, last), self.progress())
        told, self._told = self._told, news
        self._paint()
        if told is None or told[0] != news[0]:
            self.section_reached.emit(news[0])
        if told is None or told[:2] != news[:2]:
            self.sections_visible.emit(*news[1])
        if told is None or told[2] != news[2]:
            self.progressed.emit(news[2])

    @Slot()
    def _settle(self) -> None:
        self._settled.start()

    @Slot()
    def _scrolled(self) -> None:
        self._pinned = None
        self._report()

    def _paint(self) -> None:
        """Highlight the matches in sight: a thousand cost Qt 11 ms at every change, those on a page nothing."""
        if self._page is None:
            return
        shown = selections(self._marks(), self._on_screen(), self._page, self._look)
        if self._flashed is not None:
            shown.insert(0, selection(self._page.document, self._flashed, self._look.flash()))
        self._view.setExtraSelections(shown)

    def _text_of(self, cursor: QTextCursor) -> str:
        if self._page is None or self._bulletin is None:
            return ""
        return copied(cursor, self._bulletin.body, self._page.positions)

    @Slot()
    def _end_flash(self) -> None:
        self._flashed = None
        self._paint()

    @Slot(int)
    def _zoom_by_wheel(self, direction: int) -> None:
        self.set_type(replace(self._look.type, zoom=self._look.type.zoom + 10 * direction))
        self.zoomed.emit(self._look.type.zoom)

    @Slot(int, bool)
    def _tell_link(self, number: int, aside: bool) -> None:
        if self._page is not None and number < len(self._page.links):
            (self.link_aside if aside else self.link_clicked).emit(self._page.links[number])

    @Slot(QPoint)
    def _tell_menu(self, where: QPoint) -> None:
        self.menu_wanted.emit(self._view.mapToGlobal(where))

    # Events of Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._settled.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The margins beside the column belong to the page too.
        self._view.wheelEvent(event)
