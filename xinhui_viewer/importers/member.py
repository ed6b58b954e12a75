"""The unit of reading: a file of its own, or one inside another file (a zip, a web archive)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

# Gives the bytes of a file that a page names and that lies where the page lies; None when there is none.
Beside = Callable[[str], bytes | None]
# Called between two pieces of work: the time limit of one input starts again.
Tick = Callable[[], None]
# Tells whether files of a media type are read as bulletins.
Reads = Callable[[str], bool]
# Tells by a file's first bytes, and by its name where these could be several things, whether a format is the file's.
Recogniser = Callable[[bytes, str], bool]


def nothing(_name: str) -> bytes | None:
    """Say that nothing lies beside a page."""
    return None


def only_by_its_ending(_head: bytes, _name: str) -> bool:
    """Say that the bytes of a format do not tell it from others."""
    return False


@dataclass(frozen=True, slots=True)
class Member:
    """A file to be read; ``place`` is its path inside another file, '' for a file of its own.

    ``url``, ``retrieved`` (ISO 8601, UTC) and ``warnings`` are what the containing file says of it; '' is nothing.
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
    """A sentence on a part of a containing file that could not be read, or on the file as a whole (``place`` '')."""

    place: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Container:
    """A kind of file that holds others: its endings, what recognises it, and what takes them out one after the other.

    ``members(file, name, tick, reads)`` raises UnreadableSource when nothing can be taken out at all.
    """

    name: str
    endings: tuple[str, ...]
    members: Callable[[BinaryIO, str, Tick, Reads], Iterator[Member | Trouble]]
    recognises: Recogniser = only_by_its_ending
