"""Editors of single settings, one for each kind: each shows the present value and keeps a new one at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from xinhui_viewer.gui.settings import Setting, Settings
from xinhui_viewer.i18n import tr

_LIST = 420, 120  # pixels


class Editor(QWidget):
    """Shows a setting and keeps what the user chooses; a change made elsewhere is shown, too."""

    def __init__(self, row: Setting, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.row, self.settings = row, settings
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.build())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.show_value()
        settings.changed.connect(self._follow)

    def build(self) -> QWidget:
        """Return the widgets of this editor, connected to ``keep``; each kind has its own."""
        return QWidget(self)

    def show_value(self) -> None:
        """Show the present value without keeping it again."""

    def keep(self, value: object) -> None:
        """Keep a value."""
        self.settings.set(self.row.name, value)

    @property
    def value(self) -> object:
        """The present value."""
        return self.settings.get(self.row.name)

    @Slot(str)
    def _follow(self, name: str) -> None:
        if name == self.row.name:
            self.show_value()


class SwitchEditor(Editor):
    """A box to tick, with the setting's own label."""

    def build(self) -> QWidget:
        """Return the box."""
        self._box = QCheckBox(tr(self.row.label), self)
        self._box.toggled.connect(self.keep)
        return self._box

    def show_value(self) -> None:
        """Tick the box, or not."""
        with QSignalBlocker(self._box):
            self._box.setChecked(bool(self.value))


class ChoiceEditor(Editor):
    """A list of which one is chosen."""

    def build(self) -> QWidget:
        """Return the list."""
        self._box = QComboBox(self)
        self._box.setAccessibleName(tr(self.row.label))
        for value, label in self.choices():
            self._box.addItem(label, value)
        self._box.activated.connect(self._keep_chosen)
        return self._box

    def choices(self) -> tuple[tuple[str, str], ...]:
        """Return the values, each with its label."""
        return tuple((value, tr(label)) for value, label in self.row.choices)

    def show_value(self) -> None:
        """Show the value that is chosen."""
        self._box.setCurrentIndex(max(0, self._box.findData(self.value)))

    @Slot()
    def _keep_chosen(self) -> None:
        self.keep(self._box.currentData())


class FontEditor(ChoiceEditor):
    """The fonts of the system that have Chinese characters, after the program's own."""

    def choices(self) -> tuple[tuple[str, str], ...]:
        """Return the names of the fonts; the one that is kept although it is gone is among them."""
        there = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
        seen = [name for name in there if not QFontDatabase.isPrivateFamily(name) and not name.startswith("Xinhui ")]
        kept = [str(self.value)] if self.value and self.value not in seen else []
        return (("", tr("The program's own")), *((name, name) for name in (*kept, *seen)))


class NumberEditor(Editor):
    """A number within its limits."""

    def build(self) -> QWidget:
        """Return the field."""
        self._box = QSpinBox(self, minimum=self.row.limits[0], maximum=self.row.limits[1], suffix=tr(self.row.unit))
        self._box.setAccessibleName(tr(self.row.label))
        self._box.setSingleStep(5 if self.row.limits[1] > 100 else 1)
        self._box.setKeyboardTracking(False)  # 1 on the way to 150 is no size
        self._box.valueChanged.connect(self.keep)
        return self._box

    def show_value(self) -> None:
        """Show the number."""
        with QSignalBlocker(self._box):
            self._box.setValue(int(str(self.value)))


class FoldersEditor(Editor):
    """A list of folders that can be added to."""

    def build(self) -> QWidget:
        """Return the list with its buttons."""
        whole = QWidget(self)
        self._list = QListWidget(whole)
        self._list.setAccessibleName(tr(self.row.label))
        self._list.setFixedSize(*_LIST)
        self._list.setProperty("framed", True)
        add, self._remove = QPushButton(tr("Add a folder…"), whole), QPushButton(tr("Remove"), whole)
        add.clicked.connect(self._add)
        self._remove.clicked.connect(self._remove_chosen)
        self._list.itemSelectionChanged.connect(self._enable)
        buttons = QHBoxLayout()
        for button in (add, self._remove):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._list)
        layout.addLayout(buttons)
        return whole

    def show_value(self) -> None:
        """List the folders."""
        self._list.clear()
        self._list.addItems(self._folders())
        self._enable()

    def _folders(self) -> list[str]:
        return list(self.settings.get(self.row.name))

    @Slot()
    def _enable(self) -> None:
        self._remove.setEnabled(bool(self._list.selectedItems()))

    @Slot()
    def _add(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Add a folder"), str(Path.home()))
        if chosen and chosen not in self._folders():
            self.keep([*self._folders(), chosen])

    @Slot()
    def _remove_chosen(self) -> None:
        gone = {item.text() for item in self._list.selectedItems()}
        self.keep([folder for folder in self._folders() if folder not in gone])


EDITORS: dict[str, Callable[[Setting, Settings, QWidget], Editor]] = {
    "switch": SwitchEditor,
    "choice": ChoiceEditor,
    "font": FontEditor,
    "number": NumberEditor,
    "paths": FoldersEditor,
}


def editor(row: Setting, settings: Settings, parent: QWidget) -> Editor:
    """Return the editor of a setting."""
    return EDITORS[row.kind](row, settings, parent)
