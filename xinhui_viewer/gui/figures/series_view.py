"""Key figures of one thing over the years: the list of series, the chart of one, and why its figures were joined."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from xinhui_viewer.gui.figures.series_chart import SeriesChart
from xinhui_viewer.gui.parts.room import within
from xinhui_viewer.gui.parts.theme import Theme
from xinhui_viewer.i18n import listed, tr, trn
from xinhui_viewer.records import Series
from xinhui_viewer.text.series_labels import label_key

_MOST = 2_000  # series in the list; words find the others


class SeriesView(QDialog):
    """Shows series; ``opened`` carries the key figure whose bulletin is wanted.

    ``chosen`` carries labels and the series that the user wants them in; an empty one undoes that choice.
    """

    opened = Signal(object)
    chosen = Signal(object, str)

    def __init__(self, theme: Theme, editable: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._editable = editable
        self.setWindowTitle(tr("Figures over the years"))
        self.resize(within(self, QSize(1000, 600)))
        self._all: tuple[Series, ...] = ()
        self._shown: tuple[Series, ...] = ()
        self.words, self.list = QLineEdit(self), QListWidget(self)
        self.chart = SeriesChart(theme, self)
        self._why = QLabel(self, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._open = QPushButton(tr("Open the newest bulletin"), self, autoDefault=False)
        self._save = QPushButton(tr("Save chart…"), self, autoDefault=False)
        self._apart = QPushButton(tr("Separate a label…"), self, autoDefault=False)
        self._join = QPushButton(tr("Join with…"), self, autoDefault=False)
        self._back = QPushButton(tr("Undo my choice"), self, autoDefault=False)
        self.words.setPlaceholderText(tr("Words in label or source"))
        self.words.setClearButtonEnabled(True)
        for named, text in ((self.words, tr("Words in label or source")), (self.list, tr("Series"))):
            named.setAccessibleName(text)
        self._lay_out()
        self.words.textChanged.connect(self._filter)
        self.list.currentRowChanged.connect(self._show)
        self._save.clicked.connect(self._ask_where)
        self._open.clicked.connect(self._open_newest)
        self._apart.clicked.connect(self._put_apart)
        self._join.clicked.connect(self._join_with)
        self._back.clicked.connect(self._take_back)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)

    def show_series(self, found: tuple[Series, ...]) -> None:
        """Show these series, the longest first, and keep the one on show."""
        before = self._current()
        self._all = found
        self._filter()
        same = (at for at, one in enumerate(self._shown) if before and (one.label, one.source) == _name(before))
        self.list.setCurrentRow(next(same, 0 if self._shown else -1))

    def _lay_out(self) -> None:
        left, right, buttons = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        left.addWidget(self.words)
        left.addWidget(self.list)
        buttons.addWidget(self._open)
        buttons.addStretch(1)
        for button in (self._apart, self._join, self._back):
            button.setToolTip("" if self._editable else tr("The sample archive can only be read."))
            buttons.addWidget(button)
        buttons.addWidget(self._save)
        right.addWidget(self.chart, 1)
        right.addWidget(self._why)
        right.addLayout(buttons)
        splitter = QSplitter(self)
        for column, space in ((left, (0, 0, 6, 0)), (right, (6, 0, 0, 0))):
            side = QWidget(splitter)
            column.setContentsMargins(*space)
            side.setLayout(column)
        splitter.setSizes([320, 680])
        whole = QVBoxLayout(self)
        whole.addWidget(splitter)

    def _current(self) -> Series | None:
        row = self.list.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    @Slot()
    def _filter(self) -> None:
        words = self.words.text().split()
        told = ((one, f"{one.label} {one.source} {one.unit}") for one in self._all)
        self._shown = tuple(one for one, text in told if all(word in text for word in words))[:_MOST]
        self.list.clear()
        for one in self._shown:
            QListWidgetItem(_line(one), self.list).setToolTip(_line(one))
        self.list.setCurrentRow(0 if self._shown else -1)
        if not self._shown:
            self.chart.show_nothing()
            several = tr("No label has figures for several dates with the same unit and source.")
            self._why.setText(tr("No series contains these words.") if self._all else several)

    @Slot(int)
    def _show(self, _row: int) -> None:
        one = self._current()
        for button in (self._open, self._save):
            button.setEnabled(one is not None)
        if one is not None:
            self.chart.show_series(one)
            self._why.setText(_reasons(one))
        self._apart.setEnabled(self._editable and one is not None and len(one.labels) > 1)
        self._join.setEnabled(self._editable and one is not None and bool(self._likes(one)))
        self._back.setEnabled(self._editable and one is not None and one.chosen)

    def _likes(self, one: Series) -> list[str]:
        """Return the names of the series that this one could be joined with: those of its source and unit."""
        kin = (two for two in self._all if (two.source, two.unit) == (one.source, one.unit) and two.label != one.label)
        return list(dict.fromkeys(two.label for two in kin))

    @Slot()
    def _put_apart(self) -> None:
        one = self._current()
        if one is None:
            return
        text = tr("Which label means something else?")
        label, sure = QInputDialog.getItem(self, tr("Separate a label"), text, list(one.labels), 0, False)
        if sure:
            self.chosen.emit(_keys(one, (label,)), tr("{label} (separate)").format(label=label))

    @Slot()
    def _join_with(self) -> None:
        one = self._current()
        if one is None:
            return
        text = tr("Which series does it belong to?")
        name, sure = QInputDialog.getItem(self, tr("Join with"), text, self._likes(one), 0, False)
        if sure:
            self.chosen.emit(_keys(one, one.labels), name)

    @Slot()
    def _take_back(self) -> None:
        one = self._current()
        if one is not None:
            self.chosen.emit(_keys(one, one.labels), "")

    @Slot()
    def _open_newest(self) -> None:
        one = self._current()
        if one is not None:
            self.opened.emit(one.points[-1].key)

    @Slot()
    def _ask_where(self) -> None:
        one = self._current()
        chosen, _kind = QFileDialog.getSaveFileName(
            self, tr("Save chart"), f"{one.label if one else 'chart'}.png", "PNG (*.png);;SVG (*.svg)"
        )
        if chosen:
            self.chart.save(Path(chosen))


def _name(one: Series) -> tuple[str, str]:
    return one.label, one.source


def _keys(one: Series, labels: tuple[str, ...]) -> tuple[tuple[str, str, str], ...]:
    return tuple(label_key(one.source, one.unit, label) for label in labels)


def _line(one: Series) -> str:
    count = trn("{n} value", "{n} values", len(one.points)).format(n=len(one.points))
    return "  ·  ".join(part for part in (_measured(one), one.span, count, one.source) if part)


def _measured(one: Series) -> str:
    return tr("{label} ({unit})").format(label=one.label, unit=one.unit) if one.unit else one.label


def _reasons(one: Series) -> str:
    labels = listed(tr("“{text}”").format(text=label) for label in one.labels[:6])
    joined = tr("Joined by the same source ({source}), unit ({unit}) and length of period. Labels: {labels}.")
    return joined.format(source=one.source or tr("none"), unit=one.unit or tr("none"), labels=labels)
