"""The left pane: the library while the search field is empty, else the results; one list for both."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from xinhui_viewer.gui.parts.selected import Selected
from xinhui_viewer.gui.parts.theme import Theme
from xinhui_viewer.gui.results.bulletin_list import BulletinList, Kept
from xinhui_viewer.gui.results.delegates import CountDelegate, HitDelegate
from xinhui_viewer.gui.results.empty_state import EmptyState
from xinhui_viewer.gui.results.found_steps import FoundSteps
from xinhui_viewer.gui.results.head import ResultHead
from xinhui_viewer.gui.results.hints import Hint, Hints
from xinhui_viewer.gui.results.hits_model import ID_ROLE, HitsModel
from xinhui_viewer.gui.results.library_model import NODE_ROLE, QUERY_ROLE, LibraryModel
from xinhui_viewer.gui.results.refine import RefinePane
from xinhui_viewer.gui.results.scope import ScopeLine
from xinhui_viewer.gui.results.seen_rows import SeenRows
from xinhui_viewer.gui.results.views import library_tree, open_single_branches
from xinhui_viewer.i18n import spoken
from xinhui_viewer.records import Facets, Found, Hit, Node
from xinhui_viewer.search.find import Whole

_KEY_PAUSE_MS = 150
_NARROWING = 176  # pixels: bars and a few entries


class BrowsePane(QWidget):
    """Shows bulletins to choose from; emits the chosen one, and ``placed`` when the user's place in them changes."""

    opened = Signal(int)
    entered = Signal(int)
    listed = Signal(object)
    order_chosen = Signal(str)
    rows_wanted = Signal(int, int)
    asked = Signal(object)
    narrowing_wanted = Signal()
    placed = Signal()
    aside_wanted = Signal(int, str)
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choosing = True
        self.node: tuple[str, ...] = ()  # the entry of the library that is listed
        self._expected: Kept | None = None
        self.hits, self._library = HitsModel(self), LibraryModel(self)
        self._hit_delegate, self._count_delegate = HitDelegate(self), CountDelegate(self)
        self.head = ResultHead(self)
        self._tree = library_tree(self, self._library, self._count_delegate)
        self._list = BulletinList(self, self.hits, self._hit_delegate)
        self._list.installEventFilter(self)
        self._found, self._seen = FoundSteps(self._list, self.hits), SeenRows(self._list, self.hits)
        self._empty, self._hints, self.refine = EmptyState(self), Hints(self), RefinePane(self)
        self.scope = ScopeLine(self)
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.setChildrenCollapsible(False)
        self._lay_out()
        self._pause = QTimer(self, singleShot=True, interval=_KEY_PAUSE_MS)
        self._pause.timeout.connect(self._tell_opened)
        self._connect()

    def show_library(self, facets: Facets) -> None:
        """Show the archive's facets in the tree."""
        self._library.show(facets)
        for row in range(self._library.rowCount()):
            self._tree.expand(self._library.index(row, 0))
        open_single_branches(self._tree, self._library.index(1, 0))
        if self.node and (chosen := self._library.node_index(self.node)).isValid():
            self._tree.scrollTo(chosen)
            self._tree.setCurrentIndex(chosen)

    def choose_everything(self) -> None:
        """Choose all bulletins in the library, which lists them by itself."""
        everything = self._library.index(0, 0)
        self.node = everything.data(NODE_ROLE) or ()
        self._tree.setCurrentIndex(everything)

    def place(self) -> Kept:
        """Return the user's place in the list, with a selection of a few thousand bulletins at most."""
        return self._list.place()

    def expect(self, kept: Kept) -> None:
        """Restore a place in the next answer."""
        self._expected = kept

    def placed_at(self, *, again: bool) -> frozenset[int]:
        """Return the ids of the bulletins at the place that the next answer is shown at, ``again`` the same."""
        kept = self._expected or (self._list.place() if again else None)
        return frozenset((*kept.selected.ids, kept.current, kept.top)) - {0} if kept else frozenset()

    def show_found(
        self,
        found: Found,
        summary: str,
        *,
        library: bool,
        again: bool = False,
        hints: tuple[Hint, ...] = (),
        bare: tuple[Hit, ...] = (),
        whole: Whole | None = None,
    ) -> None:
        """Show the first rows of an answer with its hints; ``library`` keeps the tree above it.

        With ``again``, the answer to the same query, the user's place in the list is kept. ``bare`` are the hits
        without excerpts. Further rows are those of the ``whole``, or follow later.
        """
        self.head.set_busy(False)
        self._choosing = False
        self._list.set_rows(excerpts=not library)
        kept, again = self._expected or self._list.kept(), again or self._expected is not None
        self._expected = None
        self.hits.show(found.hits, complete=found.complete, bare=bare, again=again)
        if whole is not None:
            self.hits.know(whole)
        self.head.show_partial(not library and bool(found.partial))
        if again:
            self._list.restore(kept)
        else:
            self._list.scrollToTop()
        self._tree.setVisible(library)
        self.head.show_choices(not library)
        self._hints.show_hints(hints)
        self._say(summary, *(hint.text for hint in hints if hint.text))
        self._choosing = True
        self._empty.hide()
        self._list.setVisible(True)

    def show_count(self, summary: str) -> None:
        """Show the exact number of results, now that it is known."""
        self.head.show_count(summary)

    def show_nothing(self, summary: str, title: str, text: str, hints: tuple[Hint, ...] = ()) -> None:
        """Show that there is nothing to list, the reason, and queries that would find something."""
        self.head.set_busy(False)
        self._expected = None
        self.hits.show((), complete=True)
        self._say(summary, title)
        self.head.show_choices(False)
        self.head.show_partial(False)
        self._hints.show_hints(tuple(hint for hint in hints if not hint.text))
        offers = tuple(offer for hint in hints if hint.explains for offer in hint.offers)
        self._list.hide()
        self._empty.show_state(title, text, offers)

    def offers(self) -> list[QPushButton]:
        """Return the buttons that offer other queries."""
        shown = self._empty if self._empty.isVisibleTo(self) else self._hints
        return [button for button in shown.findChildren(QPushButton) if button.property("query") is not None]

    def set_theme(self, theme: Theme) -> None:
        """Paint rows in the colours of a theme."""
        self._hit_delegate.theme = theme
        self._count_delegate.theme = theme
        self.head.set_theme(theme)
        self.refine.set_theme(theme)

    def set_compact(self, compact: bool) -> None:
        """Show rows with fewer lines, or all."""
        self._list.set_rows(compact=compact)

    def select(self, bulletin_id: int) -> None:
        """Mark the row of a bulletin without emitting, unless the user is about to choose another."""
        if not self._pause.isActive():
            self._choosing = False
            self._list.mark(bulletin_id)
            self._choosing = True

    def selected(self) -> Selected:
        """Return the selected bulletins."""
        return self._list.selected()

    def step(self, rows: int) -> None:
        """Open the bulletin ``rows`` rows below (or above) the current one."""
        row = self._list.currentIndex().row() + rows
        if self.hits.id_of(row):
            self._list.go_to(row)
            self._tell_opened()

    def step_found(self, rows: int) -> None:
        """Go into the next bulletin with matches, below (1) or above (-1) the current one."""
        self._found.step(rows)

    def focus_list(self) -> None:
        """Move the focus to the list, to its first row when none is chosen; without a list, to the offers."""
        if not self._list.isVisibleTo(self) and self.offers():
            self.offers()[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def enter_first(self) -> None:
        """Open the chosen bulletin, or the first, and go into its text."""
        index = self._list.currentIndex()
        self._enter(index if index.isValid() else self.hits.index(0, 0))

    def show_column(self, path: tuple[str, ...]) -> None:
        """Choose a column in the library and list its bulletins."""
        index = self._library.column_index(path)
        if index.isValid():
            self._tree.scrollTo(index)
            self._tree.setCurrentIndex(index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = watched is self._list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and cast(QKeyEvent, event).key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(self._list.currentIndex())
            return True
        return super().eventFilter(watched, event)

    def _say(self, summary: str, *more: str) -> None:
        """Show the number of results, and describe the list for screen readers."""
        self.head.show_count(summary)
        said = spoken((summary, *more))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._list, said))

    def _lay_out(self) -> None:
        self._empty.hide()
        listed, below = QWidget(self), QWidget(self)
        listing = QVBoxLayout(listed)
        listing.addWidget(self._list, 1)
        listing.addWidget(self._empty, 1)
        parts = QSplitter(Qt.Orientation.Vertical, below)
        parts.addWidget(self.refine)
        parts.addWidget(listed)
        parts.setStretchFactor(1, 1)
        parts.setSizes([_NARROWING, 400])
        parts.setChildrenCollapsible(False)
        results = QVBoxLayout(below)
        for part in (self.head, self.scope, self._hints, parts):
            results.addWidget(part)
        results.setStretch(3, 1)
        self._splitter.addWidget(self._tree)
        self._splitter.addWidget(below)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([300, 400])
        whole = QVBoxLayout(self)
        whole.addWidget(self._splitter)
        for layout in (listing, results, whole):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)

    def _connect(self) -> None:
        self._seen.wanted.connect(self.rows_wanted)
        self.head.order_chosen.connect(self.order_chosen)
        self._tree.selectionModel().currentChanged.connect(self._tell_listed)
        self._list.selectionModel().currentChanged.connect(self._wait)
        self._list.selectionModel().selectionChanged.connect(self.placed)
        self._list.verticalScrollBar().valueChanged.connect(self.placed)
        self._list.aside_wanted.connect(self.aside_wanted)
        self._list.menu_wanted.connect(self.menu_wanted)
        self._list.clicked.connect(self._tell_opened)
        self._list.doubleClicked.connect(self._enter)
        self._found.stepped.connect(self._enter)
        self._empty.asked.connect(self.asked)
        self._hints.asked.connect(self.asked)
        self.head.narrowing_wanted.connect(self.narrowing_wanted)

    @Slot(QModelIndex)
    def _tell_listed(self, index: QModelIndex) -> None:
        query: Node | None = index.data(QUERY_ROLE)
        if query is not None and index.data(NODE_ROLE) != self.node:
            self.node = index.data(NODE_ROLE)
            self.listed.emit(query)

    @Slot()
    def _wait(self) -> None:
        if self._choosing and self._list.currentIndex().isValid():
            self._pause.start()

    @Slot()
    def _tell_opened(self) -> None:
        self._pause.stop()
        bulletin: int | None = self._list.currentIndex().data(ID_ROLE)
        if bulletin is not None:
            self.opened.emit(bulletin)

    @Slot(QModelIndex)
    def _enter(self, index: QModelIndex) -> None:
        bulletin: int | None = index.data(ID_ROLE)
        if bulletin is not None:
            if index != self._list.currentIndex():
                self._list.setCurrentIndex(index)
            self._pause.stop()
            self.entered.emit(bulletin)
