"""Plans for bulletins of a source, by an author, of a state of validity, of a column, or with a key figure."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

from xinhui_viewer.archive.known import Known
from xinhui_viewer.archive.places import Path
from xinhui_viewer.archive.plan import NOTHING, Condition, Plan
from xinhui_viewer.records import Word
from xinhui_viewer.text.comparison import comparison
from xinhui_viewer.text.fold import fold
from xinhui_viewer.text.steps import divides, steps
from xinhui_viewer.text.validity import REPEALED, asked

_IN = "{} IN (SELECT value FROM json_each(?))"
_WITH_VALIDITY = "latest AND validity <> ''"  # as the index of it says
_WITH_AUTHORS = "latest AND authors <> ''"  # as the index of authors says
_HOLDS = "(instr(label, ?) OR instr(label, ?))"


def source(known: Known, word: Word) -> Plan | None:
    """Return the plan for a source: in quotes, the one of exactly that name; else, or if there is none, all like it.

    Empty quotes stand for bulletins without a source.
    """
    wanted = fold(word.text).strip()
    if not wanted:
        return placed("source_id IS NULL") if word.quoted else None
    if word.quoted and (named := _named(known.sources, word.text)):
        return _among_places("source_id", named)
    return _among_places("source_id", [number for number, name in known.sources.items() if wanted in fold(name)])


def author(known: Known, word: Word) -> Plan | None:
    """Return the plan for an author: in quotes, one of exactly that name; else one whose name has the word in it.

    Empty quotes stand for bulletins without an author.
    """
    wanted = fold(word.text).strip()
    if not wanted:
        if not word.quoted:
            return None
        # By the index of those that have one: in its row the column lies behind the bulletin's text.
        none = f"row NOT IN (SELECT row FROM bulletins WHERE {_WITH_AUTHORS})"
        return placed(none) if known.has_authors else Plan()
    folded = {stored: [fold(name).strip() for name in names] for stored, names in known.authors.items()}
    found = [
        stored
        for stored, names in folded.items()
        if (wanted in names if word.quoted else any(wanted in name for name in names))
    ]
    return placed(f"{_WITH_AUTHORS} AND {_IN.format('authors')}", json.dumps(found)) if found else NOTHING


def validity(known: Known, word: Word) -> Plan | None:
    """Return the plan for a state of validity, by its name or a part of it; in quotes, by its whole name.

    Those that another text repeals are 已废止, whatever they said of themselves. Empty quotes stand for bulletins that
    state none.
    """
    if not known.has_validity:
        return Plan() if word.quoted and not word.text.strip() else NOTHING
    if not word.text.strip():
        return placed(f"row NOT IN (SELECT row FROM bulletins WHERE {_WITH_VALIDITY})") if word.quoted else None
    states = asked(word.text, exactly=word.quoted)
    if not states:
        return NOTHING
    said, gone = json.dumps(states), json.dumps(sorted(known.repealed))
    if REPEALED in states:
        return placed(f"(({_WITH_VALIDITY} AND {_IN.format('validity')}) OR {_IN.format('id')})", said, gone)
    return placed(f"{_WITH_VALIDITY} AND {_IN.format('validity')} AND {_IN.format('id NOT')}", said, gone)


def column(known: Known, word: Word) -> Plan | None:
    """Return the plan for a column and all below it.

    ``A > B``, and a name in quotes, is the branch with these steps at the top, or, if there is none, one that has these
    steps in a row. Any other name, and one in quotes that no column has, matches any step that contains it.
    """
    typed = steps(word.text)
    wanted = _folded(typed)
    if not wanted:
        return None
    paths = {number: _folded(path) for number, path in known.columns.items()}
    found: list[int] = []
    if word.quoted or divides(word.text):
        found = (
            _where(known.columns, lambda path: word.quoted and path[: len(typed)] == typed)
            or _where(paths, lambda path: path[: len(wanted)] == wanted)
            or _where(paths, lambda path: wanted in _within(path, len(wanted)))
        )
    if not found and len(wanted) == 1:
        found = _where(paths, lambda path: any(wanted[0] in step for step in path))
    return _among_places("column_id", found)


def figure(known: Known, word: Word) -> Plan:
    """Return the plan for a key figure with the words in its label and a value within the bound; attachments count."""
    asked = comparison(word.text)
    holds = _HOLDS
    values: list[object] = [asked.label, re.sub(r"[<>=≥≤].*", "", word.text).strip()]
    if asked.operator:
        holds += f" AND value {asked.operator} ?"
        values.append(asked.value)
    own = f"id IN (SELECT bulletin_id FROM figures WHERE {holds})"
    if not known.attached_figures:
        return placed(own, *values)
    attached = f"SELECT attachment_id FROM attached_figures WHERE {holds}"
    having = f"id IN (SELECT bulletin_id FROM bulletin_attachments WHERE attachment_id IN ({attached}))"
    return placed(f"({own} OR {having})", *values, *values)


def placed(holds: str, *values: object) -> Plan:
    """Return the plan for a condition on the row of ``bulletins``."""
    sql = f"+rowid IN (SELECT row FROM bulletins WHERE latest AND {holds})"
    return Plan(conditions=(Condition(sql, values, holds),))


def _named(names: dict[int, str], name: str) -> list[int]:
    """Return the numbers of the names that are equal, else of those that are equal after folding."""
    wanted = fold(name).strip()
    same = [number for number, one in names.items() if one == name]
    return same or [number for number, one in names.items() if fold(one).strip() == wanted]


def _folded(path: Path) -> Path:
    return tuple(step for step in (fold(step).strip() for step in path) if step)


def _within(path: Path, n: int) -> Iterator[Path]:
    """Yield the runs of ``n`` steps below the top of a path."""
    return (path[i : i + n] for i in range(1, len(path)))


def _where(paths: dict[int, Path], holds: Callable[[Path], bool]) -> list[int]:
    return [number for number, path in paths.items() if holds(path)]


def _among_places(field: str, numbers: list[int]) -> Plan:
    if not numbers:
        return NOTHING
    # A single number with =: SQLite then walks the column's index in row order and sorts nothing.
    return placed(f"{field} = ?", numbers[0]) if len(numbers) == 1 else placed(_IN.format(field), json.dumps(numbers))
