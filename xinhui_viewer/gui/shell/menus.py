"""Menus, keys and toolbar buttons, made from the table of actions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from xinhui_viewer.gui.parts.icons import icon
from xinhui_viewer.gui.parts.mnemonics import plain
from xinhui_viewer.gui.parts.theme import Theme
from xinhui_viewer.gui.shell.action import MENUS, Action
from xinhui_viewer.gui.shell.actions import rows
from xinhui_viewer.gui.shell.keymap import Keymap
from xinhui_viewer.i18n import tr

if TYPE_CHECKING:
    from xinhui_viewer.gui.shell.desk import Desk

Present = Callable[[], "Desk | None"]


def made_actions(parent: QWidget, desk: Present, keys: Keymap) -> dict[str, QAction]:
    """Return a QAction for each row of the table, by its name; it does nothing while there is no desk.

    They belong to ``parent``, so that keys work while its menus are hidden.
    """
    made = {action.name: _made(action, parent, desk) for action in rows()}
    set_keys(made, keys)
    parent.addActions(list(made.values()))
    return made


def set_keys(actions: dict[str, QAction], keys: Keymap) -> None:
    """Give each action its keys."""
    for row in rows():
        action, text = actions[row.name], plain(tr(row.text))
        action.setShortcuts([QKeySequence(key) for key in keys[row.name]])
        first = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(tr("{action} ({keys})").format(action=text, keys=first) if first else text)


def fill(bar: QMenuBar, actions: dict[str, QAction]) -> None:
    """Put every action into its menu."""
    menus = {name: QMenu(tr(name), bar) for name in MENUS}
    for row in rows():
        if row.separated:
            menus[row.menu].addSeparator()
        menus[row.menu].addAction(actions[row.name])
    for menu in menus.values():
        bar.addMenu(menu)


def paint(actions: dict[str, QAction], theme: Theme, *only: str) -> None:
    """Set the icons of actions, those named or all, in the colours of a theme."""
    for row in rows():
        if row.icon and (not only or row.name in only):
            actions[row.name].setIcon(icon(row.icon, theme))


def enable(actions: dict[str, QAction], desk: Desk | None) -> None:
    """Enable the actions that can be done now, disable the others."""
    for row in rows():
        actions[row.name].setEnabled(row.needs is None or (desk is not None and row.needs(desk)))


def check(actions: dict[str, QAction], desk: Desk) -> None:
    """Show the state of every switch."""
    for row in rows():
        if row.checks is not None:
            actions[row.name].setChecked(row.checks(desk))


def keys(actions: dict[str, QAction]) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return the actions that have keys, by menu: their text, and the keys as the system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return tuple(
        (
            plain(tr(menu)),
            tuple(
                (plain(tr(row.text)), "  ".join(key.toString(native) for key in actions[row.name].shortcuts()))
                for row in rows()
                if row.menu == menu and actions[row.name].shortcuts()
            ),
        )
        for menu in MENUS
    )


def _made(row: Action, parent: QObject, desk: Present) -> QAction:
    action = QAction(tr(row.text), parent)
    action.setObjectName(row.name)
    action.setCheckable(row.checks is not None)
    action.triggered.connect(partial(_run, row, desk))
    return action


def _run(row: Action, desk: Present, _checked: bool = False) -> None:
    if (there := desk()) is not None:
        row.run(there)
