"""Menus, keys and toolbar buttons, made from the table of actions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from xinhui_viewer.gui.parts.icons import icon
from xinhui_viewer.gui.parts.theme import Theme
from xinhui_viewer.gui.shell.actions import ACTIONS, MENUS, Action
from xinhui_viewer.i18n import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from xinhui_viewer.gui.shell.window import Window


def made_actions(window: Window) -> dict[str, QAction]:
    """Return a QAction for each row of the table, by its name."""
    return {action.name: _made(action, window) for action in ACTIONS}


def fill(bar: QMenuBar, actions: dict[str, QAction]) -> None:
    """Put every action into its menu."""
    menus = {name: QMenu(tr(name), bar) for name in MENUS}
    for row in ACTIONS:
        if row.separated:
            menus[row.menu].addSeparator()
        menus[row.menu].addAction(actions[row.name])
    for menu in menus.values():
        bar.addMenu(menu)


def paint(actions: dict[str, QAction], theme: Theme, *only: str) -> None:
    """Give actions their icons in the colours of a theme: those named, or all."""
    for row in ACTIONS:
        if row.icon and (not only or row.name in only):
            actions[row.name].setIcon(icon(row.icon, theme))


def popup(actions: dict[str, QAction], names: tuple[str, ...], place: QPoint) -> None:
    """Show some actions as a context menu at a place of the screen."""
    menu = QMenu()
    menu.addActions([actions[name] for name in names])
    menu.exec(place)


def enable(actions: dict[str, QAction], present: set[str]) -> None:
    """Enable the actions whose needs are present, disable the others."""
    for row in ACTIONS:
        actions[row.name].setEnabled(not row.needs or row.needs in present)


def check(actions: dict[str, QAction], state: dict[str, bool]) -> None:
    """Show the state of every switch."""
    for row in ACTIONS:
        if row.checks:
            actions[row.name].setChecked(state[row.checks])


def plain(text: str) -> str:
    """Return a menu text without its mnemonic and dots."""
    return text.split("(&")[0].replace("&", "").rstrip("…. ")


def _made(row: Action, window: Window) -> QAction:
    action = QAction(tr(row.text), window)
    action.setObjectName(row.name)
    action.setShortcuts([QKeySequence(keys) for keys in row.keys])
    action.setCheckable(bool(row.checks))
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(plain(tr(row.text)) + (f" ({keys})" if keys else ""))
    action.triggered.connect(partial(_run, row, window))
    return action


def _run(row: Action, window: Window, _checked: bool = False) -> None:
    if window.desk is not None:
        row.run(window.desk)


def popup_one(window: Window, text: str, run: Callable[[], object], place: QPoint) -> None:
    """Show a menu of one entry at a place of the screen."""
    menu = QMenu(window)
    menu.addAction(text, run)
    menu.exec(place)
