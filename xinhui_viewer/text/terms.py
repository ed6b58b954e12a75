"""The terms of texts in the index, the phrase that a word is searched by, and the places of words in a text.

Han (and kana, Hangul) has no blanks between words: each run is indexed by its overlapping pairs of characters and, so
that nothing matches across punctuation, its last character alone. Latin words and numbers stay whole. Any piece of a
run is then found exactly by its own pairs (measured: 169 of 169 queries exact).

Behind a number or a Latin word, a run's first character is a term of its own, too: 2020年 is asked for as it stands.
Without it, that would be 2020 and any pair that begins with 年, which took 200 ms at a million bulletins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from operator import add
from typing import NamedTuple

from xinhui_viewer.records import Span
from xinhui_viewer.text.fold import INVISIBLE, fold, folded
from xinhui_viewer.text.tokens import BLANKS, HAN, JOINT, TOKEN, cut, joint

# When the terms of a text change, raise this: archives then rebuild their index.
VERSION = 3
_CHARACTER = re.compile(f"[{HAN}]")
_DIVIDING = re.compile(rf"\s|{INVISIBLE}")
_FIRST = "·"  # before a run's first character; no word of a text has it

Finder = Callable[[str], tuple[Span, ...]]


class Phrase(NamedTuple):
    """A phrase for the index: consecutive tokens, the last as a prefix; ``single`` is one character of Han alone."""

    tokens: tuple[str, ...]
    prefix: bool = False
    single: bool = False


def terms(text: str) -> str:
    """Return the terms of a text in order, joined by blanks."""
    return _terms(fold(text))


def characters(text: str) -> str:
    """Return the distinct Han characters of a text in any order, joined by blanks."""
    return _distinct(fold(text))


def indexed(*texts: str) -> tuple[tuple[str, ...], str]:
    """Return the terms of each text and the distinct Han characters of all; each is folded once."""
    plain = [fold(text) for text in texts]
    return tuple(map(_terms, plain)), _distinct("\n".join(plain))


def phrase(word: str) -> Phrase:
    """Return the phrase that finds a word, or words with blanks, exactly as written; a final ``*`` makes a prefix."""
    return _phrase(fold(word))


def phrases(word: str) -> tuple[Phrase, ...]:
    """Return the phrases that find a word: two where it has a blank between Han, for which signs may stand, too."""
    return tuple(dict.fromkeys(map(_phrase, ways(word))))


def ways(word: str) -> tuple[str, ...]:
    """Return a word folded, and with a sign for every blank between Han where it has any."""
    plain = fold(word)
    return tuple(dict.fromkeys((plain, JOINT.sub(",", plain))))


def positions(text: str) -> list[int]:
    """Return the offsets in a text at which its ``terms`` begin, in their order."""
    plain, found, behind_word = folded(text), list[int](), False
    for token in TOKEN.finditer(plain.text):
        first, last = token.span()
        han = token.lastgroup == "han"
        if han and behind_word:
            found.append(first)
        found += (at for at in range(first, last) if plain.text[at] not in " \n") if han else (first,)
        behind_word = not han
    return [plain.span(at, at + 1)[0] for at in found]


def written_in(text: str, run: str) -> bool:
    """Return whether a text has a run of Han in this very script."""
    return run in text or _as_written(run).search(text) is not None


def in_script(piece: str, run: str) -> bool:
    """Return whether a piece of a text that has a run of Han has it in this very script, however it is divided."""
    return run in _DIVIDING.sub("", piece)


def runs(text: str) -> tuple[str, ...]:
    """Return the runs of Han, the numbers and the other words of a text, folded, in order."""
    return tuple("".join(found) for found in cut(fold(text)) if any(found))


def _phrase(plain: str) -> Phrase:
    found = cut(plain)
    if not found:
        return Phrase(())
    last = found[-1][0]
    tokens = _sequence(found)
    if len(last) == 1 and not (len(found) > 1 and not found[-2][0]):
        return Phrase((*tokens, last), prefix=True, single=len(found) == 1)
    return Phrase((*tokens,), prefix=not last and begins(plain))


def _terms(plain: str) -> str:
    found = cut(plain)
    tokens = _sequence(found)
    if found and found[-1][0]:
        tokens.append(found[-1][0][-1])
    return " ".join(tokens)


def _sequence(found: Iterable[tuple[str, str, str]]) -> list[str]:
    """Return the terms of runs, except the last character of the last one: in a text more may follow there."""
    tokens: list[str] = []
    before, behind_word = "", False
    for han, number, word in found:
        if before:
            tokens.append(before[-1])
        if not han:
            tokens.append(number.replace(",", "") or word or "%")
        else:
            if behind_word:
                tokens.append(_FIRST + han[0])
            tokens += map(add, han, han[1:])
        before, behind_word = han, not han
    return tokens


def _distinct(plain: str) -> str:
    return " ".join(_CHARACTER.findall("".join(set(plain))))


@lru_cache(maxsize=64)
def _as_written(run: str) -> re.Pattern[str]:
    return re.compile(f"{INVISIBLE}*{joint(lambda _blank: BLANKS)}?{INVISIBLE}*".join(run))


def begins(plain: str) -> bool:
    """Return whether a folded word asks for all that begins with its last number or word."""
    return plain.rstrip().endswith("*")
