"""The user's actions, one row each: menus, shortcuts, their list and the toolbar are made from this table."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from xinhui_viewer.gui.reader import panes
from xinhui_viewer.gui.reader.panes import Pane
from xinhui_viewer.gui.results.words import edit_own_words
from xinhui_viewer.gui.shell import needs, window_actions
from xinhui_viewer.gui.shell.action import EDIT, FILE, GO, HELP, VIEW, Action
from xinhui_viewer.i18n import N_

if TYPE_CHECKING:
    from xinhui_viewer.gui.shell.desk import Desk


def _kept(name: str) -> Callable[[Desk], bool]:
    """Return a function to the state of a setting that is a switch."""
    return lambda desk: bool(desk.window.settings.get(name))


ACTIONS = (
    Action("open", FILE, N_("&Open archive…"), lambda d: d.archives.choose(), ("Ctrl+O",), "open"),
    Action("recent", FILE, N_("Open re&cent"), lambda d: d.recent.popup()),
    Action("create", FILE, N_("&New archive…"), lambda d: d.archives.create()),
    Action("sample", FILE, N_("Open the &sample archive"), lambda d: d.archives.open_sample()),
    Action(
        "import",
        FILE,
        N_("&Import files…"),
        lambda d: d.importing.choose_files(),
        ("Ctrl+I",),
        "import",
        separated=True,
    ),
    Action(
        "import_folder",
        FILE,
        N_("Import &folder…"),
        lambda d: d.importing.choose_folder(),
        ("Ctrl+Shift+I",),
    ),
    Action("compose", FILE, N_("New b&ulletin…"), lambda d: d.pasting.compose(), ("Ctrl+N",)),
    Action("paste", FILE, N_("Paste as a bu&lletin…"), lambda d: d.pasting.paste(), ("Ctrl+Shift+V", "Ctrl+V")),
    Action("watch", FILE, N_("&Watch a folder…"), lambda d: d.watching.choose(), needs=needs.own_archive),
    Action("rebuild", FILE, N_("Re-re&ad all originals"), lambda d: d.rebuilding.start(), needs=needs.own_archive),
    Action(
        "verify", FILE, N_("Verif&y the archive"), lambda d: d.keeping.verify(), needs=needs.own_archive, separated=True
    ),
    Action("back_up", FILE, N_("&Back up the archive…"), lambda d: d.keeping.back_up(), needs=needs.own_archive),
    Action("restore", FILE, N_("&Restore from a backup…"), lambda d: d.keeping.restore()),
    Action(
        "save_pdf",
        FILE,
        N_("&Export PDF…"),
        lambda d: d.paper.save(),
        ("Ctrl+Shift+E",),
        "pdf",
        needs.paper,
        separated=True,
    ),
    Action(
        "preview",
        FILE,
        N_("Print pre&view…"),
        lambda d: d.paper.preview(),
        ("Ctrl+F2", "Ctrl+Shift+S"),
        "preview",
        needs.paper,
    ),
    Action("print", FILE, N_("&Print…"), lambda d: d.paper.print_out(), ("Ctrl+P",), "print", needs.paper),
    Action(
        "export_data", FILE, N_("Export &data…"), lambda d: d.paper.export_data(), ("Ctrl+Alt+E",), needs=needs.paper
    ),
    Action(
        "original", FILE, N_("Save the ori&ginal…"), lambda d: d.originals.save(), needs=needs.bulletin, separated=True
    ),
    Action(
        "attachments", FILE, N_("Save attach&ments…"), lambda d: d.originals.save_attachments(), needs=needs.attachments
    ),
    Action("close", FILE, N_("&Quit"), lambda d: d.window.quit_wanted.emit(), ("Ctrl+Q",), separated=True),
    Action("copy", EDIT, N_("&Copy"), lambda d: d.copying.copy(), ("Ctrl+C",), "copy", needs.bulletin),
    Action(
        "copy_source",
        EDIT,
        N_("Copy with &source"),
        lambda d: d.copying.copy_with_source(),
        ("Ctrl+Alt+C",),
        needs=needs.bulletin,
    ),
    Action(
        "copy_citation",
        EDIT,
        N_("Copy the &reference"),
        lambda d: d.copying.copy_reference(),
        ("Ctrl+Shift+C",),
        needs=needs.bulletin,
    ),
    Action(
        "search",
        EDIT,
        N_("Search &archive"),
        lambda d: d.viewing.focus_search(),
        ("Ctrl+K", "Ctrl+L"),
        "search",
        separated=True,
    ),
    Action("suggest", EDIT, N_("Su&ggestions"), lambda d: d.suggesting.call(), ("Alt+Down",)),
    Action("forget", EDIT, N_("Clear search hist&ory"), lambda d: d.suggesting.forget()),
    Action("own_words", EDIT, N_("My own wor&ds…"), lambda d: edit_own_words(d.notice)),
    Action(
        "narrow",
        EDIT,
        N_("Narro&w the results"),
        lambda d: d.refining.toggle(),
        ("Ctrl+Shift+L",),
        checks=_kept("narrowing"),
    ),
    Action(
        "find",
        EDIT,
        N_("&Find in this bulletin"),
        lambda d: d.opening.find(),
        ("Ctrl+F",),
        needs=needs.bulletin,
    ),
    Action("next_match", EDIT, N_("&Next match"), lambda d: d.reader.next_match(), ("F3",), "down", needs.matches),
    Action(
        "previous_match",
        EDIT,
        N_("&Previous match"),
        lambda d: d.reader.previous_match(),
        ("Shift+F3",),
        "up",
        needs.matches,
    ),
    Action(
        "next_found",
        EDIT,
        N_("Next bulletin with &matches"),
        lambda d: d.browse.step_found(1),
        ("Alt+F3",),
        needs=needs.words,
    ),
    Action(
        "previous_found",
        EDIT,
        N_("Previous bulletin with ma&tches"),
        lambda d: d.browse.step_found(-1),
        ("Alt+Shift+F3",),
        needs=needs.words,
    ),
    Action(
        "preferences",
        EDIT,
        N_("Pr&eferences…"),
        lambda d: d.part_wanted.emit("preferences"),
        ("Ctrl+,",),
        separated=True,
    ),
    Action("zoom_in", VIEW, N_("Zoom &in"), lambda d: d.viewing.zoom(10), ("Ctrl+=", "Ctrl++"), "zoom-in"),
    Action("zoom_out", VIEW, N_("Zoom &out"), lambda d: d.viewing.zoom(-10), ("Ctrl+-",), "zoom-out"),
    Action("zoom_reset", VIEW, N_("Original si&ze"), lambda d: d.viewing.zoom(0), ("Ctrl+0",), "zoom-reset"),
    Action("serif", VIEW, N_("&Serif text"), lambda d: d.viewing.toggle_serif(), checks=_kept("serif")),
    Action(
        "left",
        VIEW,
        N_("&Left pane"),
        lambda d: d.viewing.toggle_left(),
        ("F9",),
        checks=lambda d: d.arrangement.left_shown,
        separated=True,
    ),
    Action(
        "right",
        VIEW,
        N_("&Right pane"),
        lambda d: d.viewing.toggle_right(),
        ("F8",),
        checks=lambda d: d.arrangement.right_shown,
    ),
    Action(
        "toolbar_text",
        VIEW,
        N_("&Text under icons"),
        lambda d: d.viewing.toggle_toolbar_text(),
        checks=_kept("toolbar_text"),
    ),
    Action(
        "focus_reading",
        VIEW,
        N_("Fo&cus reading"),
        lambda d: d.viewing.toggle_focus(),
        ("Shift+F11",),
        needs=needs.bulletin_or_focus,
        checks=lambda d: d.viewing.focused.on,
    ),
    Action("full_screen", VIEW, N_("&Full screen"), lambda d: d.viewing.toggle_full_screen(), ("F11",)),
    Action(
        "theme",
        VIEW,
        N_("Lig&ht or dark"),
        lambda d: d.viewing.next_theme(),
        ("Ctrl+Shift+D",),
        "theme",
        separated=True,
    ),
    Action("language", VIEW, N_("中文 / English"), lambda d: d.viewing.switch_language()),
    Action("back", GO, N_("&Back"), lambda d: d.opening.back(), ("Alt+Left",), "back", needs.way_back),
    Action("forward", GO, N_("&Forward"), lambda d: d.opening.forward(), ("Alt+Right",), "forward", needs.way_forward),
    Action(
        "next_section",
        GO,
        N_("&Next section"),
        lambda d: d.reading.next_section(1),
        ("Ctrl+PgDown",),
        needs=needs.bulletin,
        separated=True,
    ),
    Action(
        "previous_section",
        GO,
        N_("&Previous section"),
        lambda d: d.reading.next_section(-1),
        ("Ctrl+PgUp",),
        needs=needs.bulletin,
    ),
    Action(
        "find_section", GO, N_("&Go to section…"), lambda d: d.viewing.find_section(), ("Ctrl+G",), needs=needs.bulletin
    ),
    Action("parent", GO, N_("Section &above"), lambda d: d.reading.parent_section(), ("Alt+Up",), needs=needs.bulletin),
    Action(
        "next_bulletin",
        GO,
        N_("Next b&ulletin"),
        lambda d: d.browse.step(1),
        ("Ctrl+Down",),
        separated=True,
    ),
    Action("previous_bulletin", GO, N_("Previous bu&lletin"), lambda d: d.browse.step(-1), ("Ctrl+Up",)),
    Action("next_area", GO, N_("Next a&rea"), lambda d: d.viewing.next_area(1), ("F6",), separated=True),
    Action("previous_area", GO, N_("Previous ar&ea"), lambda d: d.viewing.next_area(-1), ("Shift+F6",)),
    Action("palette", GO, N_("&Command palette…"), lambda d: d.part_wanted.emit("palette"), ("Ctrl+Shift+P",)),
    Action("key_figures", GO, N_("&Key figures…"), lambda d: d.key_figures.show(), ("Ctrl+Shift+K",), separated=True),
    Action("series", GO, N_("Figures over the &years…"), lambda d: d.series.show(), ("Ctrl+Shift+Y",)),
    *window_actions.ACTIONS,
    Action("keys", HELP, N_("&Keyboard shortcuts"), lambda d: d.part_wanted.emit("keys"), ("Ctrl+/",), "help"),
    Action("syntax", HELP, N_("&Search syntax"), lambda d: d.part_wanted.emit("search_language"), ("F1",)),
    Action("about", HELP, N_("&About"), lambda d: d.part_wanted.emit("about"), icon="info"),
)
TOOLBAR_LEFT = ("back", "forward")
TOOLBAR_RIGHT = ("print", "save_pdf", "import", "theme")
SEEN_FIRST = (*TOOLBAR_LEFT, *TOOLBAR_RIGHT, "previous_match", "next_match")


def rows() -> tuple[Action, ...]:
    """Return the table with an entry for each pane beside the text, below the switches of the panes."""
    at = 1 + next(n for n, action in enumerate(ACTIONS) if action.name == "right")
    return (*ACTIONS[:at], *map(_pane_action, panes.PANES), *ACTIONS[at:])


def _pane_action(pane: Pane) -> Action:
    return Action(pane.name, VIEW, pane.text, lambda d: d.viewing.show_tab(pane.name), pane.keys, pane.icon)
