"""Learn the bulletins of places that were not read yet, off the GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.identity import found, identity
from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.parts.state import Place
from xinhui_viewer.job import Job


def known(archive: Opened, places: Sequence[Place], job: Job) -> dict[Place, Place | None]:
    """Return for each place that with all that is known of its bulletin; None for one whose bulletin is gone."""
    with archive.reading(job) as db:
        return {place: _known(db, place) for place in places}


def _known(db: Archive, place: Place) -> Place | None:
    there = found(db, place.id, place.sha256, place.nth, place.url)
    one = identity(db, there) if there is not None else None
    return replace(place, id=one.id, sha256=one.sha256, nth=one.nth, url=one.url, title=one.title) if one else None
