"""The look of text as evidence of its role, the same for every format of documents."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])$")
_TITLES, _SUBTITLES = ("title", "标题"), ("subtitle", "副标题")  # names of styles
LOWEST = 6  # level of headings


@dataclass(frozen=True, slots=True)
class Look:
    """The look of text as evidence of its role; ``size`` is in half points, level 0 is no heading.

    ``name`` is that of its style, in lower case; ``list`` and ``depth`` say how its paragraph is numbered.
    """

    name: str = ""
    level: int = 0
    bold: bool = False
    hidden: bool = False
    size: int = 21
    place: str = ""
    list: str = ""
    depth: int = 0

    @property
    def is_title(self) -> bool:
        """Return whether the style is that of a title."""
        return self.name in _TITLES

    @property
    def is_subtitle(self) -> bool:
        """Return whether the style is that of a line under the title, which is no heading whatever its look."""
        return self.name in _SUBTITLES


def heading_level(name: str) -> int:
    """Return the level of headings in a style of a name in lower case; 0 when it is no style of headings."""
    heading = _HEADING.match(name)
    return min(int(heading[1]), LOWEST) if heading else 0
