"""The archives that were open lately: a menu that says which are there, and finds those that were moved."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QMenu, QWidget

from xinhui_viewer.gui.archives.archives import Archives
from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.i18n import tr


class Recent(QObject):
    """Fills ``menu`` whenever it opens; the states of archives come later, each by itself."""

    _seen = Signal(str, bool)

    def __init__(self, archives: Archives, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._archives, self._settings = archives, settings
        self.menu = QMenu(parent)
        self._actions: dict[str, QAction] = {}
        self._there: dict[str, bool] = {}
        self._looked: set[str] = set()
        self.menu.aboutToShow.connect(self._fill)
        self._seen.connect(self._take)

    def popup(self) -> None:
        """Show the menu where the pointer is."""
        self.menu.popup(QCursor.pos())

    @Slot()
    def _fill(self) -> None:
        self.menu.clear()
        self._actions = {}
        for number, path in enumerate(self._settings.get("recent"), start=1):
            action = self._actions[path] = QAction(self.menu)
            action.setCheckable(True)
            action.triggered.connect(partial(self._choose, path))
            self.menu.addAction(action)
            self._show(number, path)
            self._look(path)
        if not self._actions:
            self.menu.addAction(tr("None yet")).setEnabled(False)
            return
        self.menu.addSeparator()
        self.menu.addAction(tr("Clear this list"), partial(self._settings.set, "recent", []))

    def _show(self, number: int, path: str) -> None:
        """Show an archive with its folder; a missing one with the offer to locate it."""
        file, action = Path(path), self._actions[path]
        text = tr("{name} – {folder}").format(name=file.name, folder=file.parent.name)
        if self._there.get(path) is False:
            text = tr("{archive} (missing): locate it…").format(archive=text)
        action.setText(f"&{number}  {text.replace('&', '&&')}")
        action.setChecked(self._archives.own == file)

    def _choose(self, path: str, _checked: bool = False) -> None:
        if self._there.get(path) is False:
            self._archives.locate(Path(path))
        else:
            self._archives.open(Opened(Path(path)))

    def _look(self, path: str) -> None:
        """Look for an archive in a thread that nobody waits for: on a disk of a network that is away it may hang."""
        if path not in self._looked:
            self._looked.add(path)
            Thread(target=self._look_now, args=(path,), daemon=True).start()

    def _look_now(self, path: str) -> None:
        there = Path(path).is_file()
        try:
            self._seen.emit(path, there)
        except RuntimeError:  # the window is gone
            return

    @Slot(str, bool)
    def _take(self, path: str, there: bool) -> None:
        self._looked.discard(path)
        self._there[path] = there
        if path in self._actions:
            self._show([*self._actions].index(path) + 1, path)
