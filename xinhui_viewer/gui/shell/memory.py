"""The memory of the program: keeps the session in its file while windows change, and gives it back at the start."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Slot

from xinhui_viewer.gui.parts.state import WindowState
from xinhui_viewer.gui.shell.session_file import SessionFile
from xinhui_viewer.gui.tasks import Tasks

_PAUSE_MS = 700  # from the first change to writing: a user who scrolls without a pause is remembered, too
_PATIENCE = 10.0  # seconds for the last write


class Memory(QObject):
    """The session; ``states`` returns what the windows show now, ``owns`` says that this process writes it.

    Only one process writes the file: another one that was started beside it reads it and forgets.
    """

    def __init__(self, folder: Path, states: Callable[[], Iterable[WindowState]], parent: QObject) -> None:
        super().__init__(parent)
        self._states = states
        self._file = SessionFile(folder / "session.json")
        with suppress(OSError):  # a home that cannot be written: nothing is remembered
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / "session.lock"))
        self._lock.setStaleLockTime(0)  # that of a killed process is known by its number, at any age
        self._tasks = Tasks(lambda _error: None, self)  # a full disk: the next change tries again
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._write)
        self.owns = self._lock.tryLock(0)
        self._session = self._file.read()

    def begin(self, asked: Path | None) -> tuple[WindowState | None, tuple[WindowState, ...]]:
        """Return the states of the first window, which shows an archive if that is asked for, and of the others."""
        windows = self._session.windows
        if asked is None:
            return (windows[0], windows[1:]) if windows else (None, ())
        first = self._session.of(str(asked))
        if first in windows or not windows:
            return first, tuple(state for state in windows if state is not first)
        self.keep(windows[0])
        return first, windows[1:]

    def known(self, archive: str) -> WindowState | None:
        """Return the last state of an archive that no window shows, by its path."""
        return next((state for state in self._session.earlier if state.archive == archive), None)

    def keep(self, state: WindowState) -> None:
        """Keep the state of an archive that is no longer shown."""
        self._session = self._session.left(state)

    def move(self, old: str, new: str) -> None:
        """Know an archive by its new path."""
        self._session = self._session.moved(old, new)

    @Slot()
    def change(self) -> None:
        """Write the session in a moment."""
        if not self._pause.isActive():
            self._pause.start()

    def end(self) -> None:
        """Write the session now, and no more."""
        self._pause.stop()
        self._tasks.close()
        self._tasks.join(_PATIENCE)
        if self.owns:
            with suppress(OSError):
                self._file.write(self._session.showing(self._states()))
            self.owns = False
            self._lock.unlock()

    @Slot()
    def _write(self) -> None:
        if self.owns:
            self._session = session = self._session.showing(self._states())
            self._tasks.start("session", lambda job: self._file.write(session), lambda _done: None)
