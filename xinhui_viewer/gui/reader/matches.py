"""The matches of this bulletin, each with its context, under the headings of their sections."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from xinhui_viewer.gui.parts.quiet import QuietMessage
from xinhui_viewer.gui.parts.theme import LIGHT, Theme
from xinhui_viewer.gui.reader.matches_model import CURRENT_ROLE, MATCH_ROLE, MOST, SPAN_ROLE, MatchesModel, rows
from xinhui_viewer.gui.reader.positions import units
from xinhui_viewer.gui.reader.side_pane import SidePane
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Bulletin, Section, Span

_Index = QModelIndex | QPersistentModelIndex
_EDGE, _GAP, _LINES = 12, 8, 2


class MatchesPane(SidePane):
    """Shows matches; emits the number of the chosen one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._view = MatchesModel(self), _MatchList(self)
        self._delegate = _MatchDelegate(self._view)
        self._message, self._stack = QuietMessage(self), QStackedWidget(self)
        self._note = QLabel(self, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._note.setProperty("tone", "secondary")
        self._note.setContentsMargins(_EDGE, 8, _EDGE, 4)
        self._view.setModel(self._model)
        self._view.setItemDelegate(self._delegate)
        self._view.chosen.connect(self.match_chosen)
        self._stack.addWidget(self._message)
        self._stack.addWidget(self._view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._note)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self._view)
        self.show_matches("", (), ())

    def show_spans(self, text: Bulletin | None, spans: tuple[Span, ...]) -> None:
        body, sections = (text.body, text.sections) if text else ("", ())
        self.show_matches(body, sections, spans)
        self.titled.emit(tr("Matches {n}").format(n=len(spans)) if spans else tr("Matches"))

    def show_matches(self, body: str, sections: tuple[Section, ...], spans: tuple[Span, ...]) -> None:
        """List the first 2,000 matches of a body, with a note when there are more."""
        self._model.show(rows(body, sections, spans))
        self._note.setVisible(len(spans) > MOST)
        self._note.setText(tr("The first {most} of {total} matches.").format(most=f"{MOST:,}", total=f"{len(spans):,}"))
        self._message.say("", tr("Matches of a search are listed here, section by section."))
        self._stack.setCurrentWidget(self._view if spans else self._message)

    def follow_match(self, index: int) -> None:
        entry = self._model.mark(index)
        if entry.isValid():
            self._view.setCurrentIndex(entry)
            if not self._view.underMouse():
                self._view.scrollTo(entry)
        else:
            self._view.clearSelection()

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self._view.viewport().update()


class _MatchList(QListView):
    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Matches in this bulletin"))
        self.setAccessibleDescription(tr("Press Enter to go to the match."))
        self.setUniformItemSizes(False)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        match = index.data(MATCH_ROLE)
        if match >= 0:
            self.chosen.emit(match)


class _MatchDelegate(QStyledItemDelegate):
    """Paints headings in bold, and matches on two lines with the found words marked."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.theme: Theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        metrics = option.fontMetrics
        line, room = metrics.height(), self._view.viewport().width() - 2 * _EDGE
        if index.data(MATCH_ROLE) >= 0:
            lines = 1 if metrics.horizontalAdvance(index.data()) <= room else _LINES
            return QSize(80, lines * line + 2 * _GAP)
        return QSize(80, line + _GAP + 4 if index.data() else 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        area: QRect = option.rect
        painter.save()
        painter.setClipRect(area)
        if index.data(MATCH_ROLE) < 0:
            self._paint_heading(painter, area, option.font, index.data())
        else:
            self._paint_ground(painter, area, option.state, bool(index.data(CURRENT_ROLE)))
            self._paint_match(painter, area.adjusted(_EDGE, _GAP, -_EDGE, -_GAP), option.font, index)
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRect, font: QFont, text: str) -> None:
        painter.setPen(QColor(self.theme.line))
        painter.drawLine(area.topLeft(), area.topRight())
        bold = QFont(font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(self.theme.text))
        inner = area.adjusted(_EDGE, 4, -_EDGE, 0)
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag, current: bool) -> None:
        if current or state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(self.theme.selection))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(self.theme.hover))
        if current:
            painter.fillRect(QRect(area.left(), area.top(), 4, area.height()), QColor(self.theme.accent))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(self.theme.accent))
            painter.drawRect(area.adjusted(0, 0, -1, -1))

    def _paint_match(self, painter: QPainter, area: QRect, font: QFont, index: _Index) -> None:
        layout = QTextLayout(index.data(), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._marked(index.data(), index.data(SPAN_ROLE), bool(index.data(CURRENT_ROLE)))])
        layout.beginLayout()
        for number in range(_LINES):
            line = layout.createLine()
            if line.isValid():
                line.setLineWidth(area.width())
                line.setPosition(QPointF(0, number * painter.fontMetrics().height()))
        layout.endLayout()
        painter.setPen(QPen(QColor(self.theme.text)))
        layout.draw(painter, QPointF(QPoint(area.left(), area.top())))

    def _marked(self, text: str, span: Span, current: bool) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start = units(text[: span[0]])
        made.length = units(text[span[0] : span[1]])
        look = QTextCharFormat()
        look.setBackground(QColor(self.theme.hit))
        look.setFontUnderline(True)
        look.setUnderlineColor(QColor(self.theme.hit_line))
        if current:
            look.setFontWeight(QFont.Weight.Bold)
        made.format = look
        return made
