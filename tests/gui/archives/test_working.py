from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenDesk, OpenShown, desk_of
from tests.gui.driving import notice_page
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.gui.archives.importing import IMPORT, About
from xinhui_viewer.gui.archives.working import pace
from xinhui_viewer.gui.paper.pages import Saved
from xinhui_viewer.gui.paper.paper import EXPORT
from xinhui_viewer.gui.parts.work import Piece
from xinhui_viewer.gui.shell.desk import Desk
from xinhui_viewer.job import Job
from xinhui_viewer.records import Imported


class Import:
    """An import that is held after 12 of 300 files, with the archive open for writing."""

    def __init__(self, path: Path) -> None:
        self.path, self.begun, self.release = path, Event(), Event()

    def __call__(self, job: Job) -> tuple[Imported, ...]:
        with writing(self.path, job) as db:
            job.progress(12, 300)
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
