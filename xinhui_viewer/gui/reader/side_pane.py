"""The base of the panes beside the text: they follow the bulletin on show, and lead to places in it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from xinhui_viewer.gui.parts.theme import Theme
from xinhui_viewer.records import Alike, Bulletin, Span


class SidePane(QWidget):
    """A tab beside the text; a pane overrides the methods that concern it.

    ``section_chosen``, ``match_chosen`` (their numbers) and ``span_chosen`` ask for a place in the text,
    ``link_aside`` asks for a link in a tab behind this one, ``alike_wanted`` for the bulletins most like the one on
    show, ``titled`` gives the tab another text.
    """

    section_chosen = Signal(int)
    match_chosen = Signal(int)
    span_chosen = Signal(object)
    section_menu_wanted = Signal(int, QPoint)
    link_clicked = Signal(str)
    link_aside = Signal(str)
    alike_wanted = Signal()
    titled = Signal(str)

    def show_bulletin(self, bulletin: Bulletin | None) -> None:
        """Show another bulletin; with None, show that none is open."""

    def show_alike(self, alike: tuple[Alike, ...]) -> None:
        """Show the bulletins most like the one on show, which are looked for once it is."""

    def show_text(self, text: Bulletin | None) -> None:
        """Show another text: that of the bulletin's page with those of its opened attachments."""

    def show_spans(self, text: Bulletin | None, spans: tuple[Span, ...]) -> None:
        """Show where the searched words stand in the text."""

    def find_section(self) -> None:
        """Move the focus to where a section is sought by its words."""

    def follow(self, section: int, first: int, last: int) -> None:
        """Show the section being read (-1 when there is none) and those in sight."""

    def follow_match(self, index: int) -> None:
        """Show the current match (-1 when there is none)."""

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
