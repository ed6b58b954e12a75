"""The key figures of a bulletin as rows: the label, the quantity as it is written, and its period."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from xinhui_viewer.i18n import N_, tr
from xinhui_viewer.records import Figure
from xinhui_viewer.text.figure_text import figure_text

_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOLD = (_DISPLAY, int(Qt.ItemDataRole.ToolTipRole))


class Column(NamedTuple):
    """A column: its head, and a figure's text in it."""

    name: str
    text: Callable[[Figure], str]


COLUMNS = (
    Column(N_("Label"), lambda figure: figure.label),
    Column(N_("Value"), figure_text),
    Column(N_("Period"), lambda figure: figure.period),
)


class FiguresModel(QAbstractTableModel):
    """Figures in the order of the text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._figures: tuple[Figure, ...] = ()

    def show(self, figures: tuple[Figure, ...]) -> None:
        """Replace the list."""
        self.beginResetModel()
        self._figures = figures
        self.endResetModel()

    def figure(self, row: int) -> Figure:
        """Return the figure of a row."""
        return self._figures[row]

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._figures)

    def columnCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        if index.isValid() and int(role) in _TOLD:
            return COLUMNS[index.column()].text(self._figures[index.row()])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation is Qt.Orientation.Horizontal and int(role) == _DISPLAY:
            return tr(COLUMNS[section].name)
        return None
