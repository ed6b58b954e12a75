"""A document as its maker formatted it: paragraphs, tables and pictures with what their format says."""

from __future__ import annotations

from dataclasses import dataclass

from xinhui_viewer.records import Cell


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, table or picture with what its format says.

    ``size`` is that of its type in points, 0 when unknown; ``level`` (1-6) is that of a heading, ``title`` that its
    style is that of a title.
    """

    text: str = ""
    size: float = 0.0
    bold: bool = False
    centred: bool = False
    level: int = 0
    title: bool = False
    rows: tuple[tuple[Cell, ...], ...] = ()
    image: str = ""
