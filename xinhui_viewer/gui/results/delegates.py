"""Paint rows: bulletins in a list, and entries with a count in a tree."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from xinhui_viewer.gui.parts.theme import LIGHT, Theme
from xinhui_viewer.gui.results.hit_lines import broken, draw
from xinhui_viewer.gui.results.hits_model import HIT_ROLE, lacking, origin
from xinhui_viewer.gui.results.library_model import COUNT_ROLE
from xinhui_viewer.i18n import tr, trn
from xinhui_viewer.records import Hit
from xinhui_viewer.search.hits import attachment_of

_Index = QModelIndex | QPersistentModelIndex
_MARGIN, _EDGE, _LEADING = 12, 10, 2
_WIDE = 560


class HitDelegate(QStyledItemDelegate):
    """Paints a bulletin: its title, its origin with the number of matches, the excerpt, and the section around it.

    In ``compact`` rows the title and the excerpt have one line each.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self.excerpts = self.compact = False

    def height(self, font: QFont, width: int) -> int:
        """Return the height of rows of that width, in pixels."""
        return (QFontMetrics(font).height() + _LEADING) * self._lines(width) + 2 * _EDGE

    def _lines(self, width: int) -> int:
        if not self.excerpts:
            return 2 if self.compact else 3
        return 3 if self.compact else 4 if width >= _WIDE else 5

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, self.height(option.font, option.rect.width()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        hit: Hit | None = index.data(HIT_ROLE)
        area: QRect = option.rect
        font: QFont = option.font
        painter.save()
        painter.setClipRect(area)
        self._paint_ground(painter, area, option.state)
        inner = area.adjusted(_MARGIN, _EDGE, -_MARGIN, -_EDGE)
        if hit is not None:
            self._paint_lines(painter, inner, font, hit)
        else:
            self._paint_waiting(painter, inner, QFontMetrics(font).height())
        painter.restore()

    def _paint_waiting(self, painter: QPainter, area: QRect, line: int) -> None:
        """Paint bars in place of the title and the origin of a bulletin that is being fetched."""
        for n, share in enumerate((2, 4)):
            top = area.top() + n * (line + _LEADING) + line // 4
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
        """Paint the lines of a row from its top; what the title does not need is the excerpt's."""
        bold = QFont(font)
        bold.setBold(True)
        left = self._lines(area.width() + 2 * _MARGIN)
        place = _place(hit) if self.excerpts and not self.compact else ""
        title = broken(hit.title or tr("(untitled)"), hit.title_spans, bold, area.width(), 1 if self.compact else 2)
        height = QFontMetrics(font).height() + _LEADING
        row = QRect(area.left(), area.top(), area.width(), height)
        for line in title:
            draw(painter, QPointF(row.topLeft()), line, bold, self.theme.text, self.theme)
            row.translate(0, height)
        self._aside(
            painter, row, font, " · ".join((*origin(hit), *hit.columns[-1:])), _count(hit) if self.excerpts else ""
        )
        row.translate(0, height)
        left -= len(title) + 1 + bool(place)
        if self.excerpts and left > 0:
            for line in broken(hit.excerpt, hit.spans, font, area.width(), left) if hit.excerpt else ():
                draw(painter, QPointF(row.topLeft()), line, font, self.theme.text, self.theme)
                row.translate(0, height)
        self._aside(painter, row, font, place, "")

    def _aside(self, painter: QPainter, area: QRect, font: QFont, text: str, count: str) -> None:
        """Paint a quiet line, cut to leave room for a count at its right."""
        metrics = QFontMetrics(font)
        room = metrics.horizontalAdvance(count) + _MARGIN if count else 0
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font)
        painter.setPen(QColor(self.theme.secondary))
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width() - room)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | middle), elided)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | middle), count)


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
    section = f"§ {hit.section}" if hit.section else ""
    return " · ".join(part for part in (lacking(hit), attachment_of(hit), section) if part)


def _count(hit: Hit) -> str:
    return trn("{n} match", "{n} matches", hit.count).format(n=hit.count) if hit.count else ""
