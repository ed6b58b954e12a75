"""Queries as trees of the oracle's own, drawn from the bulletins by chance, and written in the language of queries."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tests.oracle.texts import Written, traditional
from tests.oracle.tokens import tokens

Place = Literal["any", "title", "body"]
_FIELDS: dict[Place, str] = {"any": "", "title": "标题:", "body": "正文:"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word of a query; ``exact`` in the script alone in which it is typed, ``begins`` with a star behind it."""

    text: str
    place: Place = "any"
    quoted: bool = False
    exact: bool = False
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Close:
    """Words that stand close together."""

    words: tuple[Wanted, ...]
    distance: int


@dataclass(frozen=True, slots=True)
class Every:
    """Parts that all hold."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """Parts of which one holds."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """A part that does not hold."""

    part: Part


Part = Wanted | Close | Every | Some | Without


def typed(part: Part) -> str:
    """Return a query as a person would type it."""
    match part:
        case Wanted():
            text = f'"{part.text}"' if part.quoted else part.text + "*" * part.begins
            return _FIELDS[part.place] + "原字:" * part.exact + text
        case Close(words, distance):
            place = words[0].place
            return f"{_FIELDS[place]}近:{distance}({' '.join(typed(replace(one, place='any')) for one in words)})"
        case Every(parts):
            return " ".join(map(_grouped, parts))
        case Some(parts):
            return " 或 ".join(map(_grouped, parts))
        case Without(inner):
            return f"-{_grouped(inner)}"


def _grouped(part: Part) -> str:
    return f"({typed(part)})" if isinstance(part, Every | Some) else typed(part)


class Drawing:
    """Draws queries from bulletins."""

    def __init__(self, written: Sequence[Written], seed: int) -> None:
        self._written, self._chance = written, random.Random(seed)

    def query(self) -> Part:
        """Return a query of one of many kinds."""
        draw = self._chance.choices(
            (self._word, self._several, self._either, self._without, self._close, self._phrase, self._nested),
            weights=(30, 20, 10, 10, 15, 10, 5),
        )[0]
        return draw()

    def _one(self) -> Written:
        return self._chance.choice(self._written)

    def _several(self) -> Part:
        one = self._one()
        others = [one, one, self._one()]
        return Every(tuple(self._plain(self._chance.choice(others)) for _ in range(self._chance.randint(2, 3))))

    def _either(self) -> Part:
        return Some((self._plain(self._one()), self._plain(self._one())))

    def _without(self) -> Part:
        one = self._one()
        return Every((self._plain(one), Without(self._plain(self._one()))))

    def _nested(self) -> Part:
        return Every((self._either(), self._chance.choice((self._close, self._phrase, self._word))()))

    def _close(self) -> Part:
        one = self._one()
        text = one.body if self._chance.random() < 0.9 else one.title
        place: Place = self._chance.choice(("any", "any", "any", "body"))
        words = []
        for _ in range(self._chance.randint(2, 3)):
            words.append(replace(self._piece(text, least=1), place=place, begins=False))
        return Close(tuple(words), self._chance.choice((0, 1, 2, 3, 5, 10, 20, 40)))

    def _phrase(self) -> Part:
        """Return a phrase over several runs, with what stands between them, or with a blank for it."""
        text = self._one().body
        start = self._chance.randrange(len(text))
        piece = text[start : start + self._chance.randint(2, 24)].replace("\n", " ").strip("*＊ ")
        if self._chance.random() < 0.5:
            piece = "".join(sign if sign.isalnum() or sign in "%％.,，" else " " for sign in piece).strip()
        if not tokens(piece) or '"' in piece:
            return self._word()
        return Wanted(piece, self._place(), quoted=True)

    def _word(self) -> Part:
        one = self._plain(self._one())
        if self._chance.random() < 0.15 and all(sign.isalpha() for sign in one.text):
            script = traditional(one.text) if self._chance.random() < 0.5 else one.text
            return replace(one, text=script, exact=True, begins=False)
        return one

    def _plain(self, one: Written) -> Wanted:
        text = one.title if self._chance.random() < 0.2 else one.body
        return replace(self._piece(text), place=self._place())

    def _place(self) -> Place:
        return self._chance.choices(("any", "title", "body"), weights=(8, 1, 1))[0]

    def _piece(self, text: str, least: int = 1) -> Wanted:
        """Return a piece of one run of a text."""
        run = self._chance.choice(tokens(text))
        if run.kind != "han":
            short = run.text[: self._chance.randint(1, len(run.text))].rstrip(".,")
            if run.kind in ("number", "word") and self._chance.random() < 0.2:
                return Wanted(short, begins=True)
            return Wanted(run.text)
        length = min(len(run.text), self._chance.choice((1, 2, 2, 2, 3, 4, 5, 8, 14)))
        length = max(length, min(least, len(run.text)))
        start = self._chance.randrange(len(run.text) - length + 1)
        piece = run.text[start : start + length]
        return Wanted(piece, quoted=piece in _OPERATORS)


_OPERATORS = ("或", "非", "和", "与", "不")
