from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenDesk
from tests.gui.driving import marked
from xinhui_viewer.gui.parts.quiet import QuietMessage
from xinhui_viewer.gui.reader.figures import FiguresPane
from xinhui_viewer.records import Figure
from xinhui_viewer.text.figures import figures
from xinhui_viewer.text.label_sureness import is_sure


def table(pane: QWidget) -> QTableView:
    view = pane.findChild(QTableView)
    assert isinstance(view, QTableView)
    return view


def sure_first(figures: tuple[Figure, ...]) -> list[Figure]:
    return sorted(figures, key=lambda figure: not is_sure(figure))


def test_the_figures_of_the_bulletin_on_show_are_listed_as_they_are_written(open_desk: OpenDesk) -> None:
    desk = open_desk()
    assert desk.reading.bulletin is not None
    desk.window.actions_by_name["figures"].trigger()
    model = table(desk.beside["figures"]).model()
    listed = [tuple(model.index(row, column).data() for column in range(3)) for row in range(model.rowCount())]
    expected = [(figure.label, figure.text, figure.period) for figure in sure_first(desk.reading.bulletin.figures)]
    assert [(label.split("  ·  ")[0], *rest) for label, *rest in listed] == expected
    assert listed
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_a_click_or_enter_goes_to_the_figure_and_marks_it_in_the_text(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.window.actions_by_name["figures"].trigger()
    view = table(desk.beside["figures"])
    assert view.isVisible()
    assert desk.reading.bulletin is not None
    first, *_others, last = sure_first(desk.reading.bulletin.figures)
    where = view.visualRect(view.model().index(0, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert marked(desk) == [first.text]
    view.setCurrentIndex(view.model().index(view.model().rowCount() - 1, 0))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert marked(desk) == [last.text]


def test_a_bulletin_without_figures_says_so(qtbot: QtBot) -> None:
    pane = FiguresPane()
    qtbot.addWidget(pane)
    pane.show_figures(())
    pane.show()
    said = pane.findChild(QuietMessage)
    assert isinstance(said, QuietMessage)
    assert said.isVisible()
    assert said.text().startswith("This bulletin states no key figures")
    pane.show_text(None)
    assert said.text() == "No bulletin is open."


def test_an_unsure_label_is_grey_behind_the_sure_ones_with_its_context_and_the_reason_under_the_pointer(
    qtbot: QtBot,
) -> None:
    body = "巡查队开展河道清理行动，共完成12次。全县登记失业率2.1%。"
    pane = FiguresPane()
    qtbot.addWidget(pane)
    pane.show_figures(figures(body), body)
    model = table(pane).model()
    sure, unsure = model.index(0, 0), model.index(1, 0)
    assert (sure.data(), unsure.data()) == ("全县登记失业率", "完成  ·  巡查队开展河道清理行动")
    assert sure.data(Qt.ItemDataRole.ForegroundRole) is None
    grey = QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText)
    assert unsure.data(Qt.ItemDataRole.ForegroundRole).color() == grey
    assert unsure.data(Qt.ItemDataRole.ToolTipRole).splitlines() == [
        "完成",
        "The text before it: 巡查队开展河道清理行动",
        "Unsure label: it says what was done, but not with what.",
    ]


def test_a_column_without_a_word_leaves_its_room_to_the_labels(qtbot: QtBot) -> None:
    pane = FiguresPane()
    qtbot.addWidget(pane)
    for body, hidden in (("全县登记失业率2.1%。", True), ("2031年，全县登记失业率2.1%。", False)):
        pane.show_figures(figures(body), body)
        assert [table(pane).isColumnHidden(column) for column in range(3)] == [False, False, hidden]


def test_a_long_period_leaves_half_of_the_room_to_the_labels(qtbot: QtBot) -> None:
    pane = FiguresPane()
    qtbot.addWidget(pane)
    pane.resize(320, 400)
    pane.show()
    body = "2031年，全县登记失业率2.1%。"
    pane.show_figures(tuple(replace(one, period="专项整治行动开展以来") for one in figures(body)), body)
    view = table(pane)
    for width in (320, 260, 600):
        pane.resize(width, 400)
        assert view.columnWidth(0) >= view.viewport().width() // 2
    assert view.columnWidth(2) > 100
