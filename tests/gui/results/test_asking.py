"""The window asks with queries, not with their texts, and the command line finds the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import archive, draft
from tests.cli.conftest import Run
from tests.cli.conftest import run as run  # the fixture
from tests.gui.conftest import OpenDesk
from tests.gui.driving import listed, search, settle
from xinhui_viewer.gui.results.library_model import COUNT_ROLE, QUERY_ROLE, LibraryModel
from xinhui_viewer.gui.shell.desk import Desk
from xinhui_viewer.records import Word, joined
from xinhui_viewer.search.describe import describe
from xinhui_viewer.search.fields import FIELDS
from xinhui_viewer.search.parse import parse
from xinhui_viewer.search.places import of_source

SOURCES = ('新会"日报"', "新会“日报”（网）", "甲 或 乙", '-「甲」『乙』"丙', "来源:日报")
COLUMNS = (("首页", '公告"一"'), ("首页", "公告 > 会议"))


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return archive(
        tmp_path / "mine.xhdb",
        *(draft(f"第{n}号防汛通知", "做好防汛。", source=SOURCES[n % 5], columns=COLUMNS[n % 2]) for n in range(20)),
        draft("养老补贴", "发放养老补贴。"),
    )


def entries(desk: Desk) -> list[QModelIndex]:
    """Every entry of the library that stands for bulletins."""
    model = desk.browse.findChild(LibraryModel)
    assert model is not None
    found, waiting = [], [model.index(row, 0) for row in range(model.rowCount())]
    while waiting:
        index = waiting.pop()
        waiting += [model.index(row, 0, index) for row in range(model.rowCount(index))]
        if index.data(COUNT_ROLE) is not None:
            found.append(index)
    return found


def test_a_library_entry_of_any_name_lists_as_many_as_it_says(qtbot: QtBot, open_desk: OpenDesk, mine: Path) -> None:
    desk = open_desk(mine)
    shown = entries(desk)
    assert {*SOURCES, "公告 > 会议"} <= {index.data() for index in shown}
    for index in shown:
        with qtbot.waitSignal(desk.searching.answered):
            desk.browse.listed.emit(index.data(QUERY_ROLE))
        assert len(listed(desk)) == index.data(COUNT_ROLE), index.data()


def test_a_source_of_any_name_narrows_and_stands_in_the_field_as_it_is(
    qtbot: QtBot, open_desk: OpenDesk, mine: Path
) -> None:
    desk = open_desk(mine)
    for source in SOURCES:
        search(qtbot, desk, "防汛")
        with qtbot.waitSignal(desk.searching.answered):
            desk.browse.refine.chosen.emit(of_source(source))
        settle(qtbot, desk)
        assert {hit.source for hit in listed(desk)} == {source}
        assert len(listed(desk)) == 4
        assert parse(desk.field.text()).root == joined(Word("防汛"), of_source(source))


@pytest.mark.parametrize(
    "text",
    ['防汛 来源:「新会"日报"」', "防汛 -(通知 或 养老)", "近:3(做好 防汛)", "档案:防汛", "火星 日期:1999", "养老"],
)
def test_window_and_command_line_understand_a_text_alike(
    qtbot: QtBot, open_desk: OpenDesk, run: Run, mine: Path, text: str
) -> None:
    desk = open_desk(mine)
    shown = search(qtbot, desk, text)
    told = run("search", mine, text, "--json", "--limit", 200).json
    assert told["understood"] == describe(desk.searching.query)
    assert [hit["id"] for hit in told["hits"]] == [hit.id for hit in shown]


def test_the_help_lists_every_field_and_searches_its_example(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.window.actions_by_name["syntax"].trigger()
    page = desk.window.findChildren(QPushButton)
    examples = {button.text(): button for button in page}
    texts = " ".join(label.text() for label in desk.window.findChildren(QLabel))
    for field in FIELDS.values():
        if field.example:
            assert field.example in examples
            assert all(f"{name}:" in texts for name in field.names[1:])
    with qtbot.waitSignal(desk.searching.answered):
        QTest.mouseClick(examples[FIELDS["date"].example], Qt.MouseButton.LeftButton)
    assert desk.field.text() == FIELDS["date"].example


@pytest.mark.parametrize(
    ("query", "told"),
    [("台风", "No bulletin matches this word."), ("有效:现行", "No bulletin matches this condition.")],
)
def test_an_empty_answer_says_whether_a_word_or_a_condition_found_nothing(
    qtbot: QtBot, open_desk: OpenDesk, mine: Path, query: str, told: str
) -> None:
    desk = open_desk(mine)
    assert not search(qtbot, desk, query)
    assert told in {label.text() for label in desk.browse.findChildren(QLabel)}
