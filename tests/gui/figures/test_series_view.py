from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenDesk
from xinhui_viewer.gui.figures.series_view import SeriesView, _line, _reasons
from xinhui_viewer.gui.shell.desk import Desk
from xinhui_viewer.records import Figure, KeyFigure
from xinhui_viewer.text.series import series


def opened(qtbot: QtBot, desk: Desk) -> SeriesView:
    desk.window.actions_by_name["series"].trigger()
    qtbot.waitUntil(lambda: desk.series.view is not None, timeout=20_000)
    view = desk.series.view
    assert view is not None
    return view


def test_the_sample_has_series_of_many_years_and_each_has_a_chart(qtbot: QtBot, open_desk: OpenDesk) -> None:
    view = opened(qtbot, open_desk())
    assert view.list.count() > 50
    for row in range(5):
        view.list.setCurrentRow(row)
        line, points = view.chart.plot.plotItem.items
        assert len(line.getData()[0]) == len(points.data) >= 5


def test_the_axis_names_the_years_that_the_values_are_of(qtbot: QtBot, open_desk: OpenDesk) -> None:
    view = opened(qtbot, open_desk())
    one = view._current()
    assert one is not None
    (ticks,) = view.chart.plot.getAxis("bottom")._tickLevels
    assert [text for _place, text in ticks] == [str(point.day.year) for point in one.points]


def test_words_find_a_series_and_its_newest_bulletin_is_opened_at_the_figure(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    view = opened(qtbot, desk)
    view.words.setText("接处警 宗")
    assert view.list.count() == 2
    view._open.click()
    qtbot.waitUntil(lambda: desk.reading.bulletin is not None and "2024年" in desk.reading.bulletin.facts.title)
    assert desk.reading.bulletin is not None
    assert "接处警" in desk.reading.bulletin.body


def test_words_that_no_series_has_leave_no_chart_of_another(qtbot: QtBot, open_desk: OpenDesk) -> None:
    view = opened(qtbot, open_desk())
    view.words.setText("没有这个指标")
    assert view._why.text() == "No series contains these words."
    assert not view.chart.plot.plotItem.items
    assert not view.chart.plot.isVisible()
    view.words.clear()
    assert view.chart.plot.isVisible()


def test_a_series_without_a_unit_has_no_empty_brackets() -> None:
    years = (2019, 2020, 2021)
    written = [Figure("104", 0, "出生性别比", 104.0, "", "count", period=f"{year}年") for year in years]
    (one,) = series(KeyFigure(n, 0, "", "", None, figure) for n, figure in enumerate(written, start=1))
    assert _line(one) == "出生性别比  ·  3 values"
    assert "unit (none)" in _reasons(one)


def test_the_sample_can_only_be_looked_at(qtbot: QtBot, open_desk: OpenDesk) -> None:
    view = opened(qtbot, open_desk())
    assert [button.isEnabled() for button in (view._apart, view._join, view._back)] == [False] * 3
    assert view._join.toolTip()
