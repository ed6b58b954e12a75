"""What is there to do something with, by the names that the table of actions has for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xinhui_viewer.gui.shell.desk import Desk


def present(desk: Desk) -> set[str]:
    """Return what is there now: an action that needs anything else cannot be done."""
    bulletin = desk.reading.bulletin
    there = {
        "bulletin": bulletin is not None,
        "attached": bulletin is not None and bool(bulletin.attachments),
        "found": bool(desk.searching.words),
        "matches": bulletin is not None and desk.reader.match_count() > 0,
        "back": desk.reading.can_go_back or desk.arrangement.stacked,
        "forward": desk.reading.can_go_forward,
        "own": desk.archives.own is not None,
        "paper": bulletin is not None and not desk.paper.busy,
    }
    return {name for name, held in there.items() if held}
