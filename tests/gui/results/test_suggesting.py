from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenDesk
from xinhui_viewer.gui.results.suggestions import KIND_ROLE, SuggestionList, SuggestionModel
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.gui.shell.desk import Desk
from xinhui_viewer.search.written import written


@pytest.fixture
def desk(qtbot: QtBot, open_desk: OpenDesk) -> Desk:
    made = open_desk()
    made.field.setFocus()
    qtbot.waitUntil(made.field.hasFocus)
    return made


def shown(popup: SuggestionList) -> list[tuple[str, str]]:
    model = popup.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())] if popup.isVisible() else []
    return [(index.data(), index.data(KIND_ROLE)) for index in rows]


def typed(qtbot: QtBot, desk: Desk, text: str) -> SuggestionList:
    committed = QInputMethodEvent()
    committed.setCommitString(text)
    QApplication.sendEvent(desk.field, committed)
    popup = desk.suggesting.list
    qtbot.waitUntil(lambda: popup.isVisible() and not desk.tasks.busy("search"))
    return popup


def test_initials_suggest_titles_without_taking_the_keyboard_from_the_field(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClicks(desk.field, "yt")
    popup = desk.suggesting.list
    qtbot.waitUntil(popup.isVisible)
    assert all("云汀" in text for text, _ in shown(popup))
    assert desk.field.hasFocus()
    assert not popup.currentIndex().isValid()
    assert desk.field.text() == "yt"


def query_of(popup: SuggestionList, row: int) -> str:
    """The query that a suggestion stands for, as it is written in the field."""
    model = popup.model()
    assert isinstance(model, SuggestionModel)
    query = model.suggestion(row).query
    assert query is not None
    return written(query)


def test_a_suggestion_is_chosen_with_the_mouse(qtbot: QtBot, desk: Desk) -> None:
    popup = typed(qtbot, desk, "yt")
    index = popup.model().index(0, 0)
    with qtbot.waitSignal(desk.searching.answered):
        qtbot.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=popup.visualRect(index).center())
    assert desk.field.text() == query_of(popup, 0)
    qtbot.waitUntil(lambda: not any(desk.tasks.busy(name) for name in ("search", "suggest")))
    assert not popup.isVisible()


def test_down_goes_to_the_results_unless_the_suggestions_were_called(qtbot: QtBot, desk: Desk) -> None:
    popup = typed(qtbot, desk, "云汀")
    qtbot.keyClick(desk.field, Qt.Key.Key_Down)
    assert not popup.isVisible()
    assert not desk.field.hasFocus()
    desk.window.actions_by_name["suggest"].trigger()
    qtbot.waitUntil(popup.isVisible)
    assert desk.field.hasFocus()
    assert popup.currentIndex().row() == 0
    qtbot.keyClick(desk.field, Qt.Key.Key_Down)
    assert popup.currentIndex().row() == 1
    chosen = query_of(popup, 1)
    qtbot.keyClick(desk.field, Qt.Key.Key_Return)
    assert desk.field.text() == chosen


def test_escape_closes_the_suggestions_before_it_clears_the_field(qtbot: QtBot, desk: Desk) -> None:
    popup = typed(qtbot, desk, "yt")
    qtbot.keyClick(desk.field, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert desk.field.text() == "yt"
    qtbot.keyClick(desk.field, Qt.Key.Key_Escape)
    assert desk.field.text() == ""


def test_composing_closes_the_suggestions_and_committed_text_has_its_own(qtbot: QtBot, desk: Desk) -> None:
    popup = typed(qtbot, desk, "yt")
    desk.field.selectAll()
    QApplication.sendEvent(desk.field, QInputMethodEvent("yunting", []))
    assert not popup.isVisible()
    assert all("云汀" in text for text, _ in shown(typed(qtbot, desk, "云汀")))


def test_down_goes_to_the_offers_where_nothing_was_found(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.searching.answered):
        desk.field.show_text("网格 日期:1999")
    qtbot.keyClick(desk.field, Qt.Key.Key_Down)
    assert desk.browse.offers()[0].hasFocus()


def test_enter_goes_on_to_the_first_result_and_suggests_nothing_more(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.browse.entered):
        qtbot.keyClicks(desk.field, "2021")
        qtbot.keyClick(desk.field, Qt.Key.Key_Return)
    assert not desk.tasks.busy("suggest")
    assert not desk.suggesting.list.isVisible()


def test_a_search_whose_result_was_opened_is_kept_until_the_history_is_cleared(
    qtbot: QtBot, desk: Desk, settings: Settings
) -> None:
    for text in ("网格事件", "2021"):
        with qtbot.waitSignal(desk.searching.answered):
            desk.field.show_text(text)
        desk.browse.enter_first()
        qtbot.waitUntil(lambda: not desk.field.hasFocus() and not desk.tasks.busy("open"))
    desk.field.clear_now()
    desk.window.actions_by_name["suggest"].trigger()
    qtbot.waitUntil(desk.suggesting.list.isVisible)
    assert shown(desk.suggesting.list) == [("2021", "searched before"), ("网格事件", "searched before")]
    desk.window.actions_by_name["forget"].trigger()
    assert settings.get("history") == []
    assert not desk.suggesting.list.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_in_a_box_with_a_list_of_its_own_the_key_opens_that(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.searching.answered):
        desk.field.show_text("网格")
    box = desk.browse.head.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    box.setFocus()
    desk.window.actions_by_name["suggest"].trigger()
    qtbot.waitUntil(box.view().isVisible)
    box.hidePopup()
    assert not desk.suggesting.list.isVisible()


def test_down_goes_into_the_suggestions_where_nothing_was_found(qtbot: QtBot, desk: Desk) -> None:
    popup = typed(qtbot, desk, "yt")
    assert desk.browse.hits.rowCount() == 0
    qtbot.keyClick(desk.field, Qt.Key.Key_Down)
    assert popup.currentIndex().row() == 0
