from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from tests.builders import saying
from tests.gui.readings import report
from xinhui_viewer.facts import Fact
from xinhui_viewer.gui.reader.details import DetailsPane
from xinhui_viewer.gui.reader.details import details as rows
from xinhui_viewer.records import Ground, Where

REPORT = report()


@pytest.fixture
def details(qtbot: QtBot) -> DetailsPane:
    made = DetailsPane()
    qtbot.addWidget(made)
    made.resize(260, 700)
    made.show()
    return made


def shown(details: DetailsPane) -> dict[str, str]:
    values = (value for value in details.findChildren(QTextEdit) if value.isVisible())
    return {value.accessibleName(): value.toPlainText() for value in values}


def button(details: DetailsPane, name: str) -> QToolButton:
    return next(one for one in details.findChildren(QToolButton) if one.accessibleName() == name)


def test_everything_known_is_shown_and_what_is_not_known_is_left_out(details: DetailsPane) -> None:
    details.show_bulletin(REPORT)
    values = shown(details)
    assert values["Title"] == REPORT.facts.title
    assert values["Column"] == "首页 › 政务公开 › 平安云汀"
    assert values["SHA-256"] == REPORT.provenance.sha256
    assert values["Published"] == "2021-03-02"
    assert values["Characters"] == f"{len(REPORT.body):,}"
    assert "Written" not in values
    assert "Revision" not in values
    details.show_bulletin(replace(REPORT, revises=7))
    assert shown(details)["Revision"] == "replaces bulletin 7"


def test_a_value_is_copied_whole(qtbot: QtBot, details: DetailsPane) -> None:
    details.show_bulletin(REPORT)
    with qtbot.waitSignal(details.copied) as copied:
        qtbot.mouseClick(button(details, "Copy SHA-256"), Qt.MouseButton.LeftButton)
    assert copied.args == [REPORT.provenance.sha256]
    assert QGuiApplication.clipboard().text() == REPORT.provenance.sha256


def test_an_address_is_shown_and_only_a_web_address_can_be_opened(qtbot: QtBot, details: DetailsPane) -> None:
    details.show_bulletin(REPORT)
    opener = button(details, "Open the address…")
    with qtbot.waitSignal(details.link_clicked) as clicked:
        qtbot.mouseClick(opener, Qt.MouseButton.LeftButton)
    assert clicked.args == [REPORT.facts.url]
    details.show_bulletin(saying(REPORT, url="file:///etc/hostname"))
    assert not opener.isVisible()


def test_values_that_look_like_markup_stay_text(details: DetailsPane) -> None:
    details.show_bulletin(saying(REPORT, title="<b>题</b>"))
    assert shown(details)["Title"] == "<b>题</b>"
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in details.findChildren(QLabel))


def test_a_long_value_is_wrapped_and_wholly_in_sight(qtbot: QtBot, details: DetailsPane) -> None:
    details.show_bulletin(saying(REPORT, title="很长的标题" * 20))
    value = next(one for one in details.findChildren(QTextEdit) if one.accessibleName() == "Title")
    qtbot.waitUntil(lambda: value.height() >= value.document().size().height() > 4 * value.fontMetrics().height())
    assert value.verticalScrollBar().maximum() == 0


def test_no_bulletin_is_said_in_a_sentence(details: DetailsPane) -> None:
    details.show_bulletin(REPORT)
    details.show_bulletin(None)
    assert shown(details) == {}
    assert any(label.text() == "No bulletin is open." and label.isVisible() for label in details.findChildren(QLabel))


def test_rows_are_made_when_they_are_first_seen(qtbot: QtBot) -> None:
    unseen = DetailsPane()
    qtbot.addWidget(unseen)
    unseen.show_bulletin(REPORT)
    assert unseen.findChildren(QTextEdit) == []
    unseen.show()
    assert len(unseen.findChildren(QTextEdit)) == len(rows())


def test_buttons_are_large_enough_and_values_are_reached_by_keyboard(details: DetailsPane) -> None:
    details.show_bulletin(REPORT)
    for one in details.findChildren(QToolButton):
        if one.isVisible():
            assert min(one.width(), one.height()) >= 24
            assert one.accessibleName()
    for value in details.findChildren(QTextEdit):
        assert value.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
        assert value.accessibleName()


def test_a_row_of_the_table_of_facts_is_a_line_of_the_pane(details: DetailsPane, signer: Fact) -> None:
    details.show_bulletin(REPORT)
    assert shown(details)[signer.label] == signer.text(REPORT.facts)


def test_a_value_has_its_ground_beside_it_and_an_unsure_one_is_marked(details: DetailsPane) -> None:
    grounds = (Ground("published", "address", sure=False), Ground("source", "printed", sure=True))
    details.show_bulletin(replace(REPORT, grounds=grounds))
    tones = {label.text(): label.property("tone") for label in details.findChildren(QLabel) if label.isVisible()}
    assert tones["from the address, unsure"] == "unsure"
    assert tones["on the page"] == "secondary"
    published = next(one for one in details.findChildren(QTextEdit) if one.accessibleName() == "Published")
    assert published.accessibleDescription() == "from the address, unsure"
    details.show_bulletin(REPORT)
    assert published.accessibleDescription() == ""


def test_a_ground_that_only_a_newer_version_knows_is_left_out(details: DetailsPane) -> None:
    newer = Ground("title", cast(Where, "hologram"), sure=False)
    details.show_bulletin(replace(REPORT, grounds=(newer,)))
    assert "hologram" not in "".join(label.text() for label in details.findChildren(QLabel))


def test_those_like_a_bulletin_are_asked_for_once_and_only_when_the_pane_is_seen(qtbot: QtBot) -> None:
    pane = DetailsPane()
    qtbot.addWidget(pane)
    with qtbot.assertNotEmitted(pane.alike_wanted):
        pane.show_bulletin(REPORT)
    with qtbot.waitSignal(pane.alike_wanted):
        pane.show()
    with qtbot.assertNotEmitted(pane.alike_wanted):
        pane.show_alike(())
    with qtbot.waitSignal(pane.alike_wanted):
        pane.show_bulletin(REPORT)
