"""The bar over the text: the column path of the bulletin and, behind it, the path of the section being read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from xinhui_viewer.i18n import tr

_WIDEST_EM, _PADDING, _HEIGHT = 16, 12, 28


class BreadcrumbBar(QWidget):
    """Clickable steps; in a narrow window those in the middle hide behind “…”, which lists them."""

    column_chosen = Signal(object)
    section_step_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[str, ...] = ()
        self._sections: tuple[str, ...] = ()
        self._steps: list[QToolButton] = []
        self._signs: list[QLabel] = []
        self._more = self._button()
        self._more.setText("…")
        self._more.setAccessibleName(tr("Hidden parts of the path"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._more.setMenu(self._menu)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(16, 2, 16, 2)
        self._line.setSpacing(0)
        self._line.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self.setAccessibleName(tr("Path"))
        self.setFixedHeight(_HEIGHT + 6)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(_SHEET)
        self._more.hide()

    def show_path(self, columns: tuple[str, ...], sections: tuple[str, ...]) -> None:
        """Show the column path of a bulletin and the headings over the reader's place."""
        if (columns, sections) != (self._columns, self._sections):
            self._columns, self._sections = columns, sections
            self._fill()
            self._fit()

    def steps(self) -> tuple[str, ...]:
        """Return the visible steps, in order."""
        return tuple(step.property("whole") for step in self._steps if not step.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fill(self) -> None:
        """Give every step its button; buttons are reused, for the path changes with every section."""
        texts = (*self._columns, *self._sections)
        while len(self._steps) < len(texts):
            self._steps.append(self._step())
            self.setTabOrder([self._more, *self._steps][-2], self._steps[-1])
            self._signs.append(QLabel("›", self))
        for number, (step, text) in enumerate(zip(self._steps, texts, strict=False)):
            whole = " ".join(text.split())
            step.setProperty("whole", whole)
            step.setProperty("number", number)
            step.setText(self._short(whole))
            step.setAccessibleName(self._spoken(number, whole))
            step.setProperty("part", "column" if number < len(self._columns) else "section")
            step.style().unpolish(step)
            step.style().polish(step)

    def _fit(self) -> None:
        """Show the steps that there is room for: the first, and as many of the last as fit."""
        count = len(self._columns) + len(self._sections)
        hidden = self._hidden(count)
        while self._line.takeAt(0):
            pass
        for widget in (*self._steps, *self._signs, self._more):
            widget.hide()
        self._menu.clear()
        for number in range(count):
            if number in hidden:
                self._hide_behind_more(number, first=number == hidden.start)
            else:
                self._place(number)
        self._line.addStretch(1)

    def _place(self, number: int) -> None:
        if number:
            self._line.addWidget(self._signs[number])
            self._signs[number].show()
        self._line.addWidget(self._steps[number])
        self._steps[number].show()

    def _hide_behind_more(self, number: int, *, first: bool) -> None:
        if first:
            self._line.addWidget(self._signs[number])
            self._signs[number].show()
            self._line.addWidget(self._more)
            self._more.show()
        action = self._menu.addAction(self._steps[number].property("whole").replace("&", "&&"))
        action.setData(number)
        action.triggered.connect(self._choose_hidden)

    def _hidden(self, count: int) -> range:
        """Return the numbers of the steps in the middle for which there is no room."""
        widths = [self._width(self._steps[number].text()) for number in range(count)]
        room = self.width() - 32
        if sum(widths) <= room or count < 3:
            return range(0)
        room -= widths[0] + self._width("…")
        first = count
        while first > 1 and (widths[first - 1] <= room or first == count):
            room -= widths[first - 1]
            first -= 1
        return range(1, first)

    def _width(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text) + 2 * _PADDING + self.fontMetrics().horizontalAdvance("›")

    def _short(self, text: str) -> str:
        widest = _WIDEST_EM * self.fontMetrics().height()
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, widest).replace("&", "&&")

    def _spoken(self, number: int, text: str) -> str:
        return (tr("Column {name}") if number < len(self._columns) else tr("Section {name}")).format(name=text)

    def _step(self) -> QToolButton:
        step = self._button()
        step.clicked.connect(self._choose)
        return step

    def _button(self) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setMinimumHeight(_HEIGHT)
        return button

    @Slot()
    def _choose(self) -> None:
        self._tell(self.sender().property("number"))

    @Slot()
    def _choose_hidden(self) -> None:
        self._tell(self.sender().data())  # type: ignore[attr-defined]

    def _tell(self, number: int) -> None:
        if number < len(self._columns):
            self.column_chosen.emit(self._columns[: number + 1])
        else:
            self.section_step_chosen.emit(number - len(self._columns))


_SHEET = """
BreadcrumbBar { border-bottom: 1px solid palette(mid); background: palette(base); }
BreadcrumbBar QLabel { color: palette(placeholder-text); padding: 0 3px; }
BreadcrumbBar QToolButton { padding: 2px 4px; }
BreadcrumbBar QToolButton[part="column"] { color: palette(placeholder-text); }
BreadcrumbBar QToolButton::menu-indicator { image: none; }
"""
