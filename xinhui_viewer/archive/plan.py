"""The conditions that rows must meet together, and their SQL."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Condition(NamedTuple):
    """SQL about ``rowid`` in any of the tables; ``direct`` is the same condition on a row of bulletins, but faster.

    ``@row`` is that row where ``rowid`` would be another table's. It always says ``+rowid``: FTS5 sees the expression
    and one period, and filters by the rest row by row. Without the plus, SQLite asks another index once for every row,
    and with eight periods it loses the MATCH (3.40: "unable to use function MATCH in the requested context").
    """

    sql: str
    values: tuple[object, ...] = ()
    direct: str = ""


class Clauses(NamedTuple):
    """FROM and WHERE of a statement that gives rows as ``rowid``, and the values for its ``?``, in their order."""

    sql: str
    values: tuple[object, ...] = ()

    def where(self, sql: str, *values: object) -> Clauses:
        """Return the clauses with one more condition."""
        return Clauses(f"{self.sql} AND {sql}", (*self.values, *values))


@dataclass(frozen=True, slots=True)
class Plan:
    """The rows of a period in ``terms`` and ``characters`` (FTS5 expressions, or empty) that meet all conditions."""

    terms: str = ""
    characters: str = ""
    period: tuple[int, int] | None = None
    conditions: tuple[Condition, ...] = ()

    def rows(self, index: str = "terms") -> Clauses:
        """Return the clauses that give these rows.

        ``index`` may be "titles" for plans about titles alone: it is a fiftieth of all terms.
        """
        period = (Condition("rowid BETWEEN ? AND ?", self.period),) if self.period else ()
        if self.terms:
            return _matching(index, self.terms, (*period, *with_characters(self)))
        if self.characters:
            return _matching("characters", self.characters, (*period, *self.conditions))
        return _listed((*period, *self.conditions))


NOTHING = Plan(conditions=(Condition("0"),))


def with_characters(inner: Plan) -> tuple[Condition, ...]:
    """Return the conditions of a plan, including that on characters."""
    if not inner.characters:
        return inner.conditions
    return (*inner.conditions, among("characters", inner.characters))


def among(table: str, expression: str) -> Condition:
    """Return the condition that a row is among those that an FTS5 expression finds."""
    among = f"rowid IN (SELECT rowid FROM {table} WHERE {table} MATCH ?)"
    return Condition(f"+{among}", (expression,), among)


def _matching(index: str, expression: str, conditions: tuple[Condition, ...]) -> Clauses:
    found = Clauses(f"FROM {index} WHERE {index} MATCH ?", (expression,))
    for condition in conditions:
        found = found.where(f"({condition.sql})".replace("@row", f"{index}.rowid"), *condition.values)
    return found


def _listed(conditions: tuple[Condition, ...]) -> Clauses:
    direct = any(condition.direct for condition in conditions)
    found = Clauses(f"FROM bulletins {'' if direct else 'INDEXED BY bulletins_narrow'} WHERE latest")
    for condition in conditions:
        sql = f"({condition.direct or condition.sql})"
        found = found.where(sql.replace("@row", "bulletins.row"), *condition.values)
    return found
