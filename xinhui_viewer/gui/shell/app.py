"""Start the program: only what must be done before the first paint."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from xinhui_viewer import __version__, i18n, log
from xinhui_viewer.gui.parts import theme
from xinhui_viewer.gui.parts.icons import program_icon
from xinhui_viewer.gui.parts.work import ArchiveWork
from xinhui_viewer.gui.settings import Settings, default_path
from xinhui_viewer.gui.shell.window import Window

if TYPE_CHECKING:
    from xinhui_viewer.gui.tasks import Tasks

_PATIENCE = 10.0  # seconds for stopped work; a thread that does not end in time dies with the program


def run(archive: Path | None) -> int:
    """Show the window on an archive until it is closed; return the exit code."""
    _prefer_a_working_input_method()
    app = QApplication(sys.argv[:1])
    shown = Shown(app, Settings(default_path()))
    shown.open(archive)
    code = app.exec()
    shown.end()
    return code


class Shown:
    """The application, its window and its work on archives, which may outlive the window.

    A change of language replaces the window by a new one.
    """

    def __init__(self, app: QApplication, settings: Settings) -> None:
        self._app, self._settings = app, settings
        self._qt_texts = QTranslator(app)
        app.setApplicationName("xinhui_viewer")
        app.setApplicationVersion(__version__)
        app.setDesktopFileName("xinhui_viewer")
        app.setStyle("Fusion")
        theme.load_fonts()
        app.setFont(theme.interface_font())
        app.setWindowIcon(program_icon())
        self._speak(settings.get("language") or i18n.system_language())
        self.window: Window | None = None
        self.work = ArchiveWork(app)
        self._left: list[Tasks] = []
        app.setQuitOnLastWindowClosed(False)
        self.work.changed.connect(self._quit_once_done)

    def open(self, archive: Path | None) -> Window:
        """Show the window on an archive and return it; a relative path is taken from the current folder."""
        self.window = window = Window(self._settings, self.work)
        window.closed.connect(self._quit_once_done)
        window.language_switched.connect(self._switch_language)
        window.completed.connect(self._follow_system_theme)
        sys.excepthook = self._tell
        window.start(archive.absolute() if archive else None)
        return window

    def end(self) -> None:
        """Stop all work and wait for it: there is no longer a window that would have to wait."""
        self.work.stop_all()
        self.work.join(_PATIENCE)
        self._keep_tasks()
        for tasks in self._left:
            tasks.close()
        for tasks in self._left:
            tasks.join(_PATIENCE)

    def _quit_once_done(self) -> None:
        if self.window is not None and not self.window.isVisible() and not self.work.pieces:
            self._app.quit()

    def _keep_tasks(self) -> None:
        """Keep the window's tasks until their threads have ended."""
        self._left = [tasks for tasks in self._left if tasks.running]
        if self.window is not None and self.window.desk is not None:
            self._left.append(self.window.desk.tasks)

    def _follow_system_theme(self) -> None:
        if self.window is not None and self.window.desk is not None:
            self._app.styleHints().colorSchemeChanged.connect(self.window.desk.viewing.show_theme)

    def _switch_language(self) -> None:
        language = "en" if self._language == "zh_CN" else "zh_CN"
        self._settings.set("language", language)
        self._speak(language)
        self._keep_tasks()
        old = self.window
        current = old.desk.archives.current if old is not None and old.desk is not None else None
        self.open(current.path if current is not None and not current.sample else None)
        if old is not None:
            old.leave()
            old.deleteLater()

    def _speak(self, language: str) -> None:
        self._language = language
        i18n.use(language)
        QLocale.setDefault(QLocale(language))
        self._app.removeTranslator(self._qt_texts)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if language == "zh_CN" and self._qt_texts.load("qtbase_zh_CN", folder):
            self._app.installTranslator(self._qt_texts)

    def _tell(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        if self.window is not None and self.window.desk is not None:
            self.window.desk.tell_failure(error)
        else:
            log.record(error)
            sys.__excepthook__(type(error), error, error.__traceback__)


def _prefer_a_working_input_method() -> None:
    """Use ibus, which fcitx also serves, where fcitx is configured: the Qt wheels have no plug-in for fcitx."""
    if os.environ.get("QT_IM_MODULE", "").startswith("fcitx"):
        folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforminputcontexts"
        if not any(folder.glob("*fcitx*")):
            os.environ["QT_IM_MODULE"] = "ibus"
