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
# Labels of the day of writing; 申请时间 and the like are those of a period or of its end.
_WRITTEN = "(?:填表|填报|填写|编制|制表|拟稿|成文)(?:日期|时间)|(?:申请|申报|签订|签署)日期"
_LABEL = re.compile(rf"(?:(?P<written>{_WRITTEN})[:：]|日期[:：]?)(?P<value>.+)")


def form_day(lines: Sequence[str], front: int) -> date | None:
    """Return the day behind the label of a form, of which the first ``front`` lines are the cover; None without one."""
    for at, line in enumerate(lines[:_MOST]):
        solid = "".join(line.split())
        match = _LABEL.fullmatch(solid) if len(solid) <= _LONGEST else None
        if match is None or not (match["written"] or at < front):
            continue
        value = filled(match["value"]).strip(BLANKS)
        (start, end), day = next(dates(value), ((0, 0), None))
        if day is not None and (start, end) == (0, len(value)):
            return day
    return None
