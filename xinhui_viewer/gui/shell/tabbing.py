"""Tabs in their window: their menu, a window of its own for one, and the notices on them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QMenu

from xinhui_viewer.gui.parts.notice import NoticeBar
from xinhui_viewer.gui.parts.state import MOST_TABS, Layout, Listing, Tab, WindowState
from xinhui_viewer.gui.reader.tab_strip import TabStrip
from xinhui_viewer.gui.reader.tabs import Tabs
from xinhui_viewer.gui.shell.frame import Frame
from xinhui_viewer.gui.shell.restoring import Restoring
from xinhui_viewer.i18n import tr


class Tabbing(QObject):
    """Shows the menu of a tab, opens windows on the archive of this one, and tells of lost tabs."""

    def __init__(self, window: Frame, tabs: Tabs, strip: TabStrip, restoring: Restoring, notice: NoticeBar) -> None:
        super().__init__(window)
        self._window, self._tabs, self._restoring, self._notice = window, tabs, restoring, notice
        strip.menu_wanted.connect(self._show_menu)
        tabs.lost.connect(self._tell_lost)
        tabs.full.connect(self._tell_full)

    def new_window(self, tab: Tab | None = None) -> None:
        """Open a window on the archive of this one with an empty tab, or with a tab."""
        here = self._restoring.state()
        if here is not None:
            beside = Layout(b"", here.layout.widths, here.layout.left, here.layout.right, beside=here.layout.beside)
            self._window.window_wanted.emit(WindowState(here.archive, (tab or Tab(),), 0, Listing(), beside))

    def menu(self, index: int) -> QMenu:
        """Return the menu of a tab."""
        tabs, menu = self._tabs, QMenu(self._window)
        menu.addAction(tr("&Close tab"), lambda: tabs.close(index))
        menu.addAction(tr("Close &other tabs"), lambda: tabs.close_others(index))
        to_the_right = menu.addAction(tr("Close tabs to the &right"), lambda: tabs.close_others(index, right=True))
        to_the_right.setEnabled(index + 1 < tabs.count)
        menu.addSeparator()
        menu.addAction(tr("Open in a new &window"), lambda: self.new_window(tabs.take(index)))
        return menu

    @Slot(int, QPoint)
    def _show_menu(self, index: int, place: QPoint) -> None:
        menu = self.menu(index)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    @Slot(int)
    def _tell_lost(self, number: int) -> None:
        one = tr("A tab was closed: its bulletin is no longer in this archive.")
        several = tr("{n} tabs were closed: their bulletins are no longer in this archive.").format(n=number)
        self._notice.tell(one if number == 1 else several)

    @Slot()
    def _tell_full(self) -> None:
        self._notice.tell(tr("A window has at most {n} tabs: close some first.").format(n=MOST_TABS))
