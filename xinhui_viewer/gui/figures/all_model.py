"""Key figures of the archive as rows, added page by page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from xinhui_viewer.archive.figures import FigureField
from xinhui_viewer.facts import day_text
from xinhui_viewer.gui.parts.label_text import label_brush, label_shown, label_tip
from xinhui_viewer.i18n import N_, tr
from xinhui_viewer.records import Figure, KeyFigure
from xinhui_viewer.search.hits import attachment_title
from xinhui_viewer.text.figure_text import figure_text

_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_LABEL = 1  # the column of labels, which are grey where they are not sure


class Column(NamedTuple):
    """A column: its head, a figure's text in it, and the order that its head sorts by."""

    name: str
    text: Callable[[KeyFigure], str]
    by: FigureField


def _title(key: KeyFigure) -> str:
    if key.attachment is None:
        return key.title
    return f"{key.title} · {attachment_title(key.attachment.number, key.attachment.shown)}"


COLUMNS = (
    Column(N_("Date"), day_text, "date"),
    Column(N_("Label"), lambda key: key.figure.label, "label"),
    Column(N_("Value"), lambda key: figure_text(key.figure), "value"),
    Column(N_("Unit"), lambda key: key.figure.unit, "unit"),
    Column(N_("Period"), lambda key: key.figure.period, "period"),
    Column(N_("Source"), lambda key: key.source, "source"),
    Column(N_("Title"), _title, "title"),
)
_OF_LABEL: dict[int, Callable[[Figure, str], Any]] = {
    _DISPLAY: label_shown,
    _TIP: label_tip,
    int(Qt.ItemDataRole.ForegroundRole): lambda figure, _context: label_brush(figure),
}


class KeyFiguresModel(QAbstractTableModel):
    """Figures in the order the archive returned them; ``more_wanted`` asks for those from a row on."""

    more_wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._figures: list[KeyFigure] = []
        self._total = 0
        self._asked = False

    def show(self, figures: tuple[KeyFigure, ...], total: int) -> None:
        """Replace the list by the first page of ``total`` figures."""
        self.beginResetModel()
        self._figures, self._total, self._asked = list(figures), total, False
        self.endResetModel()

    def extend(self, figures: tuple[KeyFigure, ...]) -> None:
        """Add a page."""
        self._asked = False
        if not figures:
            self._total = len(self._figures)
            return
        first = len(self._figures)
        self.beginInsertRows(QModelIndex(), first, first + len(figures) - 1)
        self._figures += figures
        self.endInsertRows()

    def key(self, row: int) -> KeyFigure:
        """Return the figure of a row."""
        return self._figures[row]

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._figures)

    def columnCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and not self._asked and len(self._figures) < self._total

    def fetchMore(self, parent: _Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit(len(self._figures))

    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        key = self._figures[index.row()]
        if index.column() == _LABEL and int(role) in _OF_LABEL:
            return _OF_LABEL[int(role)](key.figure, key.context)
        return COLUMNS[index.column()].text(key) if int(role) in (_DISPLAY, _TIP) else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation is Qt.Orientation.Horizontal and int(role) == _DISPLAY:
            return tr(COLUMNS[section].name)
        return None
