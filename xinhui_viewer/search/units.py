"""The units that bulletins are scored by: the words of a query, and their pieces with the official words for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from math import log
from typing import NamedTuple

from xinhui_viewer.archive.frequency import Frequency
from xinhui_viewer.records import Either, Field, Node, Word, conjuncts
from xinhui_viewer.search import pieces as cutting
from xinhui_viewer.search.everyday import everyday, official, spread
from xinhui_viewer.search.fields import loose, wanted_words
from xinhui_viewer.text.terms import runs
from xinhui_viewer.text.tokens import COMMON

_MOST_CUT = 80  # characters of a query that are cut into pieces
_CUT = 3  # characters: a shorter word has no pieces
_TITLE = 16  # characters: a longer word may be a title, of which every piece counts
_PART = 0.5  # of the weight: the words within an everyday word that has others in its gap
_BESIDE = 0.8  # a piece without official words beside one that has them: it may be what people put around it
_MAGNITUDES = "十百千万亿"


@dataclass(frozen=True, slots=True)
class Unit:
    """A word of the query or a piece of one: its forms (as typed, then the official ones), its weight, its word.

    ``share`` is that of the bulletins that have one of its forms; the weight of one that none has is 0.
    """

    forms: tuple[str, ...]
    node: Node
    field: Field
    weight: float
    word: str
    share: float


@dataclass(frozen=True, slots=True)
class Units:
    """The words of a query, the pieces of those that may be missing, and the parts that must hold."""

    words: tuple[Unit, ...]
    pieces: tuple[Unit, ...]
    rest: tuple[Node, ...]
    loose: tuple[Word, ...]

    @property
    def divisible(self) -> bool:
        """Return whether a bulletin may be a partial match."""
        return len(self.pieces) > 1 or any(unit.forms != (unit.word,) for unit in self.pieces)


def units(root: Node, frequency: Frequency) -> Units:
    """Return the units of a query."""
    wanted, rest = _parted(conjuncts(root))
    held = [words for words in map(wanted_words, rest) if words]
    if _is_one(wanted, held):
        return _one(wanted, rest, held)
    pieces = tuple(_pieces_of(wanted, frequency))
    words = [unit for word in wanted for unit in _whole(word, frequency, pieces)]
    words += [_either(either, frequency) for either in held]
    return Units(tuple(words), pieces, rest, wanted)


def _parted(parts: Sequence[Node]) -> tuple[tuple[Word, ...], tuple[Node, ...]]:
    """Return the words that may be missing, and the other parts, which must hold."""
    wanted = tuple(part for part in parts if isinstance(part, Word) and loose(part))
    return wanted, tuple(part for part in parts if part not in wanted)


def _is_one(wanted: Sequence[Word], held: Sequence[Sequence[Word]]) -> bool:
    """Return whether a query is one word that nobody can cut."""
    if len(wanted) + len(held) != 1:
        return False
    return all(len(word.text) < _CUT and not official(word.text) for word in wanted) and all(
        len(either) == 1 for either in held
    )


def _one(wanted: tuple[Word, ...], rest: tuple[Node, ...], held: Sequence[Sequence[Word]]) -> Units:
    """Return the units of one word: it weighs all, whatever its share."""
    word = wanted[0] if wanted else held[0][0]
    alone = (Unit((word.text,), word, word.field, 1.0, word.text, 1.0),)
    return Units(alone, alone if wanted else (), rest, wanted)


def _pieces_of(wanted: Sequence[Word], frequency: Frequency) -> Iterator[Unit]:
    """Yield the pieces of words: of a pasted page, those of its beginning."""
    left = _MOST_CUT
    for word, following in zip_longest(wanted, wanted[1:]):
        if left > 0:
            yield from _cut_word(word.text[:left], word, frequency)
            yield from (_unit(forms, word, frequency) for forms in _across(word, following))
        left -= len(word.text)


def _across(word: Word, following: Word | None) -> Iterator[tuple[str, ...]]:
    """Yield the everyday words of which a part stands in a word and the rest in the following one: 河边 搭棚子."""
    if following is None or word.field != following.field or not COMMON.fullmatch(word.text + following.text):
        return
    text, border, at = word.text + following.text, len(word.text), 0
    for known in everyday(text) if len(text) < _TITLE else ():
        at = text.index(known, at)
        whole = not at or min(border - at, at + len(known) - border) > 1  # 合同工 is not in 集体合同 工资
        if at < border < at + len(known) and len(known) >= _CUT and whole:
            yield (known, *official(known))
        at += len(known)


def _cut_word(text: str, word: Word, frequency: Frequency) -> Iterator[Unit]:
    """Yield the pieces of the text of a word, with the official words for the everyday ones among them."""
    cut = [piece for run in _runs(text) for piece in _cut(run, word.field, frequency)]
    telling = [piece for piece in cut if not cutting.empty(piece.forms[0])] if len(text) < _TITLE else cut
    known = any(piece.forms[1:] for piece in telling)
    for piece in telling or cut or [_Piece((word.text, *official(word.text)))]:
        unit = _unit(piece.forms, word, frequency)
        yield replace(unit, weight=unit.weight * piece.part * (_BESIDE if known and not piece.forms[1:] else 1.0))


class _Piece(NamedTuple):
    forms: tuple[str, ...]
    part: float = 1.0  # of its weight


def _runs(text: str) -> Iterator[str]:
    """Yield the runs of a word, a number with a measure of two characters: 126万亿."""
    number = ""
    for run in runs(text):
        if number and COMMON.fullmatch(run):
            # A measure word of one character (年, 个) means next to nothing.
            measured = len(run) == 2 and run[0] in _MAGNITUDES
            yield number + run if measured else number
            number, run = "", "" if measured else run
        elif number:
            yield number
            number = ""
        if run.isascii() and run[:1].isdigit():
            number = run
        elif len(run) > 1:
            yield run
    if number:
        yield number


def _cut(run: str, field: Field, frequency: Frequency, *, within: bool = False) -> Iterator[_Piece]:
    """Yield the pieces of a run, or of what is ``within`` a word with a gap: everyday words, and those between them."""

    def share(piece: str) -> float:
        return frequency.recently(Word(piece, field))

    known, at = (run,) if not within and official(run) else everyday(run, share, within=within), 0
    if not known:
        yield from _pieces(run, field, frequency)
        return
    for word in known:
        start = run.index(word, at)
        yield from _between(run[at:start], field, frequency)
        yield _Piece((word, *official(word)))
        if not within and spread(word):
            yield from (_Piece(piece.forms, _PART) for piece in _cut(word, field, frequency, within=True))
        at = start + len(word)
    yield from _between(run[at:], field, frequency)


def _pieces(run: str, field: Field, frequency: Frequency) -> Iterator[_Piece]:
    def share(piece: str) -> float:
        """Return the share of a piece; pairs of older bulletins are words, too, but longer ones may be chance."""
        if len(piece) == 2:
            return frequency.share(Word(piece, field))
        return frequency.recently(Word(piece, field if len(piece) > 1 else "any"))

    found = cutting.pieces(run, share) if COMMON.fullmatch(run) else ()
    yield from (_Piece((piece,)) for piece in found or ([run] if len(run) > 1 else []))


def _between(run: str, field: Field, frequency: Frequency) -> Iterator[_Piece]:
    """Yield the pieces of what everyday words leave of a run; of three characters that stand nowhere a pair."""
    word = cutting.bare(run)
    if len(word) == _CUT and not frequency.share(Word(word, field)):
        word = max(word[:2], word[1:], key=lambda pair: frequency.share(Word(pair, field)))
    yield from _pieces(word, field, frequency)


def _whole(word: Word, frequency: Frequency, cut: Sequence[Unit]) -> Sequence[Unit]:
    """Return the unit of a word; of one that stands nowhere its pieces, as if they had been typed."""
    unit = _unit((word.text, *official(word.text)), word, frequency)
    return [unit] if unit.share else [piece for piece in cut if piece.word == word.text]


def _either(words: Sequence[Word], frequency: Frequency) -> Unit:
    """Return the unit of words of which one is enough."""
    return _unit(tuple(dict.fromkeys(word.text for word in words)), words[0], frequency)


def _unit(forms: tuple[str, ...], word: Word, frequency: Frequency) -> Unit:
    nodes = tuple(Word(form, word.field) for form in forms)
    node = Either(nodes) if len(nodes) > 1 else nodes[0]
    share = frequency.share(node)
    one = 0.5 / max(1, frequency.bulletins)
    weight = log(1 + (1 - share + one) / (share + one)) if share else 0.0
    return Unit(forms, node, word.field, weight, word.text, share)
