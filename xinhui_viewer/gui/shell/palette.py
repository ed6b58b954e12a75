"""The command palette: a field and a list over the window, from which actions, sections and bulletins are reached."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from xinhui_viewer.gui.parts import theme
from xinhui_viewer.gui.results.delegates import SideDelegate
from xinhui_viewer.i18n import spoken, tr

ASIDE_ROLE = int(Qt.ItemDataRole.UserRole)
_WIDEST, _ROW, _MOST_ROWS, _EDGE = 620, 28, 12, 16
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _MOST_ROWS, Qt.Key.Key_PageUp: -_MOST_ROWS}
_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be chosen: its text, what stands beside it, other names that find it, and what it does."""

    text: str
    aside: str
    run: Callable[[], object]
    names: tuple[str, ...] = ()


class EntryModel(QAbstractListModel):
    """Entries in the order in which they are offered."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()

    def show(self, entries: tuple[Entry, ...]) -> None:
        """Replace the entries."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken((entry.text, entry.aside))
        return entry.aside if role == ASIDE_ROLE else None


class Palette(QFrame):
    """Lies over the window while it is used; ``typed`` carries what is looked for, ``left`` is emitted at its end."""

    typed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.field, self.list, self._model = QLineEdit(self), QListView(self), EntryModel(self)
        self._nothing = QLabel(tr("Nothing of this name."), self)
        self._delegate = SideDelegate(ASIDE_ROLE, self)
        self.field.setPlaceholderText(tr("Action, section, bulletin, column or source; pinyin initials, too"))
        self.field.setAccessibleName(tr("Command palette"))
        self.list.setAccessibleName(tr("Found"))
        self.list.setObjectName("suggestions")
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing.setProperty("tone", "secondary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        for part in (self.field, self.list, self._nothing):
            layout.addWidget(part)
        self.field.textChanged.connect(self.typed)
        self.field.installEventFilter(self)
        parent.installEventFilter(self)
        self.list.clicked.connect(self._choose)
        self.hide()

    def open(self) -> None:
        """Show the palette with all that it was last used for still selected."""
        self._delegate.theme = theme.shown()
        self.field.selectAll()
        self.typed.emit(self.field.text())
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_now(self) -> None:
        """Hide the palette."""
        if self.isVisible():
            self.hide()
            self.left.emit()

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Offer entries, the first of them chosen."""
        self._model.show(entries)
        self.list.setVisible(bool(entries))
        self._nothing.setVisible(not entries)
        self.list.setCurrentIndex(self._model.index(0, 0))
        self._place()
        self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field:
            if event.type() == QEvent.Type.FocusOut and self.window().isActiveWindow():
                self.close_now()
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._takes(Qt.Key(event.key()))
            elif isinstance(event, QInputMethodEvent) and event.preeditString():
                return False
        elif event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _takes(self, key: Qt.Key) -> bool:
        """Return whether a key pressed in the field was for the list."""
        if key == Qt.Key.Key_Escape:
            self.close_now()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex())
        elif key in _STEPS and self._model.entries:
            row = self.list.currentIndex().row() + _STEPS[key]
            self.list.setCurrentIndex(self._model.index(min(max(row, 0), len(self._model.entries) - 1), 0))
            self._say()
        else:
            return False
        return True

    def _place(self) -> None:
        """Lay the palette over the middle of the window's upper part."""
        parent = self.parentWidget() or self
        rows = min(max(len(self._model.entries), 1), _MOST_ROWS)
        width = min(_WIDEST, parent.width() - 2 * _EDGE)
        height = 8 + self.field.sizeHint().height() + 6 + rows * _ROW + 4 + 8
        self.list.setFixedHeight(rows * _ROW + 4)
        self.setGeometry((parent.width() - width) // 2, _EDGE * 3, width, min(height, parent.height() - 4 * _EDGE))

    def _say(self) -> None:
        said = self.list.currentIndex().data(int(Qt.ItemDataRole.AccessibleTextRole))
        if said and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, said))

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            entry = self._model.entries[index.row()]
            self.close_now()
            entry.run()
