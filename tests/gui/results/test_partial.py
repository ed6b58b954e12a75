"""The list of full and partial matches, its head, and what Ctrl+A takes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QTableView
from pytestqt.qtbot import QtBot

from tests.builders import archive, draft
from tests.gui.conftest import OpenDesk
from tests.gui.driving import listed, order_by, search, settle
from xinhui_viewer.gui.shell.desk import Desk


@pytest.fixture
def desk(open_desk: OpenDesk, tmp_path: Path) -> Desk:
    full = (draft(f"水库防汛安排{n}", "水库防汛，值班巡查。") for n in range(3))
    partial = (draft(f"水库移民{n}", "水库移民的安置。") for n in range(2))
    others = (draft(f"植树{n}", "春季植树。") for n in range(20))
    return open_desk(archive(tmp_path / "mine.xhdb", *full, *partial, *others))


def _switch(desk: Desk) -> QCheckBox:
    (box,) = desk.browse.head.findChildren(QCheckBox)
    return box


def test_the_head_counts_full_and_partial_matches_and_its_switch_leaves_the_partial_ones_out(
    qtbot: QtBot, desk: Desk
) -> None:
    hits = search(qtbot, desk, "水库 防汛")
    assert [hit.partial for hit in hits] == [False] * 3 + [True] * 2
    assert desk.browse.head.count_text() == "3 match in full, 2 in part"
    with qtbot.waitSignal(desk.searching.answered):
        _switch(desk).click()
    settle(qtbot, desk)
    assert listed(desk) == hits[:3]
    assert desk.browse.head.count_text().startswith("3 results")
    assert _switch(desk).isVisible()


def test_by_date_there_is_no_partial_match_to_leave_out(qtbot: QtBot, desk: Desk) -> None:
    search(qtbot, desk, "水库 防汛")
    order_by(qtbot, desk, "newest")
    assert len(listed(desk)) == 3
    assert not _switch(desk).isVisible()


def test_ctrl_a_takes_full_matches_only(qtbot: QtBot, desk: Desk) -> None:
    hits = search(qtbot, desk, "水库 防汛")
    view = desk.browse.findChild(QTableView, "bulletins")
    assert isinstance(view, QTableView)
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert desk.browse.selected().ids == tuple(hit.id for hit in hits[:3])
