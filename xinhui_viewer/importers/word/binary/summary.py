"""The title in the summary of an OLE file ([MS-OLEPS], 2.14 to 2.21): olefile loops over counts that a file claims."""

from __future__ import annotations

from xinhui_viewer.importers.word.binary.bytes import DAMAGE, u16, u32

_SECTION = 44  # offset of the offset of the first section
_CODE_PAGE, _TITLE = 1, 2
_NARROW, _WIDE = 30, 31  # types of texts
_MOST = 100  # properties
_LONGEST = 1000  # characters of a title
_ENCODINGS = {1200: "utf-16-le", 65001: "utf-8", 950: "big5hkscs"}


def title(summary: bytes) -> str:
    """Return the title in a summary; empty when there is none, or the summary is damaged."""
    try:
        return _title(summary)
    except DAMAGE:
        return ""


def _title(summary: bytes) -> str:
    section = u32(summary, _SECTION)
    count = min(u32(summary, section + 4), _MOST)
    entries = range(section + 8, section + 8 + 8 * count, 8)
    places = {u32(summary, at): section + u32(summary, at + 4) for at in entries}
    if _TITLE not in places:
        return ""
    page = u16(summary, places[_CODE_PAGE] + 4) if _CODE_PAGE in places else 0
    at = places[_TITLE]
    kind, length = u32(summary, at), min(u32(summary, at + 4), _LONGEST)
    if kind == _WIDE:
        return _clean(summary[at + 8 : at + 8 + 2 * length].decode("utf-16-le", "replace"))
    text = summary[at + 8 : at + 8 + length]
    return _clean(text.decode(_ENCODINGS.get(page, "gb18030"), "replace")) if kind == _NARROW else ""


def _clean(text: str) -> str:
    return text.partition("\0")[0].strip()
