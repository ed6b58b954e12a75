from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests import builders
from tests.gui.conftest import OpenDesk
from tests.importers.web.kind_pages import PAGES
from xinhui_viewer.gui.archives.report import ReportDialog
from xinhui_viewer.gui.archives.report_parts import summary
from xinhui_viewer.records import Imported

REPORT = (
    Imported("甲.html", "imported", (1,)),
    Imported("乙.html", "imported", (2,), undated=(2,), unsure=(2,), notes=("未确认",)),
    Imported("丙.zip", "imported", (3, 4), unsure=(3, 4), notes=("未确认",)),
    Imported("丁.html", "rejected", error="坏"),
)


PASSED = (
    Imported("甲.html", "imported", (1,)),
    Imported("乙.html", "skipped", passed_over="list", notes=("链接",)),
    Imported("丙.zip", "skipped", passed_over="list", member="丁.html", notes=("链接",)),
    Imported("戊.html", "skipped", passed_over="form", notes=("表单",)),
)


@pytest.fixture
def dialog(qtbot: QtBot) -> ReportDialog:
    made = ReportDialog(REPORT)
    qtbot.addWidget(made)
    made.show()
    return made


def button(dialog: ReportDialog, text: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == text)


def files(dialog: ReportDialog) -> list[str]:
    (table,) = dialog.findChildren(QTableView)
    model = table.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_outcome_is_told_with_what_may_have_to_be_checked() -> None:
    assert summary(REPORT) == "4 imported · 1 could not be read · 1 without a date · 3 unsure"
    assert summary(REPORT[:1]) == "1 imported"


def test_what_was_passed_over_is_told_by_kind() -> None:
    assert summary(PASSED) == "1 imported · 3 passed over: 2 lists, 1 form"


def test_pages_of_a_kind_that_were_passed_over_are_imported_by_a_click(qtbot: QtBot) -> None:
    made = ReportDialog(PASSED)
    wanted: list[tuple[Imported, ...]] = []
    qtbot.addWidget(made)
    made.wanted.connect(wanted.append)
    made.show()
    qtbot.mouseClick(button(made, "2 lists"), Qt.MouseButton.LeftButton)
    assert not button(made, "Open next").isVisible()
    assert files(made) == ["乙.html", "丙.zip » 丁.html"]
    qtbot.mouseClick(button(made, "Import these, too"), Qt.MouseButton.LeftButton)
    assert wanted == [PASSED[1:3]]


def test_only_the_selected_ones_are_imported_if_some_are(qtbot: QtBot) -> None:
    made = ReportDialog(PASSED)
    wanted: list[tuple[Imported, ...]] = []
    qtbot.addWidget(made)
    made.wanted.connect(wanted.append)
    made.show()
    qtbot.mouseClick(button(made, "2 lists"), Qt.MouseButton.LeftButton)
    made.findChildren(QTableView)[0].selectRow(1)
    qtbot.mouseClick(button(made, "Import 1 selected page, too"), Qt.MouseButton.LeftButton)
    assert wanted == [PASSED[2:3]]


def test_a_number_lists_its_bulletins_and_again_the_whole_report(qtbot: QtBot, dialog: ReportDialog) -> None:
    (head,) = dialog.findChildren(QLabel)
    assert head.text() == "4 imported · 1 could not be read"
    assert files(dialog) == ["丁.html", "乙.html", "丙.zip", "甲.html"]
    qtbot.mouseClick(button(dialog, "3 unsure"), Qt.MouseButton.LeftButton)
    assert files(dialog) == ["乙.html", "丙.zip", "丙.zip"]
    qtbot.mouseClick(button(dialog, "1 without a date"), Qt.MouseButton.LeftButton)
    assert files(dialog) == ["乙.html"]
    assert not button(dialog, "3 unsure").isChecked()
    qtbot.mouseClick(button(dialog, "1 without a date"), Qt.MouseButton.LeftButton)
    assert len(files(dialog)) == 4


