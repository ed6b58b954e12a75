"""The tree of the outline: marks the current section, and opens and closes branches as the reader moves."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from xinhui_viewer.gui.parts.theme import LIGHT, Theme
from xinhui_viewer.gui.reader.outline_model import COUNT_ROLE, CURRENT_ROLE, SECTION_ROLE, SEEN_ROLE, OutlineModel

_Index = QModelIndex | QPersistentModelIndex
_ROW, _GAP = 30, 8
_BAR, _THIN_BAR = 4, 2


class OutlineTree(QTreeView):
    """A tree that follows reading; branches that the user opened or closed by hand stay as they are."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget, model: OutlineModel, still_ms: int) -> None:
        super().__init__(parent)
        self._sections = model
        self._still_ms = still_ms
        self._still = QElapsedTimer()
        self._ours = False
        self._current = QPersistentModelIndex()
        self._opened: set[int] = set()
        self._closed: set[int] = set()
        self._delegate = _SectionDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.clicked.connect(self._choose)
        self.expanded.connect(self._keep_open)
        self.collapsed.connect(self._keep_closed)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self._delegate.theme = theme
        self.viewport().update()

    def forget(self) -> None:
        """Forget what was opened and closed: other sections are shown."""
        self._opened, self._closed = set(), set()
        self._still.invalidate()

    def follow(self, current: int) -> None:
        """Open the branch of a section, close those that were opened for others, and scroll to it."""
        self.viewport().update()
        self._current = QPersistentModelIndex(self._sections.section_index(current))
        if self._is_still():
            return
        branch = {*self._sections.path(current), current} if current >= 0 else set()
        self._closed &= branch
        self._ours = True
        for number in self._opened - branch:
            self.setExpanded(self._sections.section_index(number), False)
        self._opened &= branch
        for number in sorted(branch - self._closed):
            index = self._sections.section_index(number)
            if index.isValid() and self._sections.rowCount(index) and not self.isExpanded(index):
                self.setExpanded(index, True)
                self._opened.add(number)
        self._ours = False
        self._bring(current)

    def stay(self) -> None:
        """Keep still for a moment: the user has just chosen a section here."""
        self._still.start()

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: _Index) -> None:
        super().drawRow(painter, options, index)
        theme, top, height = self._delegate.theme, options.rect.top(), options.rect.height()
        if index.data(CURRENT_ROLE):
            painter.fillRect(QRect(0, top, _BAR, height), QColor(theme.accent))
        elif index.data(SEEN_ROLE):
            painter.fillRect(QRect(0, top, _THIN_BAR, height), QColor(theme.secondary))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the section being read, unless the mouse has chosen another."""
        if event.reason() != Qt.FocusReason.MouseFocusReason and self._current.isValid():
            self.setCurrentIndex(self._sections.section_index(self._current.data(SECTION_ROLE)))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _is_still(self) -> bool:
        return self._still.isValid() and not self._still.hasExpired(self._still_ms)

    def _bring(self, current: int) -> None:
        index = self._sections.section_index(current)
        seen = self.viewport().rect().contains(self.visualRect(index).center())
        if index.isValid() and not seen and not self.underMouse():
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self.stay()
        self.chosen.emit(index.data(SECTION_ROLE))

    @Slot(QModelIndex)
    def _keep_open(self, index: QModelIndex) -> None:
        if not self._ours:
            self._opened.discard(index.data(SECTION_ROLE))
            self._closed.discard(index.data(SECTION_ROLE))

    @Slot(QModelIndex)
    def _keep_closed(self, index: QModelIndex) -> None:
        if not self._ours:
            self._opened.discard(index.data(SECTION_ROLE))
            self._closed.add(index.data(SECTION_ROLE))


class _SectionDelegate(QStyledItemDelegate):
    """Paints a heading, heavier where the reader is, with its matches at the right."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(80, max(_ROW, option.fontMetrics.height() + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        area: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(self.theme.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(self.theme.hover))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(self.theme.accent))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        current = bool(index.data(CURRENT_ROLE))
        width = self._paint_count(painter, area, option.font, index.data(COUNT_ROLE))
        font = QFont(option.font)
        font.setBold(current)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.accent if current else self.theme.text))
        inner = area.adjusted(4, 0, -width - _GAP, 0)
        text = QFontMetrics(font).elidedText(index.data(), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
        painter.restore()

    def _paint_count(self, painter: QPainter, area: QRect, font: QFont, count: int) -> int:
        """Paint the number of matches; return its width in pixels."""
        if not count:
            return 0
        painter.setFont(font)
        painter.setPen(QColor(self.theme.secondary))
        flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(area.adjusted(0, 0, -_GAP, 0), flags, f"{count:,}")
        return QFontMetrics(font).horizontalAdvance(f"{count:,}") + _GAP
