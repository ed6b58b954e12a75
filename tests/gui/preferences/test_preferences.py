from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenDesk
from xinhui_viewer.gui.paper.layouts import remembered
from xinhui_viewer.gui.preferences.editors import EDITORS
from xinhui_viewer.gui.preferences.preferences import Preferences
from xinhui_viewer.gui.settings import GROUPS, SETTINGS, Settings
from xinhui_viewer.gui.shell import keymap
from xinhui_viewer.gui.shell.desk import Desk
from xinhui_viewer.gui.shell.keys_page import KeysPage
from xinhui_viewer.gui.shell.window import Window


def _preferences(desk: Desk) -> Preferences:
    """Open the preferences by their key's action."""
    desk.window.actions_by_name["preferences"].trigger()
    assert isinstance(desk.window, Window)
    assert desk.window.preferring is not None
    assert desk.window.preferring.dialog is not None
    return desk.window.preferring.dialog


def _spin(dialog: Preferences, name: str) -> QSpinBox:
    (box,) = (box for box in dialog.findChildren(QSpinBox) if box.accessibleName() == name)
    return box


def _keys(dialog: Preferences) -> KeysPage:
    (page,) = dialog.findChildren(KeysPage)
    return page


def _choose(page: KeysPage, name: str) -> QTreeWidgetItem:
    """Choose an action in the list of keys."""
    items = page.tree.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
    (item,) = (item for item in items if item.data(0, Qt.ItemDataRole.UserRole) == name)
    page.tree.setCurrentItem(item)
    return item


def test_every_setting_with_a_group_has_an_editor_and_a_label() -> None:
    shown = [row for row in SETTINGS if row.group]
    assert {row.group for row in shown} == set(GROUPS)
    assert all(row.label and row.kind in EDITORS for row in shown)


def test_a_number_holds_at_once_in_the_text_and_the_view_follows(open_desk: OpenDesk, settings: Settings) -> None:
    desk = open_desk()
    _spin(_preferences(desk), "Text size").setValue(140)
    assert settings.get("zoom") == 140
    desk.viewing.zoom(10)
    assert _spin(_preferences(desk), "Text size").value() == 150


def test_measure_leading_and_indent_of_the_text_change_while_it_is_read(
    open_desk: OpenDesk, settings: Settings
) -> None:
    desk = open_desk()
    desk.window.resize(1600, 800)
    view = desk.reader.focusProxy()
    before = view.lineWrapColumnOrWidth()  # type: ignore[union-attr]
    _spin(_preferences(desk), "Line width").setValue(24)
    assert view.lineWrapColumnOrWidth() < before  # type: ignore[union-attr]
    place = desk.reader.place()
    settings.set("indents", False)
    settings.set("leading", 240)
    assert desk.reader.place() == place


def test_a_change_in_one_window_holds_in_the_other(open_desk: OpenDesk, settings: Settings) -> None:
    first, second = open_desk(), open_desk()
    settings.set("zoom", 130)
    assert all("130" in desk.status._zoom.text() for desk in (first, second))


def test_defaults_are_restored_for_the_page_on_show_alone(open_desk: OpenDesk, settings: Settings) -> None:
    desk = open_desk()
    settings.set("zoom", 150)
    settings.set("serif", False)
    settings.set("live", False)
    dialog = _preferences(desk)
    dialog.names.setCurrentRow([dialog.names.item(n).text() for n in range(dialog.names.count())].index("Reading"))
    dialog.restore.click()
    assert (settings.get("zoom"), settings.get("serif"), settings.get("live")) == (100, True, False)


def test_the_dialog_is_opened_once_and_again_after_it_was_closed(open_desk: OpenDesk) -> None:
    desk = open_desk()
    first = _preferences(desk)
    assert _preferences(desk) is first
    first.reject()
    assert _preferences(desk) is not first


def test_every_part_that_takes_the_keyboard_is_named(open_desk: OpenDesk) -> None:
    dialog = _preferences(open_desk())
    parts = [*dialog.findChildren(QSpinBox), *dialog.findChildren(QComboBox), *dialog.findChildren(QCheckBox)]
    assert parts
    assert all(part.accessibleName() or getattr(part, "text", str)() for part in parts)


