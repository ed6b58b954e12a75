"""Paint rows: bulletins in a list, and entries with a count in a tree."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from xinhui_viewer.gui.parts.theme import LIGHT, Theme
from xinhui_viewer.gui.results.hits_model import HIT_ROLE, lacking, origin
from xinhui_viewer.gui.results.library_model import COUNT_ROLE
from xinhui_viewer.i18n import tr, trn
from xinhui_viewer.records import Hit, Span
from xinhui_viewer.search.hits import attachment_of

_Index = QModelIndex | QPersistentModelIndex
_MARGIN = 12
_WIDE = 560


class HitDelegate(QStyledItemDelegate):
    """Paints a bulletin: its title, its origin, the excerpt with its matches, and the section around it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self.excerpts = False

    def height(self, font: QFont, width: int) -> int:
        """Return the height of rows of that width, in pixels: an excerpt fits one wide or two narrow lines."""
        line = QFontMetrics(font).height()
        lines = (4 if width >= _WIDE else 5) if self.excerpts else 2
        return line * lines + (28 if self.excerpts else 22)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, self.height(option.font, option.rect.width()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        hit: Hit | None = index.data(HIT_ROLE)
        area: QRect = option.rect
        font: QFont = option.font
        painter.save()
        painter.setClipRect(area)
        self._paint_ground(painter, area, option.state)
        inner = area.adjusted(_MARGIN, 8, -_MARGIN, -8)
        if hit is not None:
            self._paint_lines(painter, inner, font, hit)
        else:
            self._paint_waiting(painter, inner, QFontMetrics(font).height())
        painter.restore()

    def _paint_waiting(self, painter: QPainter, area: QRect, line: int) -> None:
        """Paint bars in place of the title and the origin of a bulletin that is being fetched."""
        for n, share in enumerate((2, 4)):
            top = area.top() + n * (line + 2) + line // 4
            painter.fillRect(QRect(area.left(), top, area.width() // share, line // 2), QColor(self.theme.line))

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(self.theme.selection))
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), QColor(self.theme.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(self.theme.hover))
        painter.setPen(QColor(self.theme.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        _frame_focus(painter, area, state, self.theme)

    def _paint_lines(self, painter: QPainter, area: QRect, font: QFont, hit: Hit) -> None:
        bold = QFont(font)
        bold.setBold(True)
        line = QFontMetrics(font).height() + 2
        title = hit.title or tr("(untitled)")
        self._text(painter, area.topLeft(), area.width(), bold, title, hit.title_spans, self.theme.text)
        top = area.top() + line
        below = " · ".join((*origin(hit), *hit.columns[-1:]))
        self._plain(painter, QRect(area.left(), top, area.width(), line), font, below)
        if self.excerpts:
            lines = self._excerpt(painter, QRect(area.left(), top + line, area.width(), 2 * line), font, hit)
            self._plain(painter, QRect(area.left(), top + (1 + lines) * line, area.width(), line), font, _place(hit))

    def _excerpt(self, painter: QPainter, area: QRect, font: QFont, hit: Hit) -> int:
        """Paint the excerpt on two lines, or on one where it fits or the list is wide; return the number of lines."""
        text = hit.excerpt.replace("\n", " ").replace("\t", " ")
        end = (
            len(text) if area.width() + 2 * _MARGIN >= _WIDE else self._first_line(text, font, hit.spans, area.width())
        )
        first = _within(hit.spans, 0, end)
        self._text(painter, area.topLeft(), area.width(), font, text[:end], first, self.theme.text)
        if end >= len(text):
            return 1
        below = QPoint(area.left(), area.top() + area.height() // 2)
        rest = _within(hit.spans, end, len(text))
        self._text(painter, below, area.width(), font, text[end:], rest, self.theme.text)
        return 2

    def _first_line(self, text: str, font: QFont, spans: Iterable[Span], width: int) -> int:
        """Return how many characters of ``text`` fit on its first line."""
        layout = self._layout(text, font, spans)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(width)
        layout.endLayout()
        return _characters(text, line.textLength()) if line.isValid() else len(text)

    def _plain(self, painter: QPainter, area: QRect, font: QFont, text: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(self.theme.secondary))
        elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), elided)

    def _text(
        self, painter: QPainter, at: QPoint, width: int, font: QFont, text: str, spans: Iterable[Span], colour: str
    ) -> None:
        elided, spans = _elided(QFontMetrics(font), text, tuple(spans), width)
        layout = self._layout(elided, font, spans)
        layout.beginLayout()
        layout.createLine().setLineWidth(100_000)
        layout.endLayout()
        painter.setPen(QColor(colour))
        layout.draw(painter, QPointF(at))

    def _layout(self, text: str, font: QFont, spans: Iterable[Span]) -> QTextLayout:
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._marked(text, span) for span in spans])
        return layout

    def _marked(self, text: str, span: Span) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start = _units(text[: span[0]])
        made.length = _units(text[span[0] : span[1]])
        look = QTextCharFormat()
        look.setBackground(QColor(self.theme.hit))
        look.setFontUnderline(True)
        look.setUnderlineColor(QColor(self.theme.hit_line))
        made.format = look
        return made


