"""The ways into a text and back to the list: in a narrow window the two take turns."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Slot

from xinhui_viewer.gui.reader.pane import ReaderPane
from xinhui_viewer.gui.reader.reading import Reading
from xinhui_viewer.gui.reader.tabs import Tabs
from xinhui_viewer.gui.reader.whole import BULLETIN
from xinhui_viewer.gui.results.pane import BrowsePane
from xinhui_viewer.gui.results.searching import Searching
from xinhui_viewer.gui.shell.frame import Frame
from xinhui_viewer.records import KeyFigure

_MOST_ASIDE = 20  # tabs at once


@dataclass(frozen=True, slots=True)
class Sides:
    """The list and the text, with the flows that fill them."""

    browse: BrowsePane
    searching: Searching
    reader: ReaderPane
    reading: Reading
    tabs: Tabs


class Opening(QObject):
    """Opens what was chosen, and brings the side into sight that shows it."""

    def __init__(self, window: Frame, sides: Sides) -> None:
        super().__init__(window)
        self._window, self._arrangement, self._sides = window, window.arrangement, sides

    @Slot(str)
    def ask(self, text: str) -> None:
        """Search a text, with the list of what it finds in sight."""
        if text:
            self._arrangement.call_left()
        else:
            self._arrangement.read(False)
        self._sides.searching.ask(text)

    @Slot(int)
    def open(self, bulletin_id: int) -> None:
        """Show a bulletin."""
        self._arrangement.read(True)
        self._sides.reading.open(bulletin_id)

    @Slot(int)
    def enter(self, bulletin_id: int) -> None:
        """Show a bulletin and move the focus to its first match."""
        self._arrangement.read(True)
        self._sides.reading.open(bulletin_id, enter=True)

    @Slot(str)
    def follow_aside(self, link: str) -> None:
        """Open the bulletin that a link leads to in a tab behind this one; other links are others' concern."""
        if link.startswith(BULLETIN):
            self._sides.tabs.open_aside(int(link.removeprefix(BULLETIN)))

    def open_chosen_aside(self) -> None:
        """Open the bulletins chosen in the list in tabs behind this one."""
        for bulletin_id in self._sides.browse.selected().ids[:_MOST_ASIDE]:
            self._sides.tabs.open_aside(bulletin_id)

    def new_tab(self) -> None:
        """Open an empty tab, with the list and the search field to fill it from."""
        self._arrangement.read(False)
        self._sides.tabs.new()
        self._window.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._window.field.selectAll()

    def step_tab(self, by: int) -> None:
        """Show the text of the tab to the right (1) or to the left (-1)."""
        self._arrangement.read(True)
        self._sides.tabs.step(by)

    @Slot(object)
    def open_figure(self, key: KeyFigure) -> None:
        """Show a bulletin at one of its figures, in front of the window that it was chosen in."""
        self._arrangement.read(True)
        self._sides.reading.open_figure(key)
        self._window.activateWindow()

    @Slot(object)
    def list_column(self, path: tuple[str, ...]) -> None:
        """List the bulletins of a column."""
        self._arrangement.call_left()
        self._window.field.clear_now()
        self._sides.browse.show_column(path)

    def find(self) -> None:
        """Open the find bar of the text."""
        self._arrangement.read(True)
        self._sides.reader.open_find()

    def back(self) -> None:
        """Go back to the previous place; in a narrow window, to the list."""
        if self._arrangement.stacked and not self._sides.browse.isVisible():
            self._arrangement.read(False)
            self._sides.browse.focus_list()
        else:
            self._sides.reading.back()

    def forward(self) -> None:
        """Undo going back."""
        self._arrangement.read(True)
        self._sides.reading.forward()
