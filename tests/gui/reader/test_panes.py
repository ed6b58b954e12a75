from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenDesk
from xinhui_viewer.gui.parts.mnemonics import plain
from xinhui_viewer.gui.reader import panes
from xinhui_viewer.gui.reader.panes import PANES, Pane
from xinhui_viewer.gui.reader.side_pane import SidePane
from xinhui_viewer.records import Bulletin, Span


class WordCount(SidePane):
    """A pane as a contributor would write one: it knows no other file of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = QLabel(self)
        QVBoxLayout(self).addWidget(self.told)

    def show_bulletin(self, bulletin: Bulletin | None) -> None:
        self.told.setText(f"{len(bulletin.body)} characters" if bulletin else "")

    def show_spans(self, bulletin: Bulletin | None, spans: tuple[Span, ...]) -> None:
        self.titled.emit(f"Count {len(spans)}")


def test_a_row_gives_a_pane_its_tab_its_menu_entry_and_its_key_and_it_hears_of_the_text(
    open_desk: OpenDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(panes, "PANES", (*PANES, Pane("count", "&Count", WordCount, ("Ctrl+9",), "info")))
    desk = open_desk()
    pane = desk.beside["count"]
    assert isinstance(pane, WordCount)
    assert desk.reading.bulletin is not None
    assert pane.told.text() == f"{len(desk.reading.bulletin.body)} characters"
    action = desk.window.actions_by_name["count"]
    assert action.shortcut().toString() == "Ctrl+9"
    (view,) = (menu for menu in desk.window.menuBar().findChildren(QMenu) if menu.title() == "&View")
    assert action in view.actions()
    action.trigger()
    assert desk.tabs.currentWidget() is pane
    desk.field.show_text("办结率")
    qtbot.waitUntil(lambda: desk.reader.match_count() > 0)
    assert desk.tabs.tabText(desk.tabs.currentIndex()) == f"Count {desk.reader.match_count()}"
    pane.section_chosen.emit(1)
    assert desk.reader.section() == 1


@pytest.mark.parametrize("row", PANES, ids=lambda row: row.name)
def test_every_pane_has_a_tab_named_as_its_menu_entry(open_desk: OpenDesk, row: Pane) -> None:
    desk = open_desk()
    tab = desk.tabs.indexOf(desk.beside[row.name])
    assert desk.tabs.tabText(tab) == plain(row.text)
