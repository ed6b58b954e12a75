"""What may be meant, under the search field: a list that never takes the keyboard from it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from xinhui_viewer.i18n import N_, tr

# What a suggestion is, by its kind in search/suggest.py.
KINDS = {"history": N_("asked before"), "column": N_("column"), "source": N_("source"), "title": N_("title")}
_QUERY = int(Qt.ItemDataRole.UserRole)
_WIDEST = 620


class SuggestionList(QListWidget):
    """``chosen`` tells the query of a suggestion that was taken."""

    chosen = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("suggestions")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Suggestions"))
        self.itemClicked.connect(self._choose)
        self.hide()

    def show_below(self, field: QWidget, left: int, found: tuple[tuple[str, str, str], ...]) -> None:
        """Show (kind, text, query) below the field, no further left than ``left``; without any the list goes away."""
        self.clear()
        for kind, text, query in found:
            item = QListWidgetItem(f"{text}  ·  {tr(KINDS[kind])}", self)
            item.setData(_QUERY, query)
            item.setToolTip(text)
        if not found:
            self.hide()
            return
        place = field.mapTo(self.window(), QPoint(0, field.height() + 2))
        start = max(place.x(), left)
        height = self.sizeHintForRow(0) * self.count() + 2 * self.frameWidth() + 8
        self.setGeometry(start, place.y(), min(_WIDEST, self.window().width() - start - 12), height)
        self.raise_()
        self.show()

    def step(self, rows: int) -> None:
        """Mark the suggestion so many rows below; the first one when none is marked."""
        self.setCurrentRow(min(max(self.currentRow() + rows, 0), self.count() - 1))

    def take(self) -> bool:
        """Take the marked suggestion; return whether there was one."""
        item = self.currentItem() if self.isVisible() else None
        if item is not None:
            self._choose(item)
        return item is not None

    @Slot(QListWidgetItem)
    def _choose(self, item: QListWidgetItem) -> None:
        self.hide()
        self.chosen.emit(item.data(_QUERY))
