from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QTextBrowser, QTextEdit
from pytestqt.qtbot import QtBot

from tests.archive.test_citations import NEW, OLD, SAID
from tests.builders import archive, draft
from tests.gui.conftest import OpenDesk
from tests.gui.driving import settle
from tests.gui.readings import report
from xinhui_viewer.gui.reader.details import DetailsPane
from xinhui_viewer.gui.shell.desk import Desk
from xinhui_viewer.records import Citation


@pytest.fixture
def desk(open_desk: OpenDesk, tmp_path: Path) -> Desk:
    return open_desk(archive(tmp_path / "a.xhdb", OLD, NEW))


def shown(pane: DetailsPane) -> dict[str, QTextBrowser]:
    return {
        one.accessibleName(): one
        for one in pane.findChildren(QTextEdit)
        if isinstance(one, QTextBrowser) and not one.isHidden() and one.toPlainText()
    }


def show(qtbot: QtBot, desk: Desk, number: int) -> int:
    desk.reading.open(number)
    settle(qtbot, desk)
    assert desk.reading.bulletin is not None
    return desk.reading.bulletin.id


def test_what_a_text_names_is_a_link_to_it_and_back_leads_back(qtbot: QtBot, desk: Desk) -> None:
    show(qtbot, desk, 2)
    view = desk.reader.findChild(QTextBrowser)
    assert isinstance(view, QTextBrowser)
    form = view.document().find("云汀县烟花管理规定").charFormat()
    assert (form.isAnchor(), form.toolTip()) == (True, OLD.facts.title)
    assert not view.document().find("同时废止").charFormat().isAnchor()
    view.anchorClicked.emit(QUrl(form.anchorHref()))
    settle(qtbot, desk)
    assert desk.reading.bulletin is not None
    assert desk.reading.bulletin.id == 1
    desk.opening.back()
    settle(qtbot, desk)
    assert desk.reading.bulletin.id == 2


def test_the_details_say_who_repeals_a_bulletin_in_its_own_words_and_lead_there(qtbot: QtBot, desk: Desk) -> None:
    show(qtbot, desk, 1)
    desk.viewing.show_tab("details")
    pane = desk.beside["details"]
    assert isinstance(pane, DetailsPane)
    values = shown(pane)
    assert values["Repealed, according to"].toPlainText() == f"#2 {NEW.facts.title}\n“{SAID}”"
    assert values["Cited by"].toPlainText() == f"#2 {NEW.facts.title}"
    line = values["Cited by"]
    link = line.document().find("#2").charFormat()
    assert link.isAnchor()
    line.setFocus(Qt.FocusReason.TabFocusReason)
    line.anchorClicked.emit(QUrl(link.anchorHref()))
    settle(qtbot, desk)
    assert desk.reading.bulletin is not None
    assert desk.reading.bulletin.id == 2
    assert "Cited by" not in shown(pane)


def test_of_very_many_that_cite_a_bulletin_the_first_are_listed_and_the_rest_counted(qtbot: QtBot) -> None:
    pane = DetailsPane()
    qtbot.addWidget(pane)
    pane.show()
    pane.show_bulletin(replace(report(), cited_by=tuple(Citation(n, f"第{n}号") for n in range(1, 40))))
    lines = shown(pane)["Cited by"].toPlainText().split("\n")
    assert (lines[0], lines[29], lines[30:]) == ("#1 第1号", "#30 第30号", ["and 9 more"])


def test_the_details_lead_to_the_bulletins_most_like_the_one_on_show(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path
) -> None:
    drafts = (draft(f"云岭镇202{n}年防汛工作情况报告", f"第{n}年，各镇落实责任。") for n in range(3))
    desk = open_desk(archive(tmp_path / "b.xhdb", *drafts, OLD))
    show(qtbot, desk, 1)
    desk.viewing.show_tab("details")
    pane = desk.beside["details"]
    assert isinstance(pane, DetailsPane)
    qtbot.waitUntil(lambda: "More like this" in shown(pane))
    line = shown(pane)["More like this"]
    assert line.toPlainText() == "#2 云岭镇2021年防汛工作情况报告\n#3 云岭镇2022年防汛工作情况报告"
    line.anchorClicked.emit(QUrl(line.document().find("#3").charFormat().anchorHref()))
    settle(qtbot, desk)
    assert desk.reading.bulletin is not None
    assert desk.reading.bulletin.id == 3
    qtbot.waitUntil(lambda: "More like this" in shown(pane))
    assert "#1 " in shown(pane)["More like this"].toPlainText()
