"""The day that a form or a cover bears behind a label of its own (填表日期：…), on a cover also behind 日期."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from xinhui_viewer.importers.signature import filled
from xinhui_viewer.text.dates import dates
from xinhui_viewer.text.fold import BLANKS

_MOST = 60  # lines of a form in which the label stands
_LONGEST = 40  # characters of a line
_TOP, _FEWEST = 3, 3  # lines of a form in which a day stands among labels, and texts of such a line
_DATED = re.compile("日期|时间")
_BETWEEN = re.compile(r"[ \u3000]{3,}|\t+")
# Labels of the day of writing; 申请时间 and the like are those of a period or of its end.
_WRITTEN = "(?:填表|填报|填写|编制|制表|拟稿|成文)(?:日期|时间)|(?:申请|申报|签订|签署|下达)日期"
_LABEL = re.compile(rf"(?:(?P<written>{_WRITTEN})[:：]|(?:下达)?日期[:：]?)(?P<value>.+)")


def form_day(lines: Sequence[str], front: int) -> date | None:
    """Return the day behind the label of a form, of which the first ``front`` lines are the cover; None without one.

    A line may hold several labels side by side, and at the top of a form a day among them.
    """
    for at, line in enumerate(lines[:_MOST]):
        parts = _BETWEEN.split(line.strip())
        for part in (line, *parts):
            found = _day(
                part, labelled=at < front, bare=at < _TOP and len(parts) >= _FEWEST and not _DATED.search(line)
            )
            if found is not None:
                return found
    return None


def _day(text: str, *, labelled: bool, bare: bool) -> date | None:
    """Return the day in a text behind a label of writing, behind any of a day where ``labelled``, or ``bare``."""
    solid = "".join(text.split())
    match = _LABEL.fullmatch(solid) if len(solid) <= _LONGEST else None
    if match is not None and (match["written"] or labelled):
        return _whole(match["value"])
    return _whole(solid) if bare else None


def _whole(text: str) -> date | None:
    value = filled(text).strip(BLANKS)
    (start, end), day = next(dates(value), ((0, 0), None))
    return day if (start, end) == (0, len(value)) else None