def test_searching_waits_for_enter_where_the_user_wants_that(
    qtbot: QtBot, open_desk: OpenDesk, settings: Settings
) -> None:
    desk = open_desk()
    settings.set("live", False)
    asked: list[str] = []
    desk.field.wanted.connect(asked.append)
    qtbot.keyClicks(desk.field, "2021")
    with qtbot.waitSignal(desk.field.typed):
        pass
    assert asked == []
    qtbot.keyClick(desk.field, Qt.Key.Key_Return)
    assert asked == ["2021"]


def test_nothing_is_suggested_or_remembered_where_the_user_wants_that(
    qtbot: QtBot, open_desk: OpenDesk, settings: Settings
) -> None:
    desk = open_desk()
    for name in ("suggesting", "remembering"):
        settings.set(name, False)
    with qtbot.waitSignal(desk.searching.answered):
        qtbot.keyClicks(desk.field, "2021")
        qtbot.keyClick(desk.field, Qt.Key.Key_Return)
    assert not desk.tasks.busy("suggest")
    assert settings.get("history") == []


def test_the_name_under_printed_pages_is_kept_with_the_rest_of_the_layout(
    qtbot: QtBot, open_desk: OpenDesk, settings: Settings
) -> None:
    settings.set("layout", json.dumps({"header": "内部资料", "compiled_by": "甲"}))
    dialog = _preferences(open_desk())
    (by,) = (line for line in dialog.findChildren(QLineEdit) if line.accessibleName() == "Compiled by")
    assert by.text() == "甲"
    by.setText("云汀区档案室")
    by.editingFinished.emit()
    held = remembered(settings)
    assert (held.compiled_by, held.header) == ("云汀区档案室", "内部资料")


def test_pressed_keys_are_taken_from_the_action_that_had_them_after_saying_so(
    open_desk: OpenDesk, settings: Settings
) -> None:
    desk = open_desk()
    page = _keys(_preferences(desk))
    item = _choose(page, "serif")
    page.recorder.setKeySequence(QKeySequence("Ctrl+P"))
    assert "Print" in page._told.text()
    page.take.click()
    actions = desk.window.actions_by_name
    assert [key.toString() for key in actions["serif"].shortcuts()] == ["Ctrl+P"]
    assert actions["print"].shortcuts() == []
    assert item.text(1) == "Ctrl+P"
    page.default.click()
    _choose(page, "print")
    page.default.click()
    assert settings.get("keys") == ""
    assert [key.toString() for key in actions["print"].shortcuts()] == ["Ctrl+P"]


@pytest.mark.parametrize("pressed", ["A", "Shift+B", "Space", "Return", "Up", "，"])
def test_keys_that_type_or_move_alone_are_not_taken(open_desk: OpenDesk, pressed: str) -> None:
    page = _keys(_preferences(open_desk()))
    _choose(page, "serif")
    page.recorder.setKeySequence(QKeySequence(pressed))
    assert not page.take.isEnabled()
    assert "Ctrl" in page._told.text()


def test_keys_of_input_methods_are_warned_about(open_desk: OpenDesk) -> None:
    page = _keys(_preferences(open_desk()))
    _choose(page, "serif")
    page.recorder.setKeySequence(QKeySequence("Ctrl+Space"))
    assert page.take.isEnabled()
    assert "input methods" in page._told.text()


def test_own_keys_are_there_at_the_next_start_and_on_the_key_sheet(open_desk: OpenDesk, settings: Settings) -> None:
    keymap.assign(settings, "serif", ("Ctrl+Alt+S",))
    desk = open_desk()
    action = desk.window.actions_by_name["serif"]
    assert [key.toString() for key in action.shortcuts()] == ["Ctrl+Alt+S"]
    assert "Ctrl+Alt+S" in action.toolTip()


@pytest.mark.parametrize("kept", ["nonsense", "[]", '{"serif": 3}', '{"serif": [3]}', '{"nobody": ["Ctrl+9"]}', "{"])
def test_keys_in_the_settings_that_are_none_are_ignored(settings: Settings, kept: str) -> None:
    settings.set("keys", kept)
    assert keymap.keymap(settings)["print"] == ("Ctrl+P",)


def test_an_action_is_found_by_its_name_or_its_keys(open_desk: OpenDesk) -> None:
    page = _keys(_preferences(open_desk()))
    page.words.setText("ctrl g")
    shown = [item.data(0, Qt.ItemDataRole.UserRole) for item in page._items() if not item.isHidden()]
    assert "find_section" in shown
    assert "print" not in shown
