"""The state of the left pane as a value: what it lists and where the user is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from xinhui_viewer.gui.parts.selected import Selected
from xinhui_viewer.gui.parts.state import Listing
from xinhui_viewer.gui.results.bulletin_list import Kept
from xinhui_viewer.gui.results.library_model import query_of

if TYPE_CHECKING:
    from xinhui_viewer.gui.parts.opened import Opened
    from xinhui_viewer.gui.results.pane import BrowsePane
    from xinhui_viewer.gui.results.searching import Searching


class ListState(QObject):
    """Reads the state of the list, and shows an archive's list in a state; ``changed`` is emitted when it changes."""

    changed = Signal()

    def __init__(self, searching: Searching, browse: BrowsePane) -> None:
        super().__init__(searching)
        self._searching, self._browse = searching, browse
        searching.answered.connect(self.changed)
        browse.placed.connect(self.changed)

    def listing(self, text: str) -> Listing:
        """Return the state of the list for the text that is in the field."""
        browse, kept, head = self._browse, self._browse.place(), self._browse.head
        chosen, current, top = kept.selected.ids, kept.current, kept.top
        return Listing(text, head.order(), head.full_only, browse.node, chosen, current, top)

    def show_archive(self, archive: Opened, state: Listing, text: str, *, open_first: bool) -> None:
        """Show an archive's list in a state, with a text searched; ``open_first`` opens its first bulletin."""
        self._browse.head.choose(state.order or "relevance", full_only=state.full_only)
        self._browse.node = state.node
        if text == state.text:
            self._browse.expect(Kept(Selected(state.chosen), state.current, state.top))
        self._searching.show_archive(archive, text, open_first=open_first, listed=query_of(state.node))
