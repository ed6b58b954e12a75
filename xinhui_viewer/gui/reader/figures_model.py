"""The key figures of a bulletin as rows: the label, the quantity as it is written, and its period."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from xinhui_viewer.gui.parts.label_text import label_brush, label_shown, label_tip
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
    """Figures in the order of the text, those with unsure labels behind the others, in grey."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._figures: tuple[Figure, ...] = ()
        self._body = ""

    def show(self, figures: tuple[Figure, ...], body: str) -> None:
        """Replace the list by the figures of a text."""
        from xinhui_viewer.text.label_sureness import is_sure  # 70 ms, for which the first bulletin need not wait

        self.beginResetModel()
        self._figures, self._body = tuple(sorted(figures, key=lambda figure: not is_sure(figure))), body
        self.endResetModel()

    def figure(self, row: int) -> Figure:
        """Return the figure of a row."""
        return self._figures[row]

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._figures)

    def columnCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        figure = self._figures[index.row()]
        if index.column() == 0 and int(role) in _OF_LABEL:
            return _OF_LABEL[int(role)](figure, self._body)
        return COLUMNS[index.column()].text(figure) if int(role) in _TOLD else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation is Qt.Orientation.Horizontal and int(role) == _DISPLAY:
            return tr(COLUMNS[section].name)
        return None


def _context(figure: Figure, body: str) -> str:
    """Return the context of a figure, which few rows in sight have."""
    from xinhui_viewer.text.label_context import context  # 90 ms: not before the pane is painted
    from xinhui_viewer.text.label_sureness import is_sure

    if is_sure(figure):
        return ""
    return context(figure, body)


_OF_LABEL: dict[int, Callable[[Figure, str], Any]] = {
    _DISPLAY: lambda figure, body: label_shown(figure, _context(figure, body)),
    int(Qt.ItemDataRole.ToolTipRole): lambda figure, body: label_tip(figure, _context(figure, body)),
    int(Qt.ItemDataRole.ForegroundRole): lambda figure, _body: label_brush(figure),
}
