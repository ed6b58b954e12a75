from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenDesk
from tests.gui.driving import listed, search, settle
from xinhui_viewer.gui.results.hints import Hint
from xinhui_viewer.gui.results.scope import beside
from xinhui_viewer.gui.shell.desk import Desk
from xinhui_viewer.records import All, Word
from xinhui_viewer.search.places import of_source, of_time


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk()


def _list(qtbot: QtBot, desk: Desk, *node: str) -> None:
    """Choose an entry of the library; without a name, all bulletins."""
    model = desk.browse._library
    desk.browse._tree.setCurrentIndex(model.node_index(node) if node else model.index(0, 0))
    settle(qtbot, desk)


def test_a_search_runs_in_the_year_that_the_library_shows_and_says_so(qtbot: QtBot, desk: Desk) -> None:
    everywhere = search(qtbot, desk, "网格")
    desk.field.clear_now()
    settle(qtbot, desk)
    _list(qtbot, desk, "time", "2023")
    hits = search(qtbot, desk, "网格")
    assert {hit.published.year for hit in hits if hit.published} == {2023}
    assert len(hits) < len(everywhere)
    assert desk.browse.scope.isVisible()
    assert "2023" in desk.browse.scope.button.text()
    assert desk.field.text() == "网格"


def test_one_click_searches_the_whole_archive_and_the_library_shows_all_of_it(qtbot: QtBot, desk: Desk) -> None:
    everywhere = [hit.id for hit in search(qtbot, desk, "网格")]
    desk.field.clear_now()
    settle(qtbot, desk)
    _list(qtbot, desk, "time", "2023")
    search(qtbot, desk, "网格")
    qtbot.mouseClick(desk.browse.scope.button, Qt.MouseButton.LeftButton)
    settle(qtbot, desk)
    assert [hit.id for hit in listed(desk)] == everywhere
    assert not desk.browse.scope.isVisible()
    desk.field.clear_now()
    settle(qtbot, desk)
    assert len(listed(desk)) == 22


def test_paper_takes_what_the_list_shows(qtbot: QtBot, desk: Desk) -> None:
    _list(qtbot, desk, "time", "2023")
    search(qtbot, desk, "网格")
    assert desk.searching.query.root == All((Word("网格"), of_time(("2023",), ("2023",))))


def test_the_library_and_a_search_of_everything_say_no_scope(qtbot: QtBot, desk: Desk) -> None:
    _list(qtbot, desk, "time", "2023")
    assert not desk.browse.scope.isVisible()
    _list(qtbot, desk)
    search(qtbot, desk, "网格")
    assert not desk.browse.scope.isVisible()


def test_offers_are_for_the_field_and_those_that_would_leave_the_scope_are_left_out() -> None:
    scope, word, other = of_source("云汀日报"), Word("网格"), Word("社区")
    hints = (Hint("near", (("a", All((word, scope))), ("b", word), ("c", All((word, other, scope))))), Hint("", ()))
    assert beside(hints, scope) == (Hint("near", (("a", word), ("c", All((word, other))))),)
    assert beside(hints, All(())) == hints
