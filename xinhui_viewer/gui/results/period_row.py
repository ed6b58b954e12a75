"""The row that narrows results in time: the period on show with its neighbours, quick ones, and one from day to day."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from xinhui_viewer.i18n import N_, tr
from xinhui_viewer.records import Dates
from xinhui_viewer.search.period import period
from xinhui_viewer.search.refine import few_words, shifted

# As a query may say them, so that each is worked out by the day it is chosen on.
_QUICK = (
    (N_("This year"), "今年"),
    (N_("Last year"), "去年"),
    (N_("The last 30 days"), "近30天"),
    (N_("The last 12 months"), "近12个月"),
)


class PeriodRow(QWidget):
    """Shows the period that results are narrowed to; ``chosen`` carries another one, ``left`` asks for all times."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._period: Dates | None = None
        self.earlier = self._button("‹", tr("The period before this one"))
        self.later = self._button("›", tr("The period after this one"))
        self.quick = self._button("", tr("Period"))
        self.quick.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.quick.setMenu(self._menu())
        self.since, self.until = self._end(tr("From, like 2021-03")), self._end(tr("To, like 2021-06"))
        self.wrong = QLabel(tr("There is no such day: write 2021, 2021-03 or 2021-03-15."), self, wordWrap=True)
        self.wrong.setProperty("tone", "secondary")
        self.wrong.hide()
        steps = QHBoxLayout()
        for part in (self.earlier, self.quick, self.later):
            steps.addWidget(part)
        steps.addStretch(1)
        ends = QHBoxLayout()
        ends.addWidget(self.since)
        ends.addWidget(QLabel("—", self))
        ends.addWidget(self.until)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 2, 8, 2)
        layout.setSpacing(4)
        layout.addLayout(steps)
        layout.addLayout(ends)
        layout.addWidget(self.wrong)
        self.earlier.clicked.connect(lambda: self._step(-1))
        self.later.clicked.connect(lambda: self._step(1))
        self.show_period(None)

    def show_period(self, shown: Dates | None) -> None:
        """Show the period that the results are of; None for all times."""
        self._period = shown
        self.quick.setText(few_words(shown) if shown is not None else tr("All times"))
        for button in (self.earlier, self.later):
            button.setVisible(shown is not None)
        ends = (shown.since, shown.until) if shown is not None else (None, None)
        for field, day in zip((self.since, self.until), ends, strict=True):
            if not field.hasFocus():
                field.setText(day.isoformat() if day else "")

    def _step(self, by: int) -> None:
        if self._period is not None:
            self.chosen.emit(shifted(self._period, by))

    def _choose(self, said: str) -> None:
        self.chosen.emit(period(said, date.today()))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(tr("All times"), self.left.emit)
        for text, said in _QUICK:
            menu.addAction(tr(text), partial(self._choose, said))
        return menu

    def _button(self, text: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _end(self, name: str) -> QLineEdit:
        field = QLineEdit(self, maxLength=30)
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        field.returnPressed.connect(self._take)
        return field

    @Slot()
    def _take(self) -> None:
        """Narrow to the days typed; an end that is no day is marked."""
        first, last = self._typed(self.since), self._typed(self.until)
        self.wrong.setVisible(first is None or last is None)
        if first is None or last is None:
            return
        since, until = first.since, last.until
        if since is None and until is None:
            self.left.emit()
        elif since is not None and until is not None and since > until:
            self.chosen.emit(Dates(last.since, first.until))
        else:
            self.chosen.emit(Dates(since, until))

    def _typed(self, field: QLineEdit) -> Dates | None:
        """Return the period in a field, an open one when it is empty; None, and marked, when it has none."""
        text = field.text().strip()
        typed = period(text, date.today()) if text else Dates(None, None)
        field.setProperty("tone", "wrong" if typed is None else "")
        field.style().unpolish(field)
        field.style().polish(field)
        return typed
