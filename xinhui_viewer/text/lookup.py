"""Look up names by what a person types of them: Han, words of any language, pinyin or its initials."""

from __future__ import annotations

import re

from xinhui_viewer.text.fold import fold
from xinhui_viewer.text.pinyin import spelled, spelled_within

_LATIN = re.compile("[a-z]+")
_WORD_BEGINS = r"(?<![^\W_])"
_BEGINS, _WORD, _INSIDE, _READ, _READ_INSIDE = range(5)


def fit(typed: str, *names: str) -> int | None:
    """Return how well typed text fits the best of some names: 0 where one begins with it; None where none has it.

    Every word of ``typed`` must be in one name. A name is found by its characters, by pinyin and by initials (打印 by
    打, dayin and dy), in this order.
    """
    words = fold(typed).split()
    fits = [found for name in names if words and (found := _fit(words, name)) is not None]
    return min(fits, default=None)


def _fit(words: list[str], name: str) -> int | None:
    found = [_word_fit(word, name) for word in words]
    return None if None in found else max(one for one in found if one is not None)


def _word_fit(word: str, name: str) -> int | None:
    plain = fold(name)
    if plain.startswith(word):
        return _BEGINS
    if word in plain:
        return _WORD if re.search(_WORD_BEGINS + re.escape(word), plain) else _INSIDE
    if _LATIN.fullmatch(word):
        if spelled(word, name):
            return _READ
        if spelled_within(word, name):
            return _READ_INSIDE
    return None
