from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Choose, OpenDesk, OpenShown
from tests.gui.driving import settle
from tests.gui.shell.test_restoring import an_archive, began_anew, desk_in, line, read_on
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.gui.shell.desk import Desk


def entries(qtbot: QtBot, desk: Desk) -> list[str]:
    """Return the texts of the menu once it knows which archives are there."""
    desk.recent.menu.aboutToShow.emit()
    qtbot.waitUntil(lambda: not desk.recent._looked)
    return [action.text() for action in desk.recent.menu.actions() if action.text()]


def choose_entry(desk: Desk, name: str) -> None:
    next(action for action in desk.recent.menu.actions() if name in action.text()).trigger()


def test_the_menu_names_the_archives_of_late_the_newest_first_and_opens_them(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path
) -> None:
    first, second = an_archive(tmp_path, "a.xhdb"), an_archive(tmp_path, "b.xhdb")
    desk = open_desk(first)
    desk.importing.take((second,))
    qtbot.waitUntil(lambda: desk.archives.own == second)
    settle(qtbot, desk)
    folder = tmp_path.name
    assert entries(qtbot, desk) == [f"&1  b.xhdb – {folder}", f"&2  a.xhdb – {folder}", "Clear this list"]
    choose_entry(desk, "a.xhdb")
    qtbot.waitUntil(lambda: desk.archives.own == first)
    choose_entry(desk, "Clear")
    assert entries(qtbot, desk) == ["None yet"]


def test_an_archive_that_was_moved_is_located_and_shown_as_it_was(
    qtbot: QtBot, open_shown: OpenShown, tmp_path: Path, choose: Choose, settings: Settings
) -> None:
    path = an_archive(tmp_path)
    program = open_shown(path)
    desk = desk_in(qtbot, program)
    at = read_on(qtbot, desk, 3, "第150段")
    moved = path.rename(tmp_path / "moved.xhdb")
    again = desk_in(qtbot, began_anew(qtbot, open_shown, program))
    assert any("a.xhdb" in entry and "missing" in entry for entry in entries(qtbot, again))
    assert "a.xhdb" in again.notice.text()
    choose(moved)
    choose_entry(again, "missing")
    qtbot.waitUntil(lambda: again.archives.own == moved)
    settle(qtbot, again)
    assert line(again) == at
    assert settings.get("recent") == [str(moved)]
    assert not again.notice.tells_error()


def test_the_notice_on_a_missing_archive_offers_to_try_again(
    qtbot: QtBot, open_shown: OpenShown, tmp_path: Path
) -> None:
    path = an_archive(tmp_path)
    program = open_shown(path)
    at = read_on(qtbot, desk_in(qtbot, program), 3, "第150段")
    away = path.rename(tmp_path / "away")
    again = desk_in(qtbot, began_anew(qtbot, open_shown, program))
    away.rename(path)
    offers = {button.text(): button for button in again.notice.findChildren(QPushButton)}
    assert set(offers) == {"Try again", "Locate it…"}
    offers["Try again"].click()
    qtbot.waitUntil(lambda: again.archives.own == path)
    settle(qtbot, again)
    assert line(again) == at
