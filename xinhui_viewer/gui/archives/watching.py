"""Watch folders: new files in them are imported automatically."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from xinhui_viewer.gui.archives.archives import Archives
from xinhui_viewer.gui.archives.importing import Importing
from xinhui_viewer.gui.parts.notice import NoticeBar
from xinhui_viewer.gui.parts.window_work import WindowWork
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.gui.tasks import Tasks
from xinhui_viewer.i18n import tr

CHANNEL = "watch"
_RESCAN_MS = 30_000  # network folders and subfolders send no signal
_SETTLE_MS = 1_000
_STILL_SECONDS = 0.9  # a file that has grown may still be being written; a timer may be early by a twentieth

State = tuple[int, int]  # the time of a file's change, in nanoseconds, and its size in bytes


class _Looked(NamedTuple):
    """The existing folders, and the state of each new file in them."""

    there: tuple[Path, ...]
    new: dict[str, State]


class Settling:
    """Finds files that no longer change, by the seconds that pass, not by their dates."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._since: dict[str, tuple[State, float]] = {}

    def still(self, files: dict[str, State]) -> dict[str, State]:
        """Return the files that have not changed for long enough; the others are remembered."""
        now = self._clock()
        self._since = {
            file: before if (before := self._since.get(file)) and before[0] == state else (state, now)
            for file, state in files.items()
        }
        return {file: files[file] for file, (_state, since) in self._since.items() if now - since >= _STILL_SECONDS}


class Watching(QObject):
    """Scans the watched folders when they change, and regularly; new files are imported."""

    def __init__(
        self,
        tasks: Tasks,
        archives: Archives,
        importing: Importing,
        notice: NoticeBar,
        settings: Settings,
        work: WindowWork,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._archives, self._importing, self._notice = tasks, archives, importing, notice
        self._settings, self._work, self._parent = settings, work, parent
        self._seen: dict[str, State] = {}
        self._starting = bool(self.folders)  # the files of folders that were watched before are no news
        self._settling = Settling()
        self._watcher = QFileSystemWatcher(self)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._rescan = QTimer(self, interval=_RESCAN_MS)
        self._watcher.directoryChanged.connect(self._settle.start)
        self._settle.timeout.connect(self.look)
        self._rescan.timeout.connect(self.look)
        importing.failed.connect(self._retry)
        self._follow()

    @property
    def folders(self) -> tuple[Path, ...]:
        """Return the watched folders."""
        return tuple(Path(folder) for folder in self._settings.get("watched"))

    def choose(self) -> None:
        """Ask for a folder and watch it; stop watching one that is watched already."""
        start = self._settings.get("folder")
        chosen = QFileDialog.getExistingDirectory(self._parent, tr("Watch a folder"), start)
        if chosen:
            self.toggle(Path(chosen))

    def toggle(self, folder: Path) -> None:
        """Start or stop watching a folder."""
        watched = [str(other) for other in self.folders]
        if str(folder) in watched:
            watched.remove(str(folder))
            self._notice.tell(tr("No longer watching {folder}.").format(folder=folder))
        else:
            watched.append(str(folder))
            told = tr("Watching {folder}: new files in it are imported.").format(folder=folder)
            self._notice.tell(told, ((tr("Stop watching"), lambda: self.toggle(folder)),))
        self._settings.set("watched", watched)
        self._follow()

    @Slot()
    def look(self) -> None:
        """Import new files of the watched folders into the archive on show, unless that is the sample.

        Of several windows the first one does.
        """
        if self.folders and self._archives.own is not None and self._work.leads:
            folders, seen = self.folders, dict(self._seen)
            self._tasks.start(CHANNEL, lambda job: _look(folders, seen), self._take)

    def _take(self, found: _Looked) -> None:
        away = {str(folder) for folder in found.there} - set(self._watcher.directories())
        added = len(away) - len(self._watcher.addPaths(sorted(away))) if away else 0
        still = self._settling.still(found.new)
        if added or len(still) < len(found.new):  # files that came between the scan and the watch send no signal
            self._settle.start()
        if still and self._archives.own is not None:
            self._seen.update(still)
            self._importing.start_watched(tuple(Path(path) for path in still), told_before=self._starting)
            self._starting = False

    @Slot(object)
    def _retry(self, paths: tuple[Path, ...]) -> None:
        """Take files whose import failed, as while another program writes the archive, again at the next look."""
        for path in paths:
            self._seen.pop(str(path), None)

    def _follow(self) -> None:
        """Scan now, and regularly: a missing folder may come back."""
        if left := set(self._watcher.directories()) - {str(folder) for folder in self.folders}:
            self._watcher.removePaths(sorted(left))
        if self.folders:
            self._rescan.start()
            self._settle.start()
        else:
            self._rescan.stop()


def _look(folders: tuple[Path, ...], seen: dict[str, State]) -> _Looked:
    from xinhui_viewer.importers.run.finding import importable

    new: dict[str, State] = {}
    there = tuple(folder for folder in folders if folder.is_dir())
    for folder in there:
        for path in importable(folder):
            try:
                found = path.stat()
            except OSError:
                continue
            state = found.st_mtime_ns, found.st_size
            if seen.get(str(path)) != state:
                new[str(path)] = state
    return _Looked(there, new)
