"""Entries of the list and of the library as they are painted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTableView, QTreeView

from tests.gui.conftest import OpenDesk
from xinhui_viewer.gui.parts.theme import LIGHT


def edge(view: QAbstractItemView, state: QStyle.StateFlag) -> QColor:
    """The colour of the upper edge of the first entry."""
    image = QImage(200, 60, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    option = QStyleOptionViewItem()
    option.rect, option.state, option.widget = QRect(0, 0, 200, 60), state, view
    painter = QPainter(image)
    view.itemDelegate().paint(painter, option, view.model().index(0, 0))
    painter.end()
    return image.pixelColor(100, 0)


@pytest.mark.parametrize("kind", [QTableView, QTreeView])
def test_the_entry_that_the_keyboard_is_at_has_a_frame(open_desk: OpenDesk, kind: type[QAbstractItemView]) -> None:
    view = open_desk().browse.findChild(kind)
    assert isinstance(view, QAbstractItemView)
    plain, focused = QStyle.StateFlag.State_Enabled, QStyle.StateFlag.State_HasFocus
    assert edge(view, plain) != QColor(LIGHT.accent)
    assert edge(view, plain | focused) == QColor(LIGHT.accent)
