"""The key figures of this bulletin: a table whose rows lead to the sentence that asserts the figure."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedWidget, QTableView, QVBoxLayout, QWidget

from xinhui_viewer.gui.parts.quiet import QuietMessage
from xinhui_viewer.gui.reader.figures_model import COLUMNS, FiguresModel
from xinhui_viewer.gui.reader.side_pane import SidePane
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Bulletin, Figure

_MEASURED = 500  # figures whose texts are measured
_ROOM, _NARROWEST, _WIDEST = 14, 56, 120  # pixels of a column: beside its text, and all


class FiguresPane(SidePane):
    """Shows figures; emits the chosen one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._view = FiguresModel(self), _FigureTable(self)
        self._message, self._stack = QuietMessage(self), QStackedWidget(self)
        self._text: Bulletin | None = None
        self._waiting = False  # to be shown
        self._needs = {1: _NARROWEST, 2: _NARROWEST}  # pixels, by column
        self._message.say("", tr("No bulletin is open."))
        self._view.setModel(self._model)
        heads = self._view.horizontalHeader()
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._view.chosen.connect(self._choose)
        self._view.resized.connect(self._share)
        self._stack.addWidget(self._message)
        self._stack.addWidget(self._view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.setFocusProxy(self._view)

    def show_text(self, text: Bulletin | None) -> None:
        self._waiting = True
        self._text = text
        if self.isVisible():
            self._show_waiting()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_waiting()

    def _show_waiting(self) -> None:
        """Show the text on show, once somebody looks: its labels are judged only then."""
        if self._waiting:
            self._waiting, text = False, self._text
            self.show_figures(text.figures if text else (), text.body if text else "")
            if text is None:
                self._message.say("", tr("No bulletin is open."))

    def show_figures(self, figures: tuple[Figure, ...], body: str = "") -> None:
        """List the figures of a text, or show a message when it has none."""
        self._model.show(figures, body)
        self._fit(figures)
        self._message.say(
            "", tr("This bulletin states no key figures: no amounts, counts, shares or terms with a unit.")
        )
        self._stack.setCurrentWidget(self._view if figures else self._message)

    def _fit(self, figures: tuple[Figure, ...]) -> None:
        """Measure the room that values and periods need, and share it out."""
        metrics = self._view.fontMetrics()
        for column in (1, 2):
            texts = {COLUMNS[column].text(figure) for figure in figures[:_MEASURED]}
            widest = max(map(metrics.horizontalAdvance, texts), default=0)
            self._view.setColumnHidden(column, bool(figures) and not any(texts))
            self._needs[column] = min(max(widest + _ROOM, _NARROWEST), _WIDEST)
        self._share()

    @Slot()
    def _share(self) -> None:
        """Give values the room they need, and periods what leaves half of all to the labels."""
        value, period = self._needs[1], self._needs[2]
        left = self._view.viewport().width() // 2 - value
        self._view.setColumnWidth(1, value)
        self._view.setColumnWidth(2, min(period, max(left, _NARROWEST)))

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        chosen: Figure = self._model.figure(index.row())
        self.span_chosen.emit((chosen.start, chosen.start + len(chosen.text)))


class _FigureTable(QTableView):
    chosen = Signal(QModelIndex)
    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Key figures of this bulletin"))
        self.setAccessibleDescription(tr("Press Enter to go to the figure in the text."))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(28)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.clicked.connect(self.chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
