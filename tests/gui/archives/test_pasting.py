from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from tests.gui.archives.forms import (
    ADDRESS,
    CTRL,
    PAGE,
    field_of,
    form_of,
    kept_by,
    messages_of,
    mime_of,
    pasted_in,
    put_in,
    text_of,
)
from tests.gui.conftest import OpenDesk
from xinhui_viewer.archive import files
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.gui.shell.desk import Desk


@pytest.fixture
def desk(open_desk: OpenDesk, own: Path) -> Desk:
    return open_desk(own)


def test_a_copied_page_is_shown_in_a_form_and_kept_with_its_bytes_as_the_original(
    desk: Desk, qtbot: QtBot, own: Path
) -> None:
    form = pasted_in(desk, qtbot, mime_of(PAGE, "关于做好防汛工作的通知", chromium__x_source_url=ADDRESS.encode()))
    assert [field_of(form, name).text() for name in ("Title", "Published", "Source", "Address")] == [
        "关于做好防汛工作的通知",
        "2023-06-05",
        "云汀日报",
        ADDRESS,
    ]
    assert text_of(form).toPlainText().splitlines()[0] == "各镇街："
    bulletin = kept_by(desk, qtbot, form)
    assert bulletin.facts.title == "关于做好防汛工作的通知"
    assert (bulletin.provenance.media_type, bulletin.provenance.url) == ("text/html", ADDRESS)
    assert bulletin.provenance.name.startswith("Pasted 2")
    assert bulletin.provenance.retrieved
    assert not any(ground.where == "user" for ground in bulletin.grounds)
    with reading(own) as db:
        assert files.original(db, bulletin.id).content.decode() == PAGE
    assert desk.notice.text() == "“关于做好防汛工作的通知” was added: number 2."


@pytest.mark.parametrize("over_the_text", [False, True])
def test_a_text_is_read_as_plain_text_and_a_drop_is_taken_like_a_paste(
    desk: Desk, qtbot: QtBot, over_the_text: bool
) -> None:
    mime = mime_of(text="关于检查的通知\n来源：云汀日报 2023-06-05\n\n自即日起开展检查。")
    under = desk.reader.findChildren(QTextEdit)[0].viewport() if over_the_text else desk.window
    drag = QDragEnterEvent(QPoint(30, 30), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, CTRL)
    QApplication.sendEvent(under, drag)
    assert drag.isAccepted()
    drop = QDropEvent(QPointF(30, 30), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, CTRL)
    QApplication.sendEvent(under, drop)
    form = form_of(desk, qtbot)
    assert field_of(form, "Title").text() == "关于检查的通知"
    assert kept_by(desk, qtbot, form).provenance.media_type == "text/plain"


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("Title", "", "A bulletin needs a title."),
        (
            "Published",
            "3月5日",
            "“3月5日” is not a complete date. Enter year, month and day, such as 2021-03-05 or 2021年3月5日.",
        ),
        ("Published", "2021-13-05", None),
        ("Address", "www.example.cn", "An address begins with http:// or https://."),
    ],
)
def test_what_is_wrong_is_told_and_the_form_stays(
    desk: Desk, qtbot: QtBot, field: str, value: str, told: str | None
) -> None:
    form = pasted_in(desk, qtbot, mime_of(PAGE))
    put_in(form, qtbot, **{field: value})
    with qtbot.assertNotEmitted(form.kept):
        qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    assert told is None or told in messages_of(form)
    assert form.isVisible()
    assert field_of(form, field).hasFocus()
    assert field != "Published" or "not a complete date" in messages_of(form)


def test_a_date_shows_how_it_is_understood(desk: Desk, qtbot: QtBot) -> None:
    form = pasted_in(desk, qtbot, mime_of(PAGE))
    assert "on the page" in messages_of(form)
    put_in(form, qtbot, Published="2023年6月7日")
    assert "2023-06-07" in messages_of(form)


def test_esc_asks_only_when_something_was_entered(desk: Desk, qtbot: QtBot) -> None:
    form = pasted_in(desk, qtbot, mime_of(PAGE))
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()
    form = pasted_in(desk, qtbot, mime_of(PAGE))
    put_in(form, qtbot, Title="别的")
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert form.isVisible()
    (box,) = form.findChildren(QMessageBox)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not form.findChildren(QMessageBox))
    assert (form.isVisible(), field_of(form, "Title").text()) == (True, "别的")
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    (box,) = form.findChildren(QMessageBox)
    discard = next(one for one in box.findChildren(QPushButton) if "Discard" in one.text())
    qtbot.mouseClick(discard, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not form.isVisible())


