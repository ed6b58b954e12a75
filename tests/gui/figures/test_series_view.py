from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenDesk
from xinhui_viewer.gui.figures.series_view import SeriesView
from xinhui_viewer.gui.shell.desk import Desk
from xinhui_viewer.resources import resource


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


def test_words_find_a_series_and_its_newest_bulletin_is_opened_at_the_figure(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    view = opened(qtbot, desk)
    view.words.setText("接处警 宗")
    assert view.list.count() == 2
    view._open.click()
    qtbot.waitUntil(lambda: desk.reading.bulletin is not None and "2024年" in desk.reading.bulletin.facts.title)
    assert desk.reading.bulletin is not None
    assert "接处警" in desk.reading.bulletin.body


@pytest.mark.parametrize(("name", "begins"), [("chart.png", b"\x89PNG"), ("chart.svg", b"<?xml")])
def test_a_chart_is_saved_as_picture_or_drawing(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path, name: str, begins: bytes
) -> None:
    view = opened(qtbot, open_desk())
    view.chart.save(tmp_path / name)
    assert (tmp_path / name).read_bytes().lstrip().startswith(begins)


def test_the_user_joins_two_series_and_undoes_it(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own.xhdb"
    shutil.copy(resource("sample", "sample.xhdb"), own)
    view = opened(qtbot, open_desk(own))
    before = view.list.count()
    view.words.setText("法律援助 宗")
    assert view.list.count() == 1
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_args: ("接处警", True))
    view._join.click()
    qtbot.waitUntil(lambda: view.list.count() == 0, timeout=10_000)  # its name is the other's now
    view.words.setText("接处警 宗")
    assert "法律援助" in view._why.text()
    view._back.click()
    view.words.clear()
    qtbot.waitUntil(lambda: view.list.count() == before, timeout=10_000)


def test_the_sample_can_only_be_looked_at(qtbot: QtBot, open_desk: OpenDesk) -> None:
    view = opened(qtbot, open_desk())
    assert [button.isEnabled() for button in (view._apart, view._join, view._back)] == [False] * 3
    assert view._join.toolTip()
