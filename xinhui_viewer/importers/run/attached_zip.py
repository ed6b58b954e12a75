"""The documents in a zip file that is attached to a bulletin: each is a part of the attachment's text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from time import process_time

from xinhui_viewer import log
from xinhui_viewer.errors import UserError
from xinhui_viewer.i18n import listed, trn
from xinhui_viewer.importers.containers import zip_files
from xinhui_viewer.importers.member import Around, Container, Member, Trouble
from xinhui_viewer.importers.run.kinds import is_bulletin, kind_of
from xinhui_viewer.records import Draft

NAME, SECONDS = "zip", 60.0  # of a processor, for all that is inside
_MOST = 200  # files
_MOST_NAMED = 3


def documents(content: bytes, name: str, clock: Callable[[], float] = process_time) -> tuple[list[Draft], str]:
    """Return the drafts of the documents in a zip file, called by their places in it, and a sentence on those that are
    missing, empty when all are there; UnreadableSource when it is damaged or holds none.

    Pictures have no text, and what is packed once more is not read.
    """
    drafts: list[Draft] = []
    left: list[str] = []
    end = clock() + SECONDS
    for number, found in enumerate(zip_files.members(BytesIO(content), name, lambda: None, is_bulletin)):
        if isinstance(found, Trouble):
            left += [found.place] * bool(found.place)
            continue
        read = _read(found) if number < _MOST and clock() < end else None
        if read is None:
            left.append(found.place)
        else:
            drafts += (_called(one, found.place) for one in read)
    return drafts, _missing(name, left)


def _read(found: Member) -> tuple[Draft, ...] | None:
    """Return the drafts of a file, none for a picture; None when it cannot be read."""
    try:
        importer = kind_of(BytesIO(found.content), found.name).importer
        if isinstance(importer, Container):
            return None
        is_picture = "*" in importer.media_type
        return () if is_picture else importer.read(found.content, found.name, Around(place=found.place))
    except UserError:
        return None
    except Exception as error:  # a bug in an importer costs the text of one file
        log.record(error)
        return None


def _called(one: Draft, place: str) -> Draft:
    """Return a draft whose title says in which file it is."""
    title = one.facts.title or one.place
    return replace(one, facts=replace(one.facts, title=f"{place}：{title}" if title and title not in place else place))


def _missing(name: str, left: list[str]) -> str:
    if not left:
        return ""
    told = trn(
        "In the attachment {name} {n} file could not be read: {names}.",
        "In the attachment {name} {n} files could not be read: {names}.",
        len(left),
    )
    shown = listed(left[:_MOST_NAMED]) + ("…" if len(left) > _MOST_NAMED else "")
    return told.format(name=name, n=len(left), names=shown)
