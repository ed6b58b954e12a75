from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenDesk
from tests.gui.driving import search
from tests.gui.results.test_narrowing import narrow


def test_within_a_year_the_bars_are_months(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    search(qtbot, desk, "网格 日期:2024")
    narrow(qtbot, desk)
    bars = desk.browse.refine.bars
    with qtbot.waitSignal(bars.chosen) as chosen:
        QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=QPoint(14, 20))
    (month,) = chosen.args
    assert (month.since.year, month.since.day) == (2024, 1)
    assert month.until - month.since < timedelta(31)
