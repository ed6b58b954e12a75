"""Tables of tests: rows of texts as the block of a body, and the figures that are read from them."""

from __future__ import annotations

from xinhui_viewer.records import Block, Cell
from xinhui_viewer.text.table_figures import table_figures


def table(*rows: tuple[Cell | str, ...], above: str = "") -> tuple[str, Block]:
    """Return a body that ends with a table of these rows, and the table."""
    cells = tuple(tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in row) for row in rows)
    text = "\n".join("\t".join(cell.text for cell in row) for row in cells)
    body = f"{above}\n{text}" if above else text
    return body, Block("table", len(body) - len(text), len(body), rows=cells)


def told(
    *rows: tuple[Cell | str, ...], above: str = "", title: str = ""
) -> list[tuple[str, str, float, str, str, str]]:
    """Return label, text, value, unit, kind and period of each figure of a table, under a bulletin's title."""
    body, block = table(*rows, above=above)
    return [(f.label, f.text, f.value, f.unit, f.kind, f.period) for f in table_figures(body, block, title)]
