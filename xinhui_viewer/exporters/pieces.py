"""The whole text of a bulletin in the pieces that a page is set from: lines with their headings, tables, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from xinhui_viewer.exporters.glyphs import is_seen
from xinhui_viewer.exporters.pictures import picture
from xinhui_viewer.exporters.tables import parts
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import SummaryEntry
from xinhui_viewer.text.grid import Grid
from xinhui_viewer.text.lines import Image, Line, walk

_DATE = re.compile(r"[\d〇○零一二三四五六七八九十]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日")
_SIGNATURE = re.compile(r"[^\s。！？；：，、,;:!?.\d]{2,20}")
_LEVELS = (
    (re.compile(r"[一二三四五六七八九十百]+、|第.{1,5}[编章节]"), "sans"),
    (re.compile(r"[（(][一二三四五六七八九十]"), "kai"),
)
_ITEM = re.compile(r"[（(]?\d+[.．、)）]|[一二三四五六七八九十]+是")


def pieces(entry: SummaryEntry, pictures: dict[str, bytes]) -> list[dict[str, Any]]:
    """Return all pieces of an entry's body in order, and add its pictures to ``pictures``."""
    images = {image.name: image for image in entry.images}
    made: list[dict[str, Any]] = []
    for piece in walk(entry.body, entry.blocks, entry.spans):
        if isinstance(piece, Grid):
            made += parts(piece)
        elif isinstance(piece, Image):
            made.append(picture(images.get(piece.name), entry.body[piece.start : piece.end], pictures))
        elif is_seen(entry.body[piece.start : piece.end]):
            made.append(_line(entry.body, piece))
    return _signed(made) or [{"kind": "note", "text": tr("[This bulletin has no text.]"), "caption": ""}]


def _line(body: str, line: Line) -> dict[str, Any]:
    """Return a line in runs: the heading that it is or begins with, and the rest."""
    if not line.level:
        text = body[line.start : line.end]
        return {"kind": "text", "form": "date" if _DATE.fullmatch(text) else "indented", "runs": [*_run(text)]}
    runs = [*_run(body[line.start : line.lead], line.level + 1), *_run(body[line.lead : line.end])]
    return {"kind": "text", "form": "heading" if line.heading else "indented", "runs": runs}


def _run(text: str, level: int = 0) -> Iterator[dict[str, Any]]:
    text = text.replace("\t", " ").strip()
    if is_seen(text):
        yield {"text": text, "level": level, "font": _font(text, level)}


def _font(heading: str, level: int) -> str:
    """Return the font of a heading by its number, or by its level when it has none (GB/T 9704-2012, 7.3.3)."""
    if not level:
        return ""
    told = next((font for marker, font in _LEVELS if marker.match(heading)), "")
    return told or ("" if _ITEM.match(heading) else {2: "sans", 3: "kai"}.get(level, ""))


def _signed(made: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Set a date on a line of its own, and the names above it, where a document is signed."""
    for n, piece in enumerate(made):
        if piece.get("form") == "date":
            for above in reversed(made[max(0, n - 3) : n]):
                if not _is_signature(above):
                    break
                above["form"] = "name"
    return made


def _is_signature(piece: dict[str, Any]) -> bool:
    if piece["kind"] != "text" or len(piece["runs"]) != 1 or piece["runs"][0]["level"]:
        return False
    return bool(_SIGNATURE.fullmatch(piece["runs"][0]["text"]))
