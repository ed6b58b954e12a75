"""The report of an import: the outcome of each file, as a table that can be copied, and what may have to be checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QLabel, QPushButton, QTableView, QVBoxLayout, QWidget

from xinhui_viewer.gui.parts.flow_layout import FlowLayout
from xinhui_viewer.i18n import N_, sentences, tr, trn
from xinhui_viewer.importers.page_kinds import counted, passed_over
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


class Part(NamedTuple):
    """A part of a report that its user may want to check: its name with a count, and the rows of a line in it.

    A row is the id of a bulletin, or None for a page without one; ``passed_over`` pages can be imported from there.
    """

    said: Callable[[int], str]
    rows: Callable[[Imported], tuple[int | None, ...]]
    passed_over: bool = False

    def of(self, report: Iterable[Imported]) -> str:
        """Return the name of the part with the number of its rows; empty when it has none."""
        n = sum(len(self.rows(line)) for line in report)
        return self.said(n).format(n=n) if n else ""


PARTS = (
    Part(lambda n: trn("{n} without a date", "{n} without a date", n), lambda line: line.undated),
    Part(lambda n: trn("{n} unsure", "{n} unsure", n), lambda line: line.unsure),
)


_PASSED = Part(
    lambda n: trn("{n} passed over", "{n} passed over", n),
    lambda line: (next(iter(line.ids), None),) if line.passed_over else (),
    passed_over=True,
)


def _passed_over(kind: str) -> Part:
    """Return the part of a report with the pages of a kind that were passed over."""
    return Part(
        lambda n: counted(kind, n),
        lambda line: (next(iter(line.ids), None),) if line.passed_over == kind else (),
        passed_over=True,
    )


def summary(report: tuple[Imported, ...]) -> str:
    """Return the outcome of an import in one sentence, with the numbers of what may have to be checked."""
    parts = (outcomes(report, passed_over(report)), *(part.of(report) for part in PARTS))
    return " · ".join(filter(None, parts))


def outcomes(report: tuple[Imported, ...], passed: str) -> str:
    """Return the numbers of files by outcome, in one sentence; ``passed`` is what it says of pages passed over."""
    counts = Counter(line.outcome for line in report if not line.passed_over)
    new = sum(line.outcome in _NEW and bool(line.ids) for line in report)  # not the line on a container
    parts = [trn("{n} imported", "{n} imported", new).format(n=new)]
    if old := counts["duplicate"]:
        parts.append(trn("{n} already in the archive", "{n} already in the archive", old).format(n=old))
    if other := counts["skipped"]:
        parts.append(trn("{n} skipped", "{n} skipped", other).format(n=other))
    if passed:
        parts.append(passed)
    if bad := counts["rejected"]:
        parts.append(trn("{n} could not be read", "{n} could not be read", bad).format(n=bad))
    return " · ".join(parts)


class ReportModel(QAbstractTableModel):
    """The lines of an import report, failures first; or a line for each bulletin of a part."""

    def __init__(self, report: tuple[Imported, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._report = sorted(report, key=lambda line: (line.outcome != "rejected", not line.warnings, not line.notes))
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
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) and index.isValid():
            return self.row(index.row())[index.column()]
        return None

    def headerData(self, section: int, across: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and across is Qt.Orientation.Horizontal:
            return tr(_HEADS[section])
        return None

    def row(self, number: int) -> tuple[str, str, str]:
        """Return a line as it is shown: file, outcome, remark."""
        line, _bulletin = self._lines[number]
        place = f"{line.path} » {line.member}" if line.member else line.path
        outcome = tr("passed over") if line.passed_over else tr(OUTCOMES[line.outcome])
        return place, outcome, line.error or sentences((*line.warnings, *line.notes))


class ReportDialog(QDialog):
    """Shows an import report beside the window.

    ``retried`` carries the paths of unreadable files, to be imported again, ``unlimited`` of those that took too much
    time or memory, to be imported without limits, ``wanted`` lines on pages that were passed
    over, to be imported whatever they are, ``opened`` the id of a bulletin.
    """

    retried = Signal(object)
    unlimited = Signal(object)
    wanted = Signal(object)
    opened = Signal(int)

    def __init__(self, report: tuple[Imported, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import report"))
        self.resize(820, 420)
        self._model = ReportModel(report, self)
        head = QLabel(outcomes(report, _PASSED.of(report)), self)
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setProperty("tone", "title")
        self._list = self._table()
        self._next = QPushButton(tr("Open &next"), self)
        self._next.clicked.connect(self._open_next)
        self._next.hide()
        self._too = QPushButton(self)
        self._too.clicked.connect(self._want)
        self._too.hide()
        kinds = Counter(line.passed_over for line in report if line.passed_over)
        parts = (*map(_passed_over, (kind for kind, _ in kinds.most_common())), *PARTS)
        self._parts = [self._chip(part, said) for part in parts if (said := part.of(report))]
        unread = dict.fromkeys(line.path for line in report if line.outcome == "rejected")
        self._unread = tuple(map(Path, unread))  # a container once
        self._limited = tuple(map(Path, dict.fromkeys(line.path for line in report if line.limited)))
        layout = QVBoxLayout(self)
        layout.addWidget(head)
        chips = QWidget(self)
        flow = FlowLayout(chips)
        for chip in self._parts:
            flow.addWidget(chip)
        layout.addWidget(chips)
        layout.addWidget(self._list, 1)
        layout.addLayout(self._buttons())

    def _chip(self, part: Part, said: str) -> QPushButton:
        chip = QPushButton(said, self)
        chip.setProperty("tone", "chip")
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        chip.clicked.connect(lambda on: self._show_part(part if on else None, chip))
        return chip

    def _buttons(self) -> QHBoxLayout:
        copy, close = QPushButton(tr("&Copy as table"), self), QPushButton(tr("Close"), self)
        retry = QPushButton(tr("&Retry failed files"), self)
        retry.clicked.connect(self._retry)
        retry.setVisible(bool(self._unread))
        patient = QPushButton(tr("Try again &without limits"), self)
        patient.setToolTip(tr("Files that took too much time or memory are read however long that takes."))
        patient.clicked.connect(self._unlimit)
        patient.setVisible(bool(self._limited))
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.accept)
        close.setDefault(True)
        return _row(retry, patient, self._next, self._too, None, copy, close)

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self._model)
        table.setAccessibleName(tr("Import report"))
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.setWordWrap(False)  # else a path is wrapped behind a step, and its name hidden
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.horizontalHeader().setStretchLastSection(True)
        table.setColumnWidth(0, 300)
        table.setColumnWidth(1, 190)
        table.activated.connect(self._open)
        table.selectionModel().selectionChanged.connect(self._name_too)
        return table

    def _show_part(self, part: Part | None, chip: QPushButton) -> None:
        for other in self._parts:
            other.setChecked(other is chip and part is not None)
        self._model.show(part)
        self._too.setVisible(part is not None and part.passed_over)
        self._next.setVisible(part is not None and any(self._model.bulletins()))
        self._name_too()

    @Slot()
    def _name_too(self) -> None:
        """Say on the button how many pages it imports: those selected, or all that are shown."""
        n = len(self._selected())
        some = trn("&Import {n} selected page, too", "&Import {n} selected pages, too", n).format(n=n)
        self._too.setText(some if n else tr("&Import these, too"))

    def _selected(self) -> list[int]:
        return sorted(index.row() for index in self._list.selectionModel().selectedRows())

    @Slot()
    def _want(self) -> None:
        self.accept()
        self.wanted.emit(self._model.lines(self._selected() or range(self._model.rowCount())))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        number = self._model.bulletin(index.row())
        if number is not None:
            self.opened.emit(number)

    @Slot()
    def _open_next(self) -> None:
        """Open the bulletin of the row below the current one, or of the first row."""
        row = (self._list.currentIndex().row() + 1) % self._model.rowCount()
        self._list.selectRow(row)
        self._open(self._model.index(row, 0))

    @Slot()
    def _retry(self) -> None:
        self.accept()
        self.retried.emit(self._unread)

    @Slot()
    def _unlimit(self) -> None:
        self.accept()
        self.unlimited.emit(self._limited)

    @Slot()
    def _copy(self) -> None:
        rows = (self._model.row(number) for number in range(self._model.rowCount()))
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in rows))


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Return widgets side by side, with free room where None stands."""
    row = QHBoxLayout()
    for widget in widgets:
        row.addStretch(1) if widget is None else row.addWidget(widget)
    return row
