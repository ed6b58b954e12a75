"""Show the preferences of the program, once for each window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.i18n import tr

if TYPE_CHECKING:
    from xinhui_viewer.gui.preferences.page import Page
    from xinhui_viewer.gui.preferences.preferences import Preferences


class Preferring(QObject):
    """Holds the dialog of the preferences while it is open."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings, self._parent = settings, parent
        self.dialog: Preferences | None = None

    def show(self) -> None:
        """Show the preferences, or bring them to the front."""
        if self.dialog is None:
            from xinhui_viewer.gui.preferences.preferences import Preferences

            self.dialog = Preferences(_pages(self._settings), self._parent)
            self.dialog.finished.connect(self._close)
            self.dialog.show()
        self.dialog.activateWindow()

    def _close(self) -> None:
        self.dialog = None


def _pages(settings: Settings) -> tuple[Page, ...]:
    """Return the pages of settings, then those of paper and keys."""
    from xinhui_viewer.gui.paper import paper_page
    from xinhui_viewer.gui.preferences.page import Page, setting_pages
    from xinhui_viewer.gui.shell import keymap
    from xinhui_viewer.gui.shell.keys_page import KeysPage

    *most, archives = setting_pages(settings)
    paper = Page(
        tr("Paper"),
        lambda parent: paper_page.PaperPage(settings, parent),
        lambda: paper_page.restore(settings),
    )
    keys = Page(tr("Keys"), lambda parent: KeysPage(settings, parent), lambda: keymap.restore(settings))
    return (*most, paper, archives, keys)
