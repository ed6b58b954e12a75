"""The sheets of an OpenDocument file (.ods): the cells as they show, with the areas that show as one (ODF 1.2-1, 9).

Calamine tells neither these areas nor shares, and makes every place of a row that is repeated a million times.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import islice
from typing import Any

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.sheets.cells import number, one_line, percent
from xinhui_viewer.importers.sheets.sheet import MOST_SHEETS, Place, Sheet
from xinhui_viewer.importers.xml_guard import name_of
from xinhui_viewer.importers.zip_guard import member, opened, password_protected
from xinhui_viewer.text.table_periods import is_period

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_MOST_PLACES = 2**22  # of a sheet, with what its repetitions fill
_MOST_FIELDS = 16_384
_LONGEST_BLANK = 100
_BLANKS = {"s": " ", "tab": " ", "line-break": "\n"}


_WHOLE = (_TABLE + "table-row", _TABLE + "table")  # what is read whole, and then forgotten
_Span = tuple[int, int, int]  # the first field, and how many fields and rows


@dataclass(slots=True)
class _Reading:
    """A sheet while it is read; blank rows are made only when another row follows."""

    name: str
    hidden: bool
    rows: list[list[str]] = field(default_factory=list)
    spans: list[tuple[Place, Place]] = field(default_factory=list)
    blank: int = 0
    width: int = 0
    uncounted: int = 0
    repeated: int = 0
    strewn: bool = False

    def add(self, row: list[str], spans: list[_Span], uncounted: int, times: int) -> None:
        """Add a row as often as it is repeated; those behind the last one with a text are left out."""
        self.uncounted += uncounted
        if not row:
            self.blank += times
            return
        self.width = max(self.width, len(row))
        if times > 1 and self._places(times) > _MOST_PLACES:  # it fills the sheet
            self.repeated += times - 1
            times = 1
        if self.strewn or self._places(times) > _MOST_PLACES:
            self.strewn = True
            return
        self.rows += [[] for _blank in range(self.blank)]
        self.blank = 0
        at = len(self.rows)
        self.spans += (((at, left), (at + high - 1, left + wide - 1)) for left, wide, high in spans)
        self.rows += [row[:] for _time in range(times)]

    def _places(self, times: int) -> int:
        """Return how many places the sheet has with further rows, all as long as its longest."""
        return (len(self.rows) + self.blank + times) * self.width

    def sheet(self) -> Sheet:
        """Return what was read, its rows of one length."""
        if self.strewn:
            return Sheet(self.name, [], hidden=self.hidden, strewn=True)
        rows = [row + [""] * (self.width - len(row)) for row in self.rows]
        return Sheet(self.name, rows, tuple(self.spans), self.hidden, self.uncounted, repeated=self.repeated)


def sheets(content: bytes, name: str) -> Iterator[Sheet]:
    """Yield the sheets of a file, at most MOST_SHEETS; UnreadableSource when it is protected or damaged."""
    from lxml import etree

    with opened(content, name) as archive:
        parts = {info.filename: info for info in archive.infolist()}
        manifest = parts.get("META-INF/manifest.xml")
        if manifest is not None and b"encryption-data" in member(archive, manifest):
            raise password_protected(name)
        if "content.xml" not in parts:
            raise _damaged(name)
        xml = member(archive, parts["content.xml"])
    if b"<!DOCTYPE" in xml[:4096] or b"<!ENTITY" in xml[:4096]:
        raise _damaged(name)
    try:
        events = etree.iterparse(BytesIO(xml), ("start", "end"), resolve_entities=False, no_network=True)
        yield from islice(_sheets(events), MOST_SHEETS)
    except etree.XMLSyntaxError as error:
        raise _damaged(name) from error


def _sheets(events: Any) -> Iterator[Sheet]:
    hidden: set[str] = set()
    reading: _Reading | None = None
    for event, node in events:
        if event == "start":
            if node.tag == _TABLE + "table" and reading is None:
                reading = _Reading(node.get(_TABLE + "name", ""), node.get(_TABLE + "style-name") in hidden)
            continue
        if node.tag == _STYLE + "table-properties" and node.get(_TABLE + "display") == "false":
            hidden.add(node.getparent().get(_STYLE + "name"))
        if reading is not None and node.tag == _TABLE + "table-row":
            reading.add(*_row(node), _number(node, "number-rows-repeated"))
        if reading is not None and node.tag == _TABLE + "table":
            yield reading.sheet()
            reading = None
        if node.tag in _WHOLE:
            node.clear()


def _row(node: Any) -> tuple[list[str], list[_Span], int]:
    """Return the texts of a row's cells, the areas that begin in it, and its formulas without a result."""
    row: list[str] = []
    spans: list[_Span] = []
    uncounted = blank = 0  # cells without a text are made only when another follows: 16,000 end every row
    for cell in node.iterchildren(_TABLE + "table-cell", _TABLE + "covered-table-cell"):
        text = _cell(cell)
        wide, high = _number(cell, "number-columns-spanned"), _number(cell, "number-rows-spanned")
        if wide * high > 1 and cell.tag == _TABLE + "table-cell":
            spans.append((len(row) + blank, wide, high))
        times = min(_number(cell, "number-columns-repeated"), _MOST_FIELDS - len(row) - blank)
        if text and times:
            row += [""] * blank + [text] * times
        blank = 0 if text else blank + times
        uncounted += not text and cell.get(_TABLE + "formula") is not None
    return row, spans, uncounted


def _number(node: Any, name: str) -> int:
    value = node.get(_TABLE + name, "1")
    return max(int(value), 1) if value.isdecimal() and len(value) < 9 else 1


def _cell(cell: Any) -> str:
    """Return the text of a cell: a number as the file holds it, a share and a day as they show."""
    kind, value = cell.get(_OFFICE + "value-type", ""), cell.get(_OFFICE + "value", "")
    shown = one_line("\n".join(_shown(one) for one in cell.iterchildren(_TEXT + "p", _TEXT + "h")))
    if kind in ("float", "currency", "percentage"):
        try:
            return percent(float(value)) if kind == "percentage" else number(float(value))
        except (ValueError, OverflowError):
            return shown
    if kind == "date" and not is_period(shown):
        day: str = cell.get(_OFFICE + "date-value", shown)
        return day.removesuffix("T00:00:00").replace("T", " ")
    return shown


def _shown(node: Any) -> str:
    """Return the text of a paragraph; comments on a cell stand beside it and are no part of it."""
    parts = [node.text or ""]
    for one in node:
        name = name_of(one)
        if name in _BLANKS:
            times = one.get(_TEXT + "c", "1")
            parts.append(_BLANKS[name] * (min(int(times), _LONGEST_BLANK) if times.isdecimal() else 1))
        elif name not in ("annotation", "ruby-text", "note"):
            parts.append(_shown(one))
        parts.append(one.tail or "")
    return "".join(parts)


def _damaged(name: str) -> UnreadableSource:
    return UnreadableSource(tr("{name} is damaged or incomplete.").format(name=name), tr("Retrieve it again."))
