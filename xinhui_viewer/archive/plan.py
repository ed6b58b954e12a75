"""The conditions that rows must meet together, and their SQL."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Condition(NamedTuple):
    """SQL about ``rowid`` in any of the tables; ``direct`` is the same condition on a row of bulletins, but faster.

    ``@row`` is that row where ``rowid`` would be another table's. It always says ``+rowid``: FTS5 sees the expression
    and one period, and filters by the rest row by row. Without the plus, SQLite asks another index once for every row,
    and with eight periods it loses the MATCH (3.40: "unable to use function MATCH in the requested context").
    A ``slow`` one reads texts, and is asked last.
    """

    sql: str
    values: tuple[object, ...] = ()
    direct: str = ""
    slow: bool = False


class Clauses:
    """FROM and WHERE of a statement that gives rows as ``rowid``, and the values for its ``?``, in their order.

    Rows of several parts, of which no two find the same, are one list: SQLite merges parts in the order of rows.
    """

    def __init__(self, sql: str, values: tuple[object, ...] = (), *others: Clauses) -> None:
        self._parts: tuple[tuple[str, tuple[object, ...]], ...] = (
            (sql, values),
            *(part for other in others for part in other._parts),
        )

    @property
    def sql(self) -> str:
        """The clauses as SQL."""
        if len(self._parts) == 1:
            return self._parts[0][0]
        return f"FROM ({' UNION ALL '.join(f'SELECT rowid {sql}' for sql, _values in self._parts)}) WHERE 1"

    @property
    def values(self) -> tuple[object, ...]:
        """The values for the SQL."""
        return tuple(value for _sql, values in self._parts for value in values)

    def where(self, sql: str, *values: object) -> Clauses:
        """Return the clauses with one more condition."""
        first, *others = (Clauses(f"{part} AND {sql}", (*before, *values)) for part, before in self._parts)
        return Clauses(first.sql, first.values, *others)

    def __add__(self, other: Clauses) -> Clauses:
        """Return the clauses for the rows of both."""
        return Clauses(*self._parts[0], *(Clauses(*part) for part in (*self._parts[1:], *other._parts)))


@dataclass(frozen=True, slots=True)
class Plan:
    """The rows of a period in ``terms`` and ``characters`` (FTS5 expressions, or empty) that meet all conditions.

    ``attached``: words of these may stand in attachments, too. Bulletins with texts of attachments are then looked up
    in the tables that have these as well, and only there.
    """

    terms: str = ""
    characters: str = ""
    period: tuple[int, int] | None = None
    conditions: tuple[Condition, ...] = ()
    attached: bool = False

    def rows(self, index: str = "terms") -> Clauses:
        """Return the clauses that give these rows.

        ``index`` may be "titles" for plans about titles alone: it is a fiftieth of all terms.
        """
        period = (Condition("rowid BETWEEN ? AND ?", self.period),) if self.period else ()
        if self.terms:
            return _matching(index, self.terms, (*period, *with_characters(self)), self.attached)
        if self.characters:
            return _matching("characters", self.characters, (*period, *self.conditions), self.attached)
        return _listed((*period, *self.conditions))


_WITHOUT_ATTACHED = Condition("+rowid NOT IN (SELECT id FROM attached_terms_docsize)")  # FTS5's table of lengths
NOTHING = Plan(conditions=(Condition("0"),))


def with_characters(inner: Plan) -> tuple[Condition, ...]:
    """Return the conditions of a plan, including that on characters."""
    if not inner.characters:
        return inner.conditions
    return (*inner.conditions, among("characters", inner.characters, inner.attached))


def among(table: str, expression: str, attached: bool = False) -> Condition:
    """Return the condition that a row is among those that an FTS5 expression finds, ``attached`` as in a Plan."""
    found = _matching(table, expression, (), attached)
    among = f"rowid IN (SELECT rowid {found.sql})"
    return Condition(f"+{among}", found.values, among)


def _matching(index: str, expression: str, conditions: tuple[Condition, ...], attached: bool) -> Clauses:
    if attached:
        page = _matching(index, expression, (*conditions, _WITHOUT_ATTACHED), attached=False)
        return page + _matching(f"attached_{index}", expression, conditions, attached=False)
    found = Clauses(f"FROM {index} WHERE {index} MATCH ?", (expression,))
    for condition in conditions:
        found = found.where(f"({condition.sql})".replace("@row", f"{index}.rowid"), *condition.values)
    return found


def _listed(conditions: tuple[Condition, ...]) -> Clauses:
    direct = any(condition.direct for condition in conditions)
    found = Clauses(f"FROM bulletins {'' if direct else 'INDEXED BY bulletins_narrow'} WHERE latest")
    for condition in sorted(conditions, key=lambda condition: condition.slow):
        sql = f"({condition.direct or condition.sql})"
        found = found.where(sql.replace("@row", "bulletins.row"), *condition.values)
    return found
