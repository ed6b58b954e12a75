"""The list of suggestions under the field while the user types; the focus stays in the field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from xinhui_viewer.gui.parts.theme import Theme
from xinhui_viewer.gui.results.delegates import SideDelegate
from xinhui_viewer.i18n import N_, spoken, tr, trn

if TYPE_CHECKING:
    from xinhui_viewer.gui.results.pane import BrowsePane
    from xinhui_viewer.search.suggest import Suggestion

KIND_ROLE = int(Qt.ItemDataRole.UserRole)
# The name of each kind of suggestion in search/suggest.py.
KINDS = {
    "history": N_("searched before"),
    "column": N_("column"),
    "source": N_("source"),
    "issuer": N_("issuer"),
    "number": N_("document number"),
    "figure": N_("key figure"),
    "title": N_("title"),
}
_WIDEST, _NARROWEST, _ROW = 620, 300, 28
_CLOSES = (QEvent.Type.FocusOut, QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Hide)
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class SuggestionModel(QAbstractListModel):
    """Suggestions, each with the query that it stands for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._suggestions: tuple[Suggestion, ...] = ()

    def show(self, suggestions: tuple[Suggestion, ...]) -> None:
        """Replace the suggestions."""
        self.beginResetModel()
        self._suggestions = suggestions
        self.endResetModel()

    def suggestion(self, row: int) -> Suggestion:
        """Return the suggestion of a row."""
        return self._suggestions[row]

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._suggestions)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        one = self._suggestions[index.row()]
        kind = tr(KINDS[one.kind])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken((one.text, kind))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return one.text
        return kind if role == KIND_ROLE else None


class SuggestionList(QListView):
    """Shows suggestions; ``chosen`` carries the one taken.

    Down goes into the list only after it was requested, or where there are no results to go to.
    """

    chosen = Signal(object)

    def __init__(self, field: QLineEdit, results: BrowsePane, parent: QWidget) -> None:
        super().__init__(parent)
        self._field, self._results, self._model = field, results, SuggestionModel(self)
        self._delegate = SideDelegate(KIND_ROLE, self)
        self.setObjectName("suggestions")
        self.setAccessibleName(tr("Suggestions"))
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)
        field.installEventFilter(self)
        self.hide()

    def show_suggestions(self, suggestions: tuple[Suggestion, ...], *, enter: bool = False) -> None:
        """Show suggestions below the field while the focus is there; without any the list is hidden."""
        self._model.show(suggestions)
        if not suggestions or not self._field.hasFocus():
            self.hide()
            return
        self.setGeometry(self._place(len(suggestions)))
        if not self.isVisible():
            self._announce(trn("{n} suggestion", "{n} suggestions", len(suggestions)).format(n=len(suggestions)))
        self.raise_()
        self.show()
        if enter:
            self.enter()

    def enter(self) -> None:
        """Go to the first suggestion: Up, Down and Enter are for the list until the user leaves it."""
        self._go_to(0)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self._delegate.theme = theme

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and self.isVisible():
            composing = isinstance(event, QInputMethodEvent) and bool(event.preeditString())
            if composing or event.type() in _CLOSES:
                self.hide()
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._takes(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _place(self, rows: int) -> QRect:
        """Return the place below the field: beside the results, never over them, where there is room."""
        window = self.window()
        below = self._field.mapTo(window, QPoint(0, self._field.height() + 2))
        beside = (
            self._results.mapTo(window, QPoint(self._results.width() + 2, 0)).x() if self._results.isVisible() else 0
        )
        left = max(below.x(), beside) if window.width() - beside > _NARROWEST else below.x()
        return QRect(left, below.y(), min(_WIDEST, window.width() - left - 12), rows * _ROW + 2)

    def _takes(self, key: Qt.Key) -> bool:
        """Return whether a key pressed in the field was for the list."""
        entered = self.currentIndex().isValid()
        if key == Qt.Key.Key_Escape:
            self.hide()
            return True
        if entered and key in _STEPS:
            self._go_to(self.currentIndex().row() + _STEPS[key])
            return True
        if entered and key in _ENTERS:
            self._choose(self.currentIndex())
            return True
        if key == Qt.Key.Key_Down and not self._results.hits.rowCount():
            self.enter()
            return True
        if key in _STEPS or key in _ENTERS:
            self.hide()
        return False

    def _go_to(self, row: int) -> None:
        """Go to a row; above the first is the field."""
        self.setCurrentIndex(self._model.index(min(row, self._model.rowCount() - 1), 0))
        said = self.currentIndex().data(int(Qt.ItemDataRole.AccessibleTextRole))
        if said:
            self._announce(said)

    def _announce(self, said: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, said))

    def _choose(self, index: QModelIndex) -> None:
        self.hide()
        if index.isValid():
            self.chosen.emit(self._model.suggestion(index.row()))
