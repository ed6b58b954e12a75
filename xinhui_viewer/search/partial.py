"""Find partial matches, which hold the most telling part of a query: they are listed below the full ones, and labelled.

Few bulletins hold every word of a query, and asking for all of them loses most relevant ones (measured:
.07 of nDCG@10). Therefore a query's words, long ones in pieces and everyday ones with the official ones, are asked for
in every combination, the most telling first, until there are enough candidates; each is weighed on its own text. The
cost does not grow with the archive: no combination gives more than a few dozen rows.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby
from math import log

from xinhui_viewer.archive import attached, index, read
from xinhui_viewer.archive.frequency import Frequency
from xinhui_viewer.archive.match import Plans
from xinhui_viewer.records import All, Either, Field, Near, Node, Word, conjuncts
from xinhui_viewer.search.asked import Asked
from xinhui_viewer.search.everyday import everyday, official
from xinhui_viewer.search.fields import loose
from xinhui_viewer.search.marking import counter, holds
from xinhui_viewer.search.pieces import pieces
from xinhui_viewer.text.fold import fold
from xinhui_viewer.text.terms import runs

FEW = 10  # with this many full matches no partial one is added
MOST = 15
_MOST_UNITS = 3
_ENOUGH = 15  # candidates
_OF_EACH = 10
_TELLING = 0.3  # a combination of less weight is not searched
_WEIGHABLE = 100  # of more, the newest are taken
_MAGNITUDES = "十百千万亿"
_HAN = re.compile("[\u4e00-\u9fff]+")
_TRADITIONAL = re.compile("[國會為發這時來說對學]")
_ATTACHED = 0.5  # of an occurrence on the page is one in an attachment worth
_LONG = 8  # characters: a longer word that is found is a quotation


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of the query: its forms (as typed, then the official ones), its weight, the word that it is part of."""

    forms: tuple[str, ...]
    node: Node
    weight: float
    word: str
    share: float


def partial(asked: Asked, found: Collection[int], limit: int) -> tuple[list[int], tuple[Unit, ...]]:
    """Return the rows that hold most of a query, best first, without the full matches ``found``; and the query's units.

    Nothing for a query of only places and periods, or for a quotation that was found.
    """
    wanted, rest = _parts(asked.root)
    if not wanted or (found and len(wanted) == 1 and len(wanted[0].text) >= _LONG):
        return [], ()
    if not found and not _any(asked.plans, rest):
        return [], ()
    units = tuple(unit for word in wanted for unit in _units(word, asked.frequency))
    if len(units) == 1 and units[0].forms == (wanted[0].text,):
        return [], ()
    candidates = _candidates(asked.plans, units, rest, frozenset(found))
    return _weighed(asked.plans, read.listed(asked.db, candidates), units)[:limit], units


def all_texts(plans: Plans, found: Sequence[read.Listed]) -> dict[int, tuple[str, ...]]:
    """Return the texts of bulletins by row: title and body, then those of attachments."""
    have = attached.with_texts(plans.db, [item.row for item in found]) if plans.known.has_attached else ()
    others = {row: tuple(one.body for one in attached.texts(plans.db, row)) for row in have}
    return {item.row: (item.title, item.body, *others.get(item.row, ())) for item in found}


