from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from tests.builders import archive, draft
from tests.gui.conftest import Choose, OpenDesk
from xinhui_viewer.gui.archives.keeping import VERIFY
from xinhui_viewer.gui.shell.desk import Desk
from xinhui_viewer.job import Job


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return archive(tmp_path / "a.xhdb", draft("甲", "要抓好落实。"), draft("乙", "另行通知。"))


def _told(desk: Desk, qtbot: QtBot, action: str) -> str:
    """Choose a menu entry and return the notice when it is done."""
    desk.notice.put_away()
    desk.window.actions_by_name[action].trigger()
    qtbot.waitUntil(lambda: bool(desk.notice.text()))
    return desk.notice.text()


def test_an_archive_is_backed_up_verified_and_restored_from_the_menu(
    open_desk: OpenDesk, qtbot: QtBot, own: Path, tmp_path: Path, choose: Choose
) -> None:
    desk = open_desk(own)
    assert _told(desk, qtbot, "verify") == (
        "a.xhdb is undamaged: every text, original and attachment is as it was stored."
    )
    choose(tmp_path / "saved")
    assert _told(desk, qtbot, "back_up") == f"Backed up and verified: {tmp_path / 'saved.xhdb'}"
    with closing(sqlite3.connect(own)) as db, db:
        db.execute("UPDATE bulletins SET body = CAST(x'ff' AS TEXT) WHERE id = 1")
    text = _told(desk, qtbot, "verify")
    assert text == "a.xhdb has 1 fault: The text of bulletin 1 differs from what was stored."
    assert desk.notice.tells_error()
    choose(tmp_path / "saved.xhdb")
    text = _told(desk, qtbot, "restore")
    (kept,) = tmp_path.glob("a-replaced-*.xhdb")
    assert text == f"a.xhdb was restored from saved.xhdb. The previous archive is kept as {kept.name}."
    qtbot.waitUntil(lambda: desk.archives.current is not None and desk.reading.bulletin is not None)
    assert desk.notice.text() == text
    desk.browse.opened.emit(1)
    qtbot.waitUntil(lambda: desk.reading.bulletin is not None and desk.reading.bulletin.id == 1)
    assert _told(desk, qtbot, "verify").startswith("a.xhdb is undamaged")


def test_beside_the_sample_a_backup_is_restored_where_the_user_says_and_shown(
    open_desk: OpenDesk, qtbot: QtBot, own: Path, tmp_path: Path, choose: Choose
) -> None:
    desk = open_desk()
    assert [desk.window.actions_by_name[name].isEnabled() for name in ("verify", "back_up", "restore")] == [
        False,
        False,
        True,
    ]
    place = tmp_path / "b.xhdb"
    choose(own, place)
    assert _told(desk, qtbot, "restore") == "b.xhdb was restored from a.xhdb."
    qtbot.waitUntil(lambda: desk.archives.current is not None and desk.archives.current.path == place)


def test_a_file_that_is_no_backup_is_reported_and_changes_nothing(
    open_desk: OpenDesk, qtbot: QtBot, own: Path, tmp_path: Path, choose: Choose
) -> None:
    desk, wrong = open_desk(own), tmp_path / "wrong.xhdb"
    wrong.write_bytes(b"no archive" * 900)
    before = own.read_bytes()
    choose(wrong)
    assert _told(desk, qtbot, "restore").startswith("wrong.xhdb is not an archive")
    assert own.read_bytes() == before


def test_stopped_work_ends_with_a_sentence_and_the_next_has_its_turn(
    open_desk: OpenDesk, qtbot: QtBot, own: Path
) -> None:
    desk, begun, stopped = open_desk(own), Event(), Event()

    def work(job: Job) -> None:
        begun.set()
        stopped.wait(5)
        job.check()

    desk.notice.put_away()
    desk.window.work.start(VERIFY, own, work)
    assert begun.wait(5)
    desk.status.stop_wanted.emit(QPoint())
    stopped.set()
    qtbot.waitUntil(lambda: desk.notice.text() == "Stopped; nothing was changed.")
    assert _told(desk, qtbot, "verify").startswith("a.xhdb is undamaged")
