"""A histogram over time: one bar for each year or month, chosen with the mouse or the keyboard."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from xinhui_viewer.gui.parts.theme import LIGHT, Theme
from xinhui_viewer.i18n import tr
from xinhui_viewer.search.places import of_time

_HEIGHT, _MARGIN, _GAP = 36, 12, 2
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000}


@dataclass(frozen=True, slots=True)
class Bar:
    """A year or month, ('2024',) or ('2024', '03'), and its count of bulletins; ('',) has those without a date."""

    path: tuple[str, ...]
    count: int

    @property
    def dated(self) -> bool:
        """Return whether it is a year or a month."""
        return bool(self.path[0])


class Bars(QWidget):
    """Draws bars, the oldest at the left; ``chosen`` carries the query for the one picked, or for all between two.

    A range is picked by dragging, or with Shift and the arrows.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self._bars: tuple[Bar, ...] = ()
        self._at = self._from = 0
        self._pressed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Results over time"))
        self.setMouseTracking(True)

    def show_bars(self, bars: tuple[Bar, ...]) -> None:
        """Replace the bars."""
        self._bars, self._at = bars, max(0, len(bars) - 1)
        self._from = self._at
        self.setVisible(len(bars) > 1)
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT + self.fontMetrics().height() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        most = max((bar.count for bar in self._bars), default=1)
        for n, bar in enumerate(self._bars):
            area = self._area(n)
            height = max(2, round(_HEIGHT * bar.count / most)) if bar.count else 1
            picked = n in self._picked() and self.hasFocus()
            colour = QColor(self.theme.accent)
            colour.setAlpha(255 if picked or n == self._under() else 150)
            painter.fillRect(QRect(area.left(), area.bottom() - height + 1, area.width(), height), colour)
            if picked:
                painter.setPen(QColor(self.theme.text))
                painter.drawRect(area.adjusted(-1, 0, 0, 1))
        self._paint_ends(painter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._bar_at(event.position().toPoint())
        self._pressed = at >= 0 and event.button() == Qt.MouseButton.LeftButton
        if self._pressed:
            self._pick(at, alone=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._bar_at(QPoint(event.position().toPoint().x(), _HEIGHT // 2))
        if at >= 0 and self._pressed:
            self._pick(at, alone=False)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = False
            self._choose()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and self._bars:
            at = min(max(self._at + step, 0), len(self._bars) - 1)
            self._pick(at, alone=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._bars:
            self._choose()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Show the name and the count of the bar under the pointer as its tip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._bar_at(event.pos())
            QToolTip.showText(event.globalPos(), self._said(range(at, at + 1)) if at >= 0 else "", self)
            return True
        return super().event(event)

    def _pick(self, at: int, *, alone: bool) -> None:
        self._at = at
        if alone:
            self._from = at
        self._describe()
        self.update()

    def _picked(self) -> range:
        return range(min(self._from, self._at), max(self._from, self._at) + 1)

    def _choose(self) -> None:
        picked = self._picked()
        if self._count(picked):
            ends = self._ends(picked)
            self.chosen.emit(of_time(ends[0].path, ends[-1].path))

    def _count(self, picked: range) -> int:
        return sum(self._bars[n].count for n in picked if self._bars[n].dated or len(picked) == 1)

    def _ends(self, picked: range) -> tuple[Bar, ...]:
        """Return the first and the last of some bars; the bar without a date is never in a range."""
        dated = [self._bars[n] for n in picked if self._bars[n].dated]
        return tuple(dict.fromkeys((dated[0], dated[-1]))) if dated else (self._bars[picked.start],)

    def _area(self, n: int) -> QRect:
        """Return the area of a bar at full height."""
        width = max(1.0, (self.width() - 2 * _MARGIN) / max(1, len(self._bars)))
        width = min(width, 48.0)
        left = _MARGIN + n * width
        return QRect(round(left), 2, max(1, round(left + width) - round(left) - _GAP), _HEIGHT)

    def _bar_at(self, place: QPoint) -> int:
        spread = (self._area(n).adjusted(0, 0, _GAP, 8) for n in range(len(self._bars)))
        return next((n for n, area in enumerate(spread) if area.contains(place)), -1)

    def _under(self) -> int:
        return self._bar_at(self.mapFromGlobal(self.cursor().pos())) if self.underMouse() else -1

    def _paint_ends(self, painter: QPainter) -> None:
        """Write the first and the last name below, and the picked one between them."""
        if not self._bars:
            return
        right = self._area(len(self._bars) - 1).right()
        top, height = _HEIGHT + 4, self.fontMetrics().height() + 2
        ends = QRect(_MARGIN, top, max(right - _MARGIN, 140), height)
        under = self._under()
        shown = self._picked() if self.hasFocus() else range(under, under + 1)
        taken = QRect()
        if shown.start >= 0:
            painter.setPen(QColor(self.theme.text))
            whole = QRect(_MARGIN, top, self.width() - 2 * _MARGIN, height)
            taken = painter.drawText(whole, int(Qt.AlignmentFlag.AlignHCenter), self._said(shown))
        painter.setPen(QColor(self.theme.secondary))
        for at, side in ((0, Qt.AlignmentFlag.AlignLeft), (len(self._bars) - 1, Qt.AlignmentFlag.AlignRight)):
            name = self._named(range(at, at + 1))
            if not painter.boundingRect(ends, int(side), name).adjusted(-4, 0, 4, 0).intersects(taken):
                painter.drawText(ends, int(side), name)

    def _named(self, picked: range) -> str:
        ends = self._ends(picked)
        return "..".join("-".join(end.path) for end in ends) if ends[0].dated else tr("without a date")

    def _said(self, picked: range) -> str:
        return tr("{period}: {count}").format(period=self._named(picked), count=f"{self._count(picked):,}")

    def _describe(self) -> None:
        """Describe the picked bars for screen readers."""
        said = self._said(self._picked()) if self._bars else ""
        self.setAccessibleDescription(said)
        if said and self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
