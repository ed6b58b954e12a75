from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenShown, desk_of
from tests.gui.driving import listed, settle
from tests.gui.shell.test_restoring import an_archive, desk_in, line, read_on
from tests.gui.shell.test_tabs import middle_click, shown, titles
from xinhui_viewer.gui.archives.watching import CHANNEL
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.gui.shell.app import Shown
from xinhui_viewer.gui.shell.desk import Desk
from xinhui_viewer.gui.shell.session_file import SessionFile


def second(qtbot: QtBot, program: Shown) -> Desk:
    """Open another window from the first one, and wait until it shows its archive."""
    program.windows[0].actions_by_name["new_window"].trigger()
    desk = desk_of(qtbot, program.windows[-1], empty=True)
    settle(qtbot, desk)
    return desk


def ended(qtbot: QtBot, program: Shown, open_shown: OpenShown, count: int) -> Shown:
    """End the program, start it again, and wait until its windows are there."""
    program.end()
    again = open_shown()
    qtbot.waitUntil(lambda: len(again.windows) == count)
    for window in again.windows:
        settle(qtbot, desk_of(qtbot, window, empty=True))
    return again


def test_two_windows_show_two_archives_and_both_come_back_after_quitting(
    qtbot: QtBot, open_shown: OpenShown, tmp_path: Path
) -> None:
    first, other = an_archive(tmp_path, "a.xhdb"), an_archive(tmp_path, "b.xhdb")
    program = open_shown(first)
    at = read_on(qtbot, desk_in(qtbot, program), 3, "第120段")
    beside = second(qtbot, program)
    assert (beside.archives.own, beside.reading.bulletin) == (first, None)
    beside.importing.take((other,))
    qtbot.waitUntil(lambda: beside.archives.own == other and beside.reading.bulletin is not None)
    settle(qtbot, beside)
    there = read_on(qtbot, beside, 5, "第60段")
    beside.window.actions_by_name["close"].trigger()
    assert not any(window.isVisible() for window in program.windows)
    again = ended(qtbot, program, open_shown, 2)
    desks = [desk_of(qtbot, window) for window in again.windows]
    assert {desk.archives.own: line(desk) for desk in desks} == {first: at, other: there}


def test_a_window_that_is_closed_beside_others_does_not_come_back_and_the_last_one_does(
    qtbot: QtBot, open_shown: OpenShown, tmp_path: Path, settings: Settings
) -> None:
    program = open_shown(an_archive(tmp_path))
    read_on(qtbot, desk_in(qtbot, program), 3, "第120段")
    second(qtbot, program).window.close()
    assert len(program.windows) == 1
    program.windows[0].close()
    program.end()
    (kept,) = SessionFile(settings.folder / "session.json").read().windows
    assert kept.tabs[0].place is not None
    assert kept.tabs[0].place.line.startswith("第120段")


def test_a_tab_is_moved_to_a_window_of_its_own(qtbot: QtBot, open_shown: OpenShown, tmp_path: Path) -> None:
    program = open_shown(an_archive(tmp_path))
    desk = desk_in(qtbot, program)
    before = shown(desk)
    middle_click(qtbot, desk, 4)
    (move,) = (action for action in desk.tabbing.menu(1).actions() if "window" in action.text())
    move.trigger()
    beside = desk_of(qtbot, program.windows[-1])
    assert shown(beside) == listed(desk)[4].title
    assert (titles(desk), shown(desk)) == ([before], before)


def test_a_second_program_beside_the_first_shows_its_session_and_never_overwrites_it(
    qtbot: QtBot, open_shown: OpenShown, tmp_path: Path, settings: Settings
) -> None:
    program = open_shown(an_archive(tmp_path))
    desk = desk_in(qtbot, program)
    read_on(qtbot, desk, 3, "第120段")
    file = SessionFile(settings.folder / "session.json")
    qtbot.waitUntil(lambda: any(state.tabs[0].place for state in file.read().windows), timeout=3000)
    other = open_shown()
    read_on(qtbot, desk_in(qtbot, other), 7, "第20段")
    other.end()
    (kept,) = file.read().windows
    assert kept.tabs[0].place is not None
    assert kept.tabs[0].place.line.startswith("第120段")


def test_an_archive_that_is_asked_for_is_shown_in_the_first_window_and_the_other_is_known_still(
    qtbot: QtBot, open_shown: OpenShown, tmp_path: Path
) -> None:
    first, other = an_archive(tmp_path, "a.xhdb"), an_archive(tmp_path, "b.xhdb")
    program = open_shown(first)
    at = read_on(qtbot, desk_in(qtbot, program), 3, "第120段")
    program.end()
    program = open_shown(other)
    assert desk_in(qtbot, program).archives.own == other
    program.end()
    again = desk_in(qtbot, open_shown(first))
    settle(qtbot, again)
    assert line(again) == at


def test_only_one_window_looks_into_the_watched_folders(
    qtbot: QtBot, open_shown: OpenShown, tmp_path: Path, settings: Settings
) -> None:
    program = open_shown(an_archive(tmp_path))
    desk = desk_in(qtbot, program)
    beside = second(qtbot, program)
    settings.set("watched", [str(tmp_path)])
    for one in (beside, desk):
        one.watching.look()
    assert [one.tasks.busy(CHANNEL) for one in (desk, beside)] == [True, False]
    desk.window.close()
    beside.watching.look()
    assert beside.tasks.busy(CHANNEL)


def test_another_language_keeps_every_window_with_its_tabs(
    qtbot: QtBot, open_shown: OpenShown, tmp_path: Path, settings: Settings
) -> None:
    program = open_shown(an_archive(tmp_path))
    desk = desk_in(qtbot, program)
    for row in (2, 3):
        middle_click(qtbot, desk, row)
    at = read_on(qtbot, desk, 5, "第120段")
    beside = second(qtbot, program)
    beside.browse.opened.emit(listed(beside)[7].id)
    settle(qtbot, beside)
    before = [(titles(one), shown(one)) for one in (desk, beside)]
    desk.window.actions_by_name["language"].trigger()
    desks = [desk_of(qtbot, window) for window in program.windows]
    assert settings.get("language") == "zh_CN"
    assert [(titles(one), shown(one)) for one in desks] == before
    assert line(desks[0]) == at
    assert not {desk, beside}.intersection(desks)


def test_both_windows_follow_another_theme(qtbot: QtBot, open_shown: OpenShown, tmp_path: Path) -> None:
    program = open_shown(an_archive(tmp_path))
    desk = desk_in(qtbot, program)
    beside = second(qtbot, program)
    beside.window.resize(1200, 700)  # the screen has room for a list or a text
    desk.window.actions_by_name["theme"].trigger()
    colours = [one.reader.grab().toImage().pixelColor(8, 8).name() for one in (desk, beside)]
    assert colours[0] == colours[1] != "#fbfaf6"
