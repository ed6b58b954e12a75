from __future__ import annotations

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenDesk
from tests.gui.driving import listed, notice_page
from tests.importers.web.kind_pages import PAGES
from xinhui_viewer.archive import writing
from xinhui_viewer.gui.archives.watching import Settling
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.gui.shell.desk import Desk


def settled(page: Path) -> Path:
    """A page that was written a while ago."""
    os.utime(page, (1_700_000_000, 1_700_000_000))
    return page


def watching(open_desk: OpenDesk, tmp_path: Path) -> tuple[Desk, Path]:
    archive, folder = tmp_path / "mine.xhdb", tmp_path / "watched"
    folder.mkdir()
    writing.create(archive)
    desk = open_desk(archive, empty=True)
    desk.watching.toggle(folder)
    return desk, folder


def test_new_files_in_a_watched_folder_are_imported(qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path) -> None:
    desk, folder = watching(open_desk, tmp_path)
    settled(notice_page(folder, 1))
    qtbot.waitUntil(lambda: [hit.title for hit in listed(desk)] == ["关于第1号通知"], timeout=15_000)


def test_a_watched_folder_is_remembered_and_can_be_let_go(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path, settings: Settings
) -> None:
    desk, folder = watching(open_desk, tmp_path)
    assert settings.get("watched") == [str(folder)]
    desk.watching.toggle(folder)
    assert settings.get("watched") == []
    assert desk.watching.folders == ()


def test_a_file_is_taken_once_it_has_stood_still_whatever_its_date() -> None:
    now = 0.0
    settling = Settling(lambda: now)
    later = {"next century.html": (5_000_000_000 * 10**9, 10)}
    assert settling.still(later) == {}
    now = 1.0
    assert settling.still(later) == later


def test_a_file_that_grows_is_waited_for() -> None:
    now = 0.0
    settling = Settling(lambda: now)
    for now in range(5):
        assert settling.still({"copied.html": (1_700_000_000 * 10**9, int(now) * 1000)}) == {}
    now = 5
    assert settling.still({"copied.html": (1_700_000_000 * 10**9, 4000)}) != {}


@pytest.mark.parametrize("told_before", [False, True])
def test_pages_passed_over_are_told_once_and_not_at_every_start(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path, told_before: bool
) -> None:
    writing.create(tmp_path / "mine.xhdb")
    desk = open_desk(tmp_path / "mine.xhdb", empty=True)
    desk.notice.put_away()
    (page := tmp_path / "list.html").write_text(PAGES["list"]["excerpts"], "utf-8")
    with qtbot.waitSignal(desk.importing.finished, timeout=20_000):
        desk.importing.start_watched((page,), told_before=told_before)
    assert desk.notice.text() == ("" if told_before else "0 imported · 1 passed over: 1 list")
