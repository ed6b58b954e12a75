"""Read a bulletin and all that showing it needs, off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from xinhui_viewer.archive.citations import references
from xinhui_viewer.archive.files import attachment
from xinhui_viewer.archive.read import bulletin
from xinhui_viewer.facts import day
from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.reader.whole import Whole, first_match, matches_in, to_open, whole
from xinhui_viewer.job import Job
from xinhui_viewer.records import Bulletin, Span
from xinhui_viewer.search.sought import Sought

_IMAGES = 40


@dataclass(frozen=True, slots=True)
class Loaded:
    """A bulletin, its text on show, the places of the searched words in that, and the images that it shows.

    ``first`` is the number of the place to begin at, unless the title is what was sought (``of_title``).
    """

    bulletin: Bulletin
    whole: Whole
    spans: tuple[Span, ...] = ()
    first: int = 0
    of_title: bool = False
    images: dict[str, bytes] = field(default_factory=dict)


def loaded(archive: Opened, bulletin_id: int, sought: Sought, opened: frozenset[int] | None, job: Job) -> Loaded:
    """Return a bulletin with all that showing it needs; ``opened`` are its opened attachments, None as fits best."""
    with archive.reading(job) as db:
        read = bulletin(db, bulletin_id)
        words = sought.within(read)
        names = [block.image for block in read.blocks if block.kind == "image" and block.image][:_IMAGES]
        found = ((name, attachment(db, bulletin_id, name)) for name in names)
        images = {name: image.content for name, image in found if image is not None}
        shown = whole(read, to_open(read, words) if opened is None else opened)
        named = references(db, bulletin_id, shown.bulletin.body, day(read.facts))
    shown = replace(shown, references=named)
    spans = matches_in(shown, words)
    of_title = bool(spans) and sought.is_of_title(read)
    return Loaded(read, shown, spans, first_match(shown, spans, words), of_title, images)


def marked(read: Bulletin, shown: Whole, sought: Sought) -> tuple[tuple[Span, ...], bool]:
    """Return the places of what is sought in a text on show, and whether other attachments have to be opened for it."""
    words = sought.within(read)
    spans = matches_in(shown, words)
    return spans, not spans and bool(words) and not to_open(read, words) <= shown.opened
