"""The elements of a document: paragraphs, tables and pictures with their formatting."""

from __future__ import annotations

from dataclasses import dataclass

from xinhui_viewer.records import Cell


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, table or picture with its formatting.

    ``size`` is in points, 0 when unknown; ``level`` (1-6) is that of a heading; ``title`` says that its
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
