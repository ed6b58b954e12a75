"""Translate a query's tree into SQL over the index.

A plan is a conjunction: an FTS5 expression over ``terms``, one over ``characters``, and conditions.
Words of one All, Either or Not become one expression where FTS5 can say it; what it cannot say (a place or a period in
an OR, a NOT with nothing beside it) becomes a condition, so that every operator keeps its meaning everywhere. User
text reaches FTS5 only as quoted tokens.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import reduce
from itertools import islice, product

from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.fields import SEARCHED, Searched
from xinhui_viewer.archive.known import Known
from xinhui_viewer.archive.plan import NOTHING, Clauses, Condition, Plan, among, with_characters
from xinhui_viewer.archive.scan import scan_of
from xinhui_viewer.records import All, Dates, Either, Near, Node, Not, Word, leaves, mapped
from xinhui_viewer.text.spellings import forms
from xinhui_viewer.text.terms import Phrase, phrase, phrases, written_in
from xinhui_viewer.text.tokens import IDEOGRAPHS

_ATTACHED_HOLDS = """EXISTS (SELECT 1 FROM bulletin_attachments JOIN attachment_texts USING (attachment_id)
    WHERE bulletin_id = same.id AND written_in(CAST(attachment_texts.body AS BLOB), ?1))"""

_MOST_WRITTEN = 128  # words in all ways to write those that stand close together: with blanks, in other spellings


class Plans:
    """Plans the parts of a query to an archive, each once, for the time of the query."""

    def __init__(self, db: Archive) -> None:
        self.db = db
        self.known = Known(db)
        db.define("written_in", written_in)
        self._made: dict[Node, Plan | None] = {}
        self._scan = None if self.known.has_index else scan_of(db)

    @property
    def scans(self) -> bool:
        """Words are looked for in the texts: the archive has no index of today's terms."""
        return self._scan is not None

    @property
    def stopped(self) -> bool:
        """Texts were left unread: results are those found so far."""
        return self._scan is not None and self._scan.stopped

    def of(self, node: Node) -> Plan:
        """Return the plan for a query; words without anything searchable in them are ignored."""
        return self._part(node) or Plan()

    def rows(self, node: Node) -> Clauses:
        """Return the clauses for the rows of a query, on the smallest index that answers it."""
        return self.of(node).rows(self.known.titles if asks_titles(node) else "terms")

    def _part(self, node: Node) -> Plan | None:
        if node not in self._made:
            self._made[node] = self._planned(node)
        return self._made[node]

    def _planned(self, node: Node) -> Plan | None:
        match node:
            case Word():
                searched = SEARCHED[node.field]
                return searched.plan(self.known, node) if searched.plan else self._word(node, searched)
            case Near():
                return self._near(node)
            case Dates(since, until):
                return Plan(period=self.known.rows.between(since, until))
            case All(parts):
                return self._all(parts)
            case Either(parts):
                return _either(self._parts(parts), parts)
            case Not(part):
                inner = self._part(part)
                return inner and Plan(conditions=(_negated(inner),))

    def _word(self, word: Word, searched: Searched) -> Plan | None:
        """Return the plan for a word in all its spellings."""
        if self._scan is not None:
            return Plan(conditions=(self._scan.condition(word),)) if phrase(word.text).tokens else None
        plans = [self._form(replace(word, text=form), searched) for form in forms(word)]
        return plans[0] if len(plans) == 1 else _either([plan for plan in plans if plan], ())

    def _form(self, word: Word, searched: Searched) -> Plan | None:
        asked = phrases(word.text)
        if not asked[0].tokens:
            return None
        conditions = self._as_typed(word) if word.exact else ()
        if asked[0].single and not searched.within:
            characters = quoted(asked[0]._replace(prefix=False))
            return Plan(characters=characters, conditions=conditions, attached=self.known.has_attached)
        return self._stands(searched, _joined("OR", [*map(quoted, asked)]), conditions)

    def _near(self, near: Near) -> Plan | None:
        """Return the plan for words close together: FTS5 counts terms, one for each character of Han and each word.

        The pairs of a word of Han are one fewer than its characters, so its last character counts as distance.
        """
        if self._scan is not None:
            return Plan(conditions=(self._scan.condition(near),))
        written = islice(product(*map(_spelled, near.words)), max(1, _MOST_WRITTEN // len(near.words)))
        near_by = [f"NEAR({' '.join(words)}, {near.distance + 1})" for words in written]
        conditions = tuple(condition for word in near.words if word.exact for condition in self._as_typed(word))
        searched = SEARCHED[near.words[0].field]
        return self._stands(searched, _joined("OR", near_by), conditions)

    def _stands(self, searched: Searched, expression: str, conditions: tuple[Condition, ...]) -> Plan:
        """Return the plan for an expression that holds in the place of a field."""
        if not searched.attached:
            everywhere = not searched.within and self.known.has_attached
            return Plan(terms=_within(searched, expression), conditions=conditions, attached=everywhere)
        if not self.known.has_attached:
            return NOTHING
        return Plan(conditions=(among("attached_terms", _within(searched, expression)), *conditions))

    def _as_typed(self, word: Word) -> tuple[Condition, ...]:
        """Return the conditions that leave out bulletins with a word of Han in the other script only."""
        attached = f" OR {_ATTACHED_HOLDS}" if self.known.has_attached else ""
        holds = f"written_in(CAST(title AS BLOB), ?1) OR written_in(CAST(body AS BLOB), ?1){attached}"
        holds = f"(SELECT {holds} FROM bulletins AS same WHERE same.row = @row)"
        return tuple(_numbered(holds, run) for run in IDEOGRAPHS.findall(word.text))

    def _parts(self, nodes: Iterable[Node]) -> list[Plan]:
        """Return the plans of the parts that have one."""
        return [inner for inner in map(self._part, nodes) if inner is not None]

    def _all(self, parts: Collection[Node]) -> Plan | None:
        """Return the plan of parts that all hold; unwanted words join the expression of the others."""
        wanted = self._parts(part for part in parts if not isinstance(part, Not))
        unwanted = self._parts(part.part for part in parts if isinstance(part, Not))
        if parts and not (wanted or unwanted):
            return None
        return reduce(_without, unwanted, _together(wanted))


def in_title(node: Node) -> Node:
    """Return the same tree with every word that may stand anywhere limited to the title; it finds a subset."""
    return mapped(node, lambda word: replace(word, field="title") if word.field == "any" else word)


def asks_titles(node: Node) -> bool:
    """Return whether a query asks only about titles, places and periods."""
    return all(SEARCHED[leaf.field].in_titles for leaf in leaves(node) if isinstance(leaf, Word))


def quoted(asked: Phrase) -> str:
    """Return a phrase as an FTS5 string, in which nothing is read as an operator."""
    tokens = " ".join(asked.tokens).replace('"', '""')
    return f'"{tokens}"{" *" if asked.prefix else ""}'


def _spelled(word: Word) -> list[str]:
    """Return the FTS5 strings for a word in all its spellings."""
    return [quoted(asked) for form in forms(word) for asked in phrases(form)]


def _within(searched: Searched, expression: str) -> str:
    return f"{searched.within}({expression})" if searched.within else expression


def _numbered(sql: str, value: str) -> Condition:
    """Return a condition with the same value wherever its SQL says ``?1``."""
    return Condition(sql.replace("?1", "?"), (value,) * sql.count("?1"))


def _together(plans: Collection[Plan]) -> Plan:
    """Return the rows that all plans find."""
    return Plan(
        _joined("AND", [inner.terms for inner in plans]),
        _joined("AND", [inner.characters for inner in plans]),
        _overlap([inner.period for inner in plans if inner.period]),
        tuple(condition for inner in plans for condition in inner.conditions),
        any(inner.attached for inner in plans),
    )


def _overlap(periods: Collection[tuple[int, int]]) -> tuple[int, int] | None:
    return (max(first for first, _ in periods), min(last for _, last in periods)) if periods else None


def _without(asked: Plan, unwanted: Plan) -> Plan:
    """Return the rows of a plan that another does not find, in one expression where FTS5 allows it."""
    attached = asked.attached or unwanted.attached
    if asked.terms and _is_terms(unwanted):
        return replace(asked, terms=f"({asked.terms}) NOT ({unwanted.terms})", attached=attached)
    if asked.characters and _is_characters(unwanted):
        return replace(asked, characters=f"({asked.characters}) NOT ({unwanted.characters})", attached=attached)
    return replace(asked, conditions=(*asked.conditions, _negated(unwanted)))


def _either(plans: Collection[Plan], parts: Collection[Node]) -> Plan | None:
    if not plans:
        return None if parts else NOTHING
    attached = any(inner.attached for inner in plans)
    if all(map(_is_terms, plans)):
        return Plan(terms=_joined("OR", [inner.terms for inner in plans]), attached=attached)
    if all(map(_is_characters, plans)):
        return Plan(characters=_joined("OR", [inner.characters for inner in plans]), attached=attached)
    return Plan(conditions=(_condition("OR", [_as_condition(inner) for inner in plans]),))


def _is_terms(inner: Plan) -> bool:
    return bool(inner.terms) and inner == Plan(terms=inner.terms, attached=inner.attached)


def _is_characters(inner: Plan) -> bool:
    return bool(inner.characters) and inner == Plan(characters=inner.characters, attached=inner.attached)


def _joined(operator: str, expressions: list[str]) -> str:
    kept = [expression for expression in expressions if expression]
    return kept[0] if len(kept) == 1 else f" {operator} ".join(f"({expression})" for expression in kept)


def _as_condition(inner: Plan) -> Condition:
    conditions = with_characters(inner)
    if inner.terms:
        conditions = (among("terms", inner.terms, inner.attached), *conditions)
    if inner.period:
        conditions = (Condition("+rowid BETWEEN ? AND ?", inner.period), *conditions)
    return _condition("AND", conditions) if conditions else Condition("1")


def _condition(operator: str, conditions: Collection[Condition]) -> Condition:
    return Condition(
        f" {operator} ".join(f"({condition.sql})" for condition in conditions),
        tuple(value for condition in conditions for value in condition.values),
        slow=any(condition.slow for condition in conditions),
    )


def _negated(inner: Plan) -> Condition:
    condition = _as_condition(inner)
    return Condition(f"NOT ({condition.sql})", condition.values, slow=condition.slow)
