"""What rows must satisfy at once, and how SQL says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Condition(NamedTuple):
    """SQL about ``rowid`` in any of the tables; ``direct`` says the same about a row of bulletins, faster.

    ``@row`` is that row where ``rowid`` would be another table's. It always says ``+rowid``: FTS5 sees the expression
    and one period, and filters by all else row by row. Without the plus, SQLite asks another index once for every row,
    and with eight periods it loses the MATCH (3.40: "unable to use function MATCH in the requested context").
    """

    sql: str
    values: tuple[object, ...] = ()
    direct: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """The rows of a period in ``terms`` and ``characters`` (FTS5 expressions, '' for all) that meet all conditions."""

    terms: str = ""
    characters: str = ""
    period: tuple[int, int] | None = None
    conditions: tuple[Condition, ...] = ()

    def rows(self, index: str = "terms") -> tuple[str, tuple[object, ...]]:
        """Return the FROM and WHERE clauses that give these rows as ``rowid``, and their values.

        ``index`` may be "titles" where nothing but titles is asked for: it is a fiftieth of all terms.
        """
        if self.terms:
            table, sql, values = f"{index}.rowid", f"FROM {index} WHERE {index} MATCH ?", [self.terms]
            conditions = with_characters(self)
        elif self.characters:
            table, sql, values = "characters.rowid", "FROM characters WHERE characters MATCH ?", [self.characters]
            conditions = self.conditions
        else:
            direct = any(condition.direct for condition in self.conditions)
            sql = f"FROM bulletins {'' if direct else 'INDEXED BY bulletins_narrow'} WHERE latest"
            table, values = "bulletins.row", []
            conditions = tuple(Condition(c.direct or c.sql, c.values) for c in self.conditions)
        if self.period:
            conditions = (Condition("rowid BETWEEN ? AND ?", self.period), *conditions)
        return (
            " AND ".join([sql, *(f"({condition.sql})" for condition in conditions)]).replace("@row", table),
            (*values, *(value for condition in conditions for value in condition.values)),
        )


NOTHING = Plan(conditions=(Condition("0"),))


def with_characters(inner: Plan) -> tuple[Condition, ...]:
    if not inner.characters:
        return inner.conditions
    return (*inner.conditions, among("characters", inner.characters))


def among(table: str, expression: str) -> Condition:
    among = f"rowid IN (SELECT rowid FROM {table} WHERE {table} MATCH ?)"
    return Condition(f"+{among}", (expression,), among)
