"""The marks of cells in an XLSX file that calamine does not tell: shares, months, errors, formulas without a result.

A sheet of a million cells is 50 MB of XML: only the few cells of the styles in question are looked at, by their tags.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from zipfile import ZipFile, ZipInfo

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers.sheets.cells import Look, look
from xinhui_viewer.importers.sheets.sheet import Place
from xinhui_viewer.importers.xml_guard import all_named, child, parsed
from xinhui_viewer.importers.zip_guard import LARGEST, member

_CELL = rb"<(?:\w+:)?c\s(?P<said>[^>]*%s[^>]*)>"
_STYLE, _PLACE = re.compile(rb"""\ss=["'](\d+)["']"""), re.compile(rb"""\br=["']([A-Z]{1,3})(\d{1,7})["']""")
_ERROR = re.compile(_CELL % rb"""\bt=["']e["']""" + rb".{0,4000}?<(?:\w+:)?v>(?P<error>#[^<]{1,20})</", re.DOTALL)
# A formula right before the end of its cell, or before an empty value.
_UNCOUNTED = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f\b[^>]*/>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATED_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_MOST = 200_000  # marks of a sheet


@dataclass(slots=True)
class Marks:
    """The looks and the errors of a sheet's cells by their places, and its formulas without a result."""

    looks: dict[Place, Look] = field(default_factory=dict)
    errors: dict[Place, str] = field(default_factory=dict)
    uncounted: int = 0


def marks(archive: ZipFile, name: str) -> dict[str, Marks]:
    """Return the marks of the sheets by their names; a sheet whose part is missing or too large has none."""
    places = {info.filename.replace("\\", "/").lstrip("/").lower(): info for info in archive.infolist()}
    try:
        return _marks(archive, places, name)
    except UnreadableSource:  # what is wrong with the file as a whole, calamine tells
        return {}


def _marks(archive: ZipFile, places: Mapping[str, ZipInfo], name: str) -> dict[str, Marks]:
    book = _part(archive, places, "xl/workbook.xml", name)
    related = _part(archive, places, "xl/_rels/workbook.xml.rels", name)
    if book is None or related is None:
        return {}
    targets = {one.get("Id"): one.get("Target", "") for one in related}
    looks = _looks(_part(archive, places, "xl/styles.xml", name))
    found = {}
    for sheet in all_named(child(book, "sheets"), "sheet"):
        key = sheet.get(f"{{{_RELATED}}}id") or sheet.get(f"{{{_RELATED_STRICT}}}id")
        info = places.get(posixpath.normpath(posixpath.join("/xl", targets.get(key, ""))).lstrip("/").lower())
        if info is not None and info.file_size <= LARGEST:
            found[sheet.get("name", "")] = _of_sheet(member(archive, info), looks)
    return found


def _part(archive: ZipFile, places: Mapping[str, ZipInfo], place: str, name: str) -> Any:
    info = places.get(place)
    return parsed(member(archive, info), name) if info is not None else None


def _looks(styles: Any) -> dict[bytes, Look]:
    """Return the looks that are not plain, by the number of the style that gives them."""
    if styles is None:
        return {}
    codes = {one.get("numFmtId"): one.get("formatCode", "") for one in all_named(child(styles, "numFmts"), "numFmt")}
    found = {}
    for number, style in enumerate(all_named(child(styles, "cellXfs"), "xf")):
        key = style.get("numFmtId", "0")
        found[b"%d" % number] = look(codes.get(key, ""), int(key) if key.isdigit() else 0)
    return {number: each for number, each in found.items() if each != "plain"}


def _of_sheet(xml: bytes, looks: Mapping[bytes, Look]) -> Marks:
    marks_ = Marks(uncounted=len(_UNCOUNTED.findall(xml)) if b"f>" in xml or b"<f" in xml else 0)
    used = [number for number in looks if b's="%s"' % number in xml or b"s='%s'" % number in xml]
    if used:
        styled = re.compile(_CELL % (rb"""\bs=["'](?:%s)["']""" % b"|".join(used)))
        for place, match in _placed(styled, xml):
            style = _STYLE.search(b" " + match["said"])
            if style is not None:
                marks_.looks[place] = looks[style[1]]
    if b't="e"' in xml or b"t='e'" in xml:
        marks_.errors |= {place: match["error"].decode("ascii", "replace") for place, match in _placed(_ERROR, xml)}
    return marks_


def _placed(pattern: re.Pattern[bytes], xml: bytes) -> Iterator[tuple[Place, re.Match[bytes]]]:
    for number, match in enumerate(pattern.finditer(xml)):
        place = _PLACE.search(match["said"])
        if number >= _MOST:
            return
        if place is not None:
            yield (int(place[2]) - 1, _field(place[1])), match


def _field(letters: bytes) -> int:
    """Return the number, from 0, of the field that letters name: AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
