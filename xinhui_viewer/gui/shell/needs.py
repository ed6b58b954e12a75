"""Preconditions of actions: questions to the desk that rows of the table of actions name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xinhui_viewer.gui.shell.desk import Desk


def bulletin(desk: Desk) -> bool:
    """Return whether a bulletin is on show."""
    return desk.reading.bulletin is not None


def bulletin_or_focus(desk: Desk) -> bool:
    """Return whether a bulletin is on show, or the text alone, which can always be left."""
    return bulletin(desk) or desk.viewing.focused.on


def attachments(desk: Desk) -> bool:
    """Return whether the bulletin on show has attachments."""
    return desk.reading.bulletin is not None and bool(desk.reading.bulletin.attachments)


def words(desk: Desk) -> bool:
    """Return whether words were searched."""
    return bool(desk.searching.sought)


def matches(desk: Desk) -> bool:
    """Return whether the bulletin on show has matches."""
    return bulletin(desk) and desk.reader.match_count() > 0


def way_back(desk: Desk) -> bool:
    """Return whether there is a way back, to what was read before or to the list."""
    return desk.reading.can_go_back or desk.arrangement.stacked


def way_forward(desk: Desk) -> bool:
    """Return whether the reader went back."""
    return desk.reading.can_go_forward


def closable(desk: Desk) -> bool:
    """Return whether there is a tab to be closed, or emptied."""
    return several_tabs(desk) or bulletin(desk)


def several_tabs(desk: Desk) -> bool:
    """Return whether there is more than one tab."""
    return desk.open_tabs.count > 1


def own_archive(desk: Desk) -> bool:
    """Return whether the archive on show is the user's own, not the sample."""
    return desk.archives.own is not None


def paper(desk: Desk) -> bool:
    """Return whether there is something to put on paper, and nothing is being put there."""
    return bulletin(desk) and not desk.paper.busy
