"""The state of a window as a value, and an archive shown in its last state."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QTabWidget

from xinhui_viewer.gui.archives.archives import Archives
from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.parts.state import Layout, Listing, WindowState
from xinhui_viewer.gui.reader.reading import Reading
from xinhui_viewer.gui.reader.tabs import Tabs
from xinhui_viewer.gui.results.listing import ListState

if TYPE_CHECKING:
    from xinhui_viewer.gui.shell.frame import Frame
    from xinhui_viewer.gui.shell.memory import Memory

_MOVED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange)


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a window that have a state."""

    archives: Archives
    list: ListState
    reading: Reading
    tabs: Tabs
    beside: QTabWidget


class Restoring(QObject):
    """Knows what the window shows; ``changed`` is emitted when that becomes something else."""

    changed = Signal()

    def __init__(self, window: Frame, parts: Parts, memory: Memory) -> None:
        super().__init__(window)
        self._window, self._parts, self._memory = window, parts, memory
        self._shown: str | None = None  # the archive on show
        self._awaited: WindowState | None = None  # the state of an archive that is not on show yet
        parts.archives.moved.connect(self._follow_move)
        parts.list.changed.connect(self.changed)
        parts.tabs.changed.connect(self.changed)
        parts.reading.moved.connect(self.changed)
        parts.beside.currentChanged.connect(self.changed)
        window.arrangement.changed.connect(self.changed)
        window.installEventFilter(self)

    def begin(self, asked: Path | None, wanted: WindowState | None) -> None:
        """Show an archive: the one asked for, or that of a wanted state, or of the previous start, else the sample."""
        if wanted is not None:
            self._window.arrange(wanted.layout)
            self._show_beside(wanted.layout.beside)
        path = str(asked or (self._window.settings.get("archive") if wanted is None else wanted.archive))
        if path:
            self._awaited = wanted or WindowState(path)
            self._parts.archives.open_first(Path(path))
        else:
            self._awaited = wanted
            self._parts.archives.open_sample()

    def state(self) -> WindowState | None:
        """Return what the window shows, or waits for; None while it begins."""
        if self._awaited is not None and (self._shown is None or self._parts.archives.stands_in):
            return replace(self._awaited, layout=self._layout())
        return self._state(self._shown) if self._shown is not None else None

    def show_archive(self, archive: Opened) -> None:
        """Show an archive as it was left, else from its beginning."""
        path, field, begins = "" if archive.sample else str(archive.path), self._window.field, self._shown is None
        if self._shown is not None and not (self._awaited is not None and self._shown == ""):
            self._memory.keep(self._state(self._shown))
        known = self._known(path)
        listing = known.listing if known is not None else Listing()
        text = field.text().strip() if begins else ""
        self._shown = path
        field.put(text or listing.text)
        tabs = known.tabs if known is not None else ()
        self._parts.list.show_archive(archive, listing, text or listing.text, open_first=not tabs)
        self._parts.tabs.show_archive(archive, tabs, known.current if known is not None else 0)

    @Slot(str, str)
    def _follow_move(self, old: str, new: str) -> None:
        self._memory.move(old, new)
        if self._awaited is not None and self._awaited.archive == old:
            self._awaited = replace(self._awaited, archive=new)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVED and watched is self._window:
            self.changed.emit()
        return False

    def _known(self, path: str) -> WindowState | None:
        """Return the state to show an archive in; one that the user no longer waits for is kept."""
        awaited = self._awaited
        if awaited is not None and (awaited.archive == path or not self._parts.archives.stands_in):
            self._awaited = None
            if awaited.archive == path:
                return awaited
            self._memory.keep(awaited)
        return self._memory.known(path)

    def _state(self, archive: str) -> WindowState:
        listing = self._parts.list.listing(self._window.field.text().strip())
        return WindowState(archive, self._parts.tabs.tabs(), self._parts.tabs.current, listing, self._layout())

    def _layout(self) -> Layout:
        arrangement = self._window.arrangement
        left, right = arrangement.wanted
        beside = self._parts.beside.currentWidget().objectName()
        geometry = bytes(self._window.saveGeometry().data())
        return Layout(geometry, tuple(arrangement.sizes()), left, right, arrangement.reading, beside)

    def _show_beside(self, name: str) -> None:
        tabs = self._parts.beside
        for index in range(tabs.count()):
            if (pane := tabs.widget(index)) is not None and pane.objectName() == name:
                tabs.setCurrentIndex(index)
