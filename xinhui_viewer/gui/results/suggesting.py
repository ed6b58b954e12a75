"""Suggest completions of the typed text, put the chosen one into the field, and keep the search history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QComboBox

from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.parts.theme import Theme
from xinhui_viewer.gui.results.field import SearchField
from xinhui_viewer.gui.results.pane import BrowsePane
from xinhui_viewer.gui.results.searching import Searching
from xinhui_viewer.gui.results.suggestions import SuggestionList
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.gui.tasks import Tasks
from xinhui_viewer.job import Job
from xinhui_viewer.search.suggest import Suggestion, suggest

if TYPE_CHECKING:
    from xinhui_viewer.search.suggest import Suggestion

_REMEMBERED = 50
_MOST = 8


class Suggesting(QObject):
    """Suggests while the user types, and more on request; a search with results is added to the history."""

    def __init__(
        self, tasks: Tasks, settings: Settings, searching: Searching, field: SearchField, browse: BrowsePane
    ) -> None:
        super().__init__(searching)
        self._tasks, self._settings, self._searching, self._field = tasks, settings, searching, field
        self.list = SuggestionList(field, browse, field.window())
        self.list.chosen.connect(self._take)
        field.typed.connect(self._suggest)
        field.list_entered.connect(self.close)
        field.first_opened.connect(self.close)
        browse.opened.connect(self._remember)
        browse.entered.connect(self._remember)

    def call(self) -> None:
        """Suggest now, for an empty field the latest searches, and move the focus to the list."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QComboBox):  # there the same key opens its own list
            focus.showPopup()
            return
        self._field.setFocus()  # focus for any other reason would select the text
        if self.list.isVisible():
            self.list.enter()
        else:
            self._start(self._field.text().strip(), enter=True)

    def forget(self) -> None:
        """Clear the search history."""
        self._settings.set("history", [])
        self.close()

    @Slot()
    def close(self) -> None:
        """Stop suggesting for the typed text."""
        self._tasks.drop("suggest")
        self.list.hide()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self.list.set_theme(theme)

    @Slot(str)
    def _suggest(self, typed: str) -> None:
        if typed and self._settings.get("suggesting"):
            self._start(typed, enter=False)
        else:
            self.close()

    def _start(self, typed: str, *, enter: bool) -> None:
        archive, history = self._searching.archive, tuple(self._settings.get("history"))
        if archive is not None:
            self._tasks.start(
                "suggest",
                lambda job: _suggested(archive, typed, history, job),
                lambda found: self._show(typed, found, enter),
                failed=lambda _error: self.close(),  # the search itself reports problems of the archive
            )

    def _show(self, typed: str, found: tuple[Suggestion, ...], enter: bool) -> None:
        if self._field.text().strip() == typed and not self._field.composing:
            self.list.show_suggestions(found, enter=enter)

    @Slot(object)
    def _take(self, one: Suggestion) -> None:
        """Search a suggestion; an earlier query is put back as it was typed."""
        if one.query is None:
            self._field.show_text(one.text)
        else:
            self._field.show_query(one.query)

    @Slot()
    def _remember(self) -> None:
        text = self._field.text().strip()
        searched = self._settings.get("history")
        if text and searched[:1] != [text] and self._settings.get("remembering"):
            self._settings.set("history", [text, *(one for one in searched if one != text)][:_REMEMBERED])


# Work in the background. The core is imported here, after the first paint.


def _suggested(archive: Opened, typed: str, history: tuple[str, ...], job: Job) -> tuple[Suggestion, ...]:
    if not typed:
        return tuple(Suggestion("history", text) for text in history[:_MOST])
    with archive.reading(job) as db:
        return suggest(db, typed, history, _MOST)
