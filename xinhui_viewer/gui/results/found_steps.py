"""Steps from one bulletin of a list to the next in which something was found."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, Signal, Slot
from PySide6.QtWidgets import QTableView

from xinhui_viewer.gui.results.hits_model import HitsModel


class FoundSteps(QObject):
    """Steps over the rows; ``stepped`` carries the next one, which may wait for the rest of the list."""

    stepped = Signal(QModelIndex)

    def __init__(self, view: QTableView, model: HitsModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._waits = False
        model.rowsInserted.connect(self._go_on)
        model.modelReset.connect(self._forget)

    def step(self, rows: int) -> None:
        """Go to the next bulletin below (1) or above (-1) the current one that has something marked."""
        self._waits = False
        row = self._model.found_row(self._view.currentIndex().row(), rows)
        if row >= 0:
            self.stepped.emit(self._model.index(row, 0))
        else:
            self._waits = rows > 0 and not self._model.complete

    @Slot()
    def _go_on(self) -> None:
        if self._waits:
            self.step(1)

    @Slot()
    def _forget(self) -> None:
        self._waits = False
