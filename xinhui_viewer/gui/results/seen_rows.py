"""The rows of a list that are on the screen, or nearly: only these need hits and excerpts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QTableView

from xinhui_viewer.gui.results.hits_model import HitsModel

_AHEAD = 10  # rows


class SeenRows(QObject):
    """Watches a list; ``wanted`` carries the first and the end of the rows on the screen that lack something."""

    wanted = Signal(int, int)

    def __init__(self, view: QTableView, model: HitsModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._soon = QTimer(self, singleShot=True, interval=0)  # when the view has placed its rows
        self._soon.timeout.connect(self._tell)
        view.verticalScrollBar().valueChanged.connect(self._wait)
        model.modelReset.connect(self._wait)
        model.rowsInserted.connect(self._wait)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._soon.start()
        return super().eventFilter(watched, event)

    @Slot()
    def _wait(self) -> None:
        self._soon.start()

    @Slot()
    def _tell(self) -> None:
        last = self._view.rowAt(self._view.viewport().height() - 1)
        first, end = max(0, self._view.rowAt(0)), self._model.rowCount() if last < 0 else last + _AHEAD
        if self._model.missing(first, end):
            self.wanted.emit(first, end)