def lacking(units: Sequence[Unit], texts: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words that a bulletin lacks, and the official words that it has instead.

    A word of which it has all pieces, but not together, is missing as a whole.
    """
    held = {form: any(holds(text, form) for text in texts) for unit in units for form in unit.forms}
    missing = (
        _lacked(word, [unit.forms[0] for unit in group], held, texts)
        for word, group in groupby(units, lambda unit: unit.word)
    )
    also = (form for unit in units if not held[unit.forms[0]] for form in unit.forms[1:] if held[form])
    return tuple(piece for lacked in missing for piece in lacked), tuple(also)


def _lacked(word: str, cut: Sequence[str], held: Mapping[str, bool], texts: Sequence[str]) -> Sequence[str]:
    """Return the missing pieces of a word; the whole word when all are missing, or only their order is wrong."""
    lacked = [piece for piece in cut if not held[piece]]
    if not lacked:
        return () if any(holds(text, word) for text in texts) else (word,)
    return (word,) if len(lacked) == len(cut) else lacked


def _parts(root: Node) -> tuple[list[Word], list[Node]]:
    """Return the words that may be missing, and the other parts, which must hold."""
    parts = conjuncts(root)
    wanted = [part for part in parts if isinstance(part, Word) and loose(part)]
    return wanted, [part for part in parts if part not in wanted]


def _any(plans: Plans, rest: Sequence[Node]) -> bool:
    """Return whether any bulletin meets the parts that must hold (phrases, places); periods are checked later."""
    asked = [part for part in rest if isinstance(part, Word | Near | Either)]
    return not asked or bool(index.rows(plans, All(tuple(asked)), "newest", 1))


def _units(word: Word, frequency: Frequency) -> list[Unit]:
    """Return the pieces of a word, with the official words for the everyday ones among them."""
    cut = [piece for run in _runs(word.text) for piece in _cut(run, word.field, frequency)]
    return [_unit(forms, word, frequency) for forms in cut or [(word.text, *official(word.text))]]


def _runs(text: str) -> Iterator[str]:
    """Yield the runs of a word, a number with a measure of two characters: 126万亿."""
    number = ""
    for run in runs(text):
        if number and _HAN.fullmatch(run):
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


def _cut(run: str, field: Field, frequency: Frequency) -> Iterator[tuple[str, ...]]:
    """Yield the forms of each piece of a run: everyday words first, then the pieces between them."""
    if official(run):
        yield (run, *official(run))
        return
    at = 0
    for word in everyday(run):
        start = run.index(word, at)
        yield from _pieces(run[at:start], field, frequency)
        yield (word, *official(word))
        at = start + len(word)
    yield from _pieces(run[at:], field, frequency)


def _pieces(run: str, field: Field, frequency: Frequency) -> Iterator[tuple[str, ...]]:
    def share(piece: str) -> float:
        return frequency.recently(Word(piece, field if len(piece) > 1 else "any"))

    found = pieces(run, share) if _HAN.fullmatch(run) else ()
    yield from ((piece,) for piece in found or ([run] if len(run) > 1 else []))


def _unit(forms: tuple[str, ...], word: Word, frequency: Frequency) -> Unit:
    node = Word(forms[0], word.field)
    any_form = Either(tuple(Word(form, word.field) for form in forms)) if len(forms) > 1 else node
    share = frequency.share(any_form)
    return Unit(forms, any_form, log(1 + (1 - share) / (share + 0.5 / max(1, frequency.bulletins))), word.text, share)


def _candidates(plans: Plans, units: Sequence[Unit], rest: Sequence[Node], found: frozenset[int]) -> list[int]:
    """Return the rows of the most telling combinations of units, until there are enough."""
    rows: dict[int, None] = {}
    for group in _groups(units):
        if len(rows) >= _ENOUGH:
            break
        rows.update(dict.fromkeys(row for row in _rows(plans, group, rest) if row not in found))
    return list(rows)


def _groups(units: Sequence[Unit]) -> list[tuple[Unit, ...]]:
    """Return the combinations of the rarest units with enough weight, the heaviest first."""
    rare = sorted((unit for unit in units if unit.share), key=lambda unit: -unit.weight)[:_MOST_UNITS]
    groups = [group for n in range(1, len(rare) + 1) for group in combinations(rare, n)]
    telling = [group for group in groups if _weight(group) >= _weight(rare) * _TELLING]
    return sorted(telling, key=lambda group: -_weight(group))


def _weight(group: Sequence[Unit]) -> float:
    return sum(unit.weight for unit in group)


def _rows(plans: Plans, group: Sequence[Unit], rest: Sequence[Node]) -> list[int]:
    """Return some rows that hold all units of a group: the best when few do, else the newest."""
    rows = index.rows(plans, All((*(unit.node for unit in group), *rest)), "newest", _WEIGHABLE + 1)
    if len(rows) > _OF_EACH and len(rows) <= _WEIGHABLE:
        rarest = max(group, key=lambda unit: unit.weight)
        return index.ranked(plans, rarest.node, _OF_EACH, rows)
    return rows[:_OF_EACH]


def _weighed(plans: Plans, listed: Sequence[read.Listed], units: Sequence[Unit]) -> list[int]:
    """Return the rows by the share of the query that their texts hold, the newer first among equals.

    Those that hold nothing but in their document number are left out.
    """
    average = sum(len(item.body) for item in listed) / max(1, len(listed))
    texts = all_texts(plans, listed)
    scores = {item.row: _score(item, units, average, texts[item.row][2:]) for item in listed}
    return sorted((row for row in scores if scores[row] > 0), key=lambda row: (-scores[row], -row))


def _score(item: read.Listed, units: Sequence[Unit], average: float, others: Sequence[str]) -> float:
    title, body, further = fold(item.title), _plain(item.body), [_plain(text) for text in others]
    length = 1.2 * (0.4 + 0.6 * len(body) / max(1.0, average))
    total = sum(unit.weight for unit in units) or 1.0
    score = titled = held = 0.0
    for unit in units:
        in_body, in_head = _counts(unit, body), _counts(unit, title)
        value = in_body / length + 16 * in_head / 1.2
        value = value or _ATTACHED * min(1.0, sum(_counts(unit, text) for text in further))
        held += value
        score += unit.weight / total * (2.2 * value / (value + 1) + 0.5 * (value > 0))
        titled += min(1, in_head) * len(unit.forms[0])
        score -= 0.5 * (not value and any(map(str.isdigit, unit.forms[0])))
    return score + titled / max(1, len(title)) if held else 0.0


def _plain(text: str) -> str:
    return fold(text) if _TRADITIONAL.search(text) else text


def _counts(unit: Unit, text: str) -> float:
    return sum(counter(form)(text) for form in unit.forms)
