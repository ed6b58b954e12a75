"""The key figures of the whole archive in a window of their own: filtered, sorted, copied and opened in the text."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from xinhui_viewer.archive.figures import FigureField
from xinhui_viewer.gui.figures.all_model import COLUMNS, KeyFiguresModel
from xinhui_viewer.gui.parts.room import within
from xinhui_viewer.i18n import N_, tr, trn
from xinhui_viewer.records import KeyFigure

_AROUND = 24  # pixels of a field beside its text
_KINDS = (
    ("", N_("All kinds")),
    ("count", N_("Counts")),
    ("money", N_("Money")),
    ("percent", N_("Shares")),
    ("change", N_("Changes")),
    ("quantity", N_("Quantities")),
    ("rank", N_("Ranks")),
    ("duration", N_("Durations")),
)


class FiguresView(QDialog):
    """The window of all key figures: emits filter and sorting, shows the answer."""

    wanted = Signal()
    opened = Signal(object)
    export_wanted = Signal()

    def __init__(self, model: KeyFiguresModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Key figures"))
        self.resize(within(self, QSize(1000, 620)))
        self._model, self.table = model, _Table(model, self)
        self.words, self.query, self.period = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.unit, self.kind, self.column = QComboBox(self), QComboBox(self), QComboBox(self)
        self.by: FigureField = "date"
        self.falling = True
        self._count = QLabel(self, textFormat=Qt.TextFormat.PlainText)
        self._export = QPushButton(tr("Export…"), self, autoDefault=False)
        self._fill()
        self._lay_out()
        self._connect()

    def offer(self, units: tuple[str, ...], columns: tuple[tuple[str, ...], ...]) -> None:
        """Offer the units and columns that the archive has."""
        self.unit.addItems(units)
        for path in columns:
            self.column.addItem(" › ".join(path), path)

    def show_count(self, total: int) -> None:
        """Show the number of figures that pass the filter."""
        self._count.setText(trn("{n} figure", "{n} figures", total).format(n=f"{total:,}"))
        self._export.setEnabled(total > 0)

    def _fill(self) -> None:
        self.words.setPlaceholderText(tr("Words in label or title"))
        self.query.setPlaceholderText(tr("Only bulletins matching…"))
        self.period.setPlaceholderText(tr("Period, e.g. 2023"))
        self.period.setAccessibleName(tr("Period"))
        self.unit.addItem(tr("All units"), "")
        self.column.addItem(tr("All columns"), ())
        self.column.setAccessibleName(tr("Column"))
        self.column.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.column.setMinimumContentsLength(12)
        for kind, text in _KINDS:
            self.kind.addItem(tr(text), kind)
        self.words.setAccessibleName(self.words.placeholderText())
        self.query.setAccessibleName(self.query.placeholderText())
        self.unit.setAccessibleName(tr("Unit"))
        self.kind.setAccessibleName(tr("Kind"))

    def _lay_out(self) -> None:
        filters, foot, layout = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        wide, narrow = (self.words, self.query), (self.period, self.column, self.unit, self.kind)
        for field in (*wide, self.period):
            needed = field.fontMetrics().horizontalAdvance(field.placeholderText())
            field.setMinimumWidth(needed + _AROUND)
        for widget in (*wide, *narrow):
            filters.addWidget(widget, 3 if widget in wide else 1)
        foot.addWidget(self._count, 1)
        foot.addWidget(self._export)
        layout.addLayout(filters)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        for field in (self.words, self.query, self.period):
            field.textChanged.connect(self.wanted)
        for box in (self.unit, self.kind, self.column):
            box.activated.connect(self.wanted)
        self._export.clicked.connect(self.export_wanted)
        self.table.chosen.connect(self.opened)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._sort)

    @Slot(int, Qt.SortOrder)
    def _sort(self, section: int, direction: Qt.SortOrder) -> None:
        if 0 <= section < len(COLUMNS):
            self.by, self.falling = COLUMNS[section].by, direction is Qt.SortOrder.DescendingOrder
            self.wanted.emit()


class _Table(QTableView):
    chosen = Signal(object)

    def __init__(self, model: KeyFiguresModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setAccessibleName(tr("Key figures of the archive"))
        self.setAccessibleDescription(tr("Press Enter to open the bulletin at the figure."))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(28)
        heads = self.horizontalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionsClickable(True)
        heads.setSortIndicatorShown(True)
        heads.setSortIndicator(0, Qt.SortOrder.DescendingOrder)
        heads.setStretchLastSection(True)
        for section, width in enumerate((96, 280, 110, 56, 100, 120)):
            heads.resizeSection(section, width)
        self.doubleClicked.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        chosen: KeyFigure = self._model.key(index.row())
        self.chosen.emit(chosen)

    def _copy(self) -> None:
        keys = [self._model.key(index.row()) for index in self.selectionModel().selectedRows()]
        lines = ("\t".join(" ".join(column.text(key).split()) for column in COLUMNS) for key in keys)
        QGuiApplication.clipboard().setText("\n".join(lines))
