from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QListView
from pytestqt.qtbot import QtBot

from tests.gui.readings import SENTENCE, bulletin, report
from xinhui_viewer.gui.parts.theme import DARK
from xinhui_viewer.gui.reader.matches import MatchesPane
from xinhui_viewer.gui.reader.matches_model import CURRENT_ROLE, MATCH_ROLE, SPAN_ROLE, rows
from xinhui_viewer.records import Span

REPORT = report()


@pytest.fixture
def matches(qtbot: QtBot) -> MatchesPane:
    made = MatchesPane()
    qtbot.addWidget(made)
    made.resize(260, 400)
    made.show()
    return made


def listed(matches: MatchesPane) -> QListView:
    view = matches.findChild(QListView)
    assert isinstance(view, QListView)
    return view


def spans(body: str, word: str) -> tuple[Span, ...]:
    starts = [at for at in range(len(body)) if body.startswith(word, at)]
    return tuple((at, at + len(word)) for at in starts)


def test_every_match_stands_with_its_context_under_its_section(matches: MatchesPane) -> None:
    found = spans(REPORT.body, "网格")
    made = rows(REPORT.body, REPORT.sections, found)
    assert [row.match for row in made if row.match >= 0] == list(range(len(found)))
    assert all(row.text[row.span[0] : row.span[1]] == "网格" for row in made if row.match >= 0)
    headings = [row.text for row in made if row.match < 0]
    assert headings[:2] == ["", "一、过去一年的工作"]
    assert len(headings) == len(set(headings))


def test_context_never_leaves_its_line_and_says_where_it_is_cut() -> None:
    body = "第一段。\n" + SENTENCE + "\n第三段。"
    ((text, _, span),) = rows(body, (), spans(body, "矛盾"))
    assert "第一段" not in text
    assert "第三段" not in text
    assert text[span[0] : span[1]] == "矛盾"
    short = rows("短句。", (), ((0, 1),))
    assert short[0].text == "短句。"


def test_a_chosen_match_is_emitted_and_headings_cannot_be_chosen(qtbot: QtBot, matches: MatchesPane) -> None:
    matches.show_matches(REPORT.body, REPORT.sections, spans(REPORT.body, "风险"))
    view = listed(matches)
    told: list[int] = []
    matches.match_chosen.connect(told.append)
    for row in range(view.model().rowCount()):
        where = view.visualRect(view.model().index(row, 0)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert told == [0]


def test_enter_emits_the_match_in_focus(qtbot: QtBot, matches: MatchesPane) -> None:
    matches.show_matches(REPORT.body, (), spans(REPORT.body, "网格"))
    view = listed(matches)
    view.setCurrentIndex(view.model().index(2, 0))
    with qtbot.waitSignal(matches.match_chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [2]


def test_the_current_match_is_marked_and_brought_into_sight(matches: MatchesPane) -> None:
    found = spans(REPORT.body, "网格")
    matches.show_matches(REPORT.body, REPORT.sections, found)
    view, model = listed(matches), listed(matches).model()
    matches.follow_match(len(found) - 1)
    last = model.index(model.rowCount() - 1, 0)
    assert last.data(CURRENT_ROLE)
    assert view.viewport().rect().intersects(view.visualRect(last))
    matches.follow_match(-1)
    assert not any(model.index(row, 0).data(CURRENT_ROLE) for row in range(model.rowCount()))


def test_a_long_list_is_capped_and_says_so(matches: MatchesPane) -> None:
    long = bulletin([SENTENCE] * 2500)
    matches.show_matches(long.body, (), spans(long.body, "网格"))
    assert listed(matches).model().rowCount() == 2000
    assert any(label.text() == "The first 2,000 of 2,500 matches." for label in matches.findChildren(QLabel))
    matches.follow_match(2400)
    matches.show_matches(long.body, (), spans(long.body, "网格")[:3])
    assert not any("2,500" in label.text() and label.isVisible() for label in matches.findChildren(QLabel))


def test_without_matches_the_pane_says_what_comes_here(matches: MatchesPane) -> None:
    assert not listed(matches).isVisible()
    matches.follow_match(3)


def test_the_model_is_sound_and_both_themes_are_painted(matches: MatchesPane) -> None:
    matches.show_matches(REPORT.body, REPORT.sections, spans(REPORT.body, "成果"))
    QAbstractItemModelTester(listed(matches).model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    matches.follow_match(1)
    light = matches.grab().toImage()
    matches.set_theme(DARK)
    assert matches.grab().toImage() != light


def test_characters_outside_the_bmp_move_no_mark() -> None:
    body = "😀😀会议😀"
    ((text, match, span),) = rows(body, (), spans(body, "会议"))
    assert (text[span[0] : span[1]], match) == ("会议", 0)
    assert MATCH_ROLE != SPAN_ROLE
