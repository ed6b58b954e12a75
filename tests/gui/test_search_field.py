from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xinhui_viewer.gui.panes.search_field import SearchField


@pytest.fixture
def field(qtbot: QtBot) -> SearchField:
    made = SearchField()
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def compose(field: SearchField, preedit: str, committed: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(committed)
    QApplication.sendEvent(field, event)


def test_typed_text_is_asked_for_once_after_a_pause(qtbot: QtBot, field: SearchField) -> None:
    asked: list[str] = []
    field.wanted.connect(asked.append)
    qtbot.keyClicks(field, "2021")
    assert asked == []
    qtbot.waitUntil(lambda: asked == ["2021"])


def test_text_being_composed_is_never_asked_for_but_the_committed_text_is(qtbot: QtBot, field: SearchField) -> None:
    asked: list[str] = []
    field.wanted.connect(asked.append)
    compose(field, "wangge")
    field.tell()
    assert asked == []
    compose(field, "", "网格")
    qtbot.waitUntil(lambda: asked == ["网格"])


def test_escape_clears_first_and_leaves_the_field_second(qtbot: QtBot, field: SearchField) -> None:
    asked: list[str] = []
    left: list[bool] = []
    field.wanted.connect(asked.append)
    field.left.connect(lambda: left.append(True))
    field.show_query("网格")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), asked, left) == ("", ["网格", ""], [])
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert left == [True]


def test_down_asks_at_once_and_goes_to_the_list(qtbot: QtBot, field: SearchField) -> None:
    seen: list[str] = []
    field.wanted.connect(seen.append)
    field.list_entered.connect(lambda: seen.append("list"))
    field.setText("化解率")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert seen == ["化解率", "list"]
