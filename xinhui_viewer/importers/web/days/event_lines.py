"""Lines of a text that give the time of an event: they look like the labels above a text."""

from __future__ import annotations

from collections.abc import Sequence

from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.days.day_labels import is_enacted, is_other_day, is_place
from xinhui_viewer.text.dates import dates, first_date

_LONGEST = 60  # characters


def above_event(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines above the first that gives the day of an event; all of them without one."""
    return lines[: next((at for at in range(len(lines)) if _is_of_event(lines, at)), len(lines))]


def is_enactment(text: str) -> bool:
    """Return whether a line is a note on a law, with its day: 1994年12月29日 某某会议通过."""
    (start, end), day = next(iter(dates(text[:_LONGEST])), ((0, 0), None))
    return day is not None and is_enacted(text[:start], text[end:])


def _is_of_event(lines: Sequence[Line], at: int) -> bool:
    """Return whether a line gives the day of an event (启动时间), or stands with its place: the text has begun."""
    line = lines[at]
    if not line.rows and is_enactment(line.text):
        return True
    label, sign, value = line.text.partition("：" if "：" in line.text else ":")
    if line.rows or not sign or len(line.text) > _LONGEST or first_date(value) is None:
        return False
    if is_other_day(label + sign):
        return True
    is_bare = "".join(label.split()) in ("时间", "日期")
    return is_bare and any(is_place(near.text) for near in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]))
