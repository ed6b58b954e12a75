from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from xinhui_viewer.gui.reader.details_row import DetailRow

_CTRL, _PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
_LEFT, _MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


@pytest.fixture
def row(qtbot: QtBot) -> DetailRow:
    """A row of the details with a link in its first line, and none in its second."""
    made = DetailRow(None, "Like this one")  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.show_value("关于加强值班的通知\n没有链接的一行")
    made.show_links([("关于加强值班的通知", "bulletin:7")])
    made.resize(300, 120)
    made.show()
    return made


@pytest.mark.parametrize(
    ("button", "modifier", "line", "asked"),
    [
        (_LEFT, _PLAIN, 0, ["here bulletin:7"]),
        (_LEFT, _CTRL, 0, ["aside bulletin:7"]),
        (_MIDDLE, _PLAIN, 0, ["aside bulletin:7"]),
        (_LEFT, _CTRL, 1, []),
        (_MIDDLE, _PLAIN, 1, []),
    ],
)
def test_ctrl_or_the_middle_button_ask_for_a_link_aside(
    qtbot: QtBot, row: DetailRow, button: Qt.MouseButton, modifier: Qt.KeyboardModifier, line: int, asked: list[str]
) -> None:
    told: list[str] = []
    row.link_wanted.connect(lambda link: told.append(f"here {link}"))
    row.aside_wanted.connect(lambda link: told.append(f"aside {link}"))
    (browser,) = row.findChildren(QTextBrowser)
    height = browser.fontMetrics().lineSpacing()
    qtbot.mouseClick(browser.viewport(), button, modifier, QPoint(12, height // 2 + line * height))
    assert told == asked
    assert browser.textCursor().hasSelection() == (told == ["here bulletin:7"])  # Qt selects a link that it follows
