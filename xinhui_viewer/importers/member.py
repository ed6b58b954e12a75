"""The unit of reading: a file of its own, or one inside another file (a zip, a web archive)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from xinhui_viewer.importers.taught import NOTHING, Taught

# Returns the bytes of a file that a page names and that lies beside the page; None when there is none.
Beside = Callable[[str], bytes | None]
# Called between two pieces of work: the time limit of one input starts again.
Tick = Callable[[], None]
# Called by a reader that begins a page (a sheet, a slide, a chapter): its number, from 1, and that of all.
Told = Callable[[int, int], None]
# Returns whether a file is read as a bulletin, by the media type that its server said, its content and its name.
Reads = Callable[[str, bytes, str], bool]
# Returns whether a file has a format, by its first bytes, and by its name where these are ambiguous.
Recogniser = Callable[[bytes, str], bool]


def untold(_at: int, _total: int) -> None:
    """Receive the progress of reading and ignore it."""


@dataclass(frozen=True, slots=True)
class Around:
    """The surroundings of a file: all that is known of it beside its bytes and its name.

    ``place`` is its path below the folder, or inside the file, that is imported, with "/" between its steps; ``url`` is
    its address and ``retrieved`` when it came from there (ISO 8601, UTC); ``taught`` is what its siblings teach.
    ``told`` receives the progress of reading. ``passing``: a page that is no bulletin is passed over, and not kept.
    """

    url: str = ""
    place: str = ""
    retrieved: str = ""
    taught: Taught = NOTHING
    told: Told = untold
    passing: bool = False


ALONE = Around()


def nothing(_name: str) -> bytes | None:
    """Return None: nothing lies beside the page."""
    return None


def only_by_its_ending(_head: bytes, _name: str) -> bool:
    """Return False: the format's bytes do not distinguish it from others."""
    return False


@dataclass(frozen=True, slots=True)
class Member:
    """A file to be read; ``place`` is its path inside another file, empty for a file of its own.

    ``url``, ``retrieved`` (ISO 8601, UTC) and ``warnings`` are from the containing file; empty where it says nothing.
    """

    name: str
    content: bytes
    place: str = ""
    url: str = ""
    retrieved: str = ""
    warnings: tuple[str, ...] = ()
    beside: Beside = nothing


@dataclass(frozen=True, slots=True)
class Trouble:
    """A sentence on a part of a container that could not be read, or on all of it (with an empty ``place``).

    ``skipped``: nothing failed, but something was left out.
    """

    place: str
    sentence: str
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Container:
    """A format of files that hold others: its endings, and functions to recognise it and to take its members out.

    ``members(file, name, tick, reads)`` raises UnreadableSource when no member can be taken out.
    """

    name: str
    endings: tuple[str, ...]
    members: Callable[[BinaryIO, str, Tick, Reads], Iterator[Member | Trouble]]
    recognises: Recogniser = only_by_its_ending
