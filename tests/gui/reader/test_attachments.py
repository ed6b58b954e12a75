from __future__ import annotations

import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from tests.builders import archive, document, draft
from tests.gui.conftest import Choose, OpenDesk
from tests.gui.driving import search, settle
from xinhui_viewer.gui.shell.desk import Desk

LIST = document("a/P1.docx", "一、清单", "水泵3台。", headings=("一、清单",), label="附件1：设备清单")
LONG = document("b.pdf", *["各村沙袋存放在村口。"] * 8000)
ODD = document("tool.exe", "运行", content="program")


@pytest.fixture
def desk(open_desk: OpenDesk, tmp_path: Path) -> Desk:
    page = draft("关于领取设备的通知", "请查收附件。", attachments=(LIST, LONG, ODD))
    return open_desk(archive(tmp_path / "a.xhdb", page))


def text(desk: Desk) -> QTextBrowser:
    view = desk.reader.findChild(QTextBrowser)
    assert isinstance(view, QTextBrowser)
    return view


def click(qtbot: QtBot, desk: Desk, words: str, number: int = 1) -> None:
    """Click a link of an attachment by its words, of several the one of a number."""
    document = text(desk).document()
    cursor = document.find(words)
    for _ in range(number - 1):
        cursor = document.find(words, cursor)
    assert cursor.hasSelection()
    text(desk).anchorClicked.emit(QUrl(cursor.charFormat().anchorHref()))
    settle(qtbot, desk)


def test_attachments_stand_under_the_text_and_long_ones_are_shown_when_asked_for(qtbot: QtBot, desk: Desk) -> None:
    shown = text(desk).toPlainText()
    assert "Attachment 1 设备清单.docx" in shown
    assert "水泵3台。" in shown
    assert "沙袋" not in shown
    click(qtbot, desk, "Show the text of 87,999 characters")
    assert "沙袋" in text(desk).toPlainText()
    click(qtbot, desk, "Hide the text", 2)
    assert "沙袋" not in text(desk).toPlainText()


def test_a_word_of_an_attachment_is_found_marked_and_led_to(qtbot: QtBot, desk: Desk) -> None:
    (hit,) = search(qtbot, desk, "水泵")
    assert hit.attachment is not None
    assert (hit.attachment.shown, hit.excerpt) == ("设备清单.docx", "水泵3台。")
    marks = text(desk).extraSelections()
    assert [mark.cursor.selectedText() for mark in marks] == ["水泵"]


def test_a_word_of_a_long_attachment_opens_its_text(qtbot: QtBot, desk: Desk) -> None:
    assert all(hit.partial for hit in search(qtbot, desk, "村口存放"))
    assert len(search(qtbot, desk, "沙袋存放")) == 1
    qtbot.waitUntil(lambda: "沙袋" in text(desk).toPlainText())
    qtbot.waitUntil(lambda: bool(text(desk).extraSelections()))
    assert {mark.cursor.selectedText() for mark in text(desk).extraSelections()} == {"沙袋存放"}


def test_the_details_and_the_reference_are_about_the_page_alone(desk: Desk) -> None:
    assert desk.reading.bulletin is not None
    assert desk.reading.bulletin.body == "请查收附件。"
    assert desk.reading.place()[1] == 4  # the section of the first, and a title for each


def test_an_attachment_is_opened_as_a_copy_that_cannot_be_changed(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def open_url(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    click(qtbot, desk, "Open")
    qtbot.waitUntil(lambda: bool(opened))
    (copy,) = opened
    assert (copy.name, copy.read_bytes()) == ("设备清单.docx", LIST.content)
    assert not copy.stat().st_mode & stat.S_IWUSR
    click(qtbot, desk, "Open", 3)
    assert desk.notice.text() == "tool.exe is no document; save it instead."
    assert len(opened) == 1


def test_an_attachment_is_saved_under_its_own_name(qtbot: QtBot, desk: Desk, tmp_path: Path, choose: Choose) -> None:
    choose(tmp_path / "out.docx")
    click(qtbot, desk, "Save…")
    qtbot.waitUntil((tmp_path / "out.docx").exists)
    qtbot.waitUntil(lambda: "out.docx" in desk.notice.text())
    assert (tmp_path / "out.docx").read_bytes() == LIST.content


def test_a_word_sought_in_attachments_alone_is_marked_and_led_to_in_them_alone(
    open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    page = draft("关于领取设备的通知", "请领取水泵。", attachments=(LIST, LONG))
    desk = open_desk(archive(tmp_path / "a.xhdb", page))
    assert len(search(qtbot, desk, "附件:水泵")) == 1
    qtbot.waitUntil(lambda: bool(text(desk).extraSelections()))
    (mark,) = text(desk).extraSelections()
    assert mark.cursor.block().text() == "水泵3台。"
    assert len(search(qtbot, desk, "正文:水泵")) == 1
    qtbot.waitUntil(lambda: [one.cursor.block().text() for one in text(desk).extraSelections()] == ["请领取水泵。"])
    assert len(search(qtbot, desk, "附件:沙袋")) == 1
    qtbot.waitUntil(lambda: "沙袋" in text(desk).toPlainText())
