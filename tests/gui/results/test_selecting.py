from __future__ import annotations

from array import array
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenDesk
from tests.gui.driving import listed, settle
from tests.gui.results.test_models import hits
from xinhui_viewer.gui.parts.selected import Selected
from xinhui_viewer.gui.results.bulletin_list import BulletinList
from xinhui_viewer.gui.results.delegates import HitDelegate
from xinhui_viewer.gui.results.hits_model import ID_ROLE, HitsModel
from xinhui_viewer.gui.shell.desk import Desk
from xinhui_viewer.search.find import Whole

CTRL, SHIFT, NONE = (getattr(Qt.KeyboardModifier, f"{key}Modifier") for key in ("Control", "Shift", "No"))


def view(desk: Desk) -> QTableView:
    found = desk.browse.findChild(QTableView, "bulletins")
    assert isinstance(found, QTableView)
    return found


def click(qtbot: QtBot, desk: Desk, row: int, key: Qt.KeyboardModifier = NONE) -> None:
    """Click a row and wait until its bulletin is shown."""
    at = view(desk).visualRect(view(desk).model().index(row, 0)).topLeft() + QPoint(20, 10)
    qtbot.mouseClick(view(desk).viewport(), Qt.MouseButton.LeftButton, key, at)
    shown(qtbot, desk, row)


def shown(qtbot: QtBot, desk: Desk, row: int) -> None:
    wanted = listed(desk)[row].id
    qtbot.waitUntil(lambda: desk.reading.bulletin is not None and desk.reading.bulletin.id == wanted)
    settle(qtbot, desk)


def rows(desk: Desk) -> list[int]:
    return sorted(index.row() for index in view(desk).selectionModel().selectedRows())


def test_rows_clicked_with_ctrl_stay_selected_while_the_last_one_is_read(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    click(qtbot, desk, 0)
    click(qtbot, desk, 2, CTRL)
    assert rows(desk) == [0, 2]
    click(qtbot, desk, 1, CTRL)
    click(qtbot, desk, 2, CTRL)
    assert rows(desk) == [0, 1]


def test_shift_and_down_selects_on_from_where_it_began(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    click(qtbot, desk, 0)
    for row in (1, 2, 3):
        qtbot.keyClick(view(desk), Qt.Key.Key_Down, SHIFT)
        shown(qtbot, desk, row)
    assert rows(desk) == [0, 1, 2, 3]


def test_the_next_bulletin_by_its_shortcut_is_the_only_one_selected(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    click(qtbot, desk, 0)
    for row in (1, 2):
        qtbot.keyClick(view(desk), Qt.Key.Key_Down, CTRL)
        shown(qtbot, desk, row)
    assert rows(desk) == [2]


def test_going_back_or_into_the_text_leaves_several_selected(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    click(qtbot, desk, 1)
    click(qtbot, desk, 2, CTRL)
    click(qtbot, desk, 3, CTRL)
    desk.window.actions_by_name["back"].trigger()
    shown(qtbot, desk, 2)
    qtbot.keyClick(view(desk), Qt.Key.Key_Return)
    assert rows(desk) == [1, 2, 3]
    assert view(desk).currentIndex().row() == 2


def test_going_from_the_search_field_into_the_list_selects_the_row_that_is_read(
    qtbot: QtBot, open_desk: OpenDesk
) -> None:
    desk = open_desk()
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    with qtbot.waitSignal(desk.searching.answered):
        qtbot.keyClicks(desk.field, "%")
    settle(qtbot, desk)
    assert rows(desk) == []
    qtbot.keyClick(desk.field, Qt.Key.Key_Down)
    shown(qtbot, desk, 0)
    assert rows(desk) == [0]


def test_a_bulletin_opened_from_elsewhere_is_marked_in_the_list(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    click(qtbot, desk, 1)
    desk.reading.open(listed(desk)[4].id)
    shown(qtbot, desk, 4)
    assert rows(desk) == [4]


def test_a_range_chosen_after_ctrl_a_is_only_that_range(qtbot: QtBot, open_desk: OpenDesk, many: Path) -> None:
    desk = open_desk(many)
    qtbot.keyClick(view(desk), Qt.Key.Key_A, CTRL)
    click(qtbot, desk, 2, SHIFT)
    assert desk.browse.selected() == Selected(tuple(hit.id for hit in listed(desk)[:3]))


def test_rows_known_later_are_selected_too_until_another_row_is_clicked(qtbot: QtBot) -> None:
    model = HitsModel()
    model.show(hits(1, 40), complete=False)
    listing = BulletinList(None, model, HitDelegate())
    qtbot.addWidget(listing)
    listing.selectAll()
    model.know(Whole(array("q", range(1, 2004)), frozenset(), hits(1, 200)))
    assert listing.selected() == Selected(all=True)
    assert len(listing.selectionModel().selectedRows()) == 2003
    listing.go_to(1)
    assert listing.selected() == Selected((2,))


def test_home_and_end_open_the_first_and_the_last_bulletin(qtbot: QtBot, open_desk: OpenDesk, many: Path) -> None:
    desk = open_desk(many)
    settle(qtbot, desk)
    click(qtbot, desk, 0)
    for key, row in ((Qt.Key.Key_End, 2002), (Qt.Key.Key_Home, 0)):
        with qtbot.waitSignal(desk.reading.shown):
            qtbot.keyClick(view(desk), key)
        assert view(desk).currentIndex().row() == row
        assert desk.reading.bulletin is not None
        assert desk.reading.bulletin.id == view(desk).currentIndex().data(ID_ROLE)


def test_the_scroll_bar_reaches_any_row_which_is_fetched_then(qtbot: QtBot, open_desk: OpenDesk, many: Path) -> None:
    desk = open_desk(many)
    settle(qtbot, desk)
    listing, model = view(desk), view(desk).model()
    bar = listing.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    first, last = listing.rowAt(0), listing.rowAt(listing.viewport().height() - 1)
    assert 900 < first < 1100
    assert model.index(first, 0).data() is None
    qtbot.waitUntil(lambda: all(model.index(row, 0).data() for row in range(first, last + 1)))
    assert (listing.rowAt(0), model.rowCount()) == (first, 2003)


def test_shift_and_end_selects_down_to_the_last_bulletin(qtbot: QtBot, open_desk: OpenDesk, many: Path) -> None:
    desk = open_desk(many)
    settle(qtbot, desk)
    click(qtbot, desk, 1)
    qtbot.keyClick(view(desk), Qt.Key.Key_End, SHIFT)
    assert len(desk.browse.selected().ids) == 2002
