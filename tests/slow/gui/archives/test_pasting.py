from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from pytestqt.qtbot import QtBot

from tests.gui.archives.forms import (
    PAGE,
    form_of,
    kept_by,
    mime_of,
    pasted_in,
    put_in,
    text_of,
)
from tests.gui.conftest import OpenDesk
from tests.gui.driving import notice_page, settle
from xinhui_viewer.archive import files
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.gui.shell.desk import Desk
from xinhui_viewer.records import BODY


@pytest.fixture
def desk(open_desk: OpenDesk, own: Path) -> Desk:
    return open_desk(own)


def test_what_the_user_puts_right_is_the_users_and_outlasts_reading_the_originals_again(
    desk: Desk, qtbot: QtBot
) -> None:
    form = pasted_in(desk, qtbot, mime_of(PAGE, "关于做好防汛工作的通知"))
    put_in(form, qtbot, Title="关于做好今年防汛工作的通知", Published="2023年6月6日", Source="", Issuer="云汀区防汛办")
    cursor = text_of(form).textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    cursor.insertText("\n三、按时上报。")
    kept = kept_by(desk, qtbot, form)
    assert {ground.fact for ground in kept.grounds if ground.where == "user"} == {
        "title",
        "published",
        "source",
        "issuer",
        BODY,
    }
    desk.rebuilding.start()
    qtbot.waitUntil(lambda: "re-read" in desk.notice.text(), timeout=20_000)
    settle(qtbot, desk)
    again = desk.reading.bulletin
    assert again is not None
    assert (again.facts, again.body, again.grounds) == (kept.facts, kept.body, kept.grounds)
    assert again.facts.published == date(2023, 6, 6)
    assert (again.facts.source, again.facts.issuer) == ("", "云汀区防汛办")
    assert again.body.endswith("三、按时上报。")


def test_a_typed_bulletin_is_all_the_users_and_its_original_says_what_was_typed(
    desk: Desk, qtbot: QtBot, own: Path
) -> None:
    desk.window.actions_by_name["compose"].trigger()
    form = form_of(desk, qtbot)
    put_in(form, qtbot, Title="街道通告", Published="２０２１年３月５日", Source="云汀街道")
    text_of(form).setPlainText("一、停水。共停水3天。\n二、恢复。")
    kept = kept_by(desk, qtbot, form)
    assert (kept.facts.published, kept.facts.source, len(kept.sections)) == (date(2021, 3, 5), "云汀街道", 2)
    with reading(own) as db:
        original = files.original(db, kept.id)
    lines = ("街道通告", "来源：云汀街道", "发布日期：2021-03-05", "", "一、停水。共停水3天。", "二、恢复。")
    assert original.content.decode().splitlines() == [*lines]
    assert original.name.startswith("Typed 2")
    desk.rebuilding.start()
    qtbot.waitUntil(lambda: "re-read" in desk.notice.text(), timeout=20_000)
    settle(qtbot, desk)
    assert desk.reading.bulletin is not None
    assert (desk.reading.bulletin.facts, desk.reading.bulletin.body) == (kept.facts, kept.body)


def test_copied_files_are_imported(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(notice_page(tmp_path, 1)))])
    with qtbot.waitSignal(desk.importing.finished, timeout=20_000):
        desk.pasting.take(mime)
