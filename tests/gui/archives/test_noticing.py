from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenDesk
from tests.gui.driving import listed, notice_page, settle
from xinhui_viewer.archive import writing
from xinhui_viewer.gui.shell.desk import Desk

LONG = 20_000


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "mine.xhdb"
    writing.create(path)
    return path


@pytest.fixture
def desk(open_desk: OpenDesk, archive: Path, tmp_path: Path) -> Desk:
    _import(archive, notice_page(tmp_path, 1))
    return open_desk(archive)


def _import(archive: Path, page: Path) -> None:
    """Import a file with the command line, as another program does."""
    subprocess.run([sys.executable, "-m", "xinhui_viewer", "import", str(archive), str(page)], check=True)


def test_an_import_of_another_program_is_shown_and_the_reader_stays(
    qtbot: QtBot, desk: Desk, archive: Path, tmp_path: Path
) -> None:
    before = desk.reading.bulletin
    _import(archive, notice_page(tmp_path, 2))
    qtbot.waitUntil(lambda: len(listed(desk)) == 2, timeout=LONG)
    assert "2 bulletins" in desk.status._archive.text()
    assert desk.reading.bulletin == before


def test_reading_and_searching_alone_show_nothing_again(qtbot: QtBot, desk: Desk) -> None:
    shown: list[object] = []
    settle(qtbot, desk)
    qtbot.waitUntil(lambda: not desk.tasks.busy("notice"))
    desk.archives.refreshed.connect(lambda *_told: shown.append(1))
    desk.searching.ask("事项")
    settle(qtbot, desk)
    desk.noticing.look()
    qtbot.waitUntil(lambda: not desk.tasks.busy("notice"))
    assert shown == []
