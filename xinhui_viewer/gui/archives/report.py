"""The report of an import: the outcome of each file, as a table that can be copied."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QLabel, QPushButton, QTableView, QVBoxLayout, QWidget

from xinhui_viewer.i18n import N_, sentences, tr, trn
from xinhui_viewer.records import Imported

OUTCOMES = {
    "imported": N_("imported"),
    "imported-with-warning": N_("imported with a note"),
    "revision": N_("imported as a new revision"),
    "duplicate": N_("already in the archive"),
    "rejected": N_("not imported"),
    "skipped": N_("skipped"),
}
_NEW = ("imported", "imported-with-warning", "revision")
_HEADS = (N_("File"), N_("Outcome"), N_("Note"))
_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


def summary(report: tuple[Imported, ...]) -> str:
    """Return the outcome of an import in one sentence."""
    counts = Counter(line.outcome for line in report)
    new = sum(line.outcome in _NEW and bool(line.ids) for line in report)  # not the line on a container
    parts = [trn("{n} imported", "{n} imported", new).format(n=new)]
    if old := counts["duplicate"]:
        parts.append(trn("{n} already in the archive", "{n} already in the archive", old).format(n=old))
    if other := counts["skipped"]:
        parts.append(trn("{n} skipped", "{n} skipped", other).format(n=other))
    if bad := counts["rejected"]:
        parts.append(trn("{n} could not be read", "{n} could not be read", bad).format(n=bad))
    return " · ".join(parts)


class ReportModel(QAbstractTableModel):
    """The lines of an import report, failures first."""

    def __init__(self, report: tuple[Imported, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines = sorted(report, key=lambda line: (line.outcome != "rejected", not line.warnings, not line.notes))

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(_HEADS)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) and index.isValid():
            return self.row(index.row())[index.column()]
        return None

    def headerData(self, section: int, across: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and across is Qt.Orientation.Horizontal:
            return tr(_HEADS[section])
        return None

    def row(self, number: int) -> tuple[str, str, str]:
        """Return a line as it is shown: file, outcome, remark."""
        line = self._lines[number]
        place = f"{line.path} » {line.member}" if line.member else line.path
        return place, tr(OUTCOMES[line.outcome]), line.error or sentences((*line.warnings, *line.notes))


class ReportDialog(QDialog):
    """Shows an import report; ``retried`` carries the paths of unreadable files, to be imported again."""

    retried = Signal(object)

    def __init__(self, report: tuple[Imported, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import report"))
        self.resize(820, 420)
        self._model = ReportModel(report, self)
        head = QLabel(summary(report), self)
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setProperty("tone", "title")
        table = self._table()
        copy, close = QPushButton(tr("&Copy as table"), self), QPushButton(tr("Close"), self)
        retry = QPushButton(tr("&Retry failed files"), self)
        retry.clicked.connect(self._retry)
        unread = dict.fromkeys(line.path for line in report if line.outcome == "rejected")
        self._unread = tuple(map(Path, unread))  # a container once
        retry.setVisible(bool(self._unread))
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.accept)
        close.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(retry)
        buttons.addStretch(1)
        buttons.addWidget(copy)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(head)
        layout.addWidget(table, 1)
        layout.addLayout(buttons)

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self._model)
        table.setAccessibleName(tr("Import report"))
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.horizontalHeader().setStretchLastSection(True)
        table.setColumnWidth(0, 300)
        table.setColumnWidth(1, 190)
        return table

    @Slot()
    def _retry(self) -> None:
        self.accept()
        self.retried.emit(self._unread)

    @Slot()
    def _copy(self) -> None:
        rows = (self._model.row(number) for number in range(self._model.rowCount()))
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in rows))
