"""A row of the table of actions, and the menus."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xinhui_viewer.i18n import N_

if TYPE_CHECKING:
    from xinhui_viewer.gui.shell.desk import Desk

FILE, EDIT, VIEW, GO, WINDOW, HELP = N_("&File"), N_("&Edit"), N_("&View"), N_("&Go"), N_("&Window"), N_("&Help")
MENUS = (FILE, EDIT, VIEW, GO, WINDOW, HELP)


@dataclass(frozen=True, slots=True)
class Action:
    """A menu entry; ``needs`` is its precondition, ``checks`` makes it a switch and returns its state."""

    name: str
    menu: str
    text: str
    run: Callable[[Desk], object]
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: Callable[[Desk], bool] | None = None
    checks: Callable[[Desk], bool] | None = None
    separated: bool = False
