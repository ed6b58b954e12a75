from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.gui.archives.test_watching import settled, watching
from tests.gui.conftest import OpenDesk
from tests.gui.driving import listed, notice_page
from xinhui_viewer.archive import writing
from xinhui_viewer.archive.lock import locked
from xinhui_viewer.gui.settings import Settings


def test_an_unchanged_file_is_not_read_again(qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path) -> None:
    desk, folder = watching(open_desk, tmp_path)
    settled(notice_page(folder, 1))
    with qtbot.waitSignal(desk.importing.finished, timeout=15_000):
        desk.watching.look()
    settled(notice_page(folder, 2))
    with qtbot.waitSignal(desk.importing.finished, timeout=15_000) as finished:
        desk.watching.look()
    assert [Path(line.path).name for line in finished.args[0]] == ["2.txt"]


def test_a_watched_folder_that_was_away_is_watched_again_once_it_is_back(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path, settings: Settings
) -> None:
    archive, folder = tmp_path / "mine.xhdb", tmp_path / "watched"
    writing.create(archive)
    settings.set("watched", [str(folder)])
    desk = open_desk(archive, empty=True)
    folder.mkdir()
    for timer in desk.watching.findChildren(QTimer):
        if timer.isActive():
            timer.timeout.emit()  # half a minute has gone by
    with qtbot.waitSignal(desk.importing.finished, timeout=15_000):
        settled(notice_page(folder, 1))
    assert settings.get("watched") == [str(folder)]


def test_a_watched_file_waits_for_another_program_that_writes_the_archive(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path
) -> None:
    desk, folder = watching(open_desk, tmp_path)
    told: list[str] = []
    desk.archives.failed.connect(lambda error: told.append(str(error)))
    page = settled(notice_page(folder, 1))
    with locked(tmp_path / "mine.xhdb"):
        for _time in range(2):
            with qtbot.waitSignal(desk.importing.failed, timeout=15_000) as failed:
                desk.watching.look()
            assert failed.args == [(page,)]
    assert len(told) == 1
    with qtbot.waitSignal(desk.importing.finished, timeout=15_000):
        desk.watching.look()


def test_a_watched_file_dated_in_the_future_is_imported(qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path) -> None:
    desk, folder = watching(open_desk, tmp_path)
    os.utime(notice_page(folder, 1), (5_000_000_000, 5_000_000_000))
    qtbot.waitUntil(lambda: [hit.title for hit in listed(desk)] == ["关于第1号通知"], timeout=15_000)
