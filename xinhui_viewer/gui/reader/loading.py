"""Read a bulletin and all that showing it needs, off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from xinhui_viewer.archive.citations import references
from xinhui_viewer.archive.files import attachment
from xinhui_viewer.archive.identity import found, nth
from xinhui_viewer.archive.read import bulletin
from xinhui_viewer.errors import UserError
from xinhui_viewer.facts import day
from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.parts.state import Place
from xinhui_viewer.gui.reader.whole import Whole, first_match, matches_in, to_open, whole
from xinhui_viewer.i18n import tr
from xinhui_viewer.job import Job
from xinhui_viewer.records import Bulletin, Span
from xinhui_viewer.search.sought import Sought

_IMAGES = 40
_LINE, _TITLE = 40, 400  # characters of a place


@dataclass(frozen=True, slots=True)
class Loaded:
    """A bulletin, its text on show, the places of the searched words in that, and the images that it shows.

    ``first`` is the number of the place to begin at, unless the title is what was sought (``of_title``). ``nth`` is the
    bulletin's number in its original.
    """

    bulletin: Bulletin
    whole: Whole
    spans: tuple[Span, ...] = ()
    first: int = 0
    of_title: bool = False
    images: dict[str, bytes] = field(default_factory=dict)
    nth: int = 0


def loaded(archive: Opened, place: Place, sought: Sought, job: Job) -> Loaded:
    """Return the bulletin of a place with all that showing it needs."""
    with archive.reading(job) as db:
        if (there := found(db, place.id, place.sha256, place.nth, place.url)) is None:
            problem = tr("“{title}” is no longer in {name}.").format(title=place.title, name=archive.name)
            raise UserError(problem, tr("Search for it, or open the archive that it was in."))
        read = bulletin(db, there)
        words = sought.within(read)
        names = [block.image for block in read.blocks if block.kind == "image" and block.image][:_IMAGES]
        kept = ((name, attachment(db, read.id, name)) for name in names)
        images = {name: image.content for name, image in kept if image is not None}
        shown = whole(read, to_open(read, words) if place.opened is None else place.opened)
        named = references(db, read.id, shown.bulletin.body, day(read.facts))
        number = nth(db, read.id, read.provenance.sha256)
    shown = replace(shown, references=named)
    spans = matches_in(shown, words)
    of_title = bool(spans) and sought.is_of_title(read)
    return Loaded(read, shown, spans, first_match(shown, spans, words), of_title, images, number)


def place_in(read: Bulletin, shown: Whole, nth: int, offset: int) -> Place:
    """Return a place in a bulletin, the ``nth`` of its original, by all that finds it again."""
    line, origin = shown.bulletin.body[offset : offset + _LINE], read.provenance
    return Place(read.id, offset, shown.opened, origin.sha256, nth, origin.url, read.facts.title[:_TITLE], line)


def offset_of(place: Place, body: str) -> int:
    """Return the offset of a place in a text; in another one, where its line stands nearest to it."""
    offset = min(max(place.offset or 0, 0), len(body))
    if not place.line or body.startswith(place.line, offset):
        return offset
    before, after = body.rfind(place.line, 0, offset + len(place.line)), body.find(place.line, offset)
    there = [at for at in (before, after) if at >= 0]
    return min(there, key=lambda at: abs(at - offset)) if there else offset


def marked(read: Bulletin, shown: Whole, sought: Sought) -> tuple[tuple[Span, ...], bool]:
    """Return the places of what is sought in a text on show, and whether other attachments have to be opened for it."""
    words = sought.within(read)
    spans = matches_in(shown, words)
    return spans, not spans and bool(words) and not to_open(read, words) <= shown.opened
