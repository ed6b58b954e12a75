"""Say what a partial match lacks of a query, and what it has instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from xinhui_viewer.archive.scored import Scored
from xinhui_viewer.records import Field
from xinhui_viewer.search.units import Unit
from xinhui_viewer.text.marking import holds
from xinhui_viewer.text.spellings import spellings

_Held = Mapping[tuple[str, Field], bool]


def lacking(pieces: Sequence[Unit], one: Scored) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words that a bulletin lacks, and the official words that it has instead.

    A word of which it has all pieces, but not together, is missing as a whole.
    """
    held = _held(pieces, one)
    missing = (
        _lacked(word, field, [unit.forms[0] for unit in group], held, one)
        for (word, field), group in groupby(pieces, lambda unit: (unit.word, unit.field))
    )
    without = (unit for unit in pieces if not held[unit.forms[0], unit.field])
    also = (form for unit in without for form in unit.forms[1:] if held[form, unit.field])
    return tuple(piece for lacked in missing for piece in lacked), tuple(also)


def _held(pieces: Sequence[Unit], one: Scored) -> _Held:
    """Return, for each form and its field, whether a bulletin has it."""
    forms = {(form, unit.field) for unit in pieces for form in unit.forms}
    return {(form, field): _stands(form, field, one) for form, field in forms}


def _lacked(word: str, field: Field, cut: Sequence[str], held: _Held, one: Scored) -> Sequence[str]:
    """Return the missing pieces of a word; the whole word when all are missing, or only their order is wrong."""
    lacked = [piece for piece in cut if not held[piece, field]]
    if not lacked:
        return () if _stands(word, field, one) else (word,)
    return (word,) if len(lacked) == len(cut) else lacked


def _stands(form: str, field: Field, one: Scored) -> bool:
    """Return whether a bulletin has a word in one of its spellings."""
    return any(holds(text, spelled) for spelled in (form, *spellings(form)) for text in _texts(one, field))


def _texts(one: Scored, field: Field) -> Iterable[str]:
    """Return the texts in which a field's words stand."""
    if field == "title":
        return (one.title,)
    return (one.body,) if field == "body" else (one.title, one.number, one.body, *one.attached)
