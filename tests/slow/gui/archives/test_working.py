from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QInputDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.archives.test_working import answer, importing, status
from tests.gui.conftest import OpenDesk, OpenShown, desk_of
from tests.gui.driving import listed, notice_page
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.gui.archives.importing import IMPORT
from xinhui_viewer.resources import resource


def test_a_series_is_decided_on_while_this_window_imports(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own.xhdb"
    shutil.copy(resource("sample", "sample.xhdb"), own)
    desk = open_desk(own)
    desk.window.actions_by_name["series"].trigger()
    qtbot.waitUntil(lambda: desk.series.view is not None, timeout=20_000)
    view = desk.series.view
    assert view is not None
    held = importing(qtbot, desk, own)
    view.words.setText("法律援助 宗")
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_args: ("接处警", True))
    view._join.click()
    qtbot.waitUntil(lambda: view.list.count() == 0, timeout=10_000)  # its name is the other's now
    assert not desk.notice.tells_error()
    assert desk.window.work.has(IMPORT, own)
    held.release.set()


def test_an_import_that_is_asked_for_while_another_runs_has_its_turn(
    qtbot: QtBot, open_desk: OpenDesk, own: Path, tmp_path: Path
) -> None:
    desk = open_desk(own)
    held = importing(qtbot, desk, own)
    assert desk.window.actions_by_name["import"].isEnabled()
    desk.importing.start((notice_page(tmp_path, 1),))
    held.release.set()
    qtbot.waitUntil(lambda: {hit.title for hit in listed(desk)} == {"甲", "关于第1号通知"}, timeout=15_000)


def test_the_end_of_an_import_leaves_the_user_in_the_archive_that_he_went_to(
    qtbot: QtBot, open_desk: OpenDesk, own: Path, other: Path, tmp_path: Path
) -> None:
    desk = open_desk(own)
    held = importing(qtbot, desk, own)
    desk.importing.start((notice_page(tmp_path, 1),))
    desk.importing.take((other,))
    qtbot.waitUntil(lambda: desk.archives.own == other)
    held.release.set()
    qtbot.waitUntil(lambda: desk.notice.text() == "a.xhdb: 1 imported", timeout=15_000)
    assert desk.archives.own == other
    assert not desk.tasks.busy("archive")
    offer = next(button for button in desk.notice.findChildren(QPushButton) if button.text() == "Open a.xhdb")
    offer.click()
    qtbot.waitUntil(lambda: desk.archives.own == own)


def test_another_language_leaves_the_work_running_and_its_report_comes_in_the_new_window(
    qtbot: QtBot, open_shown: OpenShown, own: Path, tmp_path: Path
) -> None:
    shown = open_shown(own)
    old = desk_of(qtbot, shown.window)
    held = importing(qtbot, old, own)
    old.importing.start((notice_page(tmp_path, 1),))
    old.window.actions_by_name["language"].trigger()
    desk = desk_of(qtbot, shown.window)
    assert desk is not old
    assert "正在导入 12/300 · 之后还有 1 项" in status(desk)
    held.release.set()
    qtbot.waitUntil(lambda: desk.notice.text() == "导入 1 篇", timeout=15_000)
    qtbot.waitUntil(lambda: {hit.title for hit in listed(desk)} == {"甲", "关于第1号通知"})


def test_closed_to_go_on_the_program_ends_when_its_work_is_done(
    qtbot: QtBot, open_shown: OpenShown, qapp: QApplication, own: Path, tmp_path: Path
) -> None:
    shown = open_shown(own)
    desk = desk_of(qtbot, shown.window)
    held = importing(qtbot, desk, own)
    desk.importing.start((notice_page(tmp_path, 1),))
    desk.window.close()
    answer(qtbot, desk, "Continue")
    assert not desk.window.isVisible()
    assert len(shown.work.pieces) == 2
    held.release.set()
    assert qapp.exec() == 0  # returns when the program quits
    with reading(own) as db:
        assert db.value("SELECT count(*) FROM bulletins") == 2
