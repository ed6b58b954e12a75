"""Notice that another program has changed the archive on show, and show the changes."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QEvent, QFileSystemWatcher, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from xinhui_viewer.gui.archives.archives import Archives
from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.parts.window_work import WindowWork
from xinhui_viewer.gui.tasks import Tasks

CHANNEL = "notice"
_SETTLE_MS = 1000
State = tuple[tuple[int, int], ...]


class Noticing(QObject):
    """Watches the files of the archive on show, and looks at them when the window is used again."""

    def __init__(self, tasks: Tasks, work: WindowWork, archives: Archives, window: QWidget) -> None:
        super().__init__(archives)
        self._tasks, self._work, self._archives, self._window = tasks, work, archives, window
        self._seen: State = ()
        self._watcher = QFileSystemWatcher(self)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._watcher.fileChanged.connect(self._wait)
        self._settle.timeout.connect(self.look)
        archives.opened.connect(self._follow)
        archives.refreshed.connect(self._follow)
        window.installEventFilter(self)

    @Slot()
    def look(self) -> None:
        """Show what another program has changed; work of this one shows its changes itself."""
        path = self._archives.own
        if path is not None and not self._is_worked_on(path):
            self._tasks.start(CHANNEL, lambda job: (path, _state(path)), self._compare)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.WindowActivate:
            self.look()
        return False

    def _compare(self, found: tuple[Path, State]) -> None:
        path, state = found
        if path == self._archives.own and state and state != self._seen and not self._is_worked_on(path):
            self._archives.refresh()

    @Slot(object, int)
    def _follow(self, archive: Opened, _bulletins: int) -> None:
        """Watch the archive on show, as it is now."""
        if watched := self._watcher.files():
            self._watcher.removePaths(watched)
        if archive.sample:
            return
        self._watcher.addPaths([str(file) for file in _files(archive.path) if file.exists()])
        self._tasks.start(CHANNEL, lambda job: (archive.path, _state(archive.path)), self._keep)

    def _keep(self, found: tuple[Path, State]) -> None:
        if found[0] == self._archives.own:
            self._seen = found[1]

    def _is_worked_on(self, path: Path) -> bool:
        return any(piece.archive == path for piece in self._work.pieces)

    @Slot()
    def _wait(self) -> None:
        if not self._settle.isActive():  # a long import of another program is shown once a second, not at its end
            self._settle.start()


def _files(path: Path) -> tuple[Path, Path]:
    return path, path.with_name(path.name + "-wal")


def _state(path: Path) -> State:
    """Return size and time of each file of an archive that has contents; reading alone makes an empty log."""
    found = []
    for file in _files(path):
        with suppress(OSError):
            about = file.stat()
            if about.st_size:
                found.append((about.st_size, about.st_mtime_ns))
    return tuple(found)
