from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xinhui_viewer.gui.results.field import SearchField
from xinhui_viewer.records import Word


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
    field.show_query(Word("网格"))
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


def test_an_unknown_operator_is_underlined_until_the_text_changes(qtbot: QtBot, field: SearchField) -> None:
    field.setText("网格 foo:bar")
    before = field.grab().toImage()
    field.mark_unknown(("foo:bar",))
    assert field.grab().toImage() != before
    assert field.toolTip().endswith("foo:bar")
    assert (field.text(), field.cursorPosition()) == ("网格 foo:bar", 10)
    field.setText("网格")
    qtbot.waitUntil(lambda: not field.toolTip())


def test_text_being_composed_is_not_disturbed_by_marks(qtbot: QtBot, field: SearchField) -> None:
    field.setText("foo:bar")
    compose(field, "wangge")
    field.mark_unknown(("foo:bar",))
    assert field.composing


def test_a_paste_that_is_too_long_is_said_to_be_cut(qtbot: QtBot) -> None:
    field = SearchField()
    qtbot.addWidget(field)
    field.show()
    QGuiApplication.clipboard().setText("区" * 1200)
    with qtbot.waitSignal(field.shortened) as said:
        field.paste()
    assert len(field.text()) == 1000
    assert said.args is not None
    assert "1,000" in said.args[0]
