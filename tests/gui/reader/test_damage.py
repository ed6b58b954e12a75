from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests import builders
from tests.gui.conftest import OpenDesk
from xinhui_viewer.gui.results.hits_model import HitsModel


def test_a_damaged_bulletin_is_marked_in_the_list_and_named_when_it_is_opened(
    open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    day = date(2023, 4, 5)
    path = builders.archive(
        tmp_path / "a.xhdb",
        builders.draft("甲会议", "要抓好落实。", published=day),
        builders.draft("乙会议", "另行通知。", published=date(2022, 1, 1)),
    )
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE bulletins SET body = CAST(x'e4bc9aff80' AS TEXT) WHERE id = 1")
    desk = open_desk(path, empty=True)
    named = "Bulletin 1 “甲会议” of a.xhdb is damaged"
    qtbot.waitUntil(lambda: desk.notice.text().startswith(named))
    model = desk.browse.findChild(HitsModel)
    assert model is not None
    rows = [model.index(row, 0).data(int(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]
    assert ["damaged" in row for row in rows] == [True, False]
    desk.browse.opened.emit(2)
    qtbot.waitUntil(lambda: desk.reading.bulletin is not None and desk.reading.bulletin.id == 2)
    desk.notice.put_away()
    desk.browse.opened.emit(1)
    qtbot.waitUntil(lambda: desk.notice.text().startswith(named))
    assert desk.reading.bulletin is None
    desk.searching.ask("会议")
    qtbot.waitUntil(lambda: bool(desk.searching.sought))
    assert model.rowCount() == 2
