"""The context menus of the list, the text and the outline."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QMenu

from xinhui_viewer.gui.reader.copying import Copying
from xinhui_viewer.gui.reader.pane import ReaderPane
from xinhui_viewer.gui.reader.side_pane import SidePane
from xinhui_viewer.gui.results.pane import BrowsePane
from xinhui_viewer.gui.shell.frame import Frame
from xinhui_viewer.i18n import tr

_ROWS = ("open_aside", "copy_citation", "preview", "save_pdf", "print", "export_data")
_TEXT = ("copy", "copy_source", "copy_citation", "find", "preview", "save_pdf", "print")


class ContextMenus(QObject):
    """Shows what can be done with the bulletins chosen, with the text, or with a section, where the pointer is."""

    def __init__(
        self, window: Frame, copying: Copying, browse: BrowsePane, reader: ReaderPane, beside: Iterable[SidePane]
    ) -> None:
        super().__init__(window)
        self._window, self._copying = window, copying
        browse.menu_wanted.connect(lambda place: self._show(_ROWS, place))
        reader.menu_wanted.connect(lambda place: self._show(_TEXT, place))
        for pane in beside:
            pane.section_menu_wanted.connect(self._show_for_section)

    def _show(self, names: tuple[str, ...], place: QPoint) -> None:
        menu = QMenu(self._window)
        menu.addActions([self._window.actions_by_name[name] for name in names])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    @Slot(int, QPoint)
    def _show_for_section(self, index: int, place: QPoint) -> None:
        menu = QMenu(self._window)
        for text, act in (
            (tr("Copy this section"), lambda: self._copying.copy_section(index)),
            (tr("Copy this section with source"), lambda: self._copying.copy_section(index, with_origin=True)),
            (tr("Copy the reference"), lambda: self._copying.copy_section_reference(index)),
        ):
            menu.addAction(text, act)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
