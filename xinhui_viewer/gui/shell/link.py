"""Open links of a bulletin, only after the user has seen the address."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from xinhui_viewer.i18n import tr


def open_link(parent: QWidget, address: str) -> None:
    """Show an address and open it in the browser when the user agrees; only web addresses, never a file."""
    if not address.startswith(("http://", "https://")):
        return
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(tr("Open a link"))
    box.setText(tr("Open this address in the browser?"))
    box.setInformativeText(address)
    box.setStandardButtons(QMessageBox.StandardButton.Open | QMessageBox.StandardButton.Cancel)
    if box.exec() == QMessageBox.StandardButton.Open:
        QDesktopServices.openUrl(QUrl(address))
