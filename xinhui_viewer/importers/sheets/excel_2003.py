"""The sheets of an XML spreadsheet of Excel 2003 (.xml, often named .xls; XML Spreadsheet Reference, 2001)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from xinhui_viewer.importers.sheets.cells import Look, Value, look, text
from xinhui_viewer.importers.sheets.sheet import MOST_SHEETS, Place, Sheet
from xinhui_viewer.importers.xml_guard import all_named, child, parsed

_ROOT = re.compile(rb"<(?:\w+:)?Workbook\s[^>]*urn:schemas-microsoft-com:office:spreadsheet")
_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_MOST = 2**24  # places of a sheet
_FARTHEST = 2**20  # row or field
_Cell = tuple[Place, Place, str]
_LOOKS: dict[str, Look] = {"Percent": "percent"}  # formats that have a name


def recognises(head: bytes) -> bool:
    """Return whether a file is such a spreadsheet, by its first bytes."""
    return _ROOT.search(head.replace(b"\0", b"")) is not None  # UTF-16


def sheets(content: bytes, name: str) -> Iterator[Sheet]:
    """Yield the sheets of a workbook, at most MOST_SHEETS; UnreadableSource when it is damaged."""
    book = parsed(content.strip(), name)
    looks = {one.get(_SS + "ID"): _look(one) for one in all_named(child(book, "Styles"), "Style")}
    for one in all_named(book, "Worksheet")[:MOST_SHEETS]:
        shown = child(child(one, "WorksheetOptions"), "Visible")
        hidden = shown is not None and (shown.text or "").strip() != "SheetVisible"
        yield _sheet(one, looks, hidden=hidden)


def _look(style: Any) -> Look:
    format_ = child(style, "NumberFormat")
    code = str(format_.get(_SS + "Format", "")) if format_ is not None else ""
    return _LOOKS.get(code) or look(code)


def _sheet(sheet: Any, looks: dict[Any, Look], *, hidden: bool) -> Sheet:
    cells = list(_cells(child(sheet, "Table"), looks))
    texts = {start: said for start, _end, said in cells if said}
    named = sheet.get(_SS + "Name", "")
    height, width = (max((place[way] + 1 for place in texts), default=0) for way in (0, 1))
    if height * width > _MOST:
        return Sheet(named, [], hidden=hidden, strewn=True)
    rows = [[texts.get((at, field), "") for field in range(width)] for at in range(height)]
    return Sheet(named, rows, tuple(_spans(cells, height, width)), hidden)


def _spans(cells: list[_Cell], height: int, width: int) -> Iterator[tuple[Place, Place]]:
    """Yield the areas of a sheet that show as one cell."""
    for (top, left), (bottom, right), _said in cells:
        if (bottom, right) != (top, left) and top < height and left < width:
            yield (top, left), (min(bottom, height - 1), min(right, width - 1))


def _cells(table: Any, looks: dict[Any, Look]) -> Iterator[_Cell]:
    """Yield the first and the last place of each cell, and its text."""
    row = -1
    for one in all_named(table, "Row"):
        row = _place(one, row)
        field = -1
        for cell in all_named(one, "Cell"):
            field = _place(cell, field)
            bottom, right = row + _number(cell, "MergeDown"), field + _number(cell, "MergeAcross")
            yield (row, field), (bottom, right), _text(cell, looks.get(cell.get(_SS + "StyleID"), "plain"))
            field = right
        row += _number(one, "Span")


def _place(node: Any, previous: int) -> int:
    """Return the number, from 0, of a row or a cell: that it names, else the one behind the previous."""
    named = _number(node, "Index")
    return named - 1 if named else previous + 1


def _number(node: Any, name: str) -> int:
    said = node.get(_SS + name, "")
    return min(int(said), _FARTHEST) if said.isascii() and said.isdigit() else 0


def _text(cell: Any, shown: Look) -> str:
    data = child(cell, "Data")
    if data is None:
        return ""
    said = "".join(data.itertext())
    return text(_value(said, data.get(_SS + "Type", "String")), shown)


def _value(said: str, kind: str) -> Value:
    """Return the value that a cell's text stands for; the text where it is none of its kind."""
    try:
        if kind == "Number":
            return float(said)
        return datetime.fromisoformat(said.strip()) if kind == "DateTime" else _plain(said, kind)
    except ValueError:
        return said


def _plain(said: str, kind: str) -> Value:
    return said.strip() == "1" if kind == "Boolean" else said
