"""The actions on tabs and windows, one row each."""

from __future__ import annotations

from xinhui_viewer.gui.shell import needs
from xinhui_viewer.gui.shell.action import WINDOW, Action
from xinhui_viewer.i18n import N_

ACTIONS = (
    Action("new_window", WINDOW, N_("New &window"), lambda d: d.tabbing.new_window(), ("Ctrl+Shift+N",)),
    Action("new_tab", WINDOW, N_("New &tab"), lambda d: d.opening.new_tab(), ("Ctrl+T",)),
    Action(
        "open_aside",
        WINDOW,
        N_("&Open in a new tab"),
        lambda d: d.opening.open_chosen_aside(),
        ("Ctrl+Return", "Ctrl+Enter"),
    ),
    Action("close_tab", WINDOW, N_("&Close tab"), lambda d: d.open_tabs.close(), ("Ctrl+W",), needs=needs.closable),
    Action(
        "reopen_tab",
        WINDOW,
        N_("&Reopen closed tab"),
        lambda d: d.open_tabs.reopen(),
        ("Ctrl+Shift+T",),
        needs=lambda d: d.open_tabs.can_reopen,
    ),
    Action(
        "next_tab",
        WINDOW,
        N_("&Next tab"),
        lambda d: d.opening.step_tab(1),
        ("Ctrl+Tab",),
        needs=needs.several_tabs,
        separated=True,
    ),
    Action(
        "previous_tab",
        WINDOW,
        N_("&Previous tab"),
        lambda d: d.opening.step_tab(-1),
        ("Ctrl+Shift+Tab",),
        needs=needs.several_tabs,
    ),
    Action(
        "close_window",
        WINDOW,
        N_("Close w&indow"),
        lambda d: d.window.close(),
        ("Ctrl+Shift+W",),
        separated=True,
    ),
)
