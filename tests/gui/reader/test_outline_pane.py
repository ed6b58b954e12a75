from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.readings import report
from xinhui_viewer.gui.parts.theme import DARK
from xinhui_viewer.gui.reader.outline import OutlinePane
from xinhui_viewer.gui.reader.outline_model import COUNT_ROLE, CURRENT_ROLE, SEEN_ROLE
from xinhui_viewer.gui.reader.outline_tree import OutlineTree
from xinhui_viewer.records import Section

SECTIONS = report().sections
COUNTS = (9, 5, 3, 2, 1, 4, 0)


@pytest.fixture
def outline(qtbot: QtBot) -> OutlinePane:
    made = OutlinePane(still_ms=60)
    qtbot.addWidget(made)
    made.resize(260, 400)
    made.show()
    made.show_sections(SECTIONS, COUNTS)
    return made


def tree(outline: OutlinePane) -> OutlineTree:
    found = outline.findChild(OutlineTree)
    assert isinstance(found, OutlineTree)
    return found


def entry(outline: OutlinePane, number: int) -> QModelIndex:
    index: QModelIndex = tree(outline).model().section_index(number)  # type: ignore[attr-defined]
    return index


def opened(outline: OutlinePane) -> list[int]:
    view = tree(outline)
    return [number for number in range(len(SECTIONS)) if view.isExpanded(entry(outline, number))]


def centre(outline: OutlinePane, number: int) -> QPoint:
    return tree(outline).visualRect(entry(outline, number)).center()


