from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.builders import archive, document, draft
from tests.gui.conftest import Choose, OpenDesk
from tests.gui.driving import marked
from xinhui_viewer.archive.figures import count, listed
from xinhui_viewer.archive.match import Plans
from xinhui_viewer.gui.figures.all_view import FiguresView
from xinhui_viewer.gui.parts.opened import sample
from xinhui_viewer.gui.shell.desk import Desk
from xinhui_viewer.records import FigureFilter, Word
from xinhui_viewer.text.figure_text import figure_text
from xinhui_viewer.text.figures import figures


def shown(qtbot: QtBot, desk: Desk) -> FiguresView:
    desk.window.actions_by_name["key_figures"].trigger()
    view = desk.key_figures.view
    assert view is not None
    qtbot.waitUntil(lambda: view.table.model().rowCount() > 0 and view.unit.count() > 1)
    return view


def test_all_figures_are_listed_page_by_page_the_newest_first(qtbot: QtBot, open_desk: OpenDesk) -> None:
    view = shown(qtbot, open_desk())
    with sample().reading() as db:
        total, first = count(Plans(db), FigureFilter()), listed(Plans(db), FigureFilter(), limit=1)[0]
    model = view.table.model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.index(0, 2).data() == figure_text(first.figure)

    def all_there() -> bool:
        view.table.scrollToBottom()
        return model.rowCount() == total

    qtbot.waitUntil(all_there)


def test_words_and_a_unit_leave_what_has_both_and_a_head_sorts(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    view = shown(qtbot, desk)
    view.unit.setCurrentIndex(1)
    view.kind.activated.emit(0)
    unit = view.unit.currentText()
    view.table.horizontalHeader().setSortIndicator(2, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: not desk.tasks.busy("figures"))
    with sample().reading() as db:
        expected = listed(Plans(db), FigureFilter(unit=unit), "value", limit=200)
    model = view.table.model()
    assert [model.index(row, 2).data() for row in range(len(expected))] == [figure_text(key.figure) for key in expected]


def test_a_period_and_a_column_leave_what_has_both(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    view = shown(qtbot, desk)
    view.column.setCurrentIndex(1)
    view.column.activated.emit(1)
    view.period.setText("2020")
    qtbot.waitUntil(lambda: not desk.tasks.busy("figures"))
    column = Word(" > ".join(view.column.currentData()), "column", quoted=True)
    with sample().reading() as db:
        expected = listed(Plans(db), FigureFilter(column, period="2020"))
    model = view.table.model()
    assert model.rowCount() == min(len(expected), 200)
    assert {model.index(row, 4).data() for row in range(model.rowCount())} == {key.figure.period for key in expected}


def test_enter_opens_the_bulletin_and_copied_rows_are_tab_separated(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    view = shown(qtbot, desk)
    model = view.table.model()
    last = model.rowCount() - 1
    view.table.selectRow(last)
    qtbot.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    shown_there = [model.index(last, column).data().split("  ·  ")[0] for column in range(7)]
    assert QGuiApplication.clipboard().text().split("\t") == shown_there
    title = model.index(last, 6).data()
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.reading.bulletin is not None and desk.reading.bulletin.facts.title == title)
    assert marked(desk) == [model.index(last, 2).data()]


def test_the_listed_bulletins_are_exported(qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path, choose: Choose) -> None:
    desk, target = open_desk(), tmp_path / "figures.json"
    view = shown(qtbot, desk)
    choose(target)
    view.export_wanted.emit()
    qtbot.waitUntil(lambda: str(target) in desk.notice.text())
    with sample().reading() as db:
        assert len(json.loads(target.read_bytes())) == count(Plans(db), FigureFilter())


def test_a_figure_of_an_attachment_says_so_and_opens_its_text_there(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path
) -> None:
    below = "各村沙袋存放在村口。" * 8000 + "2022年全区登记渔船812艘。"
    attachment = document("清单.docx", below, label="附件1：渔船清单")
    assert attachment.text is not None
    attachment = replace(attachment, text=replace(attachment.text, figures=figures(below)))
    pages = (draft("关于渔船的通知", "详见附件。", attachments=(attachment,)), draft("另一篇", "无数据。"))
    desk = open_desk(archive(tmp_path / "a.xhdb", *pages))
    view = shown(qtbot, desk)
    index = view.table.model().index(0, 6)
    assert index.data() == "关于渔船的通知 · Attachment 1 渔船清单.docx"
    view.table.doubleClicked.emit(index)
    qtbot.waitUntil(lambda: "812艘" in marked(desk))


def test_the_fields_have_room_for_what_they_ask_for(qtbot: QtBot, open_desk: OpenDesk) -> None:
    view = shown(qtbot, open_desk())
    view.resize(view.minimumSizeHint())
    for field in (view.words, view.query, view.period):
        assert field.width() > field.fontMetrics().horizontalAdvance(field.placeholderText())
