"""The view of the window: theme, size of the text, panes shown, keyboard focus."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget

from xinhui_viewer.gui.parts import theme
from xinhui_viewer.gui.reader import panes
from xinhui_viewer.gui.reader.look import Type
from xinhui_viewer.gui.reader.pane import ReaderPane
from xinhui_viewer.gui.reader.side_pane import SidePane
from xinhui_viewer.gui.reader.whole import ATTACHMENT, BULLETIN
from xinhui_viewer.gui.results.field import SearchField
from xinhui_viewer.gui.results.pane import BrowsePane
from xinhui_viewer.gui.shell.focus_reading import FocusReading
from xinhui_viewer.gui.shell.frame import Frame

_TYPE = {"zoom", "serif", "font", "measure", "leading", "indents"}
_SHORTCUT = Qt.FocusReason.ShortcutFocusReason


class Viewing(QObject):
    """Changes the view with the settings, which remember it; ``changed`` is emitted when a switch changes."""

    changed = Signal()
    themed = Signal(object)
    zoomed = Signal(int)

    def __init__(
        self,
        window: Frame,
        above: tuple[QWidget, ...],
        areas: tuple[SearchField, BrowsePane, ReaderPane, QTabWidget],
    ) -> None:
        super().__init__(window)
        self._settings, self._arrangement, self._window = window.settings, window.arrangement, window
        self._field, self._browse, self._reader, self._tabs = areas
        parts = (window.menuBar(), window.toolbar, window.statusBar(), *above)
        self.focused = FocusReading(parts, window.arrangement)
        self._reader.zoomed.connect(self._keep_zoom)
        self._arrangement.changed.connect(self.changed)
        self._settings.changed.connect(self._follow)

    def restore(self) -> None:
        """Restore the view of the previous start."""
        self._show_type()
        self._show_toolbar_text()
        self.show_theme()
        self._field.live = self._settings.get("live")
        self._browse.set_compact(self._settings.get("density") == "compact")
        self.changed.emit()

    @Slot()
    def show_theme(self) -> None:
        """Apply the chosen theme."""
        self.themed.emit(theme.named(self._settings.get("theme")))

    def switch_language(self) -> None:
        """Ask for the other language."""
        self._window.language_switched.emit()

    def next_theme(self) -> None:
        """Switch to the next theme; when that is the system's own, follow the system from now on."""
        at = theme.THEMES.index(theme.named(self._settings.get("theme")))
        following = theme.THEMES[(at + 1) % len(theme.THEMES)]
        self._settings.set("theme", "system" if following == theme.named("system") else following.name)

    def zoom(self, step: int) -> None:
        """Make the text larger or smaller by ``step`` percent; 0 restores its original size."""
        row = self._settings.row("zoom")
        percent = self._settings.get("zoom") + step if step else row.default
        self._settings.set("zoom", min(max(percent, row.limits[0]), row.limits[1]))

    def toggle_serif(self) -> None:
        """Switch between type with and without serifs."""
        self._settings.set("serif", not self._settings.get("serif"))

    def toggle_focus(self) -> None:
        """Show the text alone, or everything again."""
        self.focused.toggle()
        self._reader.setFocus(_SHORTCUT)
        self.changed.emit()

    def leave_focus(self) -> bool:
        """Show everything again; return whether the text was alone."""
        was = self.focused.leave()
        if was:
            self.changed.emit()
        return was

    def toggle_left(self) -> None:
        """Show or hide the list."""
        self.leave_focus()
        self._settings.set("left_shown", self._arrangement.toggle_left())

    def toggle_right(self) -> None:
        """Show or hide the pane with the outline."""
        self.leave_focus()
        self._settings.set("right_shown", self._arrangement.toggle_right())

    def show_tab(self, name: str) -> None:
        """Show a pane beside the text, by its name in the table, and move the focus there."""
        self.leave_focus()
        self._tabs.setCurrentIndex([pane.name for pane in panes.PANES].index(name))
        self._arrangement.call_right()
        self._settings.set("right_shown", True)
        self._tabs.currentWidget().setFocus(_SHORTCUT)

    def find_section(self) -> None:
        """Show the outline, and move the focus to its filter."""
        self.show_tab("outline")
        outline = self._tabs.currentWidget()
        if isinstance(outline, SidePane):
            outline.find_section()

    def toggle_toolbar_text(self) -> None:
        """Show words under the icons, or icons alone."""
        self._settings.set("toolbar_text", not self._settings.get("toolbar_text"))

    def toggle_full_screen(self) -> None:
        """Switch full screen on or off."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def focus_search(self) -> None:
        """Move the focus to the search field."""
        self.leave_focus()
        self._field.setFocus(_SHORTCUT)
        self._field.selectAll()

    def next_area(self, step: int) -> None:
        """Move the focus between field, list, text and right pane."""
        seen: list[QWidget] = [a for a in (self._field, self._browse, self._reader, self._tabs) if a.isVisible()]
        focus = QApplication.focusWidget()
        inside = (n for n, area in enumerate(seen) if focus and (area is focus or area.isAncestorOf(focus)))
        area = seen[(next(inside, 0) + step) % len(seen)]
        if area is self._browse:
            self._browse.focus_list()
        elif area is self._tabs:
            self._tabs.currentWidget().setFocus(_SHORTCUT)
        else:
            area.setFocus(_SHORTCUT)

    @Slot(str)
    def _follow(self, name: str) -> None:
        """Show a setting's new value."""
        if name in _TYPE:
            self._show_type()
        elif name == "theme":
            self.show_theme()
        elif name == "toolbar_text":
            self._show_toolbar_text()
        elif name == "density":
            self._browse.set_compact(self._settings.get("density") == "compact")
        elif name == "live":
            self._field.live = self._settings.get("live")
        self.changed.emit()

    def _show_type(self) -> None:
        get = self._settings.get
        chosen = Type(get("zoom"), get("serif"), get("font"), get("measure"), get("leading"), get("indents"))
        self._reader.set_type(chosen)
        self.zoomed.emit(get("zoom"))

    def _show_toolbar_text(self) -> None:
        style = Qt.ToolButtonStyle
        words = self._settings.get("toolbar_text")
        self._window.toolbar.setToolButtonStyle(style.ToolButtonTextUnderIcon if words else style.ToolButtonIconOnly)

    @Slot(float)
    def _keep_zoom(self, percent: float) -> None:
        self._settings.set("zoom", round(percent))

    @Slot(str)
    def open_link(self, address: str) -> None:
        """Open an address in the browser, once the user has seen and confirmed it; other links are others' concern."""
        if not address.startswith((ATTACHMENT, BULLETIN)):
            from xinhui_viewer.gui.shell.link import open_link

            open_link(self._window, address)
