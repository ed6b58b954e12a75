"""The report of an import: the outcome of each file, as a table that can be copied, and what may have to be checked."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from xinhui_viewer.gui.archives.report_model import ReportModel
from xinhui_viewer.gui.archives.report_parts import PARTS, PASSED, Part, of_kind, outcomes
from xinhui_viewer.gui.parts.flow_layout import FlowLayout
from xinhui_viewer.i18n import tr, trn
from xinhui_viewer.records import Imported

_LOW = 260  # pixels of height, beside a bulletin


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
        self._aside = False
        self._model = ReportModel(report, self)
        head = QLabel(outcomes(report, PASSED.of(report)), self)
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
        parts = (*map(of_kind, (kind for kind, _ in kinds.most_common())), *PARTS)
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
        table.setItemDelegateForColumn(2, _FromTheBeginning(table))
        table.setWordWrap(False)  # else a path is wrapped behind a step, and its name hidden
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setResizeContentsPrecision(0)  # the rows in sight
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        table.setColumnWidth(0, 300)
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
            self._step_aside()
            self.opened.emit(number)

    def _step_aside(self) -> None:
        """Go to the lower edge of the window, once, rather than hide the bulletin that is opened."""
        window = self.parentWidget()
        if self._aside or window is None:
            return
        self._aside = True
        self.resize(self.width(), max(self.minimumSizeHint().height(), _LOW))
        around, own = window.frameGeometry(), self.frameGeometry()
        self.move(around.center().x() - own.width() // 2, around.bottom() - own.height())

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


class _FromTheBeginning(QStyledItemDelegate):
    """Shows the beginning of a remark where all of it has no room."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideRight


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Return widgets side by side, with free room where None stands."""
    row = QHBoxLayout()
    for widget in widgets:
        row.addStretch(1) if widget is None else row.addWidget(widget)
    return row
