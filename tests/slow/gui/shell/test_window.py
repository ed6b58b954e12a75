from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenDesk
from tests.gui.driving import listed, notice_page, search, settle
from xinhui_viewer.archive import writing
from xinhui_viewer.gui.archives.report import ReportDialog
from xinhui_viewer.gui.settings import default_archive


def test_the_seed_is_imported_found_and_read_in_the_window(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path, seed: Path
) -> None:
    archive = tmp_path / "mine.xhdb"
    writing.create(archive)
    desk = open_desk(archive, empty=True)
    with qtbot.waitSignal(desk.importing.finished, timeout=20_000):
        desk.importing.start((seed,))
    qtbot.waitUntil(lambda: desk.reading.bulletin is not None)
    settle(qtbot, desk)
    assert desk.reading.bulletin is not None
    assert desk.reading.bulletin.facts.source == "南方日报"
    assert [hit.id for hit in search(qtbot, desk, "會議")] == [desk.reading.bulletin.id]
    assert desk.reader.match_count() == desk.reading.bulletin.body.count("会议")


def test_importing_into_the_sample_makes_an_archive_of_the_users_own(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    own = default_archive()
    assert own.is_relative_to(tmp_path)
    page = tmp_path / "page.txt"
    page.write_text(
        "关于开展夏季安全检查的通知\n来源:云汀日报 发布日期:2023-06-01\n\n现将有关事项通知如下。\n", "utf-8"
    )
    desk = open_desk()
    with qtbot.waitSignal(desk.importing.finished, timeout=20_000):
        desk.importing.start((page,))
    qtbot.waitUntil(lambda: desk.archives.current is not None and desk.archives.current.path == own)
    assert "sample" not in desk.notice.text()


def test_an_import_leaves_the_reader_where_he_is_and_lists_what_is_new(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path
) -> None:
    archive = tmp_path / "mine.xhdb"
    writing.create(archive)
    desk = open_desk(archive, empty=True)
    desk.importing.start((notice_page(tmp_path, 1),))
    qtbot.waitUntil(lambda: desk.reading.bulletin is not None)
    settle(qtbot, desk)
    with qtbot.waitSignal(desk.importing.finished, timeout=20_000):
        desk.importing.start((notice_page(tmp_path, 2),))
    qtbot.waitUntil(lambda: [hit.title for hit in listed(desk)] == ["关于第2号通知", "关于第1号通知"])
    settle(qtbot, desk)
    assert desk.reading.bulletin is not None
    assert desk.reading.bulletin.facts.title == "关于第1号通知"


def test_a_file_that_could_not_be_read_is_imported_again_once_it_is_mended(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path
) -> None:
    archive, page = tmp_path / "mine.xhdb", tmp_path / "1.txt"
    writing.create(archive)
    page.write_bytes(b"")
    desk = open_desk(archive, empty=True)
    with qtbot.waitSignal(desk.importing.finished, timeout=20_000):
        desk.importing.start((page,))
    notice_page(tmp_path, 1)
    dialog = desk.window.findChild(ReportDialog)
    assert isinstance(dialog, ReportDialog)
    retry = next(button for button in dialog.findChildren(QPushButton) if "Retry" in button.text())
    with qtbot.waitSignal(desk.importing.finished, timeout=20_000):
        retry.click()
    qtbot.waitUntil(lambda: desk.reading.bulletin is not None and desk.reading.bulletin.facts.title == "关于第1号通知")
