"""The window: builds the panes, connects what they wish to what can be done, and holds no logic of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QDesktopServices, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QMessageBox, QSplitter, QTabWidget, QToolBar, QVBoxLayout, QWidget

from xinhui_viewer.gui import menus
from xinhui_viewer.gui.actions import SEEN_FIRST, TOOLBAR_LEFT, TOOLBAR_RIGHT
from xinhui_viewer.gui.arrangement import Arrangement
from xinhui_viewer.gui.faults import sentence
from xinhui_viewer.gui.first_paint import FirstPaint
from xinhui_viewer.gui.flows.archives import Archives
from xinhui_viewer.gui.flows.importing import Importing
from xinhui_viewer.gui.flows.paper import Paper
from xinhui_viewer.gui.flows.reading import Panes, Reading
from xinhui_viewer.gui.flows.searching import Searching
from xinhui_viewer.gui.flows.viewing import Viewing
from xinhui_viewer.gui.opened import Opened
from xinhui_viewer.gui.panes.breadcrumbs import BreadcrumbBar
from xinhui_viewer.gui.panes.browse import BrowsePane
from xinhui_viewer.gui.panes.notice import NoticeBar
from xinhui_viewer.gui.panes.outline import OutlinePane
from xinhui_viewer.gui.panes.reader import ReaderPane
from xinhui_viewer.gui.panes.search_field import SearchField
from xinhui_viewer.gui.panes.status import StatusLine
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.gui.tasks import Tasks
from xinhui_viewer.gui.theme import LIGHT, Theme
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Bulletin


class Window(QMainWindow):
    """The main window on one archive."""

    language_switched = Signal()

    settings: Settings
    tasks: Tasks
    field: SearchField
    browse: BrowsePane
    reader: ReaderPane
    archives: Archives
    searching: Searching
    reading: Reading
    importing: Importing
    paper: Paper
    viewing: Viewing
    actions_by_name: dict[str, QAction]

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.tasks = Tasks(self.tell_failure, self)
        self._build_panes()
        self._build_flows()
        self._lay_out_bars()
        self._connect()
        self.viewing.restore()
        self.enable()
        self.field.setFocus()
        self._asked: Path | None = None
        self._first_paint = FirstPaint(self.splitter)
        self._first_paint.painted.connect(self._complete)

    def _build_panes(self) -> None:
        self.field = SearchField(self)
        self.notice = NoticeBar(self)
        self.browse = BrowsePane(self)
        self.breadcrumbs = BreadcrumbBar(self)
        self.reader = ReaderPane(self)
        self.outline = OutlinePane(self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(tr("About this bulletin"))
        self.tabs.tabBar().setAccessibleName(tr("About this bulletin"))
        self.tabs.addTab(self.outline, tr("Outline"))
        for text in (tr("Matches"), tr("Details")):
            self.tabs.addTab(QWidget(self.tabs), text)
        self.arrangement = self._lay_out()

    def _lay_out(self) -> Arrangement:
        self.setAcceptDrops(True)
        self.setMinimumSize(800, 560)
        whole, centre = QWidget(self), QWidget(self)
        splitter = QSplitter(whole)
        splitter.setHandleWidth(1)
        self.splitter = splitter
        arrangement = Arrangement(splitter, self.browse, centre, self.tabs)
        _stack(centre, self.breadcrumbs, self.reader)
        _stack(whole, self.notice, splitter)
        self.setCentralWidget(whole)
        return arrangement

    def _build_flows(self) -> None:
        self.toolbar = QToolBar(tr("Toolbar"), self)
        areas = (self.field, self.browse, self.reader, self.tabs)
        panes = Panes(self.reader, self.outline, self.breadcrumbs)
        self.archives = Archives(self.tasks, self.settings, self)
        self.searching = Searching(self.tasks, self.browse, self)
        self.reading = Reading(self.tasks, panes, LIGHT, self)
        self.importing = Importing(self.tasks, self.archives, self.settings, self)
        self.paper = Paper(self.tasks, self.notice, self.settings, self)
        self.viewing = Viewing(self.settings, self.arrangement, areas, self.toolbar, self)
        self.actions_by_name = menus.made_actions(self)

    def _lay_out_bars(self) -> None:
        actions = self.actions_by_name
        menus.fill(self.menuBar(), actions)
        self.toolbar.setMovable(False)
        self.toolbar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.toolbar.addActions([actions[name] for name in TOOLBAR_LEFT])
        self.toolbar.addWidget(self.field)
        self.toolbar.addActions([actions[name] for name in TOOLBAR_RIGHT])
        self.addToolBar(self.toolbar)
        stop = QAction(tr("Stop"), self)
        stop.triggered.connect(self.importing.cancel)
        self.status = StatusLine(actions["last_match"], actions["next_match"], stop, self)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.status, 1)
        self.importing.tell_on(self.notice, self.status)

    def _connect(self) -> None:
        self.field.wanted.connect(self._ask)
        self.field.list_entered.connect(self.browse.focus_list)
        self.field.first_opened.connect(self.searching.enter_first)
        self.field.left.connect(self.reader.setFocus)
        self.browse.opened.connect(self._open)
        self.browse.entered.connect(self._enter)
        self.browse.asked.connect(self.field.show_query)
        self.breadcrumbs.column_chosen.connect(self._list_column)
        self.searching.answered.connect(self.reading.mark)
        self.searching.first_found.connect(self.reading.open)
        self.reading.shown.connect(self._show_bulletin)
        self.reading.moved.connect(self._show_place)
        self.reading.matches_changed.connect(self._show_matches)
        self.reader.link_clicked.connect(self.open_link)
        self.archives.opened.connect(self._show_archive)
        self.archives.failed.connect(self.tell_failure)
        self.viewing.changed.connect(self._show_switches)
        self.viewing.themed.connect(self._show_theme)
        self.viewing.zoomed.connect(self.status.show_zoom)
        self.tasks.busy_changed.connect(self.enable)

    def start(self, asked: Path | None) -> None:
        """Show the window, then the archive asked for, or the one of last time, or the sample."""
        self._asked = asked
        self.show()

    @Slot()
    def _complete(self) -> None:
        """Open the archive and build what was not in the first sight of the window."""
        from xinhui_viewer.gui.panes.details import DetailsPane
        from xinhui_viewer.gui.panes.matches import MatchesPane

        self.archives.open_first(self._asked)
        matches, details = MatchesPane(self), DetailsPane(self)
        for index, pane in ((1, matches), (2, details)):
            text, empty = self.tabs.tabText(index), self.tabs.widget(index)
            self.tabs.removeTab(index)
            self.tabs.insertTab(index, pane, text)
            if empty is not None:
                empty.deleteLater()
        details.link_clicked.connect(self.open_link)
        self.viewing.themed.connect(matches.set_theme)
        self.reading.complete(matches, details)
        menus.paint(self.actions_by_name, self.viewing.theme)
        matches.set_theme(self.viewing.theme)

    def switch_language(self) -> None:
        """Ask for the other language."""
        self.language_switched.emit()

    def show_help(self, topic: str) -> None:
        """Show a page of help: keys, search_language or about."""
        from xinhui_viewer.gui.dialogs import help

        {"keys": help.keys, "search_language": help.search_language, "about": help.about}[topic](self)

    # What was chosen to read

    @Slot(str)
    def _ask(self, text: str) -> None:
        self.arrangement.read(False)
        self.searching.ask(text)

    @Slot(int)
    def _open(self, bulletin_id: int) -> None:
        self.arrangement.read(True)
        self.reading.open(bulletin_id)

    @Slot(int)
    def _enter(self, bulletin_id: int) -> None:
        self.arrangement.read(True)
        self.reading.open(bulletin_id, enter=True)

    @Slot(object)
    def _list_column(self, path: tuple[str, ...]) -> None:
        self.arrangement.read(False)
        self.field.clear_now()
        self.browse.show_column(path)

    def find_in_text(self) -> None:
        """Open the find bar of the text."""
        self.arrangement.read(True)
        self.reader.open_find()

    def go_back(self) -> None:
        """Go back to where the reader was; in a narrow window, to the list."""
        if self.arrangement.stacked and not self.browse.isVisible():
            self.arrangement.read(False)
            self.browse.focus_list()
        else:
            self.reading.back()

    def go_forward(self) -> None:
        """Undo going back."""
        self.arrangement.read(True)
        self.reading.forward()

    # Paper

    def preview(self) -> None:
        """Show the pages of the selected bulletins before they are printed or saved."""
        if self.archives.current is not None and (ids := self._on_paper()):
            self.paper.preview(self.archives.current, ids)

    def save_pdf(self) -> None:
        """Save the selected bulletins' summary sheets."""
        if self.archives.current is not None and (ids := self._on_paper()):
            self.paper.save(self.archives.current, ids)

    def print_sheet(self) -> None:
        """Print the selected bulletins' summary sheets."""
        if self.archives.current is not None and (ids := self._on_paper()):
            self.paper.print_out(self.archives.current, ids)

    def _on_paper(self) -> tuple[int, ...]:
        selected = self.browse.selected()
        shown = (self.reading.bulletin.id,) if self.reading.bulletin is not None else ()
        return selected if len(selected) > 1 else shown

    # What is shown

    @Slot(object, int)
    def _show_archive(self, archive: Opened, bulletins: int) -> None:
        self.status.show_archive(archive.name, bulletins, archive.sample)
        self.reading.show_archive(archive)
        self.searching.show_archive(archive, open_first=True)
        told = tr("This is the sample archive.")
        if archive.sample and not self.notice.tells_error():
            offers = (
                (tr("Import my bulletins…"), self.importing.choose_files),
                (tr("New archive…"), self.archives.create),
            )
            self.notice.tell(told, offers)
        elif self.notice.text() == told:
            self.notice.put_away()

    @Slot(object)
    def _show_bulletin(self, shown: Bulletin | None) -> None:
        name = tr("Xinhui Viewer")
        self.setWindowTitle(f"{name} — {shown.title}" if shown else name)
        if shown is not None:
            self.browse.select(shown.id)
        self._show_place()
        self.enable()

    @Slot()
    def _show_place(self) -> None:
        self.status.show_place(*self.reading.place())

    @Slot(int, int)
    def _show_matches(self, at: int, total: int) -> None:
        self.status.show_matches(at, total)
        self.tabs.setTabText(1, tr("Matches {n}").format(n=total) if total else tr("Matches"))
        self.enable()

    @Slot(object)
    def _show_theme(self, theme: Theme) -> None:
        menus.paint(self.actions_by_name, theme, *(SEEN_FIRST if not self.isVisible() else ()))
        self.field.set_theme(theme)
        self.browse.set_theme(theme)
        self.outline.set_theme(theme)
        self.reading.set_theme(theme)

    @Slot()
    def _show_switches(self) -> None:
        menus.check(self.actions_by_name, self.viewing.state())
        self.status.set_narrow(self.arrangement.overlaid)

    @Slot()
    def enable(self) -> None:
        """Enable what can be done now."""
        shown = self.reading.bulletin is not None
        present = {
            "bulletin": shown,
            "matches": shown and self.reader.match_count() > 0,
            "back": self.reading.can_go_back or self.arrangement.stacked,
            "forward": self.reading.can_go_forward,
            "import": not self.importing.busy,
            "paper": shown and not self.paper.busy,
        }
        menus.enable(self.actions_by_name, {name for name, there in present.items() if there})

    @Slot(object)
    def tell_failure(self, error: BaseException) -> None:
        """Show a sentence for what went wrong; a fault of the program itself can be copied."""
        text, details = sentence(error)
        offers = ((tr("Copy the details"), lambda: _copy(details)),) if details else ()
        self.notice.tell(text, offers, error=True)

    @Slot(str)
    def open_link(self, address: str) -> None:
        """Open an address outside, after the user has seen and confirmed it."""
        box = QMessageBox(self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(tr("Open a link"))
        box.setText(tr("Open this address in the browser?"))
        box.setInformativeText(address)
        box.setStandardButtons(QMessageBox.StandardButton.Open | QMessageBox.StandardButton.Cancel)
        if address.startswith(("http://", "https://")) and box.exec() == QMessageBox.StandardButton.Open:
            QDesktopServices.openUrl(QUrl(address))

    # What Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Slash and not event.modifiers():
            self.viewing.focus_search()
        elif event.key() == Qt.Key.Key_Escape and self.arrangement.dismiss_right():
            self.reader.setFocus()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and not self.importing.busy:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        event.acceptProposedAction()
        if len(paths) == 1 and paths[0].suffix == ".xhdb":
            self.archives.open(Opened(paths[0]))
        else:
            self.importing.start(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.viewing.remember()
        self.settings.save()
        self.tasks.close()
        super().closeEvent(event)


def _stack(host: QWidget, small: QWidget, large: QWidget) -> None:
    column = QVBoxLayout(host)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(small)
    column.addWidget(large, 1)


def _copy(text: str) -> None:
    from PySide6.QtGui import QGuiApplication

    QGuiApplication.clipboard().setText(text)