def test_sections_stand_under_the_section_of_the_higher_level(outline: OutlinePane) -> None:
    QAbstractItemModelTester(tree(outline).model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    model = tree(outline).model()
    assert model.rowCount() == 3
    assert entry(outline, 3).parent() == entry(outline, 1)
    assert entry(outline, 4).parent() == entry(outline, 0)
    assert entry(outline, 3).data() == "二是巩固专项斗争成果😀"
    assert [entry(outline, number).data(COUNT_ROLE) for number in range(len(SECTIONS))] == list(COUNTS)


def test_levels_that_skip_one_still_make_a_tree(outline: OutlinePane) -> None:
    levels = (3, 1, 4, 2, 2, 1)
    made = tuple(Section(level, f"第{n}", n, n + 1, n + 1) for n, level in enumerate(levels))
    outline.show_sections(made, ())
    parents = [entry(outline, number).parent().internalId() for number in (2, 3, 4)]
    assert parents == [1, 1, 1]
    assert not entry(outline, 0).parent().isValid()


def test_the_section_being_read_and_those_in_sight_are_marked(outline: OutlinePane) -> None:
    outline.follow(3, 2, 4)
    marks = [(entry(outline, n).data(CURRENT_ROLE), entry(outline, n).data(SEEN_ROLE)) for n in range(6)]
    assert [n for n, (current, _) in enumerate(marks) if current] == [3]
    assert [n for n, (_, seen) in enumerate(marks) if seen] == [2, 3, 4]
    assert "being read" in entry(outline, 3).data(Qt.ItemDataRole.AccessibleTextRole)


def test_before_the_first_section_nothing_is_marked(outline: OutlinePane) -> None:
    outline.follow(-1, -1, -1)
    assert not any(entry(outline, n).data(CURRENT_ROLE) or entry(outline, n).data(SEEN_ROLE) for n in range(6))


def test_the_branch_being_read_opens_and_closes_again_when_left(outline: OutlinePane) -> None:
    outline.follow(3, 3, 3)
    assert opened(outline) == [0, 1]
    outline.follow(4, 4, 4)
    assert opened(outline) == [0]
    outline.follow(5, 5, 5)
    assert opened(outline) == []


def test_a_branch_opened_by_hand_stays_open(outline: OutlinePane) -> None:
    tree(outline).expand(entry(outline, 0))
    outline.follow(3, 3, 3)
    outline.follow(5, 5, 5)
    assert opened(outline) == [0]


def test_a_branch_closed_by_hand_stays_closed_until_it_is_left(outline: OutlinePane) -> None:
    outline.follow(1, 1, 1)
    tree(outline).collapse(entry(outline, 0))
    outline.follow(2, 2, 2)
    assert 0 not in opened(outline)
    outline.follow(5, 5, 5)
    outline.follow(2, 2, 2)
    assert opened(outline) == [0, 1]


def test_a_click_emits_the_section_and_the_tree_keeps_still_for_a_moment(qtbot: QtBot, outline: OutlinePane) -> None:
    with qtbot.waitSignal(outline.section_chosen) as chosen:
        qtbot.mouseClick(tree(outline).viewport(), Qt.MouseButton.LeftButton, pos=centre(outline, 0))
    assert chosen.args == [0]
    outline.follow(3, 3, 3)
    assert opened(outline) == []
    assert entry(outline, 3).data(CURRENT_ROLE)

    def follows() -> bool:
        outline.follow(3, 3, 3)
        return opened(outline) == [0, 1]

    qtbot.waitUntil(follows)


def test_enter_emits_the_section_in_focus(qtbot: QtBot, outline: OutlinePane) -> None:
    view = tree(outline)
    view.setCurrentIndex(entry(outline, 5))
    with qtbot.waitSignal(outline.section_chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [5]


def test_the_tree_scrolls_only_when_the_section_is_out_of_sight(outline: OutlinePane) -> None:
    many = tuple(Section(1, f"第{n}条", n * 10, n * 10 + 3, n * 10 + 10) for n in range(100))
    outline.show_sections(many, ())
    bar = tree(outline).verticalScrollBar()
    outline.follow(2, 2, 2)
    assert bar.value() == 0
    outline.follow(80, 80, 80)
    value = bar.value()
    assert value > 0
    outline.follow(81, 81, 81)
    assert bar.value() == value


def test_the_filter_keeps_what_matches_and_what_it_is_in(outline: OutlinePane) -> None:
    field = outline.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText("專項")
    model = tree(outline).model()
    assert (model.rowCount(), model.rowCount(entry(outline, 0)), model.rowCount(entry(outline, 1))) == (1, 1, 1)
    assert {0, 1} <= set(opened(outline))
    field.clear()
    assert model.rowCount() == 3


def test_enter_in_the_filter_goes_to_the_first_section_found(qtbot: QtBot, outline: OutlinePane) -> None:
    field = outline.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText("专项")
    with qtbot.waitSignal(outline.section_chosen) as chosen:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert chosen.args == [3]
    field.setText("没有")
    assert not tree(outline).isVisible()


def test_new_counts_leave_the_tree_as_it_is(outline: OutlinePane) -> None:
    outline.follow(3, 3, 3)
    outline.show_sections(SECTIONS, (1,) * 7)
    assert opened(outline) == [0, 1]
    assert entry(outline, 3).data(COUNT_ROLE) == 1
    assert entry(outline, 3).data(CURRENT_ROLE)


def test_a_place_in_another_bulletin_marks_nothing(outline: OutlinePane) -> None:
    outline.follow(99, 98, 99)
    assert not any(entry(outline, n).data(CURRENT_ROLE) for n in range(7))


def test_sections_no_markup_marked_are_said_to_be_inferred(outline: OutlinePane) -> None:
    def noted() -> bool:
        return any(label.text() == "Inferred from numbering" and label.isVisible() for label in labels)

    labels = outline.findChildren(QLabel)
    assert noted()
    outline.show_sections((Section(1, "甲", 0, 1, 5, inferred=False),), (0,))
    assert not noted()


def test_a_bulletin_without_sections_says_so(outline: OutlinePane) -> None:
    outline.show_sections((), ())
    assert not tree(outline).isVisible()
    assert any(label.text() == "This bulletin has no sections." for label in outline.findChildren(QLabel))


def test_without_a_bulletin_the_outline_says_that_none_is_open(outline: OutlinePane) -> None:
    outline.show_spans(None, ())
    assert any(label.text() == "No bulletin is open." for label in outline.findChildren(QLabel))


def test_the_menu_of_a_section_is_asked_for_where_it_was_wanted(qtbot: QtBot, outline: OutlinePane) -> None:
    at = centre(outline, 5)
    with qtbot.waitSignal(outline.section_menu_wanted) as wanted:
        tree(outline).customContextMenuRequested.emit(at)
    assert wanted.args == [5, tree(outline).viewport().mapToGlobal(at)]


def test_a_heading_that_looks_like_markup_stays_text(outline: OutlinePane) -> None:
    outline.show_sections((Section(1, "<img src='file:///etc/hostname'>", 0, 5, 9),), (0,))
    assert "&lt;img" in entry(outline, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_entries_are_painted_in_both_themes_and_high_enough_to_hit(outline: OutlinePane) -> None:
    outline.follow(0, 0, 1)
    light = outline.grab().toImage()
    outline.set_theme(DARK)
    assert outline.grab().toImage() != light
    assert tree(outline).visualRect(entry(outline, 0)).height() >= 24
