"""Weigh the candidates for a fact of a page: rows of evidence speak for and against each, and the best one is taken.

A fact has candidates, rows of evidence, and its weights in web/weights.py. Nothing is taken that stays below the bar.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import eq
from typing import Any, Generic, TypeVar

from xinhui_viewer.importers.line import Line
from xinhui_viewer.records import Where

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Candidate(Generic[Value]):
    """A value that a fact may have, where it stands, the line that prints it, if any, and the text there."""

    value: Value
    where: Where
    line: Line | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A piece of evidence, by the name of its weight: ``holds`` returns how far it holds for a candidate, 0 to 1.

    It is asked with the candidate and with what the fact's module says of the page as a whole.
    """

    name: str
    holds: Callable[[Any, Any], float]


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of a fact's evidence, and its bars: points that a value needs to be taken, and to be sure.

    A sure value is also ahead by a number of points: of every other value (``ahead``), and of one that is printed, too,
    and would be sure without it (``clear``). What another place says so clearly always casts a doubt on it.
    """

    of: Mapping[str, float]
    bar: float
    sure: float
    ahead: float
    clear: float = 0


@dataclass(frozen=True, slots=True)
class Chosen(Generic[Value]):
    """The best candidate for a fact, its points, and whether it is sure.

    It is ``strong`` when its own evidence makes it sure; what contradicts it may still cast a doubt on it.
    """

    candidate: Candidate[Value]
    points: float
    sure: bool
    strong: bool = False

    @property
    def value(self) -> Value:
        """The value of the candidate."""
        return self.candidate.value


def points(candidate: Candidate[Value], page: Any, rows: Iterable[Evidence], weights: Weights) -> float:
    """Return the points of a candidate: the weights of its evidence, each as far as it holds."""
    total, of = 0.0, weights.of
    for row in rows:
        if held := row.holds(candidate, page):
            total += of[row.name] * held
    return total


def chosen(
    candidates: Iterable[Candidate[Value]],
    page: Any,
    rows: Sequence[Evidence],
    weights: Weights,
    alike: Callable[[Value, Value], bool] = eq,
) -> Chosen[Value] | None:
    """Return the candidate with the most points, the first of equals; None when none reaches the bar.

    Values that are ``alike`` do not contradict each other.
    """
    scored = [(points(candidate, page, rows, weights), candidate) for candidate in candidates]
    if not scored:
        return None
    most, best = max(scored, key=lambda one: one[0])
    if most < weights.bar:
        return None
    others = [(score, one) for score, one in scored if one.value != best.value]
    strong = most >= weights.sure and all(most - score >= weights.ahead for score, _one in others)
    unlike = [(score, one) for score, one in others if not alike(one.value, best.value)]
    return Chosen(best, most, strong and not _is_contradicted(most, best.where, unlike, weights), strong)


def _is_contradicted(
    most: float, where: Where, unlike: Iterable[tuple[float, Candidate[Any]]], weights: Weights
) -> bool:
    """Return whether an unlike value would be sure itself: in another place, or nearly as sure in the same one."""
    rivals = ((score, one) for score, one in unlike if score >= weights.sure)
    return any(one.where != where or most - score < weights.clear for score, one in rivals)


def holds_other(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether one of two texts holds the other, or one of two paths all steps of the other."""
    if isinstance(one, str) and isinstance(other, str):
        return one in other or other in one
    return set(one) <= set(other) or set(other) <= set(one)
