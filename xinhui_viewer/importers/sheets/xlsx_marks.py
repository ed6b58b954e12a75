"""The marks of cells in an XLSX file that calamine does not tell: shares, months, errors, formulas without a result.

A sheet of a million cells is 50 MB of XML: only the few cells of the styles in question are looked at, by their tags.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any
from zipfile import ZipFile, ZipInfo

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers.sheets.cells import Look, look
from xinhui_viewer.importers.sheets.marks import Marks
from xinhui_viewer.importers.sheets.sheet import MOST_SHEETS, Place
from xinhui_viewer.importers.xml_guard import all_named, child, parsed
from xinhui_viewer.importers.zip_guard import ALL, chunks, member

_TAG = rb"<(?:\w+:)?c\s(?P<said>[^>]*%s[^>]*)>"
_STYLE, _PLACE = re.compile(rb"""\bs=["'](\d+)["']"""), re.compile(rb"""\br=["']([A-Z]{1,3})(\d{1,7})["']""")
_ERROR = re.compile(_TAG % rb"""\bt=["']e["']""" + rb"[^#]{0,4000}?<(?:\w+:)?v>(?P<error>#[^<]{1,20})</")
# A formula right before the end of its cell, or before an empty value.
_UNCOUNTED = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f\b[^>]*/>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_VALUE = re.compile(_TAG % rb"""\br=["'][A-Z]{1,3}\d{1,7}["']""" + rb"(?<!/>)\s*<(?!/)")
_ROW = re.compile(rb"""<(?:\w+:)?row\s[^>]*?\br=["'](\d{1,7})["']""")
_ROW_ENDS = re.compile(rb"</(?:\w+:)?row>")
_FAR_RIGHT = re.compile(rb"""r=["'][A-Z]{3}\d""")
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATED_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_MOST = 500_000  # marks of a sheet
_AT_ONCE = 2**23  # bytes of XML
_MOST_PLACES = 2**24  # of a sheet: calamine makes one of each, empty ones, too
_TWO_LETTERS, _THREE_LETTERS = 702, 16_384  # fields


def marks(archive: ZipFile, name: str) -> dict[str, Marks]:
    """Return the marks of the sheets by their names; a sheet whose part is missing has none."""
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
    for sheet in all_named(child(book, "sheets"), "sheet")[:MOST_SHEETS]:
        key = sheet.get(f"{{{_RELATED}}}id") or sheet.get(f"{{{_RELATED_STRICT}}}id")
        info = places.get(posixpath.normpath(posixpath.join("/xl", targets.get(key, ""))).lstrip("/").lower())
        if info is not None:
            found[sheet.get("name", "")] = _of_sheet(_pieces(archive, info, name), looks)
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


def _pieces(archive: ZipFile, info: ZipInfo, name: str) -> Iterator[bytes]:
    """Yield the XML of a sheet in pieces that end behind a row."""
    waiting, size = list[bytes](), 0
    for chunk in chunks(archive, info, ALL, name):
        waiting.append(chunk)
        size += len(chunk)
        if size >= _AT_ONCE:
            whole = b"".join(waiting)
            cut = max(whole.rfind(b"</row>"), whole.rfind(b":row>"), 0)
            yield whole[:cut]
            waiting, size = [whole[cut:]], len(whole) - cut
    yield b"".join(waiting)


def _of_sheet(pieces: Iterable[bytes], looks: Mapping[bytes, Look]) -> Marks:
    found = Marks()
    height, width, count = 0, 0, 0
    for xml in pieces:
        _note(found, xml, looks)
        if b"<f" in xml or b":f" in xml:
            found.uncounted += len(_UNCOUNTED.findall(xml))
        rows = _ROW.findall(xml, max(xml.rfind(b"<row"), 0)) or _ROW.findall(xml)
        height = max((height, *map(int, rows)))
        width = _THREE_LETTERS if width == _THREE_LETTERS or _FAR_RIGHT.search(xml) else _TWO_LETTERS
        count += xml.count(b" r=")
        if height * width > _MOST_PLACES and height * width > count * _TWO_LETTERS:
            found.strewn = found.strewn or _is_strewn(xml)
    return found


def _is_strewn(xml: bytes) -> bool:
    """Return whether the cells with a value, of which few are expected, span more places than can be read."""
    rows, fields_ = [0], [0]
    for match in _VALUE.finditer(xml):
        place = _PLACE.search(match["said"])
        if place is not None:
            rows.append(int(place[2]))
            fields_.append(_field(place[1]))
    return max(rows) * (max(fields_) + 1) > _MOST_PLACES


def _note(found: Marks, xml: bytes, looks: Mapping[bytes, Look]) -> None:
    """Add the marks of the cells in a piece of a sheet."""
    used = [number for number in looks if b's="%s"' % number in xml or b"s='%s'" % number in xml]
    for row, at, number in _styled(xml, used):
        found.add(row, at, looks[number])
    if b't="e"' in xml or b"t='e'" in xml:
        for (row, at), match in islice(_placed(_ERROR, xml), _MOST):
            found.add(row, at, match["error"].decode("ascii", "replace"))


def _styled(xml: bytes, used: Sequence[bytes]) -> Iterator[tuple[int, int, bytes]]:
    """Yield the rows, fields and styles of the cells of some styles."""
    if not used:
        return
    styles = b"|".join(used)
    usual = re.findall(rb'<c r="([A-Z]{1,3})(\d{1,7})" s="(%s)"' % styles, xml)
    if len(usual) == sum(xml.count(b's="%s"' % number) + xml.count(b"s='%s'" % number) for number in used):
        for letters, row, number in usual:
            yield int(row) - 1, _field(letters), number
        return
    for (row, at), match in _placed(re.compile(_TAG % (rb"""\bs=["'](?:%s)["']""" % styles)), xml):
        style = _STYLE.search(match["said"])
        if style is not None and style[1] in used:
            yield row, at, style[1]


def _placed(pattern: re.Pattern[bytes], xml: bytes) -> Iterator[tuple[Place, re.Match[bytes]]]:
    for match in pattern.finditer(xml):
        place = _PLACE.search(match["said"])
        if place is not None:
            yield (int(place[2]) - 1, _field(place[1])), match


@lru_cache(1024)
def _field(letters: bytes) -> int:
    """Return the number, from 0, of the field that letters name: AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
