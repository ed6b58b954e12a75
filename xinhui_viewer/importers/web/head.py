"""The head of a page, between its title and its text, and the labels at its foot: printed source and date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from xinhui_viewer.importers.furniture import MetaLine, is_furniture, meta_line
from xinhui_viewer.importers.line import Line
from xinhui_viewer.text.dates import dates

_FOOT = re.compile(
    r"\s*[（(\[【]?(?:(?:信息|文章|稿件|本文)?来源|稿源|(?:信息)?(?:发布|发稿|公开)(?:日期|时间))\s*[:：]"
)
_FOOT_LINES = 6  # lines in which the labels under a text are searched
# A sentence, or the place of an event: the text has begun, and no label below is of the head.
_NO_HEAD = re.compile(r"[。；！][”’）)\s]*$|^\s*(?:[\u4e00-\u9fff]{2})?地[点址]\s*[:：]")
_HEAD_LINES = 11  # lines under the title in which source and date are searched
_LONGEST_LABELS, _LONGEST_LABEL = 300, 60  # characters of a line with source and date, of another among them
_LEAST_PLAIN, _LONGEST_BUTTON = 6, 24  # characters beside a link, and with it
_SENTENCE = 30  # characters of a line that may be one
_LONGEST_DATED = 40  # characters of a line that begins with a date and has no label
_SHORTEST_SOURCE, _LONGEST_SOURCE = 2, 20  # that stands alone
_LONGEST_FOOT = 60  # characters of labels under a text


def head_end(lines: Sequence[Line]) -> tuple[int, str, date | None]:
    """Return how many lines under the title are its head, and the source and date that they print."""
    source, published, end = _bare_source(lines[:2]), None, 0
    for at, line in enumerate(lines[:_HEAD_LINES]):
        meta = _labels(line, said=bool(source or published))
        if meta is not None:
            if published is not None and not meta.source and at > end:
                break  # a date alone, further down: it belongs to the text
            source, published, end = source or meta.source, published or meta.published, at + 1
        elif is_furniture(line.text) or _is_button(line):
            end += end == at
        elif _begins_text(line):
            break
    return end, source, published


def _labels(line: Line, *, said: bool) -> MetaLine | None:
    """Return the source and date in a line under the title; without labels only when nothing was ``said`` before."""
    meta = meta_line(line.text) if len(line.text) < _LONGEST_LABELS else None
    return _unlabelled(line) if meta is None and not said else meta


def _is_button(line: Line) -> bool:
    return line.linked > 0 and line.plain < _LEAST_PLAIN and len(line.text) < _LONGEST_BUTTON


def _begins_text(line: Line) -> bool:
    """Return whether a line under the title is a sentence, or too long for a label."""
    long = len(line.text) > _LONGEST_LABEL or (line.plain > _SENTENCE and line.text[-1] in "。：")
    return long or _NO_HEAD.search(line.text) is not None


def _unlabelled(line: Line) -> MetaLine | None:
    """Return the date of a short line that begins with one, followed by source and counts without a label."""
    text = line.text.strip()
    if line.linked or len(text) > _LONGEST_DATED or text[-1:] in "。；，：":
        return None
    (start, end), found = next(dates(text), ((0, 0), None))
    behind = text[end : end + 1]
    return MetaLine(published=found) if found and start == 0 and behind not in "，,。至到—-~的在召" else None


def _bare_source(below: Sequence[Line]) -> str:
    """Return the source alone under a title, above a line with only the date."""
    date_line = meta_line(below[1].text) if len(below) == 2 else None
    if date_line is None or date_line.published is None or date_line.source:
        return ""
    name = below[0].text.strip()
    beside = meta_line(name) is not None or is_furniture(name) or name[-1:] in "。：:，"
    return name if _SHORTEST_SOURCE <= len(name) <= _LONGEST_SOURCE and not beside else ""


def _foot_labels(line: Line) -> MetaLine | None:
    """Return the source and date of a line that begins with one of their labels; None when it has neither."""
    text = line.text
    meta = meta_line(text) if len(text) < _LONGEST_FOOT and _FOOT.match(text) and not line.linked else None
    return meta if meta is not None and (meta.source or meta.published) else None
