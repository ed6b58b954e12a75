"""Read a bulletin and all that showing it needs, off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass

from xinhui_viewer.archive.files import attachment
from xinhui_viewer.archive.read import bulletin
from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.job import Job
from xinhui_viewer.records import Bulletin, Span, Word
from xinhui_viewer.search.excerpt import matches

_IMAGES = 40


@dataclass(frozen=True, slots=True)
class Loaded:
    """A bulletin, the places of the searched words in it, and the images that it shows."""

    bulletin: Bulletin
    spans: tuple[Span, ...]
    images: dict[str, bytes]


def loaded(archive: Opened, bulletin_id: int, words: tuple[Word, ...], job: Job) -> Loaded:
    """Return a bulletin with all that showing it needs."""
    with archive.reading(job) as db:
        read = bulletin(db, bulletin_id)
        names = [block.image for block in read.blocks if block.kind == "image" and block.image][:_IMAGES]
        found = ((name, attachment(db, bulletin_id, name)) for name in names)
        images = {name: image.content for name, image in found if image is not None}
    return Loaded(read, matches_in(read.body, words), images)


def matches_in(body: str, words: tuple[Word, ...]) -> tuple[Span, ...]:
    """Return the places of words in a text."""
    if not words:
        return ()
    return matches(body, words)
