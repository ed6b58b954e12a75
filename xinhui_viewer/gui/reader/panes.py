"""The panes beside the text, one row each: their tabs, menu entries and keys are made from this table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pkgutil import resolve_name
from typing import TYPE_CHECKING, cast

from xinhui_viewer.i18n import N_

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from xinhui_viewer.gui.reader.side_pane import SidePane


@dataclass(frozen=True, slots=True)
class Pane:
    """A tab beside the text: ``text`` is that of its menu entry, ``made`` makes it once the window is painted."""

    name: str
    text: str
    made: Callable[[QWidget], SidePane]
    keys: tuple[str, ...] = ()
    icon: str = ""


def _in(place: str) -> Callable[[QWidget], SidePane]:
    """Return a maker of the pane at ``place`` ("module:class" in this package) that imports its module when called."""
    return lambda parent: cast("SidePane", resolve_name(f"{__package__}.{place}")(parent))


PANES = (
    Pane("outline", N_("O&utline"), _in("outline:OutlinePane"), ("Ctrl+1",), "outline"),
    Pane("matches", N_("&Matches"), _in("matches:MatchesPane"), ("Ctrl+2",), "hits"),
    Pane("details", N_("&Details"), _in("details:DetailsPane"), ("Ctrl+4",), "info"),
    Pane("figures", N_("Fi&gures"), _in("figures:FiguresPane"), ("Ctrl+5",)),
)
