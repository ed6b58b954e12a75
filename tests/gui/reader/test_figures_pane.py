from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenDesk
from tests.gui.driving import marked
from xinhui_viewer.gui.parts.quiet import QuietMessage
from xinhui_viewer.gui.reader.figures import FiguresPane


def table(pane: QWidget) -> QTableView:
    view = pane.findChild(QTableView)
    assert isinstance(view, QTableView)
    return view


def test_the_figures_of_the_bulletin_on_show_are_listed_as_they_are_written(open_desk: OpenDesk) -> None:
    desk = open_desk()
    assert desk.reading.bulletin is not None
    model = table(desk.beside["figures"]).model()
    listed = [tuple(model.index(row, column).data() for column in range(3)) for row in range(model.rowCount())]
    assert listed == [(figure.label, figure.text, figure.period) for figure in desk.reading.bulletin.figures]
    assert listed
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_a_click_or_enter_goes_to_the_figure_and_marks_it_in_the_text(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.window.actions_by_name["figures"].trigger()
    view = table(desk.beside["figures"])
    assert view.isVisible()
    assert desk.reading.bulletin is not None
    first, last = desk.reading.bulletin.figures[0], desk.reading.bulletin.figures[-1]
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
    assert said.text() == "This bulletin contains no key figures."
