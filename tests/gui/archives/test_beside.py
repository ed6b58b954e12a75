from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenDesk
from tests.importers.pages import standard
from tests.importers.word.files import p, word
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.read import bulletin


def test_files_beside_a_page_are_attached_only_when_the_user_says_so(
    qtbot: QtBot, open_desk: OpenDesk, own: Path, tmp_path: Path
) -> None:
    (tmp_path / "P1.docx").write_bytes(word(p("水泵3台，由区水利局统一分配。")))
    page = tmp_path / "page.html"
    page.write_text(standard(body='<p>附件：<a href="P1.docx">设备清单</a></p>'), "utf-8")
    desk = open_desk(own)
    with qtbot.waitSignal(desk.importing.finished, timeout=20_000):
        desk.importing.start((page,))
    assert desk.notice.text() == "1 imported · the pages link to 1 file in their folder: attach it?"
    with reading(own) as db:
        assert bulletin(db, 2).attached == ()
    desk.reading.open(2)
    qtbot.waitUntil(lambda: desk.reading.bulletin is not None and desk.reading.bulletin.id == 2)
    (take,) = [button for button in desk.notice.findChildren(QPushButton) if button.text() == "Attach 1 file"]
    with qtbot.waitSignal(desk.importing.finished, timeout=20_000):
        take.click()
    assert desk.notice.text() == "1 attachment added · 1 already in the archive"
    qtbot.waitUntil(lambda: "水泵3台" in desk.reader.findChildren(QTextBrowser)[0].toPlainText())
    with reading(own) as db:
        assert [one.text is not None for one in bulletin(db, 2).attached] == [True]
