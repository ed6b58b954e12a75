from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from xinhui_viewer.gui.reader.breadcrumbs import BreadcrumbBar

COLUMNS = ("首页", "政务公开", "平安云汀专栏", "宣传工作")
SECTIONS = ("一、过去一年的工作", "（一）防范风险")


@pytest.fixture
def bar(qtbot: QtBot) -> BreadcrumbBar:
    made = BreadcrumbBar()
    qtbot.addWidget(made)
    made.resize(900, 34)
    made.show()
    made.show_path(COLUMNS, SECTIONS)
    return made


def step(bar: BreadcrumbBar, text: str) -> QToolButton:
    return next(one for one in bar.findChildren(QToolButton) if one.text() == text and not one.isHidden())


def test_columns_come_first_and_then_the_sections_being_read(bar: BreadcrumbBar) -> None:
    assert bar.steps() == COLUMNS + SECTIONS


def test_a_column_emits_its_full_path(qtbot: QtBot, bar: BreadcrumbBar) -> None:
    with qtbot.waitSignal(bar.column_chosen) as chosen:
        qtbot.mouseClick(step(bar, "平安云汀专栏"), Qt.MouseButton.LeftButton)
    assert chosen.args == [COLUMNS[:3]]


def test_a_section_emits_its_place_in_the_path_also_by_keyboard(qtbot: QtBot, bar: BreadcrumbBar) -> None:
    button = step(bar, "（一）防范风险")
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    with qtbot.waitSignal(bar.section_step_chosen) as chosen:
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert chosen.args == [1]


def test_a_narrow_bar_keeps_both_ends_and_lists_the_middle(qtbot: QtBot, bar: BreadcrumbBar) -> None:
    bar.resize(330, 34)
    shown = bar.steps()
    assert shown[0] == "首页"
    assert shown[-1] == SECTIONS[-1]
    hidden = [one for one in COLUMNS + SECTIONS if one not in shown]
    assert hidden
    menu = bar.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == hidden
    with qtbot.waitSignal(bar.column_chosen) as chosen:
        menu.actions()[0].trigger()
    assert chosen.args == [COLUMNS[:2]]
    bar.resize(900, 34)
    assert bar.steps() == COLUMNS + SECTIONS


def test_another_path_replaces_the_steps(bar: BreadcrumbBar) -> None:
    bar.show_path(("首页",), ())
    assert bar.steps() == ("首页",)
    bar.show_path((), ("甲", "乙"))
    assert bar.steps() == ("甲", "乙")
    bar.show_path((), ())
    assert bar.steps() == ()


def test_a_very_long_heading_is_cut_and_said_in_full(bar: BreadcrumbBar) -> None:
    long = "关于" * 60
    bar.show_path((), (long,))
    (button,) = (one for one in bar.findChildren(QToolButton) if not one.isHidden())
    assert button.text().endswith("…")
    assert button.accessibleName() == f"Section {long}"
    assert button.height() >= 24


def test_an_ampersand_is_shown_as_one(bar: BreadcrumbBar) -> None:
    bar.show_path(("研究 & 发展",), ())
    assert step(bar, "研究 && 发展").accessibleName() == "Column 研究 & 发展"
