"""Steps of a user in the print preview, for the tests of paper."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from xinhui_viewer.gui.paper.preview import PreviewDialog
from xinhui_viewer.gui.shell.desk import Desk

LONG = 20_000  # milliseconds: pages are typeset


def preview(qtbot: QtBot, desk: Desk) -> PreviewDialog:
    """Open the preview and wait for its pages."""
    desk.window.actions_by_name["preview"].trigger()
    dialog = desk.paper.preview_dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.page_count() > 0 and not desk.paper.busy, timeout=LONG)
    return dialog


def changed(qtbot: QtBot, desk: Desk, dialog: PreviewDialog) -> None:
    """Wait for the pages that were asked for by an option."""
    with qtbot.waitSignal(dialog.changed):
        pass
    qtbot.waitUntil(lambda: not desk.paper.busy, timeout=LONG)


def click(dialog: PreviewDialog, text: str) -> None:
    """Click the button of that text."""
    (button,) = (one for one in dialog.findChildren(QPushButton) if one.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
