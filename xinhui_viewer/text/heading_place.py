"""A line among its neighbours: the evidence that the rules for headings judge by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from xinhui_viewer.text.markers import Marker


class Line(NamedTuple):
    """A line of the text without the blanks around it; ``level`` and ``bold`` are the file's own marks.

    Of a line with the mark of Markdown (## 总则) ``text`` is what stands behind that, ``hashes`` characters on;
    ``over_table`` says that a table follows.
    """

    text: str
    start: int
    level: int = 0
    bold: bool = False
    hashes: int = 0
    over_table: bool = False

    @property
    def marked(self) -> bool:
        """Return whether the file itself marks the line as a heading."""
        return self.level > 0 or self.bold


class Style(NamedTuple):
    """Evidence from the whole text.

    It may be a law, with articles, or a standard, with clauses 5.1, or a directory of names over addresses, or of
    ``posts`` over telephone numbers, or a chronicle, with days between paragraphs, or mark no headings, or be emphatic,
    with sentences in bold type; ``first_prose`` and ``last_prose`` are the indexes of its first and last prose.
    """

    law: bool
    standard: bool
    directory: bool
    posts: bool
    chronicle: bool
    unmarked: bool
    emphatic: bool
    first_prose: int
    last_prose: int


class Place(NamedTuple):
    """A line among its neighbours: the evidence that rules judge by."""

    line: Line
    at: int
    lines: Sequence[Line]
    number: Marker
    style: Style

    @property
    def text(self) -> str:
        """The text of the line."""
        return self.line.text

    @property
    def is_last(self) -> bool:
        """Return whether no line follows."""
        return self.at + 1 == len(self.lines)

    def beside(self, step: int) -> str:
        """Return the text of the line ``step`` lines below (above, if negative); empty beyond the ends."""
        at = self.at + step
        return self.lines[at].text if 0 <= at < len(self.lines) else ""
