"""The question when the window is closed while there is work on archives."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from xinhui_viewer.gui.archives.working import extent
from xinhui_viewer.gui.parts.window_work import WindowWork
from xinhui_viewer.i18n import tr


def ask(window: QWidget, work: WindowWork, leave: Callable[[], None]) -> QMessageBox:
    """Ask whether running and waiting work goes on or stops, then ``leave``; or stay."""
    box = QMessageBox(window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(tr("Quit"))
    box.setIcon(QMessageBox.Icon.Question)
    running = extent(work.pieces[0])
    box.setText(tr("Not finished yet: {work}\nShould it continue without the window?").format(work=running))
    go_on = box.addButton(tr("&Continue, then quit"), QMessageBox.ButtonRole.AcceptRole)
    stop = box.addButton(tr("&Stop after this file"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(tr("&Keep the window open"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(go_on)
    stop.clicked.connect(work.stop_all)
    for button in (go_on, stop):
        button.clicked.connect(leave)
    box.open()
    return box
