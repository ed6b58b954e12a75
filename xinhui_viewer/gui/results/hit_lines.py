"""Text with marked spans, broken into a few lines for a row of a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption

from xinhui_viewer.gui.parts.theme import Theme
from xinhui_viewer.records import Span


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, and the marked parts of it."""

    text: str
    spans: tuple[Span, ...] = ()


def broken(text: str, spans: tuple[Span, ...], font: QFont, width: int, most: int) -> tuple[Line, ...]:
    """Return a text in at most ``most`` lines of a width in pixels; what does not fit the last one is cut there."""
    text = text.replace("\n", " ").replace("\t", " ")
    layout = _layout(text, font)
    layout.beginLayout()
    cuts = [0]
    while len(cuts) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        cuts.append(cuts[-1] + _characters(text[cuts[-1] :], line.textLength()))
    layout.endLayout()
    lines = [Line(text[first:last], _within(spans, first, last)) for first, last in pairwise(cuts)]
    if cuts[-1] < len(text):
        lines.append(_cut(text[cuts[-1] :], _within(spans, cuts[-1], len(text)), QFontMetrics(font), width))
    return tuple(lines) or (Line(""),)


def draw(painter: QPainter, at: QPointF, line: Line, font: QFont, colour: str, theme: Theme) -> None:
    """Draw a line with its marked parts, whose upper left corner is ``at``."""
    layout = _layout(line.text, font)
    layout.setFormats([_marked(line.text, span, theme) for span in line.spans])
    layout.beginLayout()
    layout.createLine().setLineWidth(100_000)
    layout.endLayout()
    painter.setPen(QColor(colour))
    layout.draw(painter, at)


def _layout(text: str, font: QFont) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    return layout


def _marked(text: str, span: Span, theme: Theme) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = _units(text[: span[0]])
    made.length = _units(text[span[0] : span[1]])
    form = QTextCharFormat()
    form.setBackground(QColor(theme.hit))
    form.setForeground(QColor(theme.text))
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    form.setUnderlineColor(QColor(theme.hit_line))
    made.format = form
    return made


def _cut(text: str, spans: tuple[Span, ...], metrics: QFontMetrics, width: int) -> Line:
    """Cut a text to a width, with its first mark in sight."""
    shift = 0
    if spans and metrics.horizontalAdvance(text[: spans[0][1]]) > width:
        cut = max(0, spans[0][0] - 4)
        text, shift = "…" + text[cut:], cut - 1
    elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    kept = len(elided) - 1 if elided != text else len(text)
    return Line(elided, tuple(_kept(spans, shift, kept)))


def _kept(spans: Iterable[Span], shift: int, kept: int) -> Iterator[Span]:
    for start, end in spans:
        if 0 <= start - shift < min(end - shift, kept):
            yield start - shift, min(end - shift, kept)


def _within(spans: Iterable[Span], first: int, last: int) -> tuple[Span, ...]:
    """Return the parts of spans that lie in a piece of their text, counted from its beginning."""
    cut = ((max(start, first) - first, min(end, last) - first) for start, end in spans)
    return tuple((start, end) for start, end in cut if start < end)


def _units(text: str) -> int:
    """Return the length of ``text`` in UTF-16 units, in which Qt counts."""
    return len(text) + sum(character > "\uffff" for character in text)


def _characters(text: str, units: int) -> int:
    """Return how many characters of ``text`` take ``units`` UTF-16 units."""
    count = min(units, len(text))
    while _units(text[:count]) > units:
        count -= 1
    return count
