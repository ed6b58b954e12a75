"""Row numbers lie in date order, so that newest first, a period and a year are ranges of the index.

A dated bulletin's row is its day's number (1 = 1 January of the year 1) times 2^18 plus a number within the day;
undated ones count from 1. Nothing is published before the year 1000: such a date counts as none.
"""

from __future__ import annotations

from datetime import date
from sqlite3 import Connection

from xinhui_viewer.errors import ArchiveError
from xinhui_viewer.i18n import tr

_BITS = 18
DATED = date(1000, 1, 1).toordinal() << _BITS
END = (date.max.toordinal() + 1) << _BITS


def between(since: date | None, until: date | None) -> tuple[int, int]:
    """Return the first and the last row of a period, both included; an open end is that of all dated rows."""
    first = since.toordinal() << _BITS if since else DATED
    last = ((until.toordinal() + 1) << _BITS) - 1 if until else END - 1
    return max(first, DATED), last


def day(row: int) -> date | None:
    """Return the date of a row, None for an undated one."""
    return date.fromordinal(row >> _BITS) if row >= DATED else None


def free(db: Connection, published: date | None) -> int:
    """Return the next row for a bulletin of that date."""
    first, last = between(published, published) if published and published.year >= 1000 else (1, DATED - 1)
    (highest,) = db.execute("SELECT max(row) FROM bulletins WHERE row BETWEEN ? AND ?", (first, last)).fetchone()
    if highest == last:
        raise ArchiveError(
            tr("The archive holds as many bulletins of {day} as it can.").format(day=published),
            tr("Make another archive for the rest."),
        )
    return first if highest is None else highest + 1
