"""The kind of pane that stands beside the text: told of what is on show, it tells where the user wants to go."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from xinhui_viewer.gui.parts.theme import Theme
from xinhui_viewer.records import Bulletin, Span


class SidePane(QWidget):
    """A tab beside the text; a pane overrides what concerns it.

    ``section_chosen``, ``match_chosen`` (their numbers) and ``span_chosen`` ask for a place in the text, ``titled``
    gives the tab another text.
    """

    section_chosen = Signal(int)
    match_chosen = Signal(int)
    span_chosen = Signal(object)
    section_menu_wanted = Signal(int, QPoint)
    link_clicked = Signal(str)
    titled = Signal(str)

    def show_bulletin(self, bulletin: Bulletin | None) -> None:
        """Show another bulletin, or that none is open."""

    def show_spans(self, bulletin: Bulletin | None, spans: tuple[Span, ...]) -> None:
        """Show where the searched words stand in the bulletin's body."""

    def follow(self, section: int, first: int, last: int) -> None:
        """Show which section is being read (-1 for none) and which ones are in sight."""

    def follow_match(self, index: int) -> None:
        """Show which match is the current one (-1 for none)."""

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
