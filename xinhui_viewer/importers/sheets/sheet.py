"""A sheet of a workbook as its file has it."""

from __future__ import annotations

from dataclasses import dataclass

MOST_SHEETS = 500  # of a file; more are not read
Place = tuple[int, int]  # row and field, from 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: the texts of its cells row by row, all rows of one length.

    ``spans`` are the first and the last place of each area that shows as one cell; ``uncounted`` is the number of
    formulas without a stored result; ``strewn`` says that its cells lie too far apart to be read, ``cut`` that the end
    of the sheet is missing; ``repeated`` is the number of rows left out that only repeat another and fill the sheet.
    """

    name: str
    rows: list[list[str]]
    spans: tuple[tuple[Place, Place], ...] = ()
    hidden: bool = False
    uncounted: int = 0
    strewn: bool = False
    cut: bool = False
    repeated: int = 0
