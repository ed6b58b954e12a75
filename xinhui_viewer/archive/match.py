"""A query's tree as SQL over the index.

A plan is what rows must satisfy at once: an FTS5 expression over ``terms``, one over ``characters``, and conditions.
Words of one All, Either or Not become one expression where FTS5 can say it; what it cannot say (a place or a period in
an OR, a NOT with nothing beside it) becomes a condition, so that every operator keeps its meaning everywhere. User
text reaches FTS5 only as quoted tokens.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from xinhui_viewer.archive import placed, rows
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.plan import NOTHING, Condition, Plan, among, with_characters
from xinhui_viewer.records import All, Dates, Either, Field, Near, Node, Not, Query, Word
from xinhui_viewer.text.terms import Phrase, phrase

_PARTS: dict[Field, str] = {"title": "title : ", "body": "body : ", "heading": "headings : ", "number": "number : "}
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")


def plan(db: Archive, query: Query) -> Plan:
    """Return how the index answers a query; words without anything searchable in them say nothing."""
    return _plan(db, query.root) or Plan()


def in_title(node: Node) -> Node:
    """Return the same tree with every word that may stand anywhere asked of the title: it finds a part of the same."""
    match node:
        case Word(field="any"):
            return replace(node, field="title")
        case Near(near, distance):
            return Near(tuple(replace(word, field="title") for word in near if word.field == "any") or near, distance)
        case All(parts):
            return All(tuple(in_title(part) for part in parts))
        case Either(parts):
            return Either(tuple(in_title(part) for part in parts))
    return node  # what must not be found must not be found in the body either


def asks_titles(node: Node) -> bool:
    """Return whether nothing but titles, places and periods is asked for."""
    match node:
        case Word(_, field):
            return field in ("title", "source", "column", "figure")
        case Near(near):
            return all(map(asks_titles, near))
        case All(parts) | Either(parts):
            return all(map(asks_titles, parts))
        case Not(part):
            return asks_titles(part)
    return True


def _plan(db: Archive, node: Node) -> Plan | None:
    match node:
        case Word():
            return _word(db, node)
        case Near():
            return _near(node)
        case Dates(since, until):
            return Plan(period=rows.of(db).between(since, until))
        case All(parts):
            return _all(db, parts)
        case Either(parts):
            return _either([_plan(db, part) for part in parts])
        case Not(part):
            inner = _plan(db, part)
            return inner and Plan(conditions=(_negated(inner),))


def _word(db: Archive, word: Word) -> Plan | None:
    if word.field == "source":
        return placed.source(db, word)
    if word.field == "column":
        return placed.column(db, word)
    if word.field == "figure":
        return placed.figure(word)
    asked = phrase(word.text)
    if not asked.tokens:
        return None
    conditions = _as_typed(word) if word.exact else ()
    if asked.single and word.field == "any":
        return Plan(characters=quoted(asked._replace(prefix=False)), conditions=conditions)
    return Plan(terms=_PARTS.get(word.field, "") + quoted(asked), conditions=conditions)


def quoted(asked: Phrase) -> str:
    """Return a phrase as FTS5 is asked for it: nothing in it is read as an operator."""
    tokens = " ".join(asked.tokens).replace('"', '""')
    return f'"{tokens}"{" *" if asked.prefix else ""}'


def _near(near: Near) -> Plan | None:
    """Return what finds words close together: FTS5 counts terms, one for each character of Han and each whole word.

    The pairs of a word of Han are one fewer than its characters, so its last character is counted with what is between.
    """
    phrases = " ".join(quoted(phrase(word.text)) for word in near.words)
    conditions = tuple(condition for word in near.words if word.exact for condition in _as_typed(word))
    return Plan(
        terms=f"{_PARTS.get(near.words[0].field, '')}NEAR({phrases}, {near.distance + 1})", conditions=conditions
    )


def _as_typed(word: Word) -> tuple[Condition, ...]:
    """Return what leaves out bulletins that have a word of Han in the other script only."""
    holds = "(SELECT instr(title, ?) OR instr(body, ?) FROM bulletins AS same WHERE same.row = @row)"
    return tuple(Condition(holds, (run, run)) for run in _HAN.findall(word.text))


def _all(db: Archive, parts: Collection[Node]) -> Plan | None:
    """Return the plan of parts that all hold; words that must not be found join the expression of those that must."""
    wanted: list[Plan] = []
    unwanted: list[Plan] = []
    for part in parts:
        inner = _plan(db, part.part if isinstance(part, Not) else part)
        if inner is not None:
            (unwanted if isinstance(part, Not) else wanted).append(inner)
    if not wanted and not unwanted and parts:
        return None
    terms = _joined("AND", [inner.terms for inner in wanted])
    characters = _joined("AND", [inner.characters for inner in wanted])
    periods = [inner.period for inner in wanted if inner.period]
    period = (max(first for first, _ in periods), min(last for _, last in periods)) if periods else None
    conditions = [condition for inner in wanted for condition in inner.conditions]
    for inner in unwanted:
        if terms and _is_terms(inner):
            terms = f"({terms}) NOT ({inner.terms})"
        elif characters and _is_characters(inner):
            characters = f"({characters}) NOT ({inner.characters})"
        else:
            conditions.append(_negated(inner))
    return Plan(terms, characters, period, tuple(conditions))


def _either(parts: list[Plan | None]) -> Plan | None:
    plans = [inner for inner in parts if inner is not None]
    if not plans:
        return None if parts else NOTHING
    if all(map(_is_terms, plans)):
        return Plan(terms=_joined("OR", [inner.terms for inner in plans]))
    if all(map(_is_characters, plans)):
        return Plan(characters=_joined("OR", [inner.characters for inner in plans]))
    return Plan(conditions=(_condition("OR", [_as_condition(inner) for inner in plans]),))


def _is_terms(inner: Plan) -> bool:
    return bool(inner.terms) and inner == Plan(terms=inner.terms)


def _is_characters(inner: Plan) -> bool:
    return bool(inner.characters) and inner == Plan(characters=inner.characters)


def _joined(operator: str, expressions: list[str]) -> str:
    kept = [expression for expression in expressions if expression]
    return kept[0] if len(kept) == 1 else f" {operator} ".join(f"({expression})" for expression in kept)


def _as_condition(inner: Plan) -> Condition:
    conditions = with_characters(inner)
    if inner.terms:
        conditions = (among("terms", inner.terms), *conditions)
    if inner.period:
        conditions = (Condition("+rowid BETWEEN ? AND ?", inner.period), *conditions)
    return _condition("AND", conditions) if conditions else Condition("1")


def _condition(operator: str, conditions: Collection[Condition]) -> Condition:
    return Condition(
        f" {operator} ".join(f"({condition.sql})" for condition in conditions),
        tuple(value for condition in conditions for value in condition.values),
    )


def _negated(inner: Plan) -> Condition:
    condition = _as_condition(inner)
    return Condition(f"NOT ({condition.sql})", condition.values)
