from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QMenu
from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenDesk
from xinhui_viewer import i18n
from xinhui_viewer.gui.shell import actions
from xinhui_viewer.gui.shell.action import GO, MENUS, Action
from xinhui_viewer.gui.shell.actions import ACTIONS
from xinhui_viewer.gui.shell.desk import Desk


def _menu(desk: Desk, title: str) -> QMenu:
    (found,) = (menu for menu in desk.window.menuBar().findChildren(QMenu) if menu.title() == title)
    return found


def test_a_row_gives_an_action_its_menu_entry_its_key_its_switch_and_its_line_in_the_key_sheet(
    open_desk: OpenDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[int] = []

    def read_aloud(desk: Desk) -> None:
        assert desk.reading.bulletin is not None
        done.append(desk.reading.bulletin.id)
        desk.switched.emit()

    row = Action(
        "read_aloud",
        GO,
        "Read it alou&d",
        read_aloud,
        ("Ctrl+Alt+9",),
        needs=lambda desk: desk.reading.bulletin is not None,
        checks=lambda desk: bool(done),
    )
    monkeypatch.setattr(actions, "ACTIONS", (*ACTIONS, row))
    desk = open_desk()
    action = desk.window.actions_by_name["read_aloud"]
    assert action in _menu(desk, "&Go").actions()
    desk.window.activateWindow()
    qtbot.keyClick(desk.window, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert desk.reading.bulletin is not None
    assert (done, action.isChecked()) == ([desk.reading.bulletin.id], True)
    desk.part_wanted.emit("keys")
    (sheet,) = desk.window.findChildren(QDialog)
    assert {"Read it aloud", "Ctrl+Alt+9"} <= {label.text() for label in sheet.findChildren(QLabel)}
    sheet.close()
    desk.reading.close()
    assert not action.isEnabled()


@pytest.fixture(params=["en", "zh_CN"])
def _language(request: pytest.FixtureRequest) -> Iterator[None]:
    i18n.use(request.param)
    yield
    i18n.use("en")


@pytest.mark.usefixtures("_language")
@pytest.mark.parametrize("menu", ["", *MENUS], ids=lambda menu: menu or "bar")
def test_no_two_entries_of_a_menu_have_the_same_mnemonic(menu: str) -> None:
    texts = [row.text for row in actions.rows() if row.menu == menu] if menu else MENUS
    keys = [found[1].lower() for text in texts if (found := re.search("&(.)", i18n.tr(text)))]
    assert sorted(keys) == sorted(set(keys))
