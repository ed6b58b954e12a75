from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenDesk
from tests.gui.driving import settle
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.gui.shell.desk import Desk
from xinhui_viewer.gui.shell.palette import Palette
from xinhui_viewer.gui.shell.window import Window


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk()


@pytest.fixture
def palette(desk: Desk) -> Palette:
    desk.window.actions_by_name["palette"].trigger()
    assert isinstance(desk.window, Window)
    assert desk.window.palette_flow is not None
    return desk.window.palette_flow.palette


def _type(qtbot: QtBot, desk: Desk, palette: Palette, text: str) -> list[str]:
    """Type into the palette; return what it offers."""
    palette.field.setText(text)
    qtbot.waitUntil(lambda: not desk.tasks.busy("palette"))
    return _offered(palette)


def _offered(palette: Palette) -> list[str]:
    model = palette.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_it_opens_with_every_action_that_can_be_done_now(desk: Desk, palette: Palette) -> None:
    possible = [action for action in desk.window.actions_by_name.values() if action.isEnabled()]
    assert len(_offered(palette)) == len(possible) - 1
    assert palette.field.hasFocus() or not desk.window.isActiveWindow()


@pytest.mark.parametrize("typed", ["zoom in", "zi", "Zoom"])
def test_an_action_is_found_by_its_words(qtbot: QtBot, desk: Desk, palette: Palette, typed: str) -> None:
    found = _type(qtbot, desk, palette, typed)
    assert ("Zoom in" in found) == (typed != "zi")


def test_enter_does_what_is_chosen_and_closes_the_palette(
    qtbot: QtBot, desk: Desk, palette: Palette, settings: Settings
) -> None:
    _type(qtbot, desk, palette, "zoom in")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert settings.get("zoom") == 110
    assert not palette.isVisible()


def test_a_section_is_found_by_its_initials_and_gone_to(qtbot: QtBot, desk: Desk, palette: Palette) -> None:
    bulletin = desk.reading.bulletin
    assert bulletin is not None
    at = next(n for n, one in enumerate(bulletin.sections) if one.heading == "2025年重点工作")
    assert _type(qtbot, desk, palette, "zdgz")[0] == "2025年重点工作"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert desk.reader.section() == at


def test_sources_columns_and_titles_of_the_archive_are_searched(qtbot: QtBot, desk: Desk, palette: Palette) -> None:
    found = _type(qtbot, desk, palette, "临澜日")
    assert "临澜日报" in found
    palette.list.setCurrentIndex(palette.list.model().index(found.index("临澜日报"), 0))
    with qtbot.waitSignal(desk.searching.answered):
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert "临澜日报" in desk.field.text()


def test_escape_closes_it_and_the_focus_is_where_it_was(qtbot: QtBot, desk: Desk) -> None:
    desk.window.activateWindow()
    desk.reader.setFocus()
    before = QApplication.focusWidget()
    desk.window.actions_by_name["palette"].trigger()
    assert isinstance(desk.window, Window)
    assert desk.window.palette_flow is not None
    palette = desk.window.palette_flow.palette
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is before


def test_what_is_not_there_is_said(qtbot: QtBot, desk: Desk, palette: Palette) -> None:
    assert _type(qtbot, desk, palette, "没有这样的东西") == []
    assert palette._nothing.isVisible()


def test_it_stays_within_a_small_window(desk: Desk, palette: Palette) -> None:
    desk.window.resize(800, 560)
    assert desk.window.rect().contains(palette.geometry())