def _frame_focus(painter: QPainter, area: QRect, state: QStyle.StateFlag, theme: Theme) -> None:
    """Frame the entry that the keyboard is at."""
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QColor(theme.accent))
        painter.drawRect(area.adjusted(0, 0, -1, -1))


class SideDelegate(QStyledItemDelegate):
    """Paints an entry with a word or number of it at the right, in the secondary colour."""

    def __init__(self, role: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self._role = role

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        aside = index.data(self._role)
        said = "" if aside is None else f"{aside:,}" if isinstance(aside, int) else str(aside)
        area: QRect = option.rect
        metrics: QFontMetrics = option.fontMetrics
        width = metrics.horizontalAdvance(said) + 2 * 8
        left = QStyleOptionViewItem(option)
        left.rect = area.adjusted(0, 0, -width, 0)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(self.theme.selection))
        super().paint(painter, left, index)
        painter.save()
        painter.setPen(QPen(QColor(self.theme.secondary)))
        flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(area.adjusted(0, 0, -8, 0), flags, said)
        _frame_focus(painter, area, option.state, self.theme)
        painter.restore()


class CountDelegate(SideDelegate):
    """Paints a tree entry with its count."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COUNT_ROLE, parent)


def _place(hit: Hit) -> str:
    places = trn("{n} match", "{n} matches", hit.count).format(n=hit.count) if hit.count else ""
    section = f"§ {hit.section}" if hit.section else ""
    return " · ".join(part for part in (lacking(hit), attachment_of(hit), section, places) if part)


def _units(text: str) -> int:
    """Return the length of ``text`` in UTF-16 units, in which Qt counts."""
    return len(text) + sum(character > "\uffff" for character in text)


def _characters(text: str, units: int) -> int:
    """Return how many characters of ``text`` take ``units`` UTF-16 units."""
    count = min(units, len(text))
    while _units(text[:count]) > units:
        count -= 1
    return count


def _within(spans: Iterable[Span], first: int, last: int) -> tuple[Span, ...]:
    """Return the parts of spans that lie in a piece of their text, counted from its beginning."""
    cut = ((max(start, first) - first, min(end, last) - first) for start, end in spans)
    return tuple((start, end) for start, end in cut if start < end)


def _elided(metrics: QFontMetrics, text: str, spans: tuple[Span, ...], width: int) -> tuple[str, tuple[Span, ...]]:
    """Cut ``text`` to ``width`` pixels, keeping the first span in sight, and move the spans along."""
    text = text.replace("\n", " ").replace("\t", " ")
    shift = 0
    if spans and metrics.horizontalAdvance(text[: spans[0][1]]) > width:
        cut = max(0, spans[0][0] - 4)
        text, shift = "…" + text[cut:], cut - 1
    elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    kept = len(elided) - 1 if elided != text else len(text)
    moved = ((start - shift, min(end - shift, kept)) for start, end in spans)
    return elided, tuple((start, end) for start, end in moved if 0 <= start < end)
