"""The columns of ``bulletins`` that hold facts: for each fact its column, with functions to pack and unpack it.

A fact without a row in ``_OWN`` is a text in a column of its name. An archive that no newer version has written to yet
lacks the columns of newer facts: they are empty then.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from xinhui_viewer.archive import damage, places
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.facts import Facts


@dataclass(frozen=True, slots=True)
class Column:
    """A column of ``bulletins``: its name, and functions from a fact to its stored value and back."""

    name: str
    packed: Callable[[Archive, Any], Any] = lambda _db, value: value
    unpacked: Callable[[Archive, Any], Any] = lambda _db, stored: stored


def stored_date(stored: str | None) -> date | None:
    """Return a stored date, or None; a ValueError when it is damaged."""
    return date.fromisoformat(stored) if stored else None


def names(stored: str) -> tuple[str, ...]:
    """Return the names in a stored text, one a line."""
    return tuple(stored.split("\n")) if stored else ()


def _day(name: str) -> Column:
    return Column(name, lambda _db, value: value and value.isoformat(), lambda _db, stored: stored_date(stored))


_OWN = {
    "published": _day("published"),
    "written": _day("written"),
    "effective": _day("effective"),
    "repealed": _day("repealed"),
    "source": Column("source_id", places.source_id, places.source_name),
    "columns": Column("column_id", places.column_id, places.column_path),
    "authors": Column("authors", lambda _db, value: "\n".join(value), lambda _db, stored: names(stored)),
}
COLUMNS = {field.name: _OWN.get(field.name, Column(field.name)) for field in fields(Facts)}


def packed(db: Archive, facts: Facts) -> dict[str, Any]:
    """Return a bulletin's facts as they are stored, by column; new sources and columns are added."""
    return {column.name: column.packed(db, getattr(facts, name)) for name, column in COLUMNS.items()}


def unpacked(db: Archive, stored: Mapping[str, Any]) -> Facts:
    """Return the facts in a row of ``bulletins``; a ValueError when one of them is damaged.

    Names that bulletins share (source, column) are returned with U+FFFD for what is unreadable in them.
    """
    there = {name: column for name, column in COLUMNS.items() if column.name in stored}
    damage.require(*(stored[column.name] for column in there.values()))
    return Facts(**{name: column.unpacked(db, stored[column.name]) for name, column in there.items()})
