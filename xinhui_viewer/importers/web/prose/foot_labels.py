"""Find the labels of source and date among the last lines of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from xinhui_viewer.importers.furniture import MetaLine, is_event, is_sentence, meta_line
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.prose.edges import BEGUN, LONGEST_DATED, STAMP
from xinhui_viewer.text.dates import first_date

_FOOT_LINES = 6  # lines in which labels below the text are searched
_LONGEST_BESIDE_FOOT, _LONGEST_FOOT = 30, 60  # characters of lines under a text: of others, of labels
_FOOT = re.compile(
    r"\s*[（(\[【]?(?:(?:信息|文章|稿件|本文)?来源|稿源|(?:信息)?(?:发布|发稿|公开|录入|上传|添加|更新)(?:日期|时间))\s*[:：]"
)


def foot_labels(lines: Sequence[Line], head: Sequence[Line]) -> list[Line]:
    """Return the labels of source and date among the last lines of a text.

    A label that names another day than the ``head`` is text.
    """
    published = _day(head)
    labels = []
    for line in reversed(lines[max(len(lines) - _FOOT_LINES, 1) :]):
        meta = _foot_label(line)
        if meta is None:
            if len(line.text) > _LONGEST_BESIDE_FOOT or BEGUN.search(line.text):
                break  # the text; shorter lines may stand between it and its labels
        elif not (published and meta.published) or meta.published == published:
            published = published or meta.published
            labels.append(line)
    return labels[::-1]


def _foot_label(line: Line) -> MetaLine | None:
    """Return the source and date of a line that begins with one of their labels, or with the minute of publication."""
    text = line.text
    if len(text) <= LONGEST_DATED and STAMP.match(text) and not is_event(text):
        return MetaLine(published=first_date(text))
    meta = meta_line(text) if len(text) < _LONGEST_FOOT and _is_foot(line) else None
    return meta if meta is not None and (meta.source or meta.published) else None


def _is_foot(line: Line) -> bool:
    return _FOOT.match(line.text) is not None and not line.linked and not is_sentence(line.text)


def _day(head: Sequence[Line]) -> date | None:
    days = (meta.published for line in head if (meta := meta_line(line.text)) is not None)
    return next(filter(None, days), None)
