"""The print preview: the same PDF that is printed and saved, black on white in every theme."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QModelIndex,
    QPointF,
    QSize,
    Qt,
    QTimer,
    Signal,
    SignalInstance,
    Slot,
)
from PySide6.QtPdf import QPdfBookmarkModel, QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSplitter,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from xinhui_viewer.gui.paper.options import PaperOptions
from xinhui_viewer.gui.paper.pages import Choices, Sheet
from xinhui_viewer.gui.parts.notice import NoticeBar, Offers
from xinhui_viewer.gui.parts.room import within
from xinhui_viewer.i18n import tr, trn
from xinhui_viewer.records import Layout

_SLOW_MS = 300


class PreviewDialog(QDialog):
    """Shows a PDF with its bookmarks; emits when it is to be made with other options, saved or printed."""

    changed = Signal()
    save_wanted = Signal(object)
    each_wanted = Signal(object, object, str)
    print_wanted = Signal(object)
    stopped = Signal()

    def __init__(self, choices: Choices, layout: Layout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self._buffer = QBuffer(self)
        self._document = QPdfDocument(self)
        self.setWindowTitle(tr("Print preview"))
        self.resize(within(self, QSize(1180, 860)))
        self.options = PaperOptions(choices, layout, self)
        self.options.changed.connect(self.changed)
        self._view, self._bookmarks = self._page_view(), self._bookmark_tree()
        self.notice = NoticeBar(self)
        self._page = QLabel(self, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._bar = QProgressBar(self, textVisible=False, maximum=0)
        self._bar.hide()
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._slow.timeout.connect(self._show_slow)
        self._lay_out()
        self._view.pageNavigator().currentPageChanged.connect(self._show_page)
        self._view.setFocus()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show other pages, at the reader's previous place."""
        page = self._view.pageNavigator().currentPage()
        self._sheet = sheet
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(sheet.content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self.setWindowTitle(tr("Print preview — {name}").format(name=sheet.name))
        self._bookmarks.expandAll()
        if 0 < page < self._document.pageCount():
            self._view.pageNavigator().jump(page, QPointF(), 0)
        self._show_page(self._view.pageNavigator().currentPage())
        self.set_busy(False)

    def set_busy(self, busy: bool) -> None:
        """Disable saving and printing while other pages are made."""
        if busy:
            self._slow.start()
        else:
            self._slow.stop()
            self._bar.hide()
            self._stop.hide()
            self._bar.setMaximum(0)
        for button in (self._save, self._print):
            button.setEnabled(not busy and self._sheet is not None)

    def show_progress(self, done: int, total: int) -> None:
        """Show the progress of the pages, or of the files."""
        self._bar.setMaximum(total)
        self._bar.setValue(done)

    def tell(self, text: str, offers: Offers = (), *, error: bool = False) -> None:
        """Show a sentence on what was done, or could not be, with buttons for it."""
        self.set_busy(False)
        self.notice.tell(text, offers, error=error)

    def page_count(self) -> int:
        """Return the number of pages on show."""
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
        scroll = QScrollArea(self, widgetResizable=True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.options)
        splitter.addWidget(scroll)
        splitter.addWidget(self._bookmarks)
        splitter.addWidget(self._view)
        splitter.setStretchFactor(2, 1)
        splitter.setSizes([280, 200, 700])
        buttons = QHBoxLayout()
        buttons.setContentsMargins(12, 8, 12, 10)
        for text, name, act in (("−", tr("Smaller"), self._smaller), ("+", tr("Larger"), self._larger)):
            button = QToolButton(self)
            button.setText(text)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(act)
            buttons.addWidget(button)
        self._stop = self._button(tr("Stop"), self.stopped)
        self._stop.hide()
        self._print = self._button(tr("&Print…"), self._want_print)
        self._save = self._button(tr("&Export PDF…"), self._want_save)
        self._save.setDefault(True)
        self._page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        buttons.addWidget(self._page, 1)
        for push in (self._stop, self._print, self._save):
            buttons.addWidget(push)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notice)
        layout.addWidget(splitter, 1)
        layout.addWidget(self._bar)
        layout.addLayout(buttons)

    def _button(self, text: str, act: Callable[[], object] | SignalInstance) -> QPushButton:
        push = QPushButton(text, self)
        push.setAutoDefault(False)
        push.clicked.connect(act)
        return push

    @Slot()
    def _show_slow(self) -> None:
        self._bar.show()
        self._stop.show()

    @Slot(int)
    def _show_page(self, page: int) -> None:
        if self._sheet is None:
            return
        pages, kilobytes = self._document.pageCount(), max(1, len(self._sheet.content) // 1024)
        text = trn("Page {page} of {pages} · {size} KB", "Page {page} of {pages} · {size} KB", pages)
        where = text.format(page=page + 1, pages=pages, size=kilobytes)
        self._page.setText(f"{where} · {self._sheet.left_out}" if self._sheet.left_out else where)

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
        if self.options.each.isChecked() and self.options.each.isVisible():
            self.each_wanted.emit(self.options.scope(), self.options.layout_wanted(), self.options.pattern())
        else:
            self.save_wanted.emit(self._sheet)

    @Slot()
    def _want_print(self) -> None:
        self.print_wanted.emit(self._sheet)
