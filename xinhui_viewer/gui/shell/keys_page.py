"""The page of the preferences for keys: recorded by pressing them, with conflicts told before they are taken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from xinhui_viewer.gui.parts.mnemonics import plain
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.gui.shell import keymap
from xinhui_viewer.gui.shell.action import MENUS, Action
from xinhui_viewer.gui.shell.actions import rows
from xinhui_viewer.i18n import listed, tr

_NAME_ROLE = Qt.ItemDataRole.UserRole


class KeysPage(QWidget):
    """Lists all actions with their keys by menu; new keys hold at once."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self.words, self.tree, self.recorder = QLineEdit(self), QTreeWidget(self), QKeySequenceEdit(self)
        self._told = QLabel(self, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.take = QPushButton(tr("Use these keys"), self, autoDefault=False)
        self.clear = QPushButton(tr("No keys"), self, autoDefault=False)
        self.default = QPushButton(tr("Default"), self, autoDefault=False)
        self._build()
        self._lay_out()
        self.words.textChanged.connect(self._filter)
        self.tree.currentItemChanged.connect(self._begin)
        self.recorder.keySequenceChanged.connect(self._tell)
        self.take.clicked.connect(self._take)
        self.clear.clicked.connect(self._clear)
        self.default.clicked.connect(self._restore)
        settings.changed.connect(self._follow)
        self._follow(keymap.SETTING)
        self._begin()

    def _build(self) -> None:
        self.words.setPlaceholderText(tr("Action or keys"))
        self.words.setClearButtonEnabled(True)
        for part, name in ((self.words, tr("Action or keys")), (self.tree, tr("Actions and their keys"))):
            part.setAccessibleName(name)
        self.recorder.setMaximumSequenceLength(1)
        self.recorder.setAccessibleName(tr("Press the new keys"))
        self.tree.setHeaderLabels([tr("Action"), tr("Keys")])
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().setStretchLastSection(False)
        self.tree.setMinimumHeight(200)
        self.tree.setProperty("framed", True)
        for menu in MENUS:
            group = QTreeWidgetItem(self.tree, [plain(tr(menu))])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for row in rows():
                if row.menu == menu:
                    QTreeWidgetItem(group, [plain(tr(row.text))]).setData(0, _NAME_ROLE, row.name)
        self.tree.expandAll()

    def _lay_out(self) -> None:
        recording = QHBoxLayout()
        recording.addWidget(QLabel(tr("Press the new keys"), self))
        recording.addWidget(self.recorder, 1)
        for button in (self.take, self.clear, self.default):
            recording.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.words)
        layout.addWidget(self.tree, 1)
        layout.addLayout(recording)
        layout.addWidget(self._told)

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for number in range(self.tree.topLevelItemCount()):
            group = self.tree.topLevelItem(number)
            assert group is not None
            children = (group.child(row) for row in range(group.childCount()))
            yield from (child for child in children if child is not None)

    def _chosen(self) -> Action | None:
        item = self.tree.currentItem()
        name = item.data(0, _NAME_ROLE) if item is not None else None
        return next((row for row in rows() if row.name == name), None)

    def _pressed(self) -> str:
        return keymap.portable(self.recorder.keySequence())

    @Slot(str)
    def _follow(self, name: str) -> None:
        """Show the keys that hold now."""
        if name != keymap.SETTING:
            return
        held = keymap.keymap(self._settings)
        for item in self._items():
            item.setText(1, "  ".join(map(keymap.native, held[item.data(0, _NAME_ROLE)])))

    @Slot()
    def _begin(self) -> None:
        self.recorder.clear()
        self._tell()

    @Slot()
    def _tell(self) -> None:
        """Say what taking the pressed keys would do."""
        chosen, pressed = self._chosen(), self._pressed()
        for part in (self.recorder, self.clear, self.default):
            part.setEnabled(chosen is not None)
        possible = bool(pressed) and not _is_typed(pressed) and pressed not in _menu_keys()
        self.take.setEnabled(chosen is not None and possible)
        self._told.setText(self._sentence(chosen, pressed))

    def _sentence(self, chosen: Action | None, pressed: str) -> str:
        if chosen is None:
            return tr("Choose an action, then press its new keys.")
        if not pressed:
            return ""
        keys = keymap.native(pressed)
        if _is_typed(pressed):
            return tr("{keys} alone types or moves: add Ctrl or Alt.").format(keys=keys)
        if pressed in _menu_keys():
            return tr("{keys} opens a menu.").format(keys=keys)
        others = keymap.holders(self._settings, pressed, chosen.name)
        if others:
            names = listed([plain(tr(row.text)) for row in others])
            return tr("{keys} belongs to {action} now, which would lose it.").format(keys=keys, action=names)
        if pressed in keymap.INPUT_METHODS:
            return tr("Chinese input methods often take {keys} for themselves.").format(keys=keys)
        return ""

    @Slot()
    def _take(self) -> None:
        chosen, pressed = self._chosen(), self._pressed()
        if chosen is not None and pressed:
            keymap.assign(self._settings, chosen.name, (pressed,))
            self._begin()

    @Slot()
    def _clear(self) -> None:
        if (chosen := self._chosen()) is not None:
            keymap.assign(self._settings, chosen.name, ())
            self._begin()

    @Slot()
    def _restore(self) -> None:
        if (chosen := self._chosen()) is not None:
            keymap.restore(self._settings, chosen.name)
            self._begin()

    @Slot(str)
    def _filter(self, words: str) -> None:
        wanted = words.casefold().split()
        for item in self._items():
            said = f"{item.text(0)} {item.text(1)} {item.text(1).replace('+', ' ')}".casefold()
            item.setHidden(not all(word in said for word in wanted))


def _menu_keys() -> frozenset[str]:
    """Return the keys that open a menu of the window, by the underlined letters of their names."""
    found = (re.search("&(.)", tr(menu)) for menu in MENUS)
    return frozenset(f"Alt+{mnemonic[1].upper()}" for mnemonic in found if mnemonic)


def _is_typed(keys: str) -> bool:
    """Return whether keys without Ctrl, Alt or Meta write text or move a cursor; function keys do neither."""
    one = QKeySequence(keys)[0]  # type: ignore[index]  # Qt's own stub lacks it
    modified = one.keyboardModifiers() & ~Qt.KeyboardModifier.ShiftModifier & ~Qt.KeyboardModifier.KeypadModifier
    is_function = Qt.Key.Key_F1 <= one.key() <= Qt.Key.Key_F35
    return modified == Qt.KeyboardModifier.NoModifier and not is_function
