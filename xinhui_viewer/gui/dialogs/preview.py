"""The print preview: the very PDF that is printed and saved, black on white whatever the theme."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QModelIndex, QPointF, Qt, Signal, Slot
from PySide6.QtPdf import QPdfBookmarkModel, QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from xinhui_viewer.gui.flows.paper import Sheet
from xinhui_viewer.i18n import tr, trn


class PreviewDialog(QDialog):
    """Shows a PDF with its bookmarks; tells when it is to be saved or printed."""

    save_wanted = Signal(object)
    print_wanted = Signal(object)

    def __init__(self, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(sheet.content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument(self)
        self._document.load(self._buffer)
        self.setWindowTitle(tr("Print preview — {name}").format(name=sheet.name))
        self.resize(980, 860)
        self._view, self._bookmarks = self._page_view(), self._bookmark_tree()
        self._page = QLabel(self)
        self._lay_out()
        self._view.pageNavigator().currentPageChanged.connect(self._show_page)
        self._show_page(0)
        self._view.setFocus()

    def page_count(self) -> int:
        """Return how many pages are on show."""
        return self._document.pageCount()

    def _page_view(self) -> QPdfView:
        view = QPdfView(self)
        view.setDocument(self._document)
        view.setPageMode(QPdfView.PageMode.MultiPage)
        view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        view.setAccessibleName(tr("Pages"))
        return view

    def _bookmark_tree(self) -> QTreeView:
        model = QPdfBookmarkModel(self)
        model.setDocument(self._document)
        tree = QTreeView(self)
        tree.setModel(model)
        tree.setHeaderHidden(True)
        tree.setAccessibleName(tr("Bookmarks"))
        tree.expandAll()
        tree.clicked.connect(self._go_to)
        tree.activated.connect(self._go_to)
        return tree

    def _lay_out(self) -> None:
        splitter = QSplitter(self)
        splitter.addWidget(self._bookmarks)
        splitter.addWidget(self._view)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([230, 750])
        buttons = QHBoxLayout()
        buttons.setContentsMargins(12, 8, 12, 10)
        for text, name, act in (("−", tr("Smaller"), self._smaller), ("+", tr("Larger"), self._larger)):
            button = QToolButton(self)
            button.setText(text)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(act)
            buttons.addWidget(button)
        buttons.addWidget(self._page, 1, Qt.AlignmentFlag.AlignCenter)
        for text, signal, default in (
            (tr("&Print…"), self._want_print, False),
            (tr("&Save PDF…"), self._want_save, True),
        ):
            push = QPushButton(text, self)
            push.setDefault(default)
            push.setAutoDefault(default)
            push.clicked.connect(signal)
            buttons.addWidget(push)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(splitter, 1)
        column.addLayout(buttons)

    @Slot(int)
    def _show_page(self, page: int) -> None:
        pages, kilobytes = self._document.pageCount(), max(1, len(self._sheet.content) // 1024)
        text = trn("Page {page} of {pages} · {size} KB", "Page {page} of {pages} · {size} KB", pages)
        self._page.setText(text.format(page=page + 1, pages=pages, size=kilobytes))

    @Slot(QModelIndex)
    def _go_to(self, index: QModelIndex) -> None:
        page = index.data(int(QPdfBookmarkModel.Role.Page))
        place = index.data(int(QPdfBookmarkModel.Role.Location))
        self._view.pageNavigator().jump(page, place if isinstance(place, QPointF) else QPointF(), 0)

    @Slot()
    def _smaller(self) -> None:
        self._zoom(1 / 1.2)

    @Slot()
    def _larger(self) -> None:
        self._zoom(1.2)

    def _zoom(self, factor: float) -> None:
        if self._view.zoomMode() is not QPdfView.ZoomMode.Custom:
            points = self._document.pagePointSize(0).width() * self.logicalDpiX() / 72
            self._view.setZoomFactor(max(0.1, (self._view.viewport().width() - 24) / max(points, 1)))
            self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        self._view.setZoomFactor(min(max(self._view.zoomFactor() * factor, 0.2), 6.0))

    @Slot()
    def _want_save(self) -> None:
        self.save_wanted.emit(self._sheet)

    @Slot()
    def _want_print(self) -> None:
        self.print_wanted.emit(self._sheet)
