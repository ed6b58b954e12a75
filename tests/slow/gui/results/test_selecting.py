from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from tests import builders
from tests.gui.conftest import Choose, OpenDesk
from tests.gui.driving import listed, notice_page, order_by, search, settle
from tests.gui.results.test_selecting import CTRL, click, rows, view
from xinhui_viewer.gui.shell.desk import Desk


def exported(qtbot: QtBot, desk: Desk, target: Path, choose: Choose) -> list[str]:
    """Export the dialog's first choice; return the titles."""
    desk.window.actions_by_name["export_data"].trigger()
    dialog = desk.paper.export_dialog
    assert dialog is not None
    dialog.choose("json")
    choose(target)
    (box,) = dialog.findChildren(QDialogButtonBox)
    QTest.mouseClick(box.buttons()[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: str(target) in desk.notice.text(), timeout=20_000)
    return [one["title"] for one in json.loads(target.read_text("utf-8"))]


def test_an_import_leaves_what_is_selected_and_the_place_in_the_list(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path
) -> None:
    notices = (builders.draft(f"第{n}号", published=builders.published(f"2020-01-{n + 1:02}")) for n in range(30))
    desk = open_desk(builders.archive(tmp_path / "mine.xhdb", *notices))
    click(qtbot, desk, 1)
    click(qtbot, desk, 2, CTRL)
    chosen = [listed(desk)[row].id for row in rows(desk)]
    view(desk).scrollToBottom()
    top = listed(desk)[view(desk).rowAt(0)].id
    with qtbot.waitSignal(desk.importing.finished, timeout=20_000):
        desk.importing.start((notice_page(tmp_path, 1),))
    qtbot.waitUntil(lambda: len(listed(desk)) == 31)
    settle(qtbot, desk)
    assert [listed(desk)[row].id for row in rows(desk)] == chosen
    assert listed(desk)[view(desk).rowAt(0)].id == top
    assert view(desk).currentIndex().row() == 3


def test_ctrl_a_exports_all_that_is_found_in_the_order_of_the_list_and_not_only_what_is_loaded(
    qtbot: QtBot, open_desk: OpenDesk, many: Path, tmp_path: Path, choose: Choose
) -> None:
    desk = open_desk(many)
    search(qtbot, desk, "防汛")
    order_by(qtbot, desk, "oldest")
    qtbot.keyClick(view(desk), Qt.Key.Key_A, CTRL)
    titles = exported(qtbot, desk, tmp_path / "all.json", choose)
    assert (len(titles), titles[:200]) == (2003, [hit.title for hit in listed(desk)])


def test_of_a_whole_archive_all_but_what_is_taken_out_again_is_exported(
    qtbot: QtBot, open_desk: OpenDesk, many: Path, tmp_path: Path, choose: Choose
) -> None:
    desk = open_desk(many)
    qtbot.keyClick(view(desk), Qt.Key.Key_A, CTRL)
    click(qtbot, desk, 1, CTRL)
    left_out = listed(desk)[1].title
    titles = exported(qtbot, desk, tmp_path / "most.json", choose)
    assert (len(titles), left_out in titles) == (2002, False)
