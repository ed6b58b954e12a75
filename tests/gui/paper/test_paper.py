from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Choose, OpenDesk
from tests.gui.paper.previews import LONG
from xinhui_viewer.gui.paper.layouts import remember, remembered
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.records import Layout
from xinhui_viewer.summary.cite import reference


def test_data_are_exported_in_the_chosen_format(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path, choose: Choose
) -> None:
    desk, target = open_desk(), tmp_path / "out.json"
    desk.window.actions_by_name["export_data"].trigger()
    dialog = desk.paper.export_dialog
    assert dialog is not None
    dialog.choose("json")
    assert not dialog.findChild(QCheckBox).isChecked()  # type: ignore[union-attr]
    choose(target)
    (box,) = dialog.findChildren(QDialogButtonBox)
    QTest.mouseClick(box.buttons()[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: str(target) in desk.notice.text(), timeout=LONG)
    shown = desk.reading.bulletin
    assert shown is not None
    assert [one["title"] for one in json.loads(target.read_text("utf-8"))] == [shown.facts.title]


def test_the_reference_of_the_bulletin_on_show_is_copied(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.window.actions_by_name["copy_citation"].trigger()
    assert desk.reading.bulletin is not None
    assert QGuiApplication.clipboard().text() == reference(desk.reading.bulletin)


def test_a_layout_comes_back_and_its_invalid_parts_are_the_defaults(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "s.ini")
    wanted = Layout("digest", "16k", "kai", 12.0, "上", "下", "某人", frozenset({"lead"}), True, False)
    remember(settings, wanted)
    assert remembered(settings) == wanted
    settings.set("layout", '{"template": "other", "points": 900, "font": "kai", "without": 3}')
    assert remembered(settings) in (Layout(), Layout(font="kai"))
    settings.set("layout", "{")
    assert remembered(settings) == Layout()
