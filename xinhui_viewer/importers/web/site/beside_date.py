"""The small pieces of text beside the date of a page, each by its place: one of them may be the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any

from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.site.marks import place
from xinhui_viewer.text.dates import dates

Piece = tuple[int, str]

_OVER, _UNDER = 4, 10  # lines over and under the title in which its date is searched first
_AROUND = 2  # lines before and behind the date
_LONGEST, _LONGEST_LINE = 40, 120  # characters
_MOST_NODES = 60  # of an element with the date
_APART = re.compile(r"\s{2,}|[\t|｜\xa0\u3000]+")
_LABEL = re.compile("[:：]")
_CLOCK = re.compile(r"^[\d\s:：.点时分秒次年月日()（）-]+$")


def dated_line(lines: Sequence[Line], title: Line | None, day: date | None) -> Line | None:
    """Return the line that prints the day of publication: the first one near the title, else the first of all."""
    if day is None:
        return None
    at = title.order if title is not None else 0
    near = lines[max(at - _OVER, 0) : at + _UNDER]
    return next((line for line in (*near, *lines[at + _UNDER :]) if _prints(line, day)), None)


def _prints(line: Line, wanted: date) -> bool:
    if line.linked or line.rows or len(line.text) > _LONGEST_LINE:
        return False
    return any(day == wanted for _span, day in dates(line.text))


def pieces(lines: Sequence[Line], dated: Line) -> Iterator[Piece]:
    """Yield the mark of the place and the text of each piece without a label beside the date in a line."""
    within = _parts(dated)
    at = next((number for number, text in enumerate(within) if next(dates(text), None)), 0)
    for number, text in enumerate(within):
        yield from _piece(dated.block, f"{number - at:+d}", text)
    for side, line in _around(lines, dated.order):
        for number, text in enumerate(_parts(line)):
            yield from _piece(line.block, f"{side}{number}", text)


def _around(lines: Sequence[Line], at: int) -> Iterator[tuple[str, Line]]:
    """Yield the short lines around a line, and the side on which each is."""
    for line in lines[max(at - _AROUND, 0) : at + 1 + _AROUND]:
        if line.order != at and not (line.rows or line.image or line.level) and len(line.text) <= _LONGEST_LINE:
            yield "<" if line.order < at else ">", line


def _piece(block: Any, beside: str, text: str) -> Iterator[Piece]:
    name = text.strip(" \xa0\u3000[]【】()（）·-—")
    if 1 < len(name) <= _LONGEST and not _LABEL.search(name) and not _CLOCK.match(name):
        yield place(block, beside), name


def _parts(line: Line) -> list[str]:
    """Return the parts of a line, divided where elements and wide blanks divide it, and around a date."""
    pieces = (piece for text in _texts(line) or [line.text] for piece in _APART.split(text))
    return [part for piece in pieces for part in _around_the_date(piece) if part.strip()]


def _texts(line: Line) -> list[str]:
    """Return the texts of the elements that a line is made of; its block may hold other lines."""
    nodes = islice(line.block.traverse(include_text=True), _MOST_NODES) if line.block is not None else ()
    texts = ((node.text_content or "") for node in nodes if node.tag == "-text")
    return [text for text in texts if text.strip() and " ".join(text.split()) in line.text]


def _around_the_date(text: str) -> Iterator[str]:
    (start, end), _day = next(dates(text), ((0, 0), None))
    if end:
        yield from (text[:start], text[start:end], text[end:])
    else:
        yield text
