"""The strip of tabs over the text; hidden while there is one tab."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget

from xinhui_viewer.gui.parts.icons import icon
from xinhui_viewer.gui.parts.theme import LIGHT, Theme
from xinhui_viewer.i18n import tr

_NARROWEST, _WIDEST, _CLOSE = 140, 220, QSize(24, 24)  # pixels


class TabStrip(QTabBar):
    """Shows the titles of tabs; emits the number of a tab that is chosen, closed, moved or asked for its menu."""

    chosen = Signal(int)
    closed = Signal(int)
    reordered = Signal(int, int)
    menu_wanted = Signal(int, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, documentMode=True, movable=True, expanding=False)
        self._theme = LIGHT
        self.setAccessibleName(tr("Tabs"))
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setSelectionBehaviorOnRemove(QTabBar.SelectionBehavior.SelectRightTab)
        self.currentChanged.connect(self._tell_chosen)
        self.tabMoved.connect(self.reordered)
        self.customContextMenuRequested.connect(self._tell_menu)
        self.hide()

    def show_tabs(self, titles: Sequence[str], current: int) -> None:
        """Show tabs with these titles."""
        self.blockSignals(True)
        while self.count() > len(titles):
            self.removeTab(self.count() - 1)
        for index, title in enumerate(titles):
            if index == self.count():
                self.addTab("")
                self.setTabButton(index, QTabBar.ButtonPosition.RightSide, self._close_button())
            self._show_title(index, title)
        self.setCurrentIndex(current)
        self.blockSignals(False)
        self.setVisible(len(titles) > 1)

    def set_theme(self, theme: Theme) -> None:
        """Take the icons of a theme."""
        self._theme = theme
        for index in range(self.count()):
            if isinstance(button := self._button(index), QToolButton):
                button.setIcon(icon("close", theme))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            if (index := self.tabAt(event.position().toPoint())) >= 0:
                self.closed.emit(index)
            return
        super().mouseReleaseEvent(event)

    def tabSizeHint(self, index: int) -> QSize:
        wanted = super().tabSizeHint(index)
        return QSize(min(max(wanted.width(), _NARROWEST), _WIDEST), wanted.height())

    def minimumTabSizeHint(self, index: int) -> QSize:
        return QSize(_NARROWEST, super().minimumTabSizeHint(index).height())

    def _button(self, index: int) -> QWidget | None:
        return self.tabButton(index, QTabBar.ButtonPosition.RightSide)

    def _close_button(self) -> QToolButton:
        button = QToolButton(self, autoRaise=True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setIcon(icon("close", self._theme))
        button.setIconSize(QSize(12, 12))
        button.setFixedSize(_CLOSE)
        button.setToolTip(tr("Close this tab"))
        button.setAccessibleName(tr("Close this tab"))
        button.clicked.connect(lambda: self.closed.emit(self._index_of(button)))
        return button

    def _index_of(self, button: QToolButton) -> int:
        return next(index for index in range(self.count()) if self._button(index) is button)

    def _show_title(self, index: int, title: str) -> None:
        named = title or tr("Empty tab")
        text = named.replace("&", "&&")
        if self.tabText(index) != text:
            self.setTabText(index, text)
            self.setTabToolTip(index, escape(named))
            self.setAccessibleTabName(index, named)

    @Slot(int)
    def _tell_chosen(self, index: int) -> None:
        if index >= 0:
            self.chosen.emit(index)

    @Slot(QPoint)
    def _tell_menu(self, place: QPoint) -> None:
        if (index := self.tabAt(place)) >= 0:
            self.menu_wanted.emit(index, self.mapToGlobal(place))
