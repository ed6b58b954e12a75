"""Steps of a user in a window, and questions on its contents, for the tests of every part."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QTableView, QTextEdit, QTreeView
from pytestqt.qtbot import QtBot

from xinhui_viewer.gui.reader.outline_model import SECTION_ROLE
from xinhui_viewer.gui.results.hits_model import HIT_ROLE
from xinhui_viewer.gui.shell.desk import Desk
from xinhui_viewer.records import Hit, Order

_CHANNELS = ("archive", "library", "search", "whole", "rows", "open", "mark")


def listed(desk: Desk) -> list[Hit]:
    """Return the bulletins in the list, those that are fetched."""
    view = desk.browse.findChild(QTableView, "bulletins")
    assert isinstance(view, QTableView)
    model = view.model()
    hits = (model.index(row, 0).data(HIT_ROLE) for row in range(model.rowCount()))
    return [hit for hit in hits if hit is not None]


def settle(qtbot: QtBot, desk: Desk) -> None:
    """Wait until nothing is being loaded, searched or marked."""
    qtbot.waitUntil(lambda: not any(desk.tasks.busy(name) for name in _CHANNELS))


def search(qtbot: QtBot, desk: Desk, text: str) -> list[Hit]:
    """Type a query and press Enter; return the hits in the list."""
    committed = QInputMethodEvent()
    committed.setCommitString(text)
    with qtbot.waitSignal(desk.searching.answered):
        desk.field.clear()
        QApplication.sendEvent(desk.field, committed)
        qtbot.keyClick(desk.field, Qt.Key.Key_Return)
    settle(qtbot, desk)
    return listed(desk)


def order_by(qtbot: QtBot, desk: Desk, order: Order) -> None:
    """Choose an order of the results."""
    (box,) = desk.browse.head.findChildren(QComboBox)
    box.setCurrentIndex(box.findData(order))
    settle(qtbot, desk)


def click_section(qtbot: QtBot, desk: Desk, number: int) -> None:
    """Click a section in the outline."""
    tree = desk.beside["outline"].findChild(QTreeView)
    assert isinstance(tree, QTreeView)
    tree.expandAll()
    waiting = [tree.model().index(row, 0) for row in range(tree.model().rowCount())]
    index = next(one for one in _all_below(waiting) if one.data(SECTION_ROLE) == number)
    tree.scrollTo(index)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(index).center())


def _all_below(waiting: list[QModelIndex]) -> Iterator[QModelIndex]:
    while waiting:
        index = waiting.pop(0)
        yield index
        waiting += [index.model().index(row, 0, index) for row in range(index.model().rowCount(index))]


def notice_page(folder: Path, number: int) -> Path:
    """Write a notice of that number to import; return its file."""
    page = folder / f"{number}.txt"
    page.write_text(
        f"关于第{number}号通知\n来源:云汀日报 发布日期:2023-06-0{number}\n\n第{number}号事项如下。\n", "utf-8"
    )
    return page


def marked(desk: Desk) -> list[str]:
    """Return the marked texts other than the words of the search."""
    (text,) = desk.reader.findChildren(QTextEdit)
    return [mark.cursor.selectedText() for mark in text.extraSelections()]
