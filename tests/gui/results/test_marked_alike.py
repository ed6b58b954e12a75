"""Marks in the text are what found the bulletin, as many as the list says, however it was opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from tests.builders import archive, draft
from tests.gui.conftest import OpenDesk
from tests.gui.driving import search, settle
from xinhui_viewer.gui.shell.desk import Desk
from xinhui_viewer.records import Hit

FILLER = "各镇各部门要抓好落实，定期通报情况。\n" * 60
DRAFTS = (
    draft("小区改造通报", "老旧小区改造开工。老旧管网也一并更新。"),
    draft("管网更新通报", "老旧管网更新完成。"),
    draft("防汛安排", f"加强巡查。\n{FILLER}防汛物资到位。"),
    draft("巡查通报", f"防汛物资到位。\n{FILLER}安排专人巡查。"),
)


@pytest.fixture
def desk(open_desk: OpenDesk, tmp_path: Path) -> Desk:
    return open_desk(archive(tmp_path / "mine.xhdb", *DRAFTS))


def opens_with(qtbot: QtBot, desk: Desk, number: int, *words: str) -> None:
    """Open a bulletin, and wait until these words are marked in it and no others."""
    desk.reading.open(number)
    qtbot.waitUntil(lambda: desk.reading.bulletin is not None and desk.reading.bulletin.id == number)
    settle(qtbot, desk)
    view = desk.reader.findChild(QTextEdit)
    assert isinstance(view, QTextEdit)

    def marked() -> tuple[str, ...]:
        found = sorted((one.cursor.selectionStart(), one.cursor.selectedText()) for one in view.extraSelections())
        return tuple(word for _place, word in found)

    qtbot.waitUntil(lambda: marked() == words)


def hit(hits: list[Hit], number: int) -> Hit:
    return next(one for one in hits if one.id == number)


def test_a_full_match_is_marked_by_its_words_and_a_partial_one_by_the_pieces_it_has(qtbot: QtBot, desk: Desk) -> None:
    hits = search(qtbot, desk, "老旧小区")
    assert [one.partial for one in (hit(hits, 1), hit(hits, 2))] == [False, True]
    opens_with(qtbot, desk, 1, "老旧小区")
    assert hit(hits, 1).count == 1
    opens_with(qtbot, desk, 2, *["老旧"] * hit(hits, 2).count)


def test_words_near_each_other_are_marked_and_no_others(qtbot: QtBot, desk: Desk) -> None:
    hits = search(qtbot, desk, "近:6(物资 防汛)")
    opens_with(qtbot, desk, 4, "防汛", "物资")
    assert hit(hits, 4).count == 2


def test_a_bulletin_that_its_title_alone_finds_is_opened_at_its_top(qtbot: QtBot, desk: Desk) -> None:
    search(qtbot, desk, "防汛 安排")
    opens_with(qtbot, desk, 4, "防汛")
    assert desk.reader.match_count() == 2
    opens_with(qtbot, desk, 3)  # the match is out of sight, where marks are not painted
    assert desk.reader.match_count() == 1
    assert desk.reader.place() == 0
    search(qtbot, desk, "物资")
    opens_with(qtbot, desk, 4, "物资")
    opens_with(qtbot, desk, 3, "物资")
    assert desk.reader.place() > 0
