from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTableView, QTextBrowser
from pytestqt.qtbot import QtBot

from tests import builders
from tests.gui.conftest import OpenDesk, OpenShown
from tests.gui.driving import listed, search, settle
from tests.gui.shell.test_restoring import an_archive, began_anew, desk_in, line, read_on
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.gui.parts.state import MOST_TABS
from xinhui_viewer.gui.shell.desk import Desk

_MIDDLE, _CTRL = Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(open_desk: OpenDesk, tmp_path: Path) -> Desk:
    return open_desk(an_archive(tmp_path))


def titles(desk: Desk) -> list[str]:
    return [desk.strip.tabText(index) for index in range(desk.strip.count())]


def shown(desk: Desk) -> str:
    return desk.reading.bulletin.facts.title if desk.reading.bulletin is not None else ""


def press(qtbot: QtBot, desk: Desk, name: str) -> None:
    desk.window.actions_by_name[name].trigger()
    settle(qtbot, desk)
    qtbot.waitUntil(lambda: not desk.tasks.busy("tabs"))


def middle_click(qtbot: QtBot, desk: Desk, row: int) -> None:
    view = desk.browse.findChild(QTableView, "bulletins")
    assert isinstance(view, QTableView)
    qtbot.mouseClick(view.viewport(), _MIDDLE, pos=view.visualRect(view.model().index(row, 0)).center())
    qtbot.waitUntil(lambda: not desk.tasks.busy("tabs"))


def test_a_middle_click_opens_a_row_in_a_tab_behind_and_selects_nothing(qtbot: QtBot, desk: Desk) -> None:
    before = shown(desk)
    selected = desk.browse.selected()
    assert not desk.strip.isVisible()
    middle_click(qtbot, desk, 2)
    middle_click(qtbot, desk, 3)
    assert titles(desk) == [before, listed(desk)[2].title, listed(desk)[3].title]
    assert desk.strip.isVisible()
    assert shown(desk) == before
    assert desk.browse.selected() == selected


def test_ctrl_enter_opens_the_chosen_rows_behind(qtbot: QtBot, desk: Desk) -> None:
    before = shown(desk)
    view = desk.browse.findChild(QTableView, "bulletins")
    assert isinstance(view, QTableView)
    view.selectRow(4)
    settle(qtbot, desk)
    desk.window.activateWindow()
    qtbot.keyClick(view, Qt.Key.Key_Return, _CTRL)
    qtbot.waitUntil(lambda: not desk.tasks.busy("tabs"))
    assert titles(desk)[1:] == [listed(desk)[4].title]
    assert shown(desk) == before


def test_each_tab_keeps_its_place_its_history_and_the_words_of_its_find_bar(qtbot: QtBot, desk: Desk) -> None:
    first = read_on(qtbot, desk, 1, "第120段")
    middle_click(qtbot, desk, 5)
    press(qtbot, desk, "next_tab")
    assert shown(desk) == listed(desk)[5].title
    assert not desk.reading.can_go_back
    desk.reader.set_find("第30段")
    desk.reader.find_text("第30段")
    second = line(desk)
    press(qtbot, desk, "next_tab")
    assert (shown(desk), line(desk)) == (listed(desk)[1].title, first)
    assert desk.reading.can_go_back
    assert desk.reader.sought == ""
    press(qtbot, desk, "previous_tab")
    assert (desk.reader.sought, line(desk)) == ("第30段", second)


def test_a_closed_tab_comes_back_in_its_place_with_its_history(qtbot: QtBot, desk: Desk) -> None:
    middle_click(qtbot, desk, 3)
    press(qtbot, desk, "next_tab")
    at = read_on(qtbot, desk, 6, "第90段")
    middle_click(qtbot, desk, 7)
    before = titles(desk)
    press(qtbot, desk, "close_tab")
    assert titles(desk) == [before[0], before[2]]
    assert shown(desk) == before[2]
    press(qtbot, desk, "reopen_tab")
    assert titles(desk) == before
    assert (shown(desk), line(desk)) == (before[1], at)
    press(qtbot, desk, "back")
    assert shown(desk) == listed(desk)[3].title


def test_closing_the_only_tab_empties_it_and_never_closes_the_window(qtbot: QtBot, desk: Desk) -> None:
    before = shown(desk)
    press(qtbot, desk, "close_tab")
    assert desk.window.isVisible()
    assert desk.reading.bulletin is None
    assert not desk.window.actions_by_name["close_tab"].isEnabled()
    desk.archives.refresh()
    settle(qtbot, desk)
    assert desk.reading.bulletin is None
    press(qtbot, desk, "reopen_tab")
    assert (shown(desk), desk.strip.count()) == (before, 1)


def test_a_new_tab_is_empty_until_something_is_opened_in_it(qtbot: QtBot, desk: Desk) -> None:
    press(qtbot, desk, "new_tab")
    assert titles(desk)[1] == "Empty tab"
    assert desk.reading.bulletin is None
    middle_click(qtbot, desk, 2)
    settle(qtbot, desk)
    assert titles(desk)[1] == shown(desk) == listed(desk)[2].title


