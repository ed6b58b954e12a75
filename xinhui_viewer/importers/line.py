"""A line of a page or a document as a reader sees it, with its markup."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from xinhui_viewer.records import Cell


@dataclass(slots=True)
class Line:
    """A block of text: how much of it is in links and bold, its heading level, a table or an image.

    ``path`` numbers the block elements around it, the outermost first; ``block`` is the innermost of them.
    """

    text: str = ""
    linked: int = 0
    bold: int = 0
    level: int = 0
    image: str = ""
    rows: tuple[tuple[Cell, ...], ...] = ()
    order: int = 0
    path: tuple[int, ...] = ()
    block: Any = field(default=None, repr=False, compare=False)

    @property
    def plain(self) -> int:
        """The number of characters outside links."""
        return len(self.text) - self.linked

    @property
    def wholly_bold(self) -> bool:
        """Return whether all of the text is bold."""
        return self.bold > 0 and self.bold >= len(self.text.replace(" ", "")) > 0