def test_its_bulletins_are_opened_one_after_another(qtbot: QtBot, dialog: ReportDialog) -> None:
    opened: list[int] = []
    dialog.opened.connect(opened.append)
    following = button(dialog, "Open next")
    assert not following.isVisible()
    qtbot.mouseClick(button(dialog, "3 unsure"), Qt.MouseButton.LeftButton)
    for _ in range(4):
        qtbot.mouseClick(following, Qt.MouseButton.LeftButton)
    assert opened == [2, 3, 4, 2]


def test_a_bulletin_of_the_report_is_read_in_the_window(qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk(builders.archive(tmp_path / "a.xhdb", builders.draft("甲"), builders.draft("乙")))
    desk.importing.opened.emit(2)
    qtbot.waitUntil(lambda: desk.reading.bulletin is not None and desk.reading.bulletin.facts.title == "乙")


def test_a_page_that_was_passed_over_is_imported_from_the_report(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path
) -> None:
    desk = open_desk(builders.archive(tmp_path / "a.xhdb"), empty=True)
    (folder := tmp_path / "site").mkdir()
    (folder / "list.html").write_text(PAGES["list"]["excerpts"], "utf-8")
    with qtbot.waitSignal(desk.importing.finished, timeout=20_000) as first:
        desk.importing.start((folder,))
    assert [line.passed_over for line in first.args[0]] == ["list"]
    (report,) = desk.window.findChildren(ReportDialog)
    with qtbot.waitSignal(desk.importing.finished, timeout=20_000) as second:
        report.wanted.emit(first.args[0])
    assert [line.outcome for line in second.args[0]] == ["imported-with-warning"]


def test_files_that_took_too_long_can_be_tried_again_without_limits(qtbot: QtBot) -> None:
    slow = Imported("慢.pdf", "rejected", error="慢.pdf took too long.", limited=True)
    made = ReportDialog((slow, Imported("坏.pdf", "rejected", error="坏.pdf is damaged.")))
    again: list[tuple[Path, ...]] = []
    qtbot.addWidget(made)
    made.unlimited.connect(again.append)
    made.show()
    qtbot.mouseClick(button(made, "Try again without limits"), Qt.MouseButton.LeftButton)
    assert again == [(Path("慢.pdf"),)]


def test_without_such_files_there_is_nothing_to_try_without_limits(qtbot: QtBot, dialog: ReportDialog) -> None:
    assert not button(dialog, "Try again without limits").isVisible()


def test_the_window_imports_a_file_without_limits(qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk(builders.archive(tmp_path / "a.xhdb"), empty=True)
    (tmp_path / "list.html").write_text(PAGES["list"]["excerpts"], "utf-8")
    with qtbot.waitSignal(desk.importing.finished, timeout=20_000):
        desk.importing.start((tmp_path / "none.html",))
    (report,) = desk.window.findChildren(ReportDialog)
    with qtbot.waitSignal(desk.importing.finished, timeout=20_000) as second:
        report.unlimited.emit((tmp_path / "list.html",))
    assert [line.outcome for line in second.args[0]] == ["imported-with-warning"]


def test_files_are_named_from_their_common_folder_on(qtbot: QtBot, tmp_path: Path) -> None:
    paths = [str(tmp_path / "史料" / place) for place in ("甲.html", "子/乙.html")]
    made = ReportDialog(tuple(Imported(path, "imported", (1,)) for path in paths))
    qtbot.addWidget(made)
    assert files(made) == ["甲.html", str(Path("子/乙.html"))]
    button(made, "Copy as table").click()
    assert [row.split("\t")[0] for row in QGuiApplication.clipboard().text().split("\n")] == paths


def test_the_report_goes_to_the_lower_edge_when_it_opens_a_bulletin(qtbot: QtBot) -> None:
    window = QWidget()
    window.setGeometry(0, 0, 1200, 760)
    made = ReportDialog(REPORT, window)
    qtbot.addWidget(window)
    window.show()
    made.show()
    button(made, "1 without a date").click()
    button(made, "Open next").click()
    assert made.geometry().top() > 400
    assert made.frameGeometry().bottom() <= window.frameGeometry().bottom()
