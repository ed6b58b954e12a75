"""The marks of a sheet that calamine does not tell: cells that show as shares or months, errors, formulas."""

from __future__ import annotations

from dataclasses import dataclass, field

from xinhui_viewer.importers.sheets.cells import Look

# A look, or an error as it shows (#DIV/0!).
Mark = Look | str


@dataclass(slots=True)
class Marks:
    """The marks of a sheet's cells by row and field, its formulas without a result, and whether its cells are strewn
    over more places than can be read; ``cut``: the end of the sheet is missing.
    """

    cells: dict[int, dict[int, Mark]] = field(default_factory=dict)
    uncounted: int = 0
    strewn: bool = False
    cut: bool = False

    def add(self, row: int, at: int, mark: Mark) -> None:
        """Add the mark of a cell."""
        self.cells.setdefault(row, {})[at] = mark
