"""The preferences: pages of settings; a change holds at once, in every window."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from xinhui_viewer.gui.parts.room import within
from xinhui_viewer.gui.preferences.page import Page, scrolled
from xinhui_viewer.i18n import tr

_SIZE = QSize(760, 560)


class Preferences(QDialog):
    """Shows pages beside the list of their names; there is nothing to confirm."""

    def __init__(self, pages: tuple[Page, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Preferences"))
        self._pages = pages
        self.names, self.contents = QListWidget(self), QStackedWidget(self)
        self.names.setObjectName("pages")
        self.names.setAccessibleName(tr("Pages of the preferences"))
        self.names.addItems([page.name for page in pages])
        for page in pages:
            self.contents.addWidget(scrolled(page.made(self), self))
        self.restore = QPushButton(tr("Restore the defaults of this page"), self, autoDefault=False)
        self.restore.clicked.connect(self._restore)
        self.names.currentRowChanged.connect(self.contents.setCurrentIndex)
        self.names.setCurrentRow(0)
        self._lay_out()
        self.resize(within(self, _SIZE))

    def _lay_out(self) -> None:
        widest = self.names.sizeHintForColumn(0)
        self.names.setFixedWidth(max(120, widest + 40))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self.restore, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.rejected.connect(self.reject)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setAutoDefault(False)  # Enter belongs to the fields
        close.setIcon(QIcon())  # of no family of ours, and black in the dark
        beside = QHBoxLayout()
        beside.addWidget(self.names)
        beside.addWidget(self.contents, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(beside, 1)
        layout.addWidget(buttons)

    @Slot()
    def _restore(self) -> None:
        self._pages[self.names.currentRow()].restore()
