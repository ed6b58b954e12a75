"""The elements of a printed page: characters in one font on one baseline, and the strokes that rule it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Font:
    """The font of characters: size in points as seen, name without its subset's tag, bold, red."""

    size: float
    name: str
    bold: bool
    red: bool = False
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Characters in one font on one baseline; x grows to the right, y upwards, in points."""

    text: str
    left: float
    right: float
    y: float
    font: Font
    spaced: bool = False  # the file has a blank in front


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line of a page, level or upright, such as one that rules a table; in points."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def level(self) -> bool:
        """True for one that is drawn from left to right."""
        return self.right - self.left >= self.top - self.bottom
