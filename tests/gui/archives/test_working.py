from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QMessageBox, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenDesk, OpenShown, desk_of
from tests.gui.driving import notice_page
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.gui.archives.importing import IMPORT, About
from xinhui_viewer.gui.archives.working import pace, share
from xinhui_viewer.gui.paper.pages import Saved
from xinhui_viewer.gui.paper.paper import EXPORT
from xinhui_viewer.gui.parts.work import Piece
from xinhui_viewer.gui.shell.desk import Desk
from xinhui_viewer.i18n import use
from xinhui_viewer.job import Job, Position
from xinhui_viewer.records import Imported


class Import:
    """An import that is held after 12 of 300 files, with the archive open for writing."""

    def __init__(self, path: Path, position: Position | None = None) -> None:
        self.path, self.position, self.begun, self.release = path, position, Event(), Event()

    def __call__(self, job: Job) -> tuple[Imported, ...]:
        with writing(self.path, job) as db:
            job.progress(12, 300)
            job.within(self.position)
            self.begun.set()
            while not self.release.wait(0.01) and not job.cancelled:
                job.make_way(db)
        return ()


def importing(qtbot: QtBot, desk: Desk, path: Path) -> Import:
    held = Import(path)
    desk.window.work.start(IMPORT, path, held, About((path,), desk.archives.current))
    assert held.begun.wait(5)
    qtbot.waitUntil(lambda: "12 of 300" in status(desk))
    return held


def status(desk: Desk) -> str:
    return " | ".join(label.text() for label in desk.status.findChildren(QLabel) if label.text())


def answer(qtbot: QtBot, desk: Desk, words: str) -> None:
    """Click a button of the question that closing the window asks."""
    qtbot.waitUntil(lambda: bool(desk.window.findChildren(QMessageBox)))
    (box,) = desk.window.findChildren(QMessageBox)
    next(button for button in box.findChildren(QPushButton) if words in button.text()).click()


def test_the_status_line_shows_running_and_waiting_work(qtbot: QtBot, open_desk: OpenDesk, own: Path) -> None:
    desk = open_desk(own)
    held = importing(qtbot, desk, own)
    assert "after it" not in status(desk)
    desk.window.actions_by_name["verify"].trigger()
    assert "Importing 12 of 300 · 1 more waiting" in status(desk)
    held.release.set()
    qtbot.waitUntil(lambda: desk.notice.text().startswith("a.xhdb is undamaged"))
    assert "Verifying" not in status(desk)


@pytest.mark.parametrize(
    ("total", "position", "told"),
    [
        (5, Position("清单.pdf", "page", 120, 300), "File 3 of 5, 清单.pdf: page 120 of 300"),
        (1, Position("清单.pdf", "page", 120, 300), "Reading 清单.pdf: page 120 of 300"),
        (5, Position("统计.xlsx", "sheet", 2, 12), "File 3 of 5, 统计.xlsx: sheet 2 of 12"),
        (1, Position("汇报.pptx", "slide", 9, 40), "Reading 汇报.pptx: slide 9 of 40"),
        (5, Position("县志.epub", "chapter", 3, 20), "File 3 of 5, 县志.epub: chapter 3 of 20"),
    ],
)
def test_of_a_long_document_the_page_is_told_in_a_sentence(
    total: int, position: Position, told: str, own: Path
) -> None:
    done = 2 if total > 1 else 0
    assert pace(Piece(IMPORT, own, Import(own), own, done=done, total=total, position=position), 60) == told


def test_in_chinese_the_page_of_a_long_document_is_told_after_its_file(own: Path) -> None:
    position = Position("清单.pdf", "page", 120, 300)
    use("zh_CN")
    try:
        told = pace(Piece(IMPORT, own, Import(own), own, done=2, total=5, position=position), 60)
    finally:
        use("en")
    assert told == "第 3 个文件，共 5 个：清单.pdf 第 120 页，共 300 页"


def test_the_status_line_shows_the_page_of_a_long_document_until_the_next_file(
    qtbot: QtBot, open_desk: OpenDesk, own: Path
) -> None:
    desk = open_desk(own)
    held = Import(own, Position("清单.pdf", "page", 75, 300))
    desk.window.work.start(IMPORT, own, held, About((own,), desk.archives.current))
    qtbot.waitUntil(lambda: "File 13 of 300, 清单.pdf: page 75 of 300" in status(desk))
    (bar,) = desk.status.findChildren(QProgressBar)
    assert bar.value() / bar.maximum() == 12.25 / 300
    (piece,) = desk.window.work.pieces
    piece.job.progress(13, 300)
    qtbot.waitUntil(lambda: "Importing 13 of 300" in status(desk))
    assert bar.value() / bar.maximum() == 13 / 300
    held.release.set()


def test_the_bar_stays_within_the_file_whose_member_is_read(own: Path) -> None:
    position = Position("清单.pdf", "page", 75, 300, whole=False)
    assert share(Piece(IMPORT, own, Import(own), own, done=2, total=5, position=position)) == (2, 5)


