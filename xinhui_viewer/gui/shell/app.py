"""Start the program: only what must be done before the first paint."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QPoint, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from xinhui_viewer import __version__, i18n, log
from xinhui_viewer.gui.parts import theme
from xinhui_viewer.gui.parts.icons import program_icon
from xinhui_viewer.gui.parts.room import keep_inside
from xinhui_viewer.gui.parts.window_work import WindowWork
from xinhui_viewer.gui.parts.work import ArchiveWork
from xinhui_viewer.gui.settings import Settings, default_path
from xinhui_viewer.gui.shell.second_start import handed_over
from xinhui_viewer.gui.shell.window import Window
from xinhui_viewer.resources import resource

if TYPE_CHECKING:
    from xinhui_viewer.gui.parts.state import WindowState
    from xinhui_viewer.gui.shell.listening import Asked, Listening
    from xinhui_viewer.gui.shell.memory import Memory
    from xinhui_viewer.gui.tasks import Tasks

_BESIDE = QPoint(32, 32)
_QT_TEXTS = ("qtbase_zh_CN", "qt_zh_CN")  # Qt's own, and ours for what these lack (resources/i18n/qt_zh_CN.ts)
_LISTENING_MS = 500
_PATIENCE = 10.0  # seconds for stopped work; a thread that does not end in time dies with the program


def run(archive: Path | None) -> int:
    """Show the windows until they are closed; return the exit code. A program that runs already shows them instead."""
    if handed_over(default_path().parent, archive):
        return 0
    _prefer_a_working_input_method()
    app = QApplication(sys.argv[:1])
    shown = Shown(app, Settings(default_path()))
    shown.open(archive)
    code = app.exec()
    shown.end()
    return code


class Shown:
    """The application, its windows and its work on archives, which may outlive them.

    A change of language replaces every window by a new one in the same state. The windows come back at the next start:
    those that are open when the program ends, or the last one that was closed.
    """

    def __init__(self, app: QApplication, settings: Settings) -> None:
        self._app, self._settings = app, settings
        self._qt_texts = QTranslator(app), QTranslator(app)
        app.setApplicationName("xinhui_viewer")
        app.setApplicationVersion(__version__)
        app.setDesktopFileName("xinhui_viewer")
        app.setStyle("Fusion")
        theme.load_fonts()
        app.setFont(theme.interface_font())
        app.setWindowIcon(program_icon())
        self._speak(settings.get("language") or i18n.system_language())
        self.windows: list[Window] = []
        self._ends = False
        self._memory: Memory | None = None
        self._listening: Listening | None = None
        self.work = ArchiveWork(app)
        self._left: list[Tasks] = []
        app.setQuitOnLastWindowClosed(False)
        self.work.changed.connect(self._quit_once_done)

    @property
    def window(self) -> Window | None:
        """The window that the user is in, or was last."""
        active = self._app.activeWindow()
        return next((one for one in self.windows if one is active), self.windows[-1] if self.windows else None)

    def open(self, archive: Path | None, wanted: WindowState | None = None, *, active: bool = True) -> Window:
        """Show a window on an archive, in a state, and return it; a relative path is taken from the current folder."""
        window = Window(self._settings, WindowWork(self.work, self._leads), wanted, self._is_alone)
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not active)
        self.windows.append(window)
        window.painted.connect(partial(self._complete, window))
        window.closed.connect(partial(self._close, window))
        window.language_switched.connect(self._switch_language)
        window.window_wanted.connect(self._open_beside)
        window.quit_wanted.connect(partial(self._quit, window))
        sys.excepthook = self._tell
        window.start(archive.absolute() if archive else None)
        return window

    def end(self) -> None:
        """Stop all work and wait for it: there is no longer a window that would have to wait."""
        if self._listening is not None:
            self._listening.end()
        if self._memory is not None:
            self._memory.end()
        for texts in self._qt_texts:
            self._app.removeTranslator(texts)
        self.work.stop_all()
        self.work.join(_PATIENCE)
        for window in self.windows:
            self._keep_tasks(window)
        self.windows = []
        for tasks in self._left:
            tasks.close()
        for tasks in self._left:
            tasks.join(_PATIENCE)

    def _complete(self, window: Window) -> None:
        """Fill a painted window; the first one begins with the session, and is followed by its other windows."""
        others: tuple[WindowState, ...] = ()
        if self._memory is None:
            from xinhui_viewer.gui.shell.memory import Memory

            self._memory = Memory(self._settings.folder, self._states, self._app)
            window.wanted, others = self._memory.begin(window.asked)
            QTimer.singleShot(_LISTENING_MS, self._app, self._listen)
        window.complete(self._memory)
        if window.desk is not None:
            self._app.styleHints().colorSchemeChanged.connect(window.desk.viewing.show_theme)
        for state in others:
            self.open(None, state, active=False)
        if others:
            window.activateWindow()

    def _listen(self) -> None:
        """Listen for second starts, once the first bulletin is shown: Qt's network costs 9 ms."""
        if self._memory is not None and self._memory.owns:
            from xinhui_viewer.gui.shell.listening import Listening

            self._listening = Listening(self._settings.folder, self._app)
            self._listening.asked.connect(self._take)

    def _take(self, asked: Asked) -> None:
        """Show what a second start asked for, in front."""
        if asked.token:
            os.environ["XDG_ACTIVATION_TOKEN"] = asked.token  # Qt's plug-in for Wayland takes it from there
        window = self._window_of(asked.archive)
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.activateWindow()

    def _window_of(self, archive: Path | None) -> Window:
        """Return a window that shows an archive, by default the one that the user was in; a new one if there is none.

        Windows that were closed while their work goes on come back.
        """
        assert self._memory is not None
        if not any(window.isVisible() for window in self.windows):
            former, self.windows, self._ends = self.windows, [], False
            for window in former:
                self._keep_tasks(window)
                window.deleteLater()
            return self.open(archive, former[-1].state() if archive is None else None)
        for window in self.windows:
            if archive is not None and window.desk is not None and window.desk.archives.own == archive:
                return window
        if archive is None and self.window is not None:
            return self.window
        return self._open_beside(self._memory.known(str(archive)), archive)

    def _leads(self, work: WindowWork) -> bool:
        """Return whether work is that of the first window that is open."""
        return next((window.work for window in self.windows if window.isVisible()), None) is work

    def _is_alone(self) -> bool:
        return sum(window.isVisible() for window in self.windows) < 2

    def _open_beside(self, state: WindowState | None, archive: Path | None = None) -> Window:
        """Open a window in a state, a little off the one that the user is in, unless it has a place of its own."""
        asking = self.window
        window = self.open(archive, state)
        if asking is not None and (state is None or not state.layout.geometry):
            window.resize(asking.size())
            window.move(asking.pos() + _BESIDE)
            keep_inside(window)
        return window

    def _quit(self, window: Window) -> None:
        """End the program with all windows, which come back at the next start, once the user has confirmed it."""
        if self.work.pieces:
            from xinhui_viewer.gui.shell import leaving

            leaving.ask(window, window.work, self._leave)
        else:
            self._leave()

    def _leave(self) -> None:
        self._ends = True
        for window in self.windows:
            window.leave()

    def _states(self) -> list[WindowState]:
        """Return what the windows show, first the one that the user is in, whose sizes the next start begins with."""
        front = self.window
        if front is not None:
            front.keep_sizes()
        ordered = sorted(self.windows, key=lambda window: window is not front)
        return [state for window in ordered if (state := window.state()) is not None]

    def _close(self, window: Window) -> None:
        """Let a closed window go; the last one stays, to be remembered."""
        ends = self._ends or self._app.isSavingSession()
        if window in self.windows and len(self.windows) > 1 and not ends:
            self.windows.remove(window)
            self._keep_tasks(window)
            window.deleteLater()
        if self._memory is not None:
            self._memory.change()
        self._quit_once_done()

    def _quit_once_done(self) -> None:
        if self.windows and not any(window.isVisible() for window in self.windows) and not self.work.pieces:
            self._app.quit()

    def _keep_tasks(self, window: Window) -> None:
        """Keep a window's tasks until their threads have ended."""
        self._left = [tasks for tasks in self._left if tasks.running]
        if window.desk is not None:
            self._left.append(window.desk.tasks)

    def _switch_language(self) -> None:
        language = "en" if self._language == "zh_CN" else "zh_CN"
        self._settings.set("language", language)
        self._speak(language)
        former, front, self.windows = self.windows, self.window, []
        for window in former:
            state = window.state()
            self.open(window.asked if state is None else None, state, active=window is front)
        for window in former:
            self._keep_tasks(window)
            window.leave()
            window.deleteLater()

    def _speak(self, language: str) -> None:
        self._language = language
        i18n.use(language)
        QLocale.setDefault(QLocale(language))
        folders = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), str(resource("i18n"))
        for texts, name, folder in zip(self._qt_texts, _QT_TEXTS, folders, strict=True):
            self._app.removeTranslator(texts)
            if language == "zh_CN" and texts.load(name, folder):
                self._app.installTranslator(texts)

    def _tell(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        window = self.window
        if window is not None and window.desk is not None:
            window.desk.tell_failure(error)
        else:
            log.record(error)
            sys.__excepthook__(type(error), error, error.__traceback__)


def _prefer_a_working_input_method() -> None:
    """Use ibus, which fcitx also serves, where fcitx is configured: the Qt wheels have no plug-in for fcitx."""
    if os.environ.get("QT_IM_MODULE", "").startswith("fcitx"):
        folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforminputcontexts"
        if not any(folder.glob("*fcitx*")):
            os.environ["QT_IM_MODULE"] = "ibus"
