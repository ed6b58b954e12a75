"""The lines of an import report as a table."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from xinhui_viewer.gui.archives.report_parts import Part
from xinhui_viewer.i18n import N_, sentences, tr
from xinhui_viewer.importers.outcomes import outcome
from xinhui_viewer.records import Imported

_HEADS = (N_("File"), N_("Outcome"), N_("Note"))
_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class ReportModel(QAbstractTableModel):
    """The lines of an import report, failures first; or a line for each bulletin of a part."""

    def __init__(self, report: tuple[Imported, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._report = sorted(report, key=lambda line: (line.outcome != "rejected", not line.warnings, not line.notes))
        self._folder = _common_folder(line.path for line in report)
        self._lines: list[tuple[Imported, int | None]] = []
        self.show(None)

    def show(self, part: Part | None) -> None:
        """Show the bulletins of a part; for None the whole report."""
        self.beginResetModel()
        if part is None:
            self._lines = [(line, next(iter(line.ids), None)) for line in self._report]
        else:
            self._lines = [(line, number) for line in self._report for number in part.rows(line)]
        self.endResetModel()

    def bulletins(self) -> Iterator[int]:
        """Yield the ids of the rows' bulletins."""
        return (number for _line, number in self._lines if number is not None)

    def bulletin(self, row: int) -> int | None:
        """Return the id of a row's bulletin; None when it has none."""
        return self._lines[row][1]

    def lines(self, rows: Iterable[int]) -> tuple[Imported, ...]:
        """Return the lines of the report in some rows."""
        return tuple(self._lines[row][0] for row in rows)

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(_HEADS)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) or not index.isValid():
            return None
        said = self.row(index.row())[index.column()]
        if role == Qt.ItemDataRole.DisplayRole and not index.column():
            return said.removeprefix(self._folder)
        return said

    def headerData(self, section: int, across: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and across is Qt.Orientation.Horizontal:
            return tr(_HEADS[section])
        return None

    def row(self, number: int) -> tuple[str, str, str]:
        """Return a line: the whole path of the file, the outcome, a remark."""
        line, _bulletin = self._lines[number]
        place = f"{line.path} » {line.member}" if line.member else line.path
        return place, outcome(line), line.error or sentences((*line.warnings, *line.notes))


def _common_folder(paths: Iterable[str]) -> str:
    """Return the folder that holds all files of a report, with the separator at its end; empty when none does."""
    folders = {os.path.dirname(path) for path in paths}
    try:
        folder = os.path.commonpath(folders) if folders else ""
    except ValueError:  # on several drives, or relative and absolute
        return ""
    return os.path.join(folder, "") if folder else ""
