from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenDesk
from tests.gui.figures.test_series_view import opened
from xinhui_viewer.resources import resource


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


@pytest.mark.parametrize(("name", "begins"), [("chart.png", b"\x89PNG"), ("chart.svg", b"<?xml")])
def test_a_chart_is_saved_as_picture_or_drawing(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path, name: str, begins: bytes
) -> None:
    view = opened(qtbot, open_desk())
    view.chart.save(tmp_path / name)
    assert (tmp_path / name).read_bytes().lstrip().startswith(begins)
