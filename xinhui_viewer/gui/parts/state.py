"""The contents of a window as plain values: they outlive the window, and the program in the file of the session.

``most`` bounds what is taken from the file: characters of a text, or members of a tuple.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

MOST_TABS = 100
_MOST_PLACES = 40  # of the history of a tab


def _bounded(most: int, default: Any) -> Any:
    return field(default=default, metadata={"most": most})


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a bulletin: the offset of the line being read, None where reading begins as fits best.

    The bulletin is the one of this id or, in an archive that was made anew, the one that was read from the same
    original as the ``nth``, else the latest of its address. In another text of it the place is where ``line``, the
    characters at the offset, stands. ``opened`` are the numbers of its opened attachments, None as fits best.
    """

    id: int
    offset: int | None = None
    opened: frozenset[int] | None = _bounded(1000, None)
    sha256: str = _bounded(64, "")
    nth: int = 0
    url: str = _bounded(4000, "")
    title: str = _bounded(400, "")
    line: str = _bounded(40, "")


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab: the places read in it, the number of the present one (-1 when there is none), and the words of its find
    bar.
    """

    history: tuple[Place, ...] = _bounded(_MOST_PLACES, ())
    at: int = -1
    sought: str = _bounded(200, "")

    @property
    def place(self) -> Place | None:
        """The present place."""
        return self.history[self.at] if 0 <= self.at < len(self.history) else None


@dataclass(frozen=True, slots=True)
class Listing:
    """The list: the text searched, the entry of the library, and the user's place in the rows.

    ``chosen`` are the selected bulletins, ``current`` the one that the keyboard is at and ``top`` the first in sight
    (0 when there is none).
    """

    text: str = _bounded(1000, "")
    order: str = _bounded(20, "")
    full_only: bool = False
    node: tuple[str, ...] = _bounded(50, ())
    chosen: tuple[int, ...] = _bounded(1000, ())
    current: int = 0
    top: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """The sizes of a window: its geometry as Qt writes it, the widths of its panes, and which of them are shown.

    ``reading`` says that a narrow window shows the text and not the list, ``beside`` names the tab beside the text.
    """

    geometry: bytes = _bounded(400, b"")
    widths: tuple[int, ...] = _bounded(3, ())
    left: bool = True
    right: bool = True
    reading: bool = False
    beside: str = _bounded(40, "")


@dataclass(frozen=True, slots=True)
class WindowState:
    """An archive as a window shows it; ``archive`` is its absolute path, empty for the sample."""

    archive: str = _bounded(4000, "")
    tabs: tuple[Tab, ...] = _bounded(MOST_TABS, ())
    current: int = 0
    listing: Listing = Listing()
    layout: Layout = Layout()
