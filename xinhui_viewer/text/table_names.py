"""The names of a table's rows and fields, apart from the units and periods that stand in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xinhui_viewer.text.table_cells import Place
from xinhui_viewer.text.table_words import (
    ASIDE,
    CHANGE,
    FALL,
    PERIOD,
    UNIT_FIELD,
    Measure,
    is_period,
    measures_in,
    without_units,
)


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a row or a field: without its units and its period, which are facts of their own.

    ``dated`` says that a cell of it is a period and nothing else.
    """

    text: str
    label: str
    measures: tuple[Measure, ...]
    period: str = ""
    unit: str = ""
    dated: bool = False

    @property
    def changes(self) -> bool:
        """True for the name of a growth or a fall."""
        return CHANGE.search(self.text) is not None

    @property
    def falls(self) -> bool:
        """True for the name of a fall: a number without a sign is one, too."""
        return FALL.search(self.text) is not None and "增" not in self.text


def field_names(heads: Sequence[Sequence[Place]]) -> tuple[Name, ...]:
    """Return a name for each field, its heads from top to bottom; a title over the whole table names none.

    Nor does a row of units, or one that says the same of every field.
    """
    width = max(map(len, heads))
    units = next((row for row in heads[1:] if len(row) > 1 and UNIT_FIELD.fullmatch(row[0].text)), ())
    rows = [row for row in heads if row is not units]
    own = [row for at, row in enumerate(rows) if not _says_nothing(row, at, width)] or rows[-1:]
    return tuple(_field_name(own, units, field) for field in range(width))


def _field_name(heads: Sequence[Sequence[Place]], units: Sequence[Place], field: int) -> Name:
    cells = dict.fromkeys(row[field].text for row in heads if field < len(row))
    text = "".join(cells)
    bare = without_units(text)
    period = PERIOD.search(bare)
    label = PERIOD.sub("", bare).strip(" %％（）()、，")
    unit = units[field].text if field < len(units) else ""
    return Name(text, label, measures_in(text), period[0] if period else "", unit, any(map(is_period, cells)))


def _says_nothing(row: Sequence[Place], at: int, width: int) -> bool:
    if len({place.text for place in row}) == 1 and width > 1:
        return True
    others = row[1:]
    same = len({place.text for place in others}) == 1 and len({place.start for place in others}) > 1
    same = same and not is_period(others[0].text)
    return at > 0 and (same or ASIDE.fullmatch(row[0].text) is not None)
