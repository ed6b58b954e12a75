"""The frame of the window: the places of toolbar, field and panes, which the desk fills after the first paint.

Keep the imports few: each costs the start of the program (tests/benchmarks/startup.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QSplitter, QToolBar, QVBoxLayout, QWidget

from xinhui_viewer.gui.parts.room import within
from xinhui_viewer.gui.parts.window_work import WindowWork
from xinhui_viewer.gui.results.field import SearchField
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.gui.shell.arrangement import Arrangement
from xinhui_viewer.i18n import tr

if TYPE_CHECKING:
    from xinhui_viewer.gui.parts.state import Layout


class Frame(QMainWindow):
    """The main window without its contents; ``actions_by_name`` holds the actions of its menus.

    ``window_wanted`` asks for another window, in a state, and ``quit_wanted`` for the end of the program.
    """

    language_switched = Signal()
    window_wanted = Signal(object)
    quit_wanted = Signal()

    def __init__(self, settings: Settings, work: WindowWork) -> None:
        super().__init__()
        self.settings, self.work = settings, work
        work.setParent(self)
        self.actions_by_name: dict[str, QAction] = {}
        self.left, self.centre, self.right, self.whole = (QWidget(self) for _ in range(4))
        self.field = SearchField(self)
        self.toolbar = QToolBar(tr("Toolbar"), self)
        self._lay_out()

    def put(self, host: QWidget, part: QWidget, stretch: int = 0, at: int = -1) -> None:
        """Put a widget into one of the frame's panes, below the others."""
        layout = host.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(at, part, stretch)

    def restore(self) -> None:
        """Restore the sizes that the window and its panes had at the previous start."""
        get = self.settings.get
        self.resize(1280, within(self, QSize(1280, 800)).height())
        self.restoreGeometry(get("geometry"))
        if len(get("columns")) == 3:
            self.arrangement.set_sizes(get("columns"))
        self.arrangement.want(left=get("left_shown"), right=get("right_shown"))

    def arrange(self, layout: Layout) -> None:
        """Give the window and its panes other sizes."""
        if layout.geometry and layout.geometry != bytes(self.saveGeometry().data()):
            self.restoreGeometry(QByteArray(layout.geometry))
        if len(layout.widths) == 3:
            self.arrangement.set_sizes([*layout.widths])
        self.arrangement.want(left=layout.left, right=layout.right)
        self.arrangement.read(layout.reading)

    def keep_sizes(self) -> None:
        """Have the next start begin with the sizes of this window and its panes."""
        self.settings.set("geometry", self.saveGeometry())
        self.settings.set("columns", self.arrangement.sizes())
        self.settings.save()

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        self.setMinimumSize(800, 560)
        self.setWindowTitle(tr("Xinhui Viewer"))
        self.splitter = QSplitter(self.whole)
        self.splitter.setHandleWidth(1)
        self.arrangement = Arrangement(self.splitter, self.left, self.centre, self.right)
        for pane in (self.left, self.centre, self.right, self.whole):
            layout = QVBoxLayout(pane)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self.put(self.whole, self.splitter, stretch=1)
        self.setCentralWidget(self.whole)
        self.toolbar.setMovable(False)
        self.toolbar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.addToolBar(self.toolbar)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setMinimumHeight(38)
