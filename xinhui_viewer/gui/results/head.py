"""The line over a list of bulletins: their number, their order, and the button to narrow them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QProgressBar, QToolButton, QVBoxLayout, QWidget

from xinhui_viewer.gui.parts.icons import icon
from xinhui_viewer.gui.parts.theme import Theme
from xinhui_viewer.i18n import N_, tr

ORDERS = (
    ("relevance", N_("Best first")),
    ("newest", N_("Newest first")),
    ("oldest", N_("Oldest first")),
)
_SLOW_MS = 300


class ResultHead(QWidget):
    """Emits the chosen order, and whether narrowing is switched on."""

    order_chosen = Signal(str)
    full_only_chosen = Signal(bool)
    narrowing_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = QLabel(self, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._bar = QProgressBar(self, textVisible=False, maximum=0)
        self._order, self._narrow = self._order_box(), self._narrow_button()
        self._full_only = QCheckBox(tr("Full matches only"), self)
        self._full_only.toggled.connect(self.full_only_chosen)
        self._full_only.hide()
        line = QHBoxLayout()
        line.setContentsMargins(12, 6, 8, 6)
        line.addWidget(self._count, 1)
        line.addWidget(self._narrow)
        line.addWidget(self._order)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(line)
        below = QHBoxLayout()
        below.setContentsMargins(12, 0, 8, 0)
        below.addWidget(self._full_only)
        layout.addLayout(below)
        layout.addWidget(self._bar)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._slow.timeout.connect(self._bar.show)
        self._bar.hide()

    def show_count(self, text: str) -> None:
        """Show the number of results."""
        self._count.setText(text)

    def count_text(self) -> str:
        """Return the text on the number of results."""
        return self._count.text()

    def show_choices(self, shown: bool) -> None:
        """Show or hide order and narrowing, which the library does not have."""
        self._order.setVisible(shown)
        self._narrow.setVisible(shown)

    def show_narrowing(self, narrowing: bool) -> None:
        """Show whether narrowing is switched on."""
        self._narrow.setChecked(narrowing)

    def show_partial(self, shown: bool) -> None:
        """Show or hide the switch that leaves partial matches out; one that is on stays."""
        self._full_only.setVisible(shown or self._full_only.isChecked())

    @property
    def full_only(self) -> bool:
        """Return whether partial matches are left out."""
        return self._full_only.isChecked()

    def set_busy(self, busy: bool) -> None:
        """Show a thin bar when an answer takes longer than a moment."""
        if busy:
            self._slow.start()
        else:
            self._slow.stop()
            self._bar.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take the icons of a theme."""
        self._narrow.setIcon(icon("filter", theme))

    def choose(self, order: str, *, full_only: bool) -> None:
        """Choose an order and whether partial matches are left out, as the user would."""
        self._order.setCurrentIndex(max(self._order.findData(order), 0))
        self._full_only.setChecked(full_only)

    def order(self) -> str:
        """Return the order the user chose for results."""
        return str(self._order.currentData())

    def _order_box(self) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(tr("Order of the results"))
        for name, text in ORDERS:
            box.addItem(tr(text), name)
        box.currentIndexChanged.connect(self._tell_order)
        return box

    def _narrow_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setAccessibleName(tr("Narrow"))
        button.setToolTip(tr("Narrow by year, column and source (Ctrl+Shift+L)"))
        button.clicked.connect(self.narrowing_wanted)
        button.hide()
        return button

    @Slot()
    def _tell_order(self) -> None:
        self.order_chosen.emit(self.order())
