"""The list of bulletins, with a selection of several that stays until the user changes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from xinhui_viewer.gui.parts.selected import Selected
from xinhui_viewer.gui.results.delegates import HitDelegate
from xinhui_viewer.gui.results.hits_model import HitsModel
from xinhui_viewer.i18n import tr

_Index = QModelIndex | QPersistentModelIndex
_Run = tuple[int, int]  # of rows: the first, and the one behind the last
_Flag = QItemSelectionModel.SelectionFlag
_SELECT, _DESELECT = _Flag.Select | _Flag.Rows, _Flag.Deselect | _Flag.Rows
_SELECT_ONLY = _Flag.ClearAndSelect | _Flag.Rows
_FEW = 1000  # rows: a selection of more by "select all" is told as all but some


@dataclass(frozen=True, slots=True)
class Kept:
    """The user's place in a list: the selection, the current bulletin and the one at the top (0 when there is none)."""

    selected: Selected
    current: int
    top: int


class BulletinList(QTableView):
    """Shows a row for each bulletin; "select all" takes all full matches, those not known yet included.

    ``aside_wanted`` carries the id and the title of one that the middle button was clicked on, ``menu_wanted`` the
    place of a context menu on the screen.
    """

    aside_wanted = Signal(int, str)
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None, model: HitsModel, delegate: HitDelegate) -> None:
        super().__init__(parent, showGrid=False, wordWrap=False)
        self._hits, self._all, self._pressed, self._delegate = model, False, -1, delegate
        self.setObjectName("bulletins")
        self.setAccessibleName(tr("Bulletins"))
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._tell_menu)
        self.setMouseTracking(True)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        model.rowsInserted.connect(self._select_loaded)
        model.modelReset.connect(self._forget)

    def selected(self) -> Selected:
        """Return the selection in the order of the list, or all with a few exceptions."""
        taken = self._taken()
        if self._all and (not self._hits.complete or self._hits.rowCount() > _FEW):
            left = [run for first, end in _between(taken, self._hits.rowCount()) for run in self._full_rows(first, end)]
            return Selected(all=True, left_out=self._ids(left))
        return Selected(self._ids(taken))

    def mark(self, bulletin_id: int) -> None:
        """Mark the bulletin on show; a selection of several stays, and so does the bulletin opened from here."""
        row, current = self._hits.row_of(bulletin_id), self.currentIndex().row()
        taken = sum(end - first for first, end in self._taken())
        if taken > 1 or (row == current and (taken or self.hasFocus())):
            if row >= 0:
                self.selectionModel().setCurrentIndex(self._hits.index(row, 0), _Flag.NoUpdate)
        elif row >= 0:
            self.go_to(row)
        else:
            self.clearSelection()

    def go_to(self, row: int) -> None:
        """Make a row the current one, and the only one selected.

        Qt's own method asks the keyboard, where Ctrl may be held for a shortcut, and then adds the row.
        """
        self.selectionModel().setCurrentIndex(self._hits.index(row, 0), _SELECT_ONLY)

    def kept(self) -> Kept:
        """Return the user's place, to be restored when the same list is shown again."""
        return replace(self.place(), selected=self.selected())

    def place(self) -> Kept:
        """Return the user's place with the first selected bulletins only, however many they are."""
        top = self.rowAt(0) if self.verticalScrollBar().value() else -1
        chosen = islice(chain.from_iterable(range(*run) for run in self._taken()), _FEW)
        current, first = (self._hits.id_of(row) for row in (self.currentIndex().row(), top))
        return Kept(Selected(tuple(map(self._hits.id_of, chosen))), current, first)

    def restore(self, kept: Kept) -> None:
        """Restore the user's place, as far as it is still listed."""
        if kept.selected.all:
            self.selectAll()
            self._select(kept.selected.left_out, _DESELECT)
            self._all = True
        self._select(kept.selected.ids, _SELECT)
        self.selectionModel().setCurrentIndex(self._index(kept.current), _Flag.NoUpdate)
        if kept.top:
            self.scrollTo(self._index(kept.top), QAbstractItemView.ScrollHint.PositionAtTop)

    @Slot(QPoint)
    def _tell_menu(self, place: QPoint) -> None:
        if self.currentIndex().isValid():
            self.menu_wanted.emit(self.viewport().mapToGlobal(place))

    def set_rows(self, *, excerpts: bool | None = None, compact: bool | None = None) -> None:
        """Show rows with or without excerpts, with fewer lines or all."""
        delegate = self._delegate
        delegate.excerpts = delegate.excerpts if excerpts is None else excerpts
        delegate.compact = delegate.compact if compact is None else compact
        self._fit_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()

    def _fit_rows(self) -> None:
        height = self._delegate.height(self.font(), self.viewport().width())
        if height != self.verticalHeader().defaultSectionSize():  # Qt sets it row by row
            self.verticalHeader().setDefaultSectionSize(height)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the first row for the keyboard when none is current: Qt would make it current, but not select it."""
        if event.reason() != Qt.FocusReason.MouseFocusReason and not self.currentIndex().isValid():
            self.setCurrentIndex(self._hits.index(0, 0))
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pressed = self.rowAt(event.position().toPoint().y())  # which selects nothing
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.MiddleButton:
            super().mouseReleaseEvent(event)
        elif (hit := self._hits.hit(self._pressed)) and self.rowAt(event.position().toPoint().y()) == self._pressed:
            self.aside_wanted.emit(hit.id, hit.title)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go to the first and the last row by Home and End: Qt goes to the first and the last cell of a row."""
        ends = {QAbstractItemView.CursorAction.MoveHome: 0, QAbstractItemView.CursorAction.MoveEnd: -1}
        if action in ends and self._hits.rowCount():
            return self._hits.index(ends[action] % self._hits.rowCount(), 0)
        return super().moveCursor(action, modifiers)

    def selectAll(self) -> None:
        self.selectionModel().select(self._full(0, self._hits.rowCount() - 1), _SELECT_ONLY)
        self._all = True

    def selectionCommand(self, index: _Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        command = super().selectionCommand(index, event)
        if command & _Flag.Clear:
            self._all = False
        return command

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        last = self._hits.index(self._hits.rowCount() - 1, 0)
        several = sum(run.height() for run in deselected.toList()) > 1
        if several and deselected.contains(last):  # another range, not up to the end
            self._all = False

    def _full(self, first: int, last: int) -> QItemSelection:
        """Return the full matches among some rows."""
        selection = QItemSelection()
        for begin, end in self._hits.full_rows(first, last):
            selection.select(self._hits.index(begin, 0), self._hits.index(end, 0))
        return selection

    def _ids(self, runs: list[_Run]) -> tuple[int, ...]:
        return tuple(chain.from_iterable(self._hits.ids(*run) for run in runs))

    def _full_rows(self, first: int, end: int) -> Iterator[_Run]:
        return ((begin, last + 1) for begin, last in self._hits.full_rows(first, end - 1))

    def _taken(self) -> list[_Run]:
        """Return the runs of selected rows, in order."""
        return sorted((run.top(), run.bottom() + 1) for run in self.selectionModel().selection().toList())

    def _index(self, bulletin_id: int) -> QModelIndex:
        row = self._hits.row_of(bulletin_id)
        return self._hits.index(row, 0) if row >= 0 else QModelIndex()

    def _select(self, ids: tuple[int, ...], command: QItemSelectionModel.SelectionFlag) -> None:
        wanted, selection = set(ids), QItemSelection()
        listed = self._hits.ids(0, self._hits.rowCount()) if wanted else ()
        for row in (row for row, number in enumerate(listed) if number in wanted):
            selection.select(self._hits.index(row, 0), self._hits.index(row, 0))
        self.selectionModel().select(selection, command)

    @Slot(QModelIndex, int, int)
    def _select_loaded(self, _parent: QModelIndex, first: int, last: int) -> None:
        if self._all:
            self.selectionModel().select(self._full(first, last), _SELECT)

    @Slot()
    def _forget(self) -> None:
        self._all = False


def _between(runs: list[_Run], end: int) -> Iterator[_Run]:
    """Yield the runs of rows between some runs, and up to the end."""
    at = 0
    for first, behind in (*runs, (end, end)):
        if first > at:
            yield at, first
        at = max(at, behind)
