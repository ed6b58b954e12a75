"""The tree of the library, as every pane shows it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QTreeView, QWidget

from xinhui_viewer.gui.results.delegates import CountDelegate
from xinhui_viewer.gui.results.library_model import LibraryModel
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
    """Open entries with a single child, down to the first choice."""
    model = tree.model()
    while index.isValid() and model.rowCount(index) == 1:
        index = model.index(0, 0, index)
        tree.expand(index)
