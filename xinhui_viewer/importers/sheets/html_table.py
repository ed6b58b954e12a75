"""A web page under the name of a spreadsheet, as systems export their tables: read as one sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.encoding import decoded
from xinhui_viewer.importers.legible import is_text
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.sheets.sheet import Place, Sheet
from xinhui_viewer.importers.web.guard import is_parsable, without_bombs
from xinhui_viewer.importers.web.markup.lines import lines
from xinhui_viewer.records import Cell

_SIGNS = (b"<table", b"schemas-microsoft-com:office:excel")
_FRAME = b"excel workbook frameset"  # its sheets are in a folder beside it
_WIDEST, _TALLEST = 1_000, 100_000  # fields and rows that spans may add


def recognises(head: bytes) -> bool:
    """Return whether a file begins as a page with a table, by its first bytes."""
    lower = head.replace(b"\0", b"").lower()
    return any(sign in lower for sign in _SIGNS) and _FRAME not in lower


def sheet(content: bytes, name: str) -> tuple[Sheet, int]:
    """Return the sheet in a page, and the number of bytes in it that are no text; UnreadableSource when it is none."""
    content = without_bombs(content)
    text = decoded(content)
    if not is_text(text, content) or not is_parsable(content):
        problem = tr("{name} is damaged or incomplete.").format(name=name)
        raise UnreadableSource(problem, tr("Retrieve it again."))
    rows: list[list[str]] = []
    spans: list[tuple[Place, Place]] = []
    for line in _lines(text.text):
        if line.rows:
            table, inside = _spread(line.rows)
            spans += (((len(rows) + top, left), (len(rows) + bottom, right)) for (top, left), (bottom, right) in inside)
            rows += table
        else:
            rows.append([cell.strip() for cell in line.text.split("\t")])
    width = max(map(len, rows), default=0)
    return Sheet("", [row + [""] * (width - len(row)) for row in rows], tuple(spans)), text.bad


def _lines(text: str) -> Iterator[Line]:
    from selectolax.lexbor import LexborHTMLParser

    root = LexborHTMLParser(text.encode("utf-8", "replace").replace(b"\0", b"")).body
    return (line for line in (lines(root) if root is not None else ()) if line.text or line.rows)


def _spread(rows: Sequence[Sequence[Cell]]) -> tuple[list[list[str]], list[tuple[Place, Place]]]:
    """Return the texts of a table's places, and the areas that show as one cell."""
    texts: dict[Place, str] = {}
    spans: list[tuple[Place, Place]] = []
    for at, row in enumerate(rows):
        field = 0
        for cell in row:
            while (at, field) in texts:
                field += 1
            bottom, right = min(at + cell.rows, len(rows), _TALLEST) - 1, min(field + cell.fields, _WIDEST) - 1
            texts.update(((high, wide), "") for high in range(at, bottom + 1) for wide in range(field, right + 1))
            texts[at, field] = cell.text
            if bottom > at or right > field:
                spans.append(((at, field), (bottom, right)))
            field = right + 1
    width = max((field + 1 for _row, field in texts), default=0)
    return [[texts.get((at, field), "") for field in range(width)] for at in range(len(rows))], spans