def test_work_on_another_archive_is_told_with_its_name(
    qtbot: QtBot, open_desk: OpenDesk, own: Path, other: Path
) -> None:
    desk = open_desk(other)
    importing(qtbot, desk, own)
    assert "a.xhdb: Importing 12 of 300" in status(desk)


@pytest.mark.parametrize(
    ("seconds", "told"), [(1, "Importing 12 of 300"), (6, "Importing 12 of 300 · 2 per second · 2:24 left")]
)
def test_the_pace_is_shown_once_it_is_known(seconds: float, told: str, own: Path) -> None:
    assert pace(Piece(IMPORT, own, Import(own), own, done=12, total=300), seconds) == told


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_of_several_pieces_of_work_the_user_chooses_which_to_stop(qtbot: QtBot, open_desk: OpenDesk, own: Path) -> None:
    desk = open_desk(own)
    held = importing(qtbot, desk, own)
    desk.window.actions_by_name["verify"].trigger()
    desk.status.stop_wanted.emit(QPoint())
    (menu,) = desk.status.findChildren(QMenu)
    assert [action.text() for action in menu.actions()] == ["Stop: Importing 12 of 300", "Stop: Verifying…"]
    menu.actions()[1].trigger()
    menu.close()
    assert desk.notice.text() == "Stopped; nothing was changed."
    assert [piece.kind for piece in desk.window.work.pieces] == [IMPORT]
    held.release.set()


def test_another_language_leaves_an_export_running_too(
    qtbot: QtBot, open_shown: OpenShown, own: Path, tmp_path: Path
) -> None:
    shown, release = open_shown(own), Event()
    old = desk_of(qtbot, shown.window)
    target = tmp_path / "saved.md"

    def export(job: Job) -> Saved:
        assert release.wait(5)
        return Saved((target,), "")

    shown.work.start_reading(EXPORT, own, export)
    old.window.actions_by_name["language"].trigger()
    desk = desk_of(qtbot, shown.window)
    assert "正在导出" in status(desk)
    release.set()
    qtbot.waitUntil(lambda: str(target) in desk.notice.text())


def test_a_window_with_work_asks_before_it_closes_and_can_stay(qtbot: QtBot, open_desk: OpenDesk, own: Path) -> None:
    desk = open_desk(own)
    held = importing(qtbot, desk, own)
    desk.window.close()
    answer(qtbot, desk, "Keep")
    assert desk.window.isVisible()
    assert desk.window.work.has(IMPORT, own)
    held.release.set()


def test_closed_to_stop_the_program_ends_with_what_has_been_imported_kept(
    qtbot: QtBot, open_shown: OpenShown, qapp: QApplication, own: Path, tmp_path: Path
) -> None:
    shown = open_shown(own)
    desk = desk_of(qtbot, shown.window)
    importing(qtbot, desk, own)
    desk.importing.start((notice_page(tmp_path, 1),))
    desk.window.close()
    answer(qtbot, desk, "Stop")
    assert qapp.exec() == 0
    with reading(own) as db:
        assert db.value("SELECT count(*) FROM bulletins") == 1


def test_a_window_without_work_closes_at_once_and_the_program_ends(
    open_desk: OpenDesk, qapp: QApplication, own: Path
) -> None:
    desk = open_desk(own)
    QTimer.singleShot(0, desk.window.close)
    assert qapp.exec() == 0  # returns when the program quits
    assert not desk.window.findChildren(QMessageBox)


def test_in_a_narrow_window_work_is_told_in_place_of_how_far_the_text_is_read(
    qtbot: QtBot, open_desk: OpenDesk, own: Path
) -> None:
    desk = open_desk()
    (place,) = (label for label in desk.status.findChildren(QLabel) if "about" in label.text())
    desk.window.resize(800, 600)
    qtbot.waitUntil(lambda: desk.arrangement.overlaid)
    assert not place.isHidden()
    held = importing(qtbot, desk, own)
    assert place.isHidden()
    held.release.set()
    qtbot.waitUntil(lambda: not place.isHidden())


def test_a_long_name_takes_no_more_room_than_the_window_has(qtbot: QtBot, open_desk: OpenDesk, own: Path) -> None:
    desk = open_desk(own)
    least = desk.window.minimumSizeHint().width()
    desk.window.resize(900, 600)
    held = Import(own, Position("云汀区汛期隐患排查清单" * 12 + ".pdf", "page", 75, 300))
    desk.window.work.start(IMPORT, own, held, About((own,), desk.archives.current))
    qtbot.waitUntil(lambda: "page 75 of 300" in status(desk))
    qtbot.waitUntil(lambda: desk.status.minimumSizeHint().width() < 900)
    assert desk.window.minimumSizeHint().width() <= max(least, 900)
    assert desk.window.width() == 900
    held.release.set()
