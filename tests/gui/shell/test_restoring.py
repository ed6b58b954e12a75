from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView, QTreeView
from pytestqt.qtbot import QtBot

from tests import builders
from tests.gui.conftest import OpenDesk, OpenShown, desk_of
from tests.gui.driving import listed, order_by, search, settle
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.gui.results.library_model import NODE_ROLE
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.gui.shell.app import Shown
from xinhui_viewer.gui.shell.desk import Desk
from xinhui_viewer.gui.shell.session_file import SessionFile

LONG = [f"第{number}段:各镇街落实值班制度,加强巡查。" for number in range(1, 200)]


def an_archive(tmp_path: Path, name: str = "a.xhdb", *, reversed_: bool = False) -> Path:
    """Nine long reports; in an archive made the other way round they have other ids, but the same originals."""
    path = builders.archive(tmp_path / name)
    with writing(path) as db:
        for number in sorted(range(1, 10), reverse=reversed_):
            day = builders.published(f"2023-06-{number:02}")
            builders.added(db, builders.draft(f"防汛通报第{number}号", *LONG, published=day), f"{number}")
    return path


def read_on(qtbot: QtBot, desk: Desk, row: int, words: str) -> str:
    """Open a bulletin of the list and scroll to words in it; return the text of the line being read."""
    wanted = listed(desk)[row].id
    desk.browse.opened.emit(wanted)
    qtbot.waitUntil(lambda: desk.reading.bulletin is not None and desk.reading.bulletin.id == wanted)
    settle(qtbot, desk)
    assert desk.reading.text is not None
    desk.reader.go_to(desk.reading.text.body.index(words))
    return line(desk)


def line(desk: Desk) -> str:
    assert desk.reading.text is not None
    at = desk.reader.place()
    return desk.reading.text.body[at : at + 12]


def began_anew(qtbot: QtBot, open_shown: OpenShown, old: Shown, asked: Path | None = None) -> Shown:
    """End the program as closing its window does, and start it again."""
    assert old.window is not None
    old.window.close()
    old.end()
    shown = open_shown(asked)
    settle(qtbot, desk_of(qtbot, shown.window, empty=True))
    return shown


def desk_in(qtbot: QtBot, shown: Shown) -> Desk:
    return desk_of(qtbot, shown.window)


def test_the_next_start_shows_the_same_bulletin_at_the_same_line_with_the_same_search(
    qtbot: QtBot, open_shown: OpenShown, tmp_path: Path
) -> None:
    shown = open_shown(an_archive(tmp_path))
    desk = desk_in(qtbot, shown)
    rows = [hit.id for hit in search(qtbot, desk, "防汛 巡查")]
    order_by(qtbot, desk, "oldest")
    at = read_on(qtbot, desk, 4, "第120段")
    read = desk.reading.bulletin
    assert at.startswith("第120段")
    again = desk_in(qtbot, began_anew(qtbot, open_shown, shown))
    assert again.reading.bulletin == read
    assert line(again) == at
    assert again.field.text() == "防汛 巡查"
    assert {hit.id for hit in listed(again)} == set(rows)
    assert again.browse.head.order() == "oldest"
    view = again.browse.findChild(QTableView, "bulletins")
    assert isinstance(view, QTableView)
    assert view.currentIndex().row() == 4
    assert again.reading.can_go_back


def test_the_next_start_lists_the_same_entry_of_the_library(
    qtbot: QtBot, open_shown: OpenShown, tmp_path: Path
) -> None:
    drafts = [
        builders.draft(f"通报{year}", published=builders.published(f"{year}-06-01")) for year in range(2019, 2024)
    ]
    shown = open_shown(builders.archive(tmp_path / "a.xhdb", *drafts))
    desk = desk_in(qtbot, shown)
    tree = desk.browse.findChild(QTreeView)
    assert isinstance(tree, QTreeView)
    tree.setCurrentIndex(desk.browse._library.node_index(("time", "2021")))
    settle(qtbot, desk)
    again = desk_in(qtbot, began_anew(qtbot, open_shown, shown))
    assert [hit.title for hit in listed(again)] == ["通报2021"]
    tree = again.browse.findChild(QTreeView)
    assert isinstance(tree, QTreeView)
    assert tree.currentIndex().data(NODE_ROLE) == ("time", "2021")


