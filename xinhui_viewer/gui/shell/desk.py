"""The panes of the window and the connections between them; it holds no logic of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTabWidget

from xinhui_viewer.gui.archives.archives import Archives
from xinhui_viewer.gui.archives.deriving import Deriving
from xinhui_viewer.gui.archives.greeting import greet
from xinhui_viewer.gui.archives.importing import Importing
from xinhui_viewer.gui.archives.keeping import Keeping
from xinhui_viewer.gui.archives.noticing import Noticing
from xinhui_viewer.gui.archives.pasting import Pasting
from xinhui_viewer.gui.archives.rebuilding import Rebuilding
from xinhui_viewer.gui.archives.recent import Recent
from xinhui_viewer.gui.archives.watching import Watching
from xinhui_viewer.gui.archives.working import Working
from xinhui_viewer.gui.figures.key_figures import KeyFiguresFlow
from xinhui_viewer.gui.figures.series import SeriesFlow
from xinhui_viewer.gui.paper.pages import Choices, choices
from xinhui_viewer.gui.paper.paper import Paper
from xinhui_viewer.gui.parts.faults import sentence
from xinhui_viewer.gui.parts.mnemonics import plain
from xinhui_viewer.gui.parts.notice import NoticeBar
from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.parts.state import WindowState
from xinhui_viewer.gui.parts.status import StatusLine
from xinhui_viewer.gui.parts.theme import LIGHT, Theme
from xinhui_viewer.gui.reader import panes
from xinhui_viewer.gui.reader.breadcrumbs import BreadcrumbBar
from xinhui_viewer.gui.reader.copying import Copying
from xinhui_viewer.gui.reader.originals import Originals
from xinhui_viewer.gui.reader.pane import ReaderPane
from xinhui_viewer.gui.reader.reading import Panes, Reading
from xinhui_viewer.gui.reader.side_pane import SidePane
from xinhui_viewer.gui.reader.tab_strip import TabStrip
from xinhui_viewer.gui.reader.tabs import Tabs
from xinhui_viewer.gui.results.listing import ListState
from xinhui_viewer.gui.results.pane import BrowsePane
from xinhui_viewer.gui.results.refining import Refining
from xinhui_viewer.gui.results.searching import Searching
from xinhui_viewer.gui.results.suggesting import Suggesting
from xinhui_viewer.gui.shell.context_menus import ContextMenus
from xinhui_viewer.gui.shell.frame import Frame
from xinhui_viewer.gui.shell.memory import Memory
from xinhui_viewer.gui.shell.opening import Opening, Sides
from xinhui_viewer.gui.shell.restoring import Parts, Restoring
from xinhui_viewer.gui.shell.tabbing import Tabbing
from xinhui_viewer.gui.shell.viewing import Viewing
from xinhui_viewer.gui.tasks import Tasks
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Bulletin


class Desk(QObject):
    """Everything on one archive in one window.

    ``changed`` is emitted when other actions are possible, ``switched`` when a switch changes; ``part_wanted``
    asks for a part of the window by its name: help, preferences, palette.
    """

    changed = Signal()
    switched = Signal()
    part_wanted = Signal(str)

    def __init__(self, window: Frame, memory: Memory) -> None:
        super().__init__(window)
        self.window, self.field, self.arrangement = window, window.field, window.arrangement
        self.tasks = Tasks(self.tell_failure)
        self._build_panes()
        self._build_flows()
        self.opening = Opening(window, Sides(self.browse, self.searching, self.reader, self.reading, self.open_tabs))
        parts = Parts(self.archives, self.list_state, self.reading, self.open_tabs, self.tabs)
        self.restoring = Restoring(window, parts, memory)
        self.tabbing = Tabbing(window, self.open_tabs, self.strip, self.restoring, self.notice)
        self._lay_out()
        self._connect()

    def begin(self, asked: Path | None, wanted: WindowState | None) -> None:
        """Show an archive, in a wanted state, and search the text that was typed before it was open."""
        self.viewing.restore()
        self.changed.emit()
        self.restoring.begin(asked, wanted)

    def _build_panes(self) -> None:
        window, actions = self.window, self.window.actions_by_name
        self.notice, self.browse, self.breadcrumbs = NoticeBar(window), BrowsePane(window), BreadcrumbBar(window)
        self.reader, self.strip = ReaderPane(window), TabStrip(window)
        self.status = StatusLine(actions["previous_match"], actions["next_match"], window)
        self.tabs = QTabWidget(window)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)  # a second line under the toolbar's
        self.tabs.setAccessibleName(tr("About this bulletin"))
        self.tabs.tabBar().setAccessibleName(self.tabs.accessibleName())
        self.beside = {row.name: self._tab(row) for row in panes.PANES}

    def _tab(self, row: panes.Pane) -> SidePane:
        pane = row.made(self.window)
        pane.setObjectName(row.name)
        self.tabs.addTab(pane, plain(tr(row.text)))
        pane.titled.connect(lambda text: self.tabs.setTabText(self.tabs.indexOf(pane), text))
        return pane

    def _build_flows(self) -> None:
        window, settings, work = self.window, self.window.settings, self.window.work
        reading = Panes(self.reader, self.breadcrumbs, tuple(self.beside.values()))
        self.archives = Archives(self.tasks, settings, window)
        self.searching = Searching(self.tasks, self.browse, self)
        self.list_state = ListState(self.searching, self.browse)
        self.refining = Refining(self.tasks, settings, self.searching, self.browse)
        self.suggesting = Suggesting(self.tasks, settings, self.searching, self.field, self.browse)
        self.reading = Reading(self.tasks, reading, LIGHT, self)
        self.open_tabs = Tabs(self.tasks, self.reading, self.strip)
        self.copying = Copying(self.reading, self.reader)
        self.working = Working(work, self.archives, self.status)
        self.importing = Importing(work, self.archives, self.notice, settings, window)
        self.pasting = Pasting(self.tasks, work, self.archives, self.notice, window)
        self.paper = Paper(self.tasks, work, self.notice, self._on_paper, settings, window)
        self.originals = Originals(self.tasks, self.reading, self.notice, settings, window)
        self.key_figures = KeyFiguresFlow(self.tasks, work, self.notice, settings, window)
        self.series = SeriesFlow(self.tasks, work, window)
        self.watching = Watching(self.tasks, self.archives, self.importing, self.notice, settings, work, window)
        self.rebuilding = Rebuilding(work, self.archives, self.notice)
        self.keeping = Keeping(work, self.archives, self.notice, window)
        self.noticing = Noticing(self.tasks, work, self.archives, window)
        self.recent = Recent(self.archives, settings, window)
        self.deriving = Deriving(self.tasks, work, self.archives)
        self.context_menus = ContextMenus(window, self.copying, self.browse, self.reader, self.beside.values())
        self.viewing = Viewing(
            window, (self.notice, self.strip, self.breadcrumbs), (self.field, self.browse, self.reader, self.tabs)
        )

    def _lay_out(self) -> None:
        window = self.window
        window.put(window.whole, self.notice, at=0)
        window.put(window.left, self.browse)
        window.put(window.centre, self.strip)
        window.put(window.centre, self.breadcrumbs)
        window.put(window.centre, self.reader, stretch=1)
        window.put(window.right, self.tabs)
        window.statusBar().addWidget(self.status, 1)

    def _connect(self) -> None:
        self.field.wanted.connect(self.opening.ask)
        self.field.list_entered.connect(self.browse.focus_list)
        self.field.first_opened.connect(self.searching.enter_first)
        self.field.left.connect(self.reader.setFocus)
        self.field.shortened.connect(self.notice.tell)
        self.browse.opened.connect(self.opening.open)
        self.browse.entered.connect(self.opening.enter)
        self.browse.aside_wanted.connect(self.open_tabs.open_aside)
        self.browse.asked.connect(self.field.show_query)
        self.breadcrumbs.column_chosen.connect(self.opening.list_column)
        self.searching.answered.connect(self.reading.mark)
        self.searching.answered.connect(self.changed)
        self.searching.unknown_found.connect(self.field.mark_unknown)
        self.refining.asked.connect(self.field.show_query)
        self.refining.toggled.connect(self._show_switches)
        self.searching.first_found.connect(self.reading.open)
        self.reading.shown.connect(self._show_bulletin)
        self.reading.moved.connect(self._show_place)
        self.reading.failed.connect(self.tell_failure)
        self.reading.matches_changed.connect(self._show_matches)
        self.copying.copied.connect(self.status.say_copied)
        self.reader.link_clicked.connect(self.viewing.open_link)
        self.reader.link_clicked.connect(self.originals.follow)
        self.open_tabs.changed.connect(self.changed)
        for aside in (self.reader.link_aside, *(pane.link_aside for pane in self.beside.values())):
            for follow in (self.opening.follow_aside, self.viewing.open_link, self.originals.follow):
                aside.connect(follow)
        for pane in self.beside.values():
            pane.link_clicked.connect(self.viewing.open_link)
            pane.section_chosen.connect(self._dismiss)
        self.reader.pressed.connect(self._dismiss)
        self.importing.opened.connect(self.opening.open)
        self.importing.updated.connect(self.reading.reload)
        self.pasting.files_held.connect(self.importing.take)
        self.pasting.link_wanted.connect(self.viewing.open_link)
        self.pasting.opened.connect(self.opening.open)
        self.pasting.updated.connect(self.reading.reload)
        self.key_figures.opened.connect(self.opening.open_figure)
        self.series.opened.connect(self.opening.open_figure)
        self.archives.opened.connect(self._show_archive)
        self.archives.refreshed.connect(self._refresh)
        self.archives.failed.connect(self.tell_failure)
        self.archives.moved.connect(self.notice.put_away)
        self.rebuilding.updated.connect(self.reading.reload)
        self.working.updated.connect(self.reading.reload)
        self.deriving.updated.connect(self.reading.reload)
        self.viewing.changed.connect(self._show_switches)
        self.viewing.themed.connect(self._show_theme)
        self.viewing.zoomed.connect(self.status.show_zoom)
        self.tasks.busy_changed.connect(self.changed)

    def _on_paper(self) -> Choices | None:
        """Return the scopes that can be printed: the selected bulletins, the one on show, all of the list."""
        shown = (self.reading.bulletin.id,) if self.reading.bulletin else ()
        searching = self.searching
        return choices(self.archives.current, self.browse.selected(), shown, searching.query, searching.order)

    # From outside

    def takes_key(self, event: QKeyEvent) -> bool:
        """Handle a key that no pane took; return whether it was one.

        / goes to the field, Esc hides the overlay; a text that cannot be edited leaves Ctrl+V.
        """
        if event.key() == Qt.Key.Key_Slash and not event.modifiers():
            self.viewing.focus_search()
            return True
        if event.key() == Qt.Key.Key_Escape and (self.viewing.leave_focus() or self.arrangement.dismiss_right()):
            self.reader.setFocus()
            return True
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasting.paste()
            return True
        return False

    @Slot()
    def _dismiss(self) -> None:
        """Hide the pane that lies over the text, for the reader is back there."""
        self.arrangement.dismiss_right()

    # On show

    @Slot(object, int)
    def _show_archive(self, archive: Opened, bulletins: int) -> None:
        self.status.show_archive(archive.name, bulletins, archive.sample)
        self.key_figures.show_archive(archive)
        self.series.show_archive(archive)
        self.restoring.show_archive(archive)
        greet(self.notice, archive, bulletins, self.importing, self.archives)

    @Slot(object, int)
    def _refresh(self, archive: Opened, bulletins: int) -> None:
        """Show changes of the archive; the bulletin on show keeps its place."""
        self.status.show_archive(archive.name, bulletins, archive.sample)
        if self.reading.bulletin is None and not self.browse.hits.rowCount():
            self.searching.open_first()
        self.searching.refresh()

    @Slot(object)
    def _show_bulletin(self, shown: Bulletin | None) -> None:
        self.window.setWindowTitle(" — ".join(filter(None, (tr("Xinhui Viewer"), shown.facts.title if shown else ""))))
        if shown is not None:
            self.browse.select(shown.id)
        else:
            self.viewing.leave_focus()
        self._show_place()
        self.changed.emit()

    @Slot()
    def _show_place(self) -> None:
        self.status.show_place(*self.reading.place())

    @Slot(int, int)
    def _show_matches(self, at: int, total: int) -> None:
        self.status.show_matches(at, total)
        self.changed.emit()

    @Slot(object)
    def _show_theme(self, theme: Theme) -> None:
        for part in (self.browse, self.suggesting, self.reading, self.strip):
            part.set_theme(theme)

    @Slot()
    def _show_switches(self) -> None:
        self.status.set_narrow(self.arrangement.overlaid)
        self.switched.emit()

    @Slot(object)
    def tell_failure(self, error: BaseException) -> None:
        """Show a sentence for an error; the details of a program error can be copied."""
        text, details = sentence(error)
        copy = ((tr("Copy the details"), lambda: QGuiApplication.clipboard().setText(details)),) if details else ()
        self.notice.tell(text, (*self.archives.offers(error), *copy), error=True)
