"""Score bulletins by their own texts: one score for full and for partial matches."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from xinhui_viewer.archive.scored import Scored
from xinhui_viewer.records import Span
from xinhui_viewer.search import weights
from xinhui_viewer.search.units import Unit, Units
from xinhui_viewer.text.fold import fold
from xinhui_viewer.text.marking import counter
from xinhui_viewer.text.spellings import spellings
from xinhui_viewer.text.tokens import COMMON, JOINT

# Nearly every traditional text has one of these; folding a text takes longer than all else here.
_TRADITIONAL = "國會為發這時來說對學"
_REGULATION = re.compile(r"(?:法|法典|条例|规定|办法|细则|规则|解释)(?:[(〔《].*)?$")
_NEAR, _CENTRES, _LOOKED_AT = 25, 2, 4  # characters, pieces, places of each


_Count = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class _Sought:
    """A unit to be counted: in which texts, and each of its forms with its worth."""

    in_title: bool
    in_body: bool
    in_number: bool
    in_attached: bool
    forms: tuple[tuple[str, _Count, float], ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the score: places of units among all that are sought, with the share of the part that each has."""

    shares: tuple[tuple[int, float], ...]

    def of(self, values: Sequence[float]) -> tuple[float, float]:
        """Return the value of the part for a bulletin, and the share of the part that it has."""
        value = held = 0.0
        for n, share in self.shares:
            if there := values[n]:
                value += share * there
                held += share
        return value, held


class Scorer:
    """Scores bulletins for the units of a query; ``length`` is that of an average text."""

    def __init__(self, units: Units, length: float) -> None:
        every = {(unit.forms, unit.field): unit for unit in (*units.words, *units.pieces)}
        self._places = {key: n for n, key in enumerate(every)}
        self._sought = [_sought(unit) for unit in every.values()]
        self._words, self._pieces = self._part(units.words), self._part(units.pieces)
        self._cut = [
            (self._place(unit), self._part([piece for piece in units.pieces if piece.word == unit.word]))
            for unit in units.words
            if unit not in units.pieces
        ]
        self._telling = self._by_weight()
        self._numbers = {self._place(piece) for piece in units.pieces if any(map(str.isdigit, piece.forms[0]))}
        self._length = max(1.0, length)

    def score(self, one: Scored, least: float = 0.0) -> float | None:
        """Return the score of a bulletin; None when it has less than this share of the pieces of the query."""
        title, body = fold(one.title), _plain(one.body)
        if " " in title:
            title = JOINT.sub("", title)
        values = self._values(title, body, one)
        pieces, share = self._pieces.of(values)
        if share < least:
            return None
        lacking = sum(not values[n] for n in self._numbers)
        words, whole = (pieces, share) if self._words == self._pieces else self._words.of(values)
        if self._cut:
            for n, part in self._cut:
                values[n] = max(values[n], weights.IN_PIECES * part.of(values)[0])
            words, _ = self._words.of(values)
        return (
            weights.WORDS * words
            + weights.WORD_SHARE * whole
            + weights.PIECES * pieces
            + weights.PIECE_SHARE * share
            + weights.PASSAGE * (self._passage(f"{title}\n{body}", share) if len(self._telling) > 1 else share)
            + weights.TITLE * self._cover(title)
            + weights.NUMBER * lacking
            + weights.REGULATION * bool(_REGULATION.search(title))
        )

    def _part(self, units: Sequence[Unit]) -> _Part:
        total = sum(unit.weight for unit in units) or 1.0
        return _Part(tuple((self._place(unit), unit.weight / total) for unit in units))

    def _by_weight(self) -> list[tuple[tuple[str, ...], float]]:
        """Return the forms of the pieces, each with its share of the weight, the most telling first."""
        pieces = sorted(self._pieces.shares, key=lambda piece: -piece[1])
        return [(tuple(form for form, _, _ in self._sought[n].forms), part) for n, part in pieces if part]

    def _place(self, unit: Unit) -> int:
        return self._places[unit.forms, unit.field]

    def _values(self, title: str, body: str, one: Scored) -> list[float]:
        number, attached = fold(one.number) if one.number else "", [*map(_plain, one.attached)]
        length = weights.SATURATION * (1 - weights.LENGTH + weights.LENGTH * len(body) / self._length)
        values = []
        for sought in self._sought:
            value = 0.0
            for _form, count, worth in sought.forms:
                times = count(body) / length if sought.in_body else 0.0
                if sought.in_title:
                    times += weights.IN_TITLE * count(title) / weights.SATURATION
                if number and sought.in_number:
                    times += weights.IN_TITLE * count(number) / weights.SATURATION
                if not times and attached and sought.in_attached:
                    times = weights.ATTACHED * min(1, sum(map(count, attached)))
                value += worth * times
            values.append((weights.SATURATION + 1) * value / (value + 1))
        return values

    def _passage(self, text: str, share: float) -> float:
        """Return the share of the pieces that stand together around one of the two most telling ones there."""
        if not share:
            return 0.0
        there = [(form, n, part) for n, (forms, part) in enumerate(self._telling) for form in forms if form in text]
        parts = {n: part for _, n, part in there}
        if len(parts) < 2:
            return there[0][2] if there else 0.0
        centres, whole, best = [*parts][:_CENTRES], sum(parts.values()), 0.0
        for form, n, _ in there:
            for start, end in _around(form, text) if n in centres else ():
                best = max(best, _together(text[start:end], there))
                if best >= whole:
                    return best
        return best

    def _cover(self, title: str) -> float:
        """Return the share of a title that the units take up."""
        taken = 0
        for sought in self._sought:
            for form, _count, _worth in sought.forms if sought.in_title else ():
                at = title.find(form)
                while at >= 0:
                    taken |= ((1 << len(form)) - 1) << at
                    at = title.find(form, at + 1)
        return taken.bit_count() / max(1, len(title))


def _together(text: str, pieces: Sequence[tuple[str, int, float]]) -> float:
    """Return the share of the pieces, of which each may have several forms, that stand in a text."""
    share, last = 0.0, -1
    for form, n, part in pieces:
        if n != last and form in text:
            share, last = share + part, n
    return share


def _around(form: str, text: str) -> Iterator[Span]:
    """Yield the surroundings of the first places of a form, apart from each other."""
    at = text.find(form)
    for _ in range(_LOOKED_AT):
        if at < 0:
            return
        yield max(0, at - _NEAR), at + len(form) + _NEAR
        at = text.find(form, at + _NEAR)


def _plain(text: str) -> str:
    return fold(text) if any(sign in text for sign in _TRADITIONAL) else text


def _sought(unit: Unit) -> _Sought:
    anywhere = unit.field == "any"
    return _Sought(
        in_title=anywhere or unit.field == "title",
        in_body=anywhere or unit.field in ("body", "heading"),
        in_number=anywhere or unit.field == "number",
        in_attached=anywhere or unit.field == "attachment",
        forms=tuple(
            (fold(spelled), _quick(spelled), weights.SYNONYM if n else 1.0)
            for n, form in enumerate(unit.forms)
            for spelled in (form, *spellings(form))
        ),
    )


def _quick(form: str) -> _Count:
    """Return a counter of a form, a rough one of Han: 90 bulletins are scored, and it is ten times faster.

    It passes over a word that a line end or a blank divides. Whole numbers and words are looked for only where their
    signs are.
    """
    plain = fold(form)
    if COMMON.fullmatch(plain):
        return lambda text: text.count(plain)
    count = counter(form)
    if not plain.isascii() or not plain.isalnum() or (plain.isdigit() and len(plain) > 3):
        return count
    return lambda text: count(text) if plain in text else 0
