"""The window: its menus at once, its desk after the first paint, and events of Qt.

Keep the imports few: each costs the start of the program (tests/benchmarks/startup.py).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from xinhui_viewer.gui.archives.clipboard import has_any
from xinhui_viewer.gui.parts import style_sheet, theme
from xinhui_viewer.gui.parts.window_work import WindowWork
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.gui.shell import keymap, menus
from xinhui_viewer.gui.shell.actions import SEEN_FIRST, TOOLBAR_LEFT, TOOLBAR_RIGHT
from xinhui_viewer.gui.shell.first_paint import FirstPaint
from xinhui_viewer.gui.shell.frame import Frame

if TYPE_CHECKING:
    from xinhui_viewer.gui.parts.state import WindowState
    from xinhui_viewer.gui.shell.desk import Desk
    from xinhui_viewer.gui.shell.memory import Memory
    from xinhui_viewer.gui.shell.palette_flow import PaletteFlow
    from xinhui_viewer.gui.shell.preferring import Preferring


class Window(Frame):
    """The frame with its menus; actions are passed to the desk, once there is one.

    ``painted`` is emitted when it is to be completed, ``completed`` when there is a desk, ``closed`` when the window is
    closed. ``wanted`` is the state that it is to show; ``is_alone`` returns whether there is no other window.
    """

    painted = Signal()
    completed = Signal()
    closed = Signal()

    def __init__(
        self, settings: Settings, work: WindowWork, wanted: WindowState | None, is_alone: Callable[[], bool]
    ) -> None:
        super().__init__(settings, work)
        self._leaves, self._is_alone = False, is_alone
        self.desk: Desk | None = None
        self.preferring: Preferring | None = None
        self.palette_flow: PaletteFlow | None = None
        self.wanted = wanted
        self.asked: Path | None = None
        self._theme = theme.LIGHT
        self.actions_by_name = menus.made_actions(self, lambda: self.desk, keymap.keymap(settings))
        settings.changed.connect(self._follow)
        menus.fill(self.menuBar(), self.actions_by_name)
        self.toolbar.addActions([self.actions_by_name[name] for name in TOOLBAR_LEFT])
        self.toolbar.addWidget(self.field)
        self.toolbar.addActions([self.actions_by_name[name] for name in TOOLBAR_RIGHT])
        self.restore()
        if wanted is not None:
            self.arrange(wanted.layout)
        self.show_theme(theme.named(settings.get("theme")))
        menus.enable(self.actions_by_name, None)
        self.field.setFocus()
        self._first_paint = FirstPaint(self.whole)
        self._first_paint.painted.connect(self.painted)

    def start(self, asked: Path | None) -> None:
        """Show the window, then the archive asked for, else the wanted one, else the previous one, else the sample."""
        self.asked = asked
        self.show()

    @Slot(object)
    def show_theme(self, chosen: theme.Theme) -> None:
        """Paint the frame in the colours of a theme; before the first paint only the icons that it shows."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        style_sheet.apply(app, chosen)
        self._theme = chosen
        menus.paint(self.actions_by_name, chosen, *(SEEN_FIRST if self.desk is None else ()))
        self.field.set_theme(chosen)

    @Slot(str)
    def _follow(self, setting: str) -> None:
        if setting == keymap.SETTING:
            menus.set_keys(self.actions_by_name, keymap.keymap(self.settings))

    def complete(self, memory: Memory) -> None:
        """Fill the window, and show its archive."""
        from xinhui_viewer.gui.shell.desk import Desk

        self.desk = desk = Desk(self, memory)
        desk.changed.connect(self._enable)
        desk.switched.connect(self._check)
        desk.viewing.themed.connect(self.show_theme)
        desk.part_wanted.connect(self._show_part)
        menus.paint(self.actions_by_name, self._theme)
        self.actions_by_name["recent"].setMenu(desk.recent.menu)
        desk.restoring.changed.connect(memory.change)
        desk.begin(self.asked, self.wanted)
        self.completed.emit()

    @Slot()
    def _enable(self) -> None:
        """Enable the actions that are possible now."""
        if self.desk is not None:
            menus.enable(self.actions_by_name, self.desk)

    @Slot()
    def _check(self) -> None:
        """Show the state of every switch."""
        if self.desk is not None:
            menus.check(self.actions_by_name, self.desk)

    @Slot(str)
    def _show_part(self, name: str) -> None:
        from xinhui_viewer.gui.shell import help

        match name:
            case "keys":
                help.keys(self, menus.keys(self.actions_by_name))
            case "search_language":
                help.search_language(self, self.field.show_text)
            case "about":
                current = self.desk.archives.current if self.desk is not None else None
                help.about(self, str(current.path) if current else "")
            case "preferences":
                self._show_preferences()
            case "palette":
                self._show_palette()

    def _show_preferences(self) -> None:
        from xinhui_viewer.gui.shell.preferring import Preferring

        if self.preferring is None:
            self.preferring = Preferring(self.settings, self)
        self.preferring.show()

    def _show_palette(self) -> None:
        from xinhui_viewer.gui.shell.palette_flow import PaletteFlow

        if self.palette_flow is None and self.desk is not None:
            self.palette_flow = PaletteFlow(self.desk, self.actions_by_name, self)
        if self.palette_flow is not None:
            self.palette_flow.open()

    # Events of Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.desk is None or not self.desk.takes_key(event):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.desk is not None and event.source() is None and has_any(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        if self.desk is not None:
            self.desk.pasting.take(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.work.pieces and self._is_alone() and not self._leaves:
            from xinhui_viewer.gui.shell import leaving

            event.ignore()
            leaving.ask(self, self.work, self.leave)
            return
        self.keep_sizes()
        if self.desk is not None:
            self.desk.tasks.close()
        self.work.leave()
        super().closeEvent(event)
        self.hide()
        self.closed.emit()

    def state(self) -> WindowState | None:
        """Return what the window shows; None while that is not known."""
        return self.desk.restoring.state() if self.desk is not None else self.wanted

    @Slot()
    def leave(self) -> None:
        """Close the window without a question: the work on archives goes on, or has been stopped."""
        self._leaves = True
        self.close()