def test_the_same_bytes_again_take_what_is_put_right_this_time(desk: Desk, qtbot: QtBot) -> None:
    first = kept_by(desk, qtbot, pasted_in(desk, qtbot, mime_of(PAGE)))
    form = pasted_in(desk, qtbot, mime_of(PAGE))
    put_in(form, qtbot, Title="改过的标题")
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    told = f"“改过的标题” is already in the archive: number {first.id}. What you entered is in it now."
    qtbot.waitUntil(lambda: desk.notice.text() == told)
    qtbot.waitUntil(lambda: desk.reading.bulletin is not None and desk.reading.bulletin.facts.title == "改过的标题")


def test_a_link_alone_is_not_fetched_but_offered_to_the_browser(desk: Desk, qtbot: QtBot) -> None:
    mime = mime_of(f'<a href="{ADDRESS}">通知</a>', ADDRESS)
    mime.setUrls([QUrl(ADDRESS)])
    desk.pasting.take(mime)
    assert desk.notice.text().startswith("Pages are not downloaded")
    wanted: list[str] = []
    desk.pasting.link_wanted.disconnect()
    desk.pasting.link_wanted.connect(wanted.append)
    button = next(one for one in desk.notice.findChildren(QPushButton) if one.text() == "Open the address…")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wanted == [ADDRESS]


def test_an_empty_clipboard_is_told(desk: Desk) -> None:
    desk.pasting.take(mime_of(text=" \n"))
    assert desk.notice.text().startswith("The clipboard holds no text and no picture")


def test_a_picture_is_kept_as_one_with_the_title_and_text_that_the_user_gives(desk: Desk, qtbot: QtBot) -> None:
    picture = QImage(30, 20, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    mime = QMimeData()
    mime.setImageData(picture)
    form = pasted_in(desk, qtbot, mime)
    assert field_of(form, "Title").text() == ""
    put_in(form, qtbot, Title="公示栏照片")
    text_of(form).setPlainText("经公示无异议。")
    kept = kept_by(desk, qtbot, form)
    assert (kept.provenance.media_type, kept.facts.title) == ("image/png", "公示栏照片")
    assert [block.kind for block in kept.blocks] == ["paragraph", "image"]


def test_ctrl_v_pastes_into_a_field_and_in_the_text_that_is_read_opens_the_form(desk: Desk, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setMimeData(mime_of(PAGE, "防汛"))
    desk.window.activateWindow()
    desk.field.setFocus()
    qtbot.keyClick(desk.field, Qt.Key.Key_V, CTRL)
    assert desk.field.text() == "防汛"
    desk.reader.setFocus()
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_V, CTRL)
    form_of(desk, qtbot)
    QGuiApplication.clipboard().clear()


def test_beside_the_sample_a_bulletin_goes_into_the_users_own_archive_and_is_shown_there(
    open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "documents" / "mine.xhdb"
    monkeypatch.setattr("xinhui_viewer.gui.archives.archives.default_archive", lambda: mine)
    desk = open_desk()
    kept = kept_by(desk, qtbot, pasted_in(desk, qtbot, mime_of(PAGE)))
    assert desk.archives.own == mine
    assert kept.facts.title == "关于做好防汛工作的通知"


def test_what_could_not_be_kept_is_in_the_form_again(desk: Desk, qtbot: QtBot, own: Path) -> None:
    form = pasted_in(desk, qtbot, mime_of(PAGE))
    put_in(form, qtbot, Title="写了很久的标题")
    own.write_bytes(b"no archive" * 900)
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: form.isVisible() and any("a.xhdb" in told for told in messages_of(form)), timeout=20_000)
    assert field_of(form, "Title").text() == "写了很久的标题"


def test_the_form_can_be_used_with_the_keyboard_alone(desk: Desk, qtbot: QtBot) -> None:
    form = pasted_in(desk, qtbot, mime_of(PAGE))
    names = []
    for _ in range(9):
        focus = QApplication.focusWidget()
        assert focus is not None
        names.append(focus.accessibleName() or getattr(focus, "text", str)())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    fields = ["Title", "Published", "Source", "Issuer", "Document number", "Address", "Text"]
    assert names == [*fields, "Add to the archive", "Cancel"]
    assert form.isVisible()
