"""A series as a chart: a line with points over the years. pyqtgraph is loaded when the first chart is made."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyqtgraph as pg
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QVBoxLayout, QWidget

from xinhui_viewer.gui.parts.theme import Theme
from xinhui_viewer.records import Series
from xinhui_viewer.text.figure_text import figure_text

_POINT = 9
_MOST_TOLD = 12  # points whose days have room below the axis


class SeriesChart(QWidget):
    """Shows one series at a time in the colours of a theme."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._values = _ValueAxis("left")
        self.plot: Any = pg.PlotWidget(
            self, background=theme.surface, axisItems={"left": self._values, "bottom": pg.DateAxisItem("bottom")}
        )
        self.plot.setMenuEnabled(False)
        self.plot.showGrid(y=True, alpha=0.15)
        self.plot.hideButtons()
        for name in ("left", "bottom"):
            axis = self.plot.getAxis(name)
            axis.setPen(theme.line)
            axis.setTextPen(theme.secondary)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot)

    def show_series(self, one: Series) -> None:
        """Draw a series; a point under the pointer shows its value."""
        days = [datetime(p.day.year, p.day.month, p.day.day, tzinfo=UTC).timestamp() for p in one.points]
        values = [point.key.figure.value for point in one.points]
        told = [_told(one, number) for number in range(len(one.points))]
        self.plot.show()
        self.plot.clear()
        self.plot.addItem(pg.PlotDataItem(days, values, pen=pg.mkPen(self._theme.accent, width=2)))
        points = pg.ScatterPlotItem(
            days,
            values,
            data=told,
            size=_POINT,
            brush=self._theme.accent,
            pen=pg.mkPen(self._theme.surface, width=1.5),
            hoverable=True,
            hoverSize=_POINT + 4,
            tip=lambda x, y, data: data,
        )
        self.plot.addItem(points)
        self.plot.setTitle(" · ".join(part for part in (one.label, one.unit, one.span) if part), color=self._theme.text)
        low, high = min(values), max(values)
        room = (high - low) * 0.15 or abs(high) * 0.1 or 1.0
        self.plot.setYRange(low - room, high + room)
        self.plot.setXRange(days[0], days[-1], padding=0.08)
        # A year's value stands at its last day, which an axis of dates would call the next year.
        ticks = list(zip(days, _days_told([point.day for point in one.points]), strict=True))
        self.plot.getAxis("bottom").setTicks([ticks] if len(ticks) <= _MOST_TOLD else None)

    def show_nothing(self) -> None:
        """Take the series off, and its axes."""
        self.plot.clear()
        self.plot.hide()

    def save(self, path: Path) -> None:
        """Write the chart as it is shown, as PNG, or as SVG by the ending of the name."""
        if path.suffix.lower() != ".svg":
            self.plot.grab().save(str(path))
            return
        drawing = QSvgGenerator()  # pyqtgraph's own exporter fails on some charts
        drawing.setFileName(str(path))
        drawing.setSize(self.plot.size())
        drawing.setViewBox(self.plot.rect())
        painter = QPainter(drawing)
        self.plot.render(painter)
        painter.end()


class _ValueAxis(pg.AxisItem):  # type: ignore[misc]
    """An axis with numbers in Chinese units: 12万, 3.5亿."""

    def __init__(self, side: str) -> None:
        super().__init__(side)
        self.enableAutoSIPrefix(False)

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [_shortened(value * scale) for value in values]


def _days_told(days: list[date]) -> list[str]:
    """Return the years of days, with their months or days where years alone are not distinct."""
    forms = ("%Y", "%Y-%m", "%Y-%m-%d")
    told = ([day.strftime(form) for day in days] for form in forms)
    return next(names for names in told if len(set(names)) == len(names) or len(names[0]) == len("2000-01-01"))


def _shortened(value: float) -> str:
    for size, sign in ((1e8, "亿"), (1e4, "万")):
        if abs(value) >= size:
            return f"{value / size:g}{sign}"
    return f"{value:g}"


def _told(one: Series, number: int) -> str:
    key = one.points[number].key
    return "\n".join(part for part in (figure_text(key.figure), key.figure.period, key.title) if part)
