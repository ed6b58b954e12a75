"""Bulletins by where they are from and what they assert: sources, columns, key figures, as plans."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from xinhui_viewer.archive import places
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.plan import NOTHING, Condition, Plan
from xinhui_viewer.records import Word
from xinhui_viewer.text.comparison import comparison
from xinhui_viewer.text.fold import fold

_STEP = re.compile("[>›＞]")
_IN = "{} IN (SELECT value FROM json_each(?))"


def source(db: Archive, word: Word) -> Plan | None:
    """Return the bulletins of a source: in quotes, the one of exactly that name; else, or if none is, all like it.

    Empty quotes are the bulletins without a source.
    """
    wanted = fold(word.text).strip()
    if not wanted:
        return _placed("source_id IS NULL") if word.quoted else None
    names = {number: fold(name).strip() for number, name in places.sources(db).items()}
    exact = [number for number, name in names.items() if name == wanted] if word.quoted else []
    return _among_places("source_id", exact or [number for number, name in names.items() if wanted in name])


def column(db: Archive, word: Word) -> Plan | None:
    """Return the bulletins of a column and all below it.

    ``A > B``, and a name in quotes, is the branch that begins so at the top, or, if there is none, one that has these
    steps in a row. Any other name, and one in quotes that no column has, is that of any step that contains it.
    """
    steps = tuple(step for step in (fold(step).strip() for step in _STEP.split(word.text)) if step)
    if not steps:
        return None
    n = len(steps)
    paths = {number: tuple(fold(step).strip() for step in path) for number, path in places.columns(db).items()}
    found: list[int] = []
    if word.quoted or _STEP.search(word.text):
        found = _where(paths, lambda path: path[:n] == steps)
        found = found or _where(paths, lambda path: any(path[i : i + n] == steps for i in range(1, len(path))))
    if not found and n == 1:
        found = _where(paths, lambda path: any(steps[0] in step for step in path))
    return _among_places("column_id", found)


def figure(word: Word) -> Plan:
    """Return the bulletins that assert a key figure whose label holds the words and whose value keeps the bound."""
    asked = comparison(word.text)
    holds, values = "(instr(label, ?) OR instr(label, ?))", [asked.label, re.sub(r"[<>=≥≤].*", "", word.text).strip()]
    if asked.operator:
        holds += f" AND value {asked.operator} ?"
        return _placed(f"id IN (SELECT bulletin_id FROM figures WHERE {holds})", *values, asked.value)
    return _placed(f"id IN (SELECT bulletin_id FROM figures WHERE {holds})", *values)


def _where(paths: dict[int, places.Path], holds: Callable[[places.Path], bool]) -> list[int]:
    return [number for number, path in paths.items() if holds(path)]


def _among_places(field: str, numbers: list[int]) -> Plan:
    if not numbers:
        return NOTHING
    # One number as itself: SQLite then walks the field's index in row order and sorts nothing.
    return _placed(f"{field} = ?", numbers[0]) if len(numbers) == 1 else _placed(_IN.format(field), json.dumps(numbers))


def _placed(holds: str, *values: object) -> Plan:
    sql = f"+rowid IN (SELECT row FROM bulletins WHERE latest AND {holds})"
    return Plan(conditions=(Condition(sql, values, holds),))
