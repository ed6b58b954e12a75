from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTextBrowser, QTreeView
from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenDesk
from tests.gui.driving import search
from xinhui_viewer.gui.paper.export_data import ExportDialog
from xinhui_viewer.gui.parts.room import keep_inside
from xinhui_viewer.gui.parts.theme import THEMES, shown
from xinhui_viewer.gui.reader.outline_model import SECTION_ROLE
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.gui.shell.desk import Desk


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    made = open_desk()
    made.window.activateWindow()
    return made


def _text(desk: Desk) -> QTextBrowser:
    (view,) = desk.reader.findChildren(QTextBrowser)
    return view


def test_a_search_brings_the_hidden_list_into_sight_and_the_next_start_hides_it_again(
    qtbot: QtBot, desk: Desk, settings: Settings
) -> None:
    desk.window.actions_by_name["left"].trigger()
    assert not desk.browse.isVisible()
    assert search(qtbot, desk, "网格")
    assert desk.browse.isVisible()
    assert settings.get("left_shown") is False


def test_the_pane_over_the_text_goes_when_the_text_is_clicked(qtbot: QtBot, desk: Desk) -> None:
    desk.window.resize(900, 700)
    desk.window.actions_by_name["outline"].trigger()
    assert desk.tabs.isVisible()
    qtbot.mouseClick(_text(desk).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 60))
    assert not desk.tabs.isVisible()


def test_the_pane_over_the_text_goes_when_a_section_is_chosen_in_it(qtbot: QtBot, desk: Desk) -> None:
    desk.window.resize(900, 700)
    desk.window.actions_by_name["outline"].trigger()
    desk.beside["outline"].section_chosen.emit(1)
    assert not desk.tabs.isVisible()
    assert desk.reader.section() == 1


def test_in_the_narrowest_window_a_pane_about_the_text_is_shown_over_the_text_not_over_the_list(desk: Desk) -> None:
    desk.window.resize(800, 600)
    desk.arrangement.read(False)
    desk.window.actions_by_name["outline"].trigger()
    assert desk.tabs.isVisible()
    assert desk.reader.isVisible()
    assert not desk.browse.isVisible()


def test_the_keyboard_begins_in_the_outline_at_the_section_being_read(desk: Desk) -> None:
    desk.reader.go_to_section(6)
    desk.window.actions_by_name["outline"].trigger()
    (tree,) = desk.beside["outline"].findChildren(QTreeView)
    assert tree.currentIndex().data(SECTION_ROLE) == 6


def test_the_outline_is_filtered_by_initials(qtbot: QtBot, desk: Desk) -> None:
    desk.window.actions_by_name["find_section"].trigger()
    (words,) = desk.beside["outline"].findChildren(QLineEdit)
    words.setText("zdgz")
    qtbot.keyClick(words, Qt.Key.Key_Return)
    bulletin = desk.reading.bulletin
    assert bulletin is not None
    assert bulletin.sections[desk.reader.section()].heading == "2025年重点工作"


def test_another_theme_or_size_keeps_the_selected_text(desk: Desk) -> None:
    view = _text(desk)
    cursor = QTextCursor(view.document())
    cursor.setPosition(120)
    cursor.setPosition(180, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    chosen = desk.reader.selected_text()
    assert chosen
    for name in ("theme", "zoom_in"):
        desk.window.actions_by_name[name].trigger()
        assert desk.reader.selected_text() == chosen


def test_copying_is_said_in_the_status_line(desk: Desk) -> None:
    desk.window.actions_by_name["copy_citation"].trigger()
    assert f"Copied {len(QGuiApplication.clipboard().text())} characters" in desk.status._said.text()


def test_the_status_line_counts_the_minutes_that_are_left(desk: Desk) -> None:
    desk.status.show_place(1, 4, 0.0, 8000)
    assert "about 20 minutes left" in desk.status._place.text()
    desk.status.show_place(3, 4, 0.5, 8000)
    assert "about 10 minutes left" in desk.status._place.text()
    desk.status.show_place(4, 4, 1.0, 8000)
    assert "left" not in desk.status._place.text()


def test_a_closed_export_dialog_is_gone(qtbot: QtBot, desk: Desk) -> None:
    for _turn in range(3):
        desk.window.actions_by_name["export_data"].trigger()
        assert desk.paper.export_dialog is not None
        desk.paper.export_dialog.reject()
    qtbot.waitUntil(lambda: not desk.window.findChildren(ExportDialog))


def test_tab_goes_round_all_parts_of_the_window_in_the_order_they_stand_in(qtbot: QtBot, desk: Desk) -> None:
    desk.field.setFocus()
    parts = (desk.field, desk.notice, desk.browse, desk.breadcrumbs, desk.reader, desk.tabs)
    met: list[int] = []
    for _step in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        at = next((n for n, part in enumerate(parts) if part is focus or part.isAncestorOf(focus)), -1)
        if met[-1:] != [at]:
            met.append(at)
        if len(met) > len(parts):
            break
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert met == [0, 1, 2, 3, 4, 5, 0]


def test_focus_reading_ends_where_there_is_no_text_to_read(desk: Desk) -> None:
    desk.window.actions_by_name["focus_reading"].trigger()
    assert not desk.window.menuBar().isVisible()
    desk.window.actions_by_name["new_tab"].trigger()
    assert desk.window.menuBar().isVisible()
    assert desk.field.isVisible()


def test_an_empty_page_has_the_ground_of_the_theme(desk: Desk) -> None:
    for _turn in THEMES:
        desk.window.actions_by_name["theme"].trigger()
        desk.window.actions_by_name["new_tab"].trigger()
        corner = desk.reader.grab().toImage().pixelColor(30, 30).name().upper()
        assert corner == shown().surface
        desk.window.actions_by_name["close_tab"].trigger()


def test_a_window_that_would_reach_out_of_the_screen_is_moved_into_it(desk: Desk) -> None:
    room = desk.window.screen().availableGeometry()
    desk.window.resize(room.size() * 2)
    desk.window.move(room.bottomRight())
    keep_inside(desk.window)
    frame = 4  # pixels that the offscreen platform lays around a window
    assert room.adjusted(-frame, -frame, frame, frame).contains(desk.window.geometry())


def test_a_click_on_what_an_error_offers_puts_the_error_away(qtbot: QtBot, desk: Desk) -> None:
    tried: list[bool] = []
    again = ("Try again", lambda: tried.append(desk.notice.isVisible()))
    desk.notice.tell("The archive is not there.", (again,), error=True)
    (button,) = (one for one in desk.notice.findChildren(QPushButton) if one.text() == "Try again")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert tried == [False]
