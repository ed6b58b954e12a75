"""Watched folders: what appears in them is imported without being asked for."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Slot
from PySide6.QtWidgets import QFileDialog

from xinhui_viewer.gui.flows.importing import Importing
from xinhui_viewer.gui.panes.notice import NoticeBar
from xinhui_viewer.gui.tasks import Tasks
from xinhui_viewer.gui.window import Window
from xinhui_viewer.i18n import tr

CHANNEL = "watch"
_RESCAN_MS = 30_000  # network folders and subfolders tell nothing
_SETTLE_MS = 1_000
_STILL_SECONDS = 2.0  # a file younger than this may still be written


class Watching(QObject):
    """Looks into the watched folders when they change, and now and then; new files go to the import."""

    def __init__(self, tasks: Tasks, importing: Importing, notice: NoticeBar, window: Window) -> None:
        super().__init__(window)
        self._tasks, self._importing, self._notice, self._window = tasks, importing, notice, window
        self._seen: dict[str, float] = {}
        self._watcher = QFileSystemWatcher(self)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._rescan = QTimer(self, interval=_RESCAN_MS)
        self._watcher.directoryChanged.connect(self._settle.start)
        self._settle.timeout.connect(self.look)
        self._rescan.timeout.connect(self.look)
        self._follow()

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders that are watched."""
        return tuple(Path(folder) for folder in self._window.settings.get("watched"))

    def choose(self) -> None:
        """Ask for a folder to watch; one that is watched already is watched no more."""
        start = self._window.settings.get("folder")
        chosen = QFileDialog.getExistingDirectory(self._window, tr("Watch a folder"), start)
        if chosen:
            self.toggle(Path(chosen))

    def toggle(self, folder: Path) -> None:
        """Watch a folder from now on, or no more."""
        watched = [str(other) for other in self.folders]
        if str(folder) in watched:
            watched.remove(str(folder))
            self._notice.tell(tr("{folder} is watched no more.").format(folder=folder))
        else:
            watched.append(str(folder))
            told = tr("{folder} is watched: what appears in it is imported.").format(folder=folder)
            self._notice.tell(told, ((tr("Stop watching"), lambda: self.toggle(folder)),))
        self._window.settings.set("watched", watched)
        self._follow()

    @Slot()
    def look(self) -> None:
        """Import what is new in the watched folders, once the import is free."""
        if self.folders and self._importing.own and not self._importing.busy:
            folders, seen = self.folders, dict(self._seen)
            self._tasks.start(CHANNEL, lambda job: _new_files(folders, seen), self._take)

    def _take(self, found: tuple[dict[str, float], bool]) -> None:
        new, unsettled = found
        if unsettled:
            self._settle.start()
        if new and not self._importing.busy:
            self._seen.update(new)
            self._importing.start(tuple(Path(path) for path in new), unasked=True)

    def _follow(self) -> None:
        old = self._watcher.directories()
        if old:
            self._watcher.removePaths(old)
        there = [str(folder) for folder in self.folders if folder.is_dir()]
        if there:
            self._watcher.addPaths(there)
            self._rescan.start()
            self._settle.start()
        else:
            self._rescan.stop()


def _new_files(folders: tuple[Path, ...], seen: dict[str, float]) -> tuple[dict[str, float], bool]:
    """Return the files not seen before with their times, and whether some were too young to be taken yet."""
    from xinhui_viewer.importers.finding import importable

    new: dict[str, float] = {}
    unsettled = False
    for folder in folders:
        for path in importable(folder):
            try:
                changed = path.stat().st_mtime
            except OSError:
                continue
            if seen.get(str(path)) == changed:
                continue
            if time.time() - changed < _STILL_SECONDS:
                unsettled = True
            else:
                new[str(path)] = changed
    return new, unsettled