def test_the_next_start_searches_in_the_same_part_of_the_archive(
    qtbot: QtBot, open_shown: OpenShown, tmp_path: Path
) -> None:
    days = (builders.published(f"{year}-06-01") for year in range(2019, 2024))
    drafts = [builders.draft(f"通报{day.year}", "加强巡查", published=day) for day in days]
    shown = open_shown(builders.archive(tmp_path / "a.xhdb", *drafts))
    desk = desk_in(qtbot, shown)
    tree = desk.browse.findChild(QTreeView)
    assert isinstance(tree, QTreeView)
    tree.setCurrentIndex(desk.browse._library.node_index(("time", "2021")))
    settle(qtbot, desk)
    search(qtbot, desk, "巡查")
    again = desk_in(qtbot, began_anew(qtbot, open_shown, shown))
    assert [hit.title for hit in listed(again)] == ["通报2021"]
    assert not again.browse.scope.isHidden()
    again.browse.scope.button.click()
    settle(qtbot, again)
    assert len(listed(again)) == 5


def test_a_killed_program_is_remembered_as_it_was_a_second_before(
    qtbot: QtBot, open_shown: OpenShown, tmp_path: Path, settings: Settings
) -> None:
    shown = open_shown(an_archive(tmp_path))
    desk = desk_in(qtbot, shown)
    search(qtbot, desk, "防汛 巡查")
    read_on(qtbot, desk, 2, "第77段")
    file = settings.folder / "session.json"
    read = desk.reading.bulletin
    assert read is not None

    def remembered() -> bool:
        (window, *_others) = SessionFile(file).read().windows or (None,)
        place = window.tabs[0].place if window is not None else None
        return place is not None and place.id == read.id and place.line.startswith("第77段")

    qtbot.waitUntil(remembered, timeout=3000)


def test_an_archive_that_was_left_comes_back_as_it_was_and_another_starts_without_its_query(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path
) -> None:
    first, second = an_archive(tmp_path), an_archive(tmp_path, "b.xhdb")
    desk = open_desk(first)
    search(qtbot, desk, "防汛 巡查")
    at = read_on(qtbot, desk, 3, "第150段")
    desk.importing.take((second,))
    qtbot.waitUntil(lambda: desk.archives.own == second and desk.reading.bulletin is not None)
    settle(qtbot, desk)
    assert desk.field.text() == ""
    desk.importing.take((first,))
    qtbot.waitUntil(lambda: desk.archives.own == first and desk.reading.bulletin is not None)
    settle(qtbot, desk)
    assert (desk.field.text(), line(desk)) == ("防汛 巡查", at)


def test_a_missing_archive_is_remembered_and_shown_as_it_was_once_it_is_back(
    qtbot: QtBot, open_shown: OpenShown, tmp_path: Path
) -> None:
    path = an_archive(tmp_path)
    shown = open_shown(path)
    desk = desk_in(qtbot, shown)
    at = read_on(qtbot, desk, 3, "第150段")
    away = path.rename(tmp_path / "away.xhdb")
    shown = began_anew(qtbot, open_shown, shown)
    assert desk_in(qtbot, shown).archives.stands_in
    away.rename(path)
    again = desk_in(qtbot, began_anew(qtbot, open_shown, shown))
    assert again.archives.own == path
    assert line(again) == at


