"""From what is being typed to what may be meant, and the memory of what was asked before."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent

from xinhui_viewer.gui.flows.archives import Archives
from xinhui_viewer.gui.panes.search_field import SearchField
from xinhui_viewer.gui.panes.suggestions import SuggestionList
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.gui.tasks import Tasks
from xinhui_viewer.gui.window import Window
from xinhui_viewer.job import Job

_REMEMBERED, _SHOWN = 50, 6
_Found = tuple[tuple[str, str, str], ...]


class Suggesting(QObject):
    """Alt+Down goes into the list; Enter takes what is marked there, Esc puts it away."""

    def __init__(self, tasks: Tasks, settings: Settings, archives: Archives, window: Window) -> None:
        super().__init__(window)
        self._tasks, self._settings, self._archives, self._window = tasks, settings, archives, window
        self._field: SearchField = window.field
        self._list = SuggestionList(window)
        self._list.chosen.connect(self._field.show_query)
        self._field.wanted.connect(self._ask)
        self._field.textEdited.connect(self._list.hide)
        self._field.installEventFilter(self)

    def remember(self) -> None:
        """Keep what is in the field: something that it found was read."""
        text = self._field.text().strip()
        if text:
            former = [one for one in self._settings.get("history") if one != text]
            self._settings.set("history", [text, *former][:_REMEMBERED])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._takes(event)
        if event.type() == QEvent.Type.FocusOut:
            self._list.hide()
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        """Return whether a key was for the list of suggestions."""
        key, shown = event.key(), self._list.isVisible()
        if key == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self._list.step(1) if shown else self._ask(self._field.text().strip())
            return True
        if not shown:
            return False
        if key == Qt.Key.Key_Escape:
            self._list.hide()
            return True
        marked = self._list.currentRow() >= 0
        if marked and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._list.step(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            taken = self._list.take()
            self._list.hide()
            return taken
        if key == Qt.Key.Key_Down:
            self._list.hide()
        return False

    @Slot(str)
    def _ask(self, text: str) -> None:
        """Look for what may be meant; an empty field offers what was asked before."""
        archive = self._archives.current
        if archive is None:
            return
        history = tuple(self._settings.get("history"))
        if not text:
            self._tasks.drop("suggest")
            self._show(tuple(("history", one, one) for one in history[:_SHOWN]) if self._field.hasFocus() else ())
            return

        def suggested(job: Job) -> _Found:
            from xinhui_viewer.search.suggest import suggest

            with archive.reading() as db:
                return tuple((one.kind, one.text, one.query) for one in suggest(db, text, history, _SHOWN, job))

        self._tasks.start("suggest", suggested, self._show)

    def _show(self, found: _Found) -> None:
        """Show suggestions beside the list of results, not over it."""
        left = self._window.left
        edge = left.mapTo(self._window, left.rect().topRight()).x() + 2 if left.isVisible() else 0
        self._list.show_below(self._field, edge, found if self._field.hasFocus() else ())
