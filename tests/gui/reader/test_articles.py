"""The articles of a law in the window: in the outline, the breadcrumbs, and what is copied with its source."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QTextBrowser
from pytestqt.qtbot import QtBot

from tests.builders import archive, draft
from tests.gui.conftest import OpenDesk
from xinhui_viewer.gui.reader.breadcrumbs import BreadcrumbBar
from xinhui_viewer.gui.reader.outline_tree import OutlineTree
from xinhui_viewer.gui.shell.desk import Desk

_ARTICLES = [f"第{number}条 巡查人员应当于每月{number}日前上报记录。" for number in "一二三四五六七八九十"]
_CHAPTERS = ("第一章 总则", "第二章 巡查")


@pytest.fixture
def desk(open_desk: OpenDesk, tmp_path: Path) -> Desk:
    law = draft("云汀区堤防巡查办法", _CHAPTERS[0], *_ARTICLES[:4], _CHAPTERS[1], *_ARTICLES[4:], headings=_CHAPTERS)
    return open_desk(archive(tmp_path / "a.xhdb", law))


@pytest.fixture
def bare(open_desk: OpenDesk, tmp_path: Path) -> Desk:
    return open_desk(archive(tmp_path / "bare.xhdb", draft("云汀区堤防巡查规定", *_ARTICLES)))


def tree(desk: Desk) -> OutlineTree:
    found = desk.beside["outline"].findChild(OutlineTree)
    assert isinstance(found, OutlineTree)
    return found


def headings(tree: OutlineTree, above: QModelIndex | None = None) -> list[str]:
    model, parent = tree.model(), above or QModelIndex()
    return [model.index(row, 0, parent).data() for row in range(model.rowCount(parent))]


def path(desk: Desk) -> tuple[str, ...]:
    bar = desk.window.findChild(BreadcrumbBar)
    assert isinstance(bar, BreadcrumbBar)
    return bar.steps()


def select(desk: Desk, first: str, last: str) -> None:
    view = desk.reader.findChild(QTextBrowser)
    assert isinstance(view, QTextBrowser)
    text = view.toPlainText()
    cursor = view.textCursor()
    cursor.setPosition(text.index(first))
    cursor.setPosition(text.index(last) + len(last), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


def test_articles_lie_folded_under_their_chapter(desk: Desk) -> None:
    outline = tree(desk)
    assert headings(outline) == list(_CHAPTERS)
    second = outline.model().index(1, 0)
    assert headings(outline, second)[0] == "第五条 巡查人员应当于每月五日前上报记录"
    assert not outline.isExpanded(second)


def test_articles_of_a_law_without_chapters_are_its_outline(bare: Desk) -> None:
    assert [one[:3] for one in headings(tree(bare))] == [line[:3] for line in _ARTICLES]
    bare.reader.go_to_section(0)
    bare.reading.next_section(1)
    assert path(bare)[-1] == "第二条"
    assert bare.reading.place()[:2] == (0, 0)


def test_an_article_is_gone_to_by_its_number(desk: Desk, qtbot: QtBot) -> None:
    desk.window.activateWindow()
    desk.viewing.find_section()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "7")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: path(desk)[-2:] == ("第二章 巡查", "第七条"))
    desk.reading.parent_section()
    qtbot.waitUntil(lambda: path(desk)[-1] == "第二章 巡查")


def test_chapters_alone_are_counted_and_stepped_through(desk: Desk) -> None:
    desk.reader.go_to_section(0)
    assert desk.reading.place()[:2] == (1, 2)
    desk.reading.next_section(1)
    assert (path(desk)[-1], desk.reading.place()[:2]) == ("第二章 巡查", (2, 2))


def test_a_passage_is_copied_with_the_articles_that_it_is_from(desk: Desk) -> None:
    select(desk, "每月五日", "每月六日")
    desk.copying.copy_with_source()
    assert "云汀区堤防巡查办法, 第五条至第六条\n" in QGuiApplication.clipboard().text()
    select(desk, "每月三日", "每月三日前")
    desk.copying.copy_with_source()
    assert "云汀区堤防巡查办法, 第三条\n" in QGuiApplication.clipboard().text()


def test_a_reference_names_the_articles_that_are_selected(desk: Desk) -> None:
    desk.copying.copy_reference()
    assert "云汀区堤防巡查办法[" in QGuiApplication.clipboard().text()
    select(desk, "每月五日", "每月六日")
    desk.copying.copy_reference()
    assert "云汀区堤防巡查办法: 第五条至第六条[" in QGuiApplication.clipboard().text()


def test_numbers_of_articles_are_not_set_as_headings(desk: Desk) -> None:
    view = desk.reader.findChild(QTextBrowser)
    assert isinstance(view, QTextBrowser)
    found = view.document().find("第五条 巡查")
    assert found.charFormat().fontWeight() < 600


def test_points_of_a_section_lie_folded_under_it(open_desk: OpenDesk, tmp_path: Path) -> None:
    points = [f"（{number}）巡查堤防。每日一次，{number}人一组。" for number in "一二三"]
    report = draft(
        "云汀区防汛工作要点", "一、巡查", *points, "二、物资", "备足物资。", headings=("一、巡查", "二、物资")
    )
    desk = open_desk(archive(tmp_path / "report.xhdb", report))
    outline = tree(desk)
    assert headings(outline) == ["一、巡查", "二、物资"]
    assert headings(outline, outline.model().index(0, 0)) == [f"（{number}）巡查堤防" for number in "一二三"]
    desk.reader.go_to_section(2)
    assert (path(desk)[-2:], desk.reading.place()[:2]) == (("一、巡查", "（二）巡查堤防"), (1, 2))
    desk.reading.next_section(1)
    assert path(desk)[-1] == "二、物资"