def test_another_language_keeps_query_place_sizes_and_selection(
    qtbot: QtBot, open_shown: OpenShown, tmp_path: Path
) -> None:
    shown = open_shown(an_archive(tmp_path))
    desk = desk_of(qtbot, shown.window)
    search(qtbot, desk, "防汛 巡查")
    at = read_on(qtbot, desk, 3, "第150段")
    desk.window.actions_by_name["details"].trigger()
    desk.window.actions_by_name["left"].trigger()
    desk.window.actions_by_name["left"].trigger()
    view = desk.browse.findChild(QTableView, "bulletins")
    assert isinstance(view, QTableView)
    for row in (1, 5):
        place = view.visualRect(view.model().index(row, 0)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place)
    chosen = desk.browse.selected()
    desk.arrangement.set_sizes([240, 760, 200])
    settle(qtbot, desk)
    at = line(desk)
    desk.window.actions_by_name["language"].trigger()
    QApplication.processEvents()
    other = desk_of(qtbot, shown.window)
    settle(qtbot, other)
    assert other is not desk
    assert other.field.text() == "防汛 巡查"
    assert line(other) == at
    assert other.browse.selected() == chosen
    assert other.arrangement.sizes() == [240, 760, 200]
    assert other.tabs.currentWidget() is other.beside["details"]


def test_a_bulletin_that_was_made_anew_under_another_id_is_shown_at_its_line(
    qtbot: QtBot, open_shown: OpenShown, tmp_path: Path
) -> None:
    path = an_archive(tmp_path)
    shown = open_shown(path)
    desk = desk_in(qtbot, shown)
    at = read_on(qtbot, desk, 3, "第150段")
    assert desk.reading.bulletin is not None
    title, number = desk.reading.bulletin.facts.title, desk.reading.bulletin.id
    path.unlink()
    an_archive(tmp_path, reversed_=True)
    again = desk_in(qtbot, began_anew(qtbot, open_shown, shown))
    assert again.reading.bulletin is not None
    assert again.reading.bulletin.facts.title == title
    assert again.reading.bulletin.id != number
    assert line(again) == at


_FAR = 2**53 - 1
_WRONG = {
    "tabs": [
        {"history": [{"id": _FAR, "sha256": "x", "offset": -5, "nth": -_FAR, "opened": [_FAR, -1]}], "at": _FAR},
        {"history": [{"id": 3, "offset": -_FAR, "line": "无", "opened": [99]}], "at": -7, "sought": "值班"},
    ],
    "current": _FAR,
    "listing": {"order": "?", "node": ["time", "0"], "chosen": [-1, _FAR], "current": _FAR, "top": -3, "text": "("},
    "layout": {"geometry": "AAAA", "widths": [-9, _FAR, 0], "beside": "nothing", "left": 3},
}


@pytest.mark.parametrize(
    "file",
    [
        {"program": "xinhui_viewer", "windows": [_WRONG]},
        {"program": "xinhui_viewer", "windows": [{**_WRONG, "archive": "/nowhere/a\0b.xhdb"}]},
        {"program": "xinhui_viewer", "windows": [{**_WRONG, "archive": "/proc/self/mem"}]},
        {
            "program": "xinhui_viewer",
            "windows": [{**_WRONG, "listing": {"node": ["column", "无"], "text": "甲" * 1000}}],
        },
        {"program": "xinhui_viewer", "windows": 5, "earlier": [[[]]]},
        "no session at all",
    ],
    ids=["numbers", "nul", "device", "texts", "types", "foreign"],
)
def test_a_hostile_session_opens_what_is_there(
    qtbot: QtBot, open_shown: OpenShown, settings: Settings, file: object
) -> None:
    settings.folder.mkdir(parents=True, exist_ok=True)
    (settings.folder / "session.json").write_text(json.dumps(file), "utf-8")
    desk = desk_of(qtbot, open_shown().window, empty=True)
    settle(qtbot, desk)
    qtbot.waitUntil(lambda: not desk.tasks.busy("tabs"))
    desk.field.clear_now()
    settle(qtbot, desk)
    desk.browse.node = ()
    desk.browse.opened.emit(3)
    qtbot.waitUntil(lambda: desk.reading.bulletin is not None and desk.reading.bulletin.id == 3)