def test_tabs_are_closed_by_a_middle_click_and_ordered_by_dragging(qtbot: QtBot, desk: Desk) -> None:
    for row in (2, 3, 4):
        middle_click(qtbot, desk, row)
    before = titles(desk)
    qtbot.mouseClick(desk.strip, _MIDDLE, pos=desk.strip.tabRect(2).center())
    assert titles(desk) == [before[0], before[1], before[3]]
    desk.strip.moveTab(2, 0)
    assert [tab.place.title for tab in desk.open_tabs.tabs() if tab.place] == [before[3], before[0], before[1]]
    assert desk.open_tabs.current == 1
    assert shown(desk) == before[0]


def test_the_menu_of_a_tab_closes_the_others_or_those_to_its_right(qtbot: QtBot, desk: Desk) -> None:
    for row in (2, 3, 4):
        middle_click(qtbot, desk, row)
    before = titles(desk)
    menu = desk.tabbing.menu(1)
    (right,) = (action for action in menu.actions() if "right" in action.text())
    right.trigger()
    settle(qtbot, desk)
    assert titles(desk) == before[:2]
    menu = desk.tabbing.menu(1)
    (others,) = (action for action in menu.actions() if "other" in action.text())
    others.trigger()
    settle(qtbot, desk)
    assert titles(desk) == before[1:2]
    assert shown(desk) == before[1]


def test_a_tab_behind_is_not_laid_out_and_the_next_start_shows_all_in_their_order(
    qtbot: QtBot, open_shown: OpenShown, tmp_path: Path
) -> None:
    program = open_shown(an_archive(tmp_path))
    desk = desk_in(qtbot, program)
    at = read_on(qtbot, desk, 1, "第120段")
    browsers = len(desk.window.findChildren(QTextBrowser))
    for row in (2, 3):
        middle_click(qtbot, desk, row)
    assert len(desk.window.findChildren(QTextBrowser)) == browsers
    press(qtbot, desk, "next_tab")
    before = titles(desk)
    again = desk_in(qtbot, began_anew(qtbot, open_shown, program))
    qtbot.waitUntil(lambda: not again.tasks.busy("tabs"))
    assert titles(again) == before
    assert again.open_tabs.current == 1
    press(qtbot, again, "previous_tab")
    assert line(again) == at


def test_tabs_whose_bulletins_are_gone_are_closed_and_one_sentence_says_so(
    qtbot: QtBot, open_shown: OpenShown, tmp_path: Path
) -> None:
    path = an_archive(tmp_path)
    program = open_shown(path)
    desk = desk_in(qtbot, program)
    for row in (2, 3, 4):
        middle_click(qtbot, desk, row)
    kept = titles(desk)
    path.unlink()
    builders.archive(path)
    with writing(path) as db:
        for number in (9, 7):  # what the first and the second tab show
            day = builders.published(f"2023-06-{number:02}")
            body = [f"第{at}段:各镇街落实值班制度,加强巡查。" for at in range(1, 200)]
            builders.added(db, builders.draft(f"防汛通报第{number}号", *body, published=day), f"{number}")
    again = desk_in(qtbot, began_anew(qtbot, open_shown, program))
    qtbot.waitUntil(lambda: not again.tasks.busy("tabs"))
    assert titles(again) == kept[:2]
    assert again.notice.text() == "2 tabs were closed: their bulletins are no longer in this archive."


def test_a_window_has_so_many_tabs_and_no_more(qtbot: QtBot, desk: Desk) -> None:
    for _ in range(MOST_TABS + 3):
        desk.open_tabs.open_aside(2, "二")
    assert desk.strip.count() == MOST_TABS
    assert "100" in desk.notice.text()


def test_a_link_is_opened_behind_by_ctrl_or_the_middle_button(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path
) -> None:
    named = builders.draft("关于加强值班的通知", "各镇街落实值班制度。", document_number="云府〔2023〕5号")
    naming = builders.draft("关于再次检查的通知", "根据《关于加强值班的通知》(云府〔2023〕5号),再次检查。")
    desk = open_desk(builders.archive(tmp_path / "a.xhdb", named, naming))
    wanted = next(hit.id for hit in listed(desk) if "再次" in hit.title)
    desk.browse.opened.emit(wanted)
    qtbot.waitUntil(lambda: desk.reading.bulletin is not None and desk.reading.bulletin.id == wanted)
    (view,) = desk.reader.findChildren(QTextBrowser)
    cursor = view.document().find("加强值班")
    assert isinstance(cursor, QTextCursor)
    assert cursor.charFormat().isAnchor()
    place = view.cursorRect(cursor).center() - QPoint(8, 0)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, _CTRL, place)
    qtbot.mouseClick(view.viewport(), _MIDDLE, pos=place)
    qtbot.waitUntil(lambda: not desk.tasks.busy("tabs"))
    assert titles(desk) == ["关于再次检查的通知", "关于加强值班的通知", "关于加强值班的通知"]
    assert shown(desk) == "关于再次检查的通知"


def test_a_search_marks_the_text_of_every_tab(qtbot: QtBot, desk: Desk) -> None:
    middle_click(qtbot, desk, 3)
    search(qtbot, desk, "巡查")
    press(qtbot, desk, "next_tab")
    assert desk.reader.match_count() == 199
