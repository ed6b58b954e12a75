"""The window as it is first seen: menus, the field and the frame of the panes. The desk fills it after its first paint.

Keep the imports few: each costs the start of the program (tests/benchmarks/startup.py).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QToolBar, QVBoxLayout, QWidget

from xinhui_viewer.gui.parts import theme
from xinhui_viewer.gui.results.field import SearchField
from xinhui_viewer.gui.shell import menus
from xinhui_viewer.gui.shell.actions import SEEN_FIRST, TOOLBAR_LEFT, TOOLBAR_RIGHT
from xinhui_viewer.gui.shell.arrangement import Arrangement
from xinhui_viewer.gui.shell.first_paint import FirstPaint
from xinhui_viewer.i18n import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent

    from xinhui_viewer.gui.settings import Settings
    from xinhui_viewer.gui.shell.desk import Desk


class Window(QMainWindow):
    """The frame: what Qt tells a main window goes on to the desk, once there is one."""

    language_switched = Signal()
    completed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.desk: Desk | None = None
        self._asked: Path | None = None
        self._theme = theme.LIGHT
        self.left, self.centre, self.right, self.whole = (QWidget(self) for _ in range(4))
        self.actions_by_name = menus.made_actions(self)
        self.field = SearchField(self)
        self._lay_out()
        self._lay_out_bars()
        self._restore()
        self._first_paint = FirstPaint(self.whole)
        self._first_paint.painted.connect(self._complete)

    def start(self, asked: Path | None) -> None:
        """Show the window, then the archive asked for, or the one of last time, or the sample."""
        self._asked = asked
        self.show()

    def show_theme(self, chosen: theme.Theme) -> None:
        """Paint the frame in the colours of a theme; before the first paint only the icons that it shows."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, chosen)
        self._theme = chosen
        menus.paint(self.actions_by_name, chosen, *(SEEN_FIRST if self.desk is None else ()))
        self.field.set_theme(chosen)

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        self.setMinimumSize(800, 560)
        self.setWindowTitle(tr("Xinhui Viewer"))
        self.splitter = QSplitter(self.whole)
        self.splitter.setHandleWidth(1)
        self.arrangement = Arrangement(self.splitter, self.left, self.centre, self.right)
        for pane in (self.left, self.centre, self.right, self.whole):
            column = QVBoxLayout(pane)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
        self.put(self.whole, self.splitter, stretch=1)
        self.setCentralWidget(self.whole)

    def put(self, host: QWidget, part: QWidget, stretch: int = 0, at: int = -1) -> None:
        """Put a part into one of the frame's panes, below what is there."""
        layout = host.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(at, part, stretch)

    def _lay_out_bars(self) -> None:
        menus.fill(self.menuBar(), self.actions_by_name)
        self.toolbar = QToolBar(tr("Toolbar"), self)
        self.toolbar.setMovable(False)
        self.toolbar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.toolbar.addActions([self.actions_by_name[name] for name in TOOLBAR_LEFT])
        self.toolbar.addWidget(self.field)
        self.toolbar.addActions([self.actions_by_name[name] for name in TOOLBAR_RIGHT])
        self.addToolBar(self.toolbar)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setMinimumHeight(38)

    def _restore(self) -> None:
        get = self.settings.get
        self.resize(1280, 800)
        self.restoreGeometry(get("geometry"))
        sizes = [int(size) for size in get("columns") if str(size).isdigit()]
        if len(sizes) == 3:
            self.arrangement.set_sizes(sizes)
        self.arrangement.want(left=get("left_shown"), right=get("right_shown"))
        self.show_theme(theme.named(get("theme")))
        menus.enable(self.actions_by_name, set())
        self.field.setFocus()

    @Slot()
    def _complete(self) -> None:
        from xinhui_viewer.gui.shell.desk import Desk

        self.desk = Desk(self)
        menus.paint(self.actions_by_name, self._theme)
        self.desk.begin(self._asked)
        self.completed.emit()

    # What Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.desk is None or not self.desk.takes_key(event):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self.desk is not None and not self.desk.importing.busy:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        event.acceptProposedAction()
        if self.desk is not None:
            self.desk.take(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.set("geometry", self.saveGeometry())
        self.settings.set("columns", self.arrangement.sizes())
        self.settings.save()
        self.hide()  # what still runs may take a moment to end
        if self.desk is not None:
            self.desk.tasks.close()
        super().closeEvent(event)
