"""The list of bulletins and the tree of the library, as every pane shows them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView, QTreeView, QWidget

from xinhui_viewer.gui.delegates import CountDelegate, HitDelegate
from xinhui_viewer.gui.models.hits import HitsModel
from xinhui_viewer.gui.models.library import LibraryModel
from xinhui_viewer.i18n import tr


def library_tree(parent: QWidget, model: LibraryModel, delegate: CountDelegate) -> QTreeView:
    """Return a tree of columns, years and sources with their counts."""
    tree = QTreeView(parent, headerHidden=True, uniformRowHeights=True)
    tree.setAccessibleName(tr("Library"))
    tree.setModel(model)
    tree.setItemDelegate(delegate)
    tree.setIndentation(14)
    tree.setMinimumHeight(120)
    return tree


def open_single_branches(tree: QTreeView, index: QModelIndex) -> None:
    """Open entries below which there is but one, down to where there is a choice."""
    model = tree.model()
    while index.isValid() and model.rowCount(index) == 1:
        index = model.index(0, 0, index)
        tree.expand(index)


def bulletin_list(parent: QWidget, model: HitsModel, delegate: HitDelegate) -> QTableView:
    """Return a list of bulletins, a row each, of which several can be selected."""
    view = QTableView(parent, showGrid=False, wordWrap=False)
    view.setObjectName("bulletins")
    view.setAccessibleName(tr("Bulletins"))
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTabKeyNavigation(False)
    view.setMouseTracking(True)
    view.horizontalHeader().hide()
    view.horizontalHeader().setStretchLastSection(True)
    view.verticalHeader().hide()
    return view
