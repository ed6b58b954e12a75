"""The tables of a page: data tables as cells, layout tables as what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from xinhui_viewer.records import Cell

_MOST_CELLS = 20_000
_LONGEST_CELL = 400


def table_rows(table: Any, text: Callable[[Any], str]) -> tuple[tuple[Cell, ...], ...] | None:
    """Return the cells of a data table, read by ``text``; None when there are too many.

    Empty for a layout table: one cell, tables inside, long texts.
    """
    if len(table.css("table")) > 1:  # the table itself is one of them
        return ()
    rows = _nodes(table)
    if rows is None:
        return None
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return ()
    return tuple(tuple(_cell(node, text(node)) for node in nodes) for nodes in rows)


def _nodes(table: Any) -> list[list[Any]] | None:
    """Return the cells of each row that has some; None when there are too many, none where one holds a long text."""
    rows: list[list[Any]] = []
    left = _MOST_CELLS
    for row in _rows(table):
        nodes = [cell for cell in row.iter() if cell.tag in ("td", "th")][: left + 1]
        left -= len(nodes)
        if any(len(node.text(strip=True)) > _LONGEST_CELL for node in nodes):
            return []
        if left < 0:
            return None
        if nodes:
            rows.append(nodes)
    return rows


def _rows(table: Any) -> Iterator[Any]:
    """Yield the rows of a table; the parser puts each in a part of the table."""
    for part in table.iter():
        if part.tag in ("tbody", "thead", "tfoot"):
            yield from (row for row in part.iter() if row.tag == "tr")


def _cell(node: Any, text: str) -> Cell:
    attributes = node.attributes
    return Cell(text, _span(attributes.get("rowspan")), _span(attributes.get("colspan")), node.tag == "th")


def _span(value: str | None) -> int:
    return min(int(value), 1000) if value and value.strip().isdigit() and int(value) > 0 else 1
