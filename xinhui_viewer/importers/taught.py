"""The lessons that the pages of a site teach each other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Taught:
    """The lessons of other pages; empty for a page that is read alone.

    ``furniture`` are the hashes of lines that stand on many pages of a site, outside their text.
    """

    furniture: frozenset[int] = frozenset()


NOTHING = Taught()
