"""Number rows in date order, so that a period and a year are ranges of the index, and newest first is its order.

A dated bulletin's row is the number of its day (``facts.day``; 1 = 1 January of the year 1) times 2^14 plus a number
within the day; undated ones count from 1. Nothing is published before the year 1000: such a date counts as none. Fewer
bits for the day make the steps from row to row, and the index, smaller (18 bits: 1.95 × text, 14: 1.79, 12: 1.69,
measured on 30,000); archives made with 18 keep them, and one with more than 16,384 bulletins of a day gets them
(roomy.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.errors import ArchiveError
from xinhui_viewer.i18n import tr

_NEW, WIDE = 14, 18


class Full(Exception):
    """A day has no row left, but would have one with more bits."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The numbering of an archive's rows by date: ``bits`` are those of the number within a day."""

    bits: int

    @property
    def dated(self) -> int:
        """Return the first row that a dated bulletin can have."""
        return date(1000, 1, 1).toordinal() << self.bits

    @property
    def end(self) -> int:
        """Return a number above every row."""
        return (date.max.toordinal() + 1) << self.bits

    def between(self, since: date | None, until: date | None) -> tuple[int, int]:
        """Return the first and the last row of a period, both included; an open end is that of all dated rows."""
        first = since.toordinal() << self.bits if since else self.dated
        last = ((until.toordinal() + 1) << self.bits) - 1 if until else self.end - 1
        return max(first, self.dated), last

    def of_day(self, day: date | None) -> tuple[int, int]:
        """Return the first and the last row for a bulletin of a day; those of undated ones for None."""
        return self.between(day, day) if day and day.year >= 1000 else (1, self.dated - 1)

    def day(self, row: int) -> date | None:
        """Return the date of a row; None for an undated one."""
        return date.fromordinal(row >> self.bits) if row >= self.dated else None


def of(db: Archive) -> Rows:
    """Return the numbering of an archive's rows."""
    bits = db.value("SELECT value FROM meta WHERE name = 'row_bits'")
    if bits in (_NEW, WIDE):
        return Rows(bits)
    # The first archives do not record it, and the record can be damaged; the dated rows of the two kinds never overlap.
    highest = db.value("SELECT max(row) FROM bulletins")
    return Rows(WIDE if highest is None or highest >= Rows(WIDE).dated else _NEW)


def stamp(db: Archive) -> None:
    """Record the numbering of a new archive's rows."""
    db.run("INSERT INTO meta VALUES ('row_bits', ?)", (_NEW,))


def free(db: Archive, day: date | None) -> int:
    """Return the next free row for a bulletin of a day.

    Full when the day has none left but would have with more bits; an ArchiveError when it has the most possible.
    """
    row = unused(db, day)
    if row is not None:
        return row
    if of(db).bits < WIDE:
        raise Full
    raise ArchiveError(
        tr("The archive cannot take any more bulletins of {day}.").format(day=day),
        tr("Create another archive for the rest."),
    )


def unused(db: Archive, day: date | None) -> int | None:
    """Return the next free row for a bulletin of a day; None when the day has none left."""
    first, last = of(db).of_day(day)
    highest = db.value("SELECT max(row) FROM bulletins WHERE row BETWEEN ? AND ?", (first, last))
    if highest is None:
        return first
    return None if highest == last else int(highest) + 1


def fits(db: Archive, row: int, day: date | None) -> bool:
    """Return whether a row is one of those for a bulletin of a day."""
    first, last = of(db).of_day(day)
    return first <= row <= last
