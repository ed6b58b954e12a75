"""The whole text of a bulletin in the pieces that a page is set from: lines with their headings, tables, pictures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from xinhui_viewer.exporters.blocks import whole
from xinhui_viewer.exporters.glyphs import is_seen
from xinhui_viewer.exporters.pictures import picture
from xinhui_viewer.exporters.tables import parts
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Block, Section, SummaryEntry

_DATE = re.compile(r"[\d〇○零一二三四五六七八九十]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日")
_SIGNATURE = re.compile(r"[^\s。！？；：，、,;:!?.\d]{2,20}")
_LEVELS = (
    (re.compile(r"[一二三四五六七八九十百]+、|第.{1,5}[编章节]"), "sans"),
    (re.compile(r"[（(][一二三四五六七八九十]"), "kai"),
)
_ITEM = re.compile(r"[（(]?\d+[.．、)）]|[一二三四五六七八九十]+是")
_MOST_LEVELS = 5


def pieces(entry: SummaryEntry, pictures: dict[str, bytes]) -> list[dict[str, Any]]:
    """Return the pieces of an entry's body, in order and none left out; its pictures join ``pictures``."""
    levels = _levels(entry.spans)
    images = {image.name: image for image in entry.images}
    made: list[dict[str, Any]] = []
    for block in whole(entry.body, entry.blocks):
        text = entry.body[block.start : block.end]
        set_as_table = parts(block, text) if block.kind == "table" else []
        made += set_as_table
        if block.kind == "image":
            made.append(picture(images.get(block.image), text, pictures))
        elif not set_as_table:
            made += _lines(entry.body, block, entry.spans, levels)
    return _signed(made) or [{"kind": "note", "text": tr("[This bulletin has no text.]"), "caption": ""}]


def _levels(spans: Sequence[Section]) -> list[int]:
    """Return the levels of sections under a title of level 1: none skips one, as PDF/UA asks."""
    made: list[int] = []
    for span in spans:
        made.append(min(span.level, (made[-1] if made else 0) + 1, _MOST_LEVELS))
    return made


def _lines(body: str, block: Block, spans: Sequence[Section], levels: Sequence[int]) -> Iterator[dict[str, Any]]:
    at = block.start
    for line in body[block.start : block.end].split("\n"):
        runs = list(_runs(body, at, at + len(line), spans, levels))
        if is_seen(line):
            yield {"kind": "text", "form": _form(line.strip()), "runs": runs}
        at += len(line) + 1


def _runs(body: str, start: int, end: int, spans: Sequence[Section], levels: Sequence[int]) -> Iterator[dict[str, Any]]:
    """Yield a line in runs: its headings, and what stands before, between and behind them."""
    n = bisect_left(spans, start, key=lambda span: span.start)
    while n < len(spans) and spans[n].start < end:
        first, last = max(spans[n].start, start), min(spans[n].heading_end, end)
        if is_seen(body[first:last]):
            yield from _run(body[start:first])
            yield from _run(body[first:last], levels[n])
            start = last
        n += 1
    yield from _run(body[start:end])


def _run(text: str, level: int = 0) -> Iterator[dict[str, Any]]:
    text = text.replace("\t", " ").strip()
    if is_seen(text):
        yield {"text": text, "level": level and level + 1, "font": _font(text, level and level + 1)}


def _font(heading: str, level: int) -> str:
    """Return the font of a heading by its number, or by its level when it has none (GB/T 9704-2012, 7.3.3)."""
    if not level:
        return ""
    told = next((font for marker, font in _LEVELS if marker.match(heading)), "")
    return told or ("" if _ITEM.match(heading) else {2: "sans", 3: "kai"}.get(level, ""))


def _form(line: str) -> str:
    return "date" if _DATE.fullmatch(line) else "indented"


def _signed(made: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Put a date that is a line of its own, and the names above it, where a document is signed."""
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
