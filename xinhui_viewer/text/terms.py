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
from xinhui_viewer.text.tokens import (
    ANY_SIGNS,
    BLANKS,
    HAN,
    JOINT,
    TOKEN,
    Forms,
    beginning_number,
    gap,
    joint,
    whole_number,
)

# When the terms of a text change, raise this: archives then rebuild their index.
VERSION = 3
_CHARACTER = re.compile(f"[{HAN}]")
_GROUPED = re.compile(r"\d \d")
_JOINS = re.compile("[ \n]")
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
    plain = fold(word)
    return tuple(dict.fromkeys(map(_phrase, (plain, _divided(plain)))))


def finder(words: Iterable[str]) -> Finder:
    """Return a finder of every place of the words in a text as it is written: in order, never overlapping."""
    patterns = sorted({pattern(word) for word in words} - {""}, key=len, reverse=True)
    if not patterns:
        return lambda text: ()
    search = re.compile("|".join(patterns))

    def find(text: str) -> tuple[Span, ...]:
        plain = folded(text)
        return tuple(plain.span(*match.span()) for match in search.finditer(plain.text))

    return find


def pattern(word: str, forms: Forms = re.escape) -> str:
    """Return a regular expression for the places of a word in a folded text: signs between its runs may differ.

    ``forms`` returns the expression for each character of the folded word.
    """
    plain = fold(word)
    return "|".join(dict.fromkeys(_pattern(one, forms) for one in (plain, _divided(plain))))


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
    return tuple("".join(found) for found in _found(fold(text)) if any(found))


def _phrase(plain: str) -> Phrase:
    found = _found(plain)
    if not found:
        return Phrase(())
    last = found[-1][0]
    tokens = _sequence(found)
    if len(last) == 1 and not (len(found) > 1 and not found[-2][0]):
        return Phrase((*tokens, last), prefix=True, single=len(found) == 1)
    return Phrase((*tokens,), prefix=not last and _begins(plain))


def _pattern(plain: str, forms: Forms) -> str:
    found = _found(plain)
    patterns = [_run_pattern(one, forms) for one in found]
    if patterns and _begins(plain) and not found[-1][0]:
        patterns[-1] = _beginning(found[-1], forms)
    for at in range(1, len(found)):
        patterns[at] = (gap(forms) if found[at - 1][0] and found[at][0] else ANY_SIGNS) + patterns[at]
    return "".join(patterns)


def _divided(plain: str) -> str:
    """Return a folded word with a sign for every blank between Han."""
    return JOINT.sub(",", plain)


def _found(plain: str) -> list[tuple[str, str, str]]:
    """Return the runs of a folded text: of Han, numbers, and others; what joins a run is left out."""
    found: list[tuple[str, str, str]] = TOKEN.findall(plain)
    if not JOINT.search(plain) and not _GROUPED.search(plain):
        return found
    return [(_JOINS.sub("", han), _JOINS.sub("", number), word) for han, number, word in found]


def _terms(plain: str) -> str:
    found = _found(plain)
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


def _run_pattern(found: tuple[str, str, str], forms: Forms) -> str:
    han, number, word = found
    if number:
        return whole_number(number.replace(",", ""), forms)
    if word:
        return _whole([*map(forms, word)], rf"(?<![^\W\d_{HAN}]{{first}})", rf"(?![^\W\d_{HAN}])")
    return f"{joint(forms)}?".join(map(forms, han or "%"))


@lru_cache(maxsize=64)
def _as_written(run: str) -> re.Pattern[str]:
    return re.compile(f"{INVISIBLE}*{joint(lambda _blank: BLANKS)}?{INVISIBLE}*".join(run))


def _begins(plain: str) -> bool:
    return plain.rstrip().endswith("*")


def _beginning(found: tuple[str, str, str], forms: Forms) -> str:
    """Return an expression for the longer numbers and words that begin with these."""
    _, number, word = found
    if number:
        return beginning_number(number.replace(",", ""), forms)
    letter = rf"[^\W\d_{HAN}]"
    return rf"(?<!{letter}){''.join(map(forms, word))}{letter}*" if word else "%"


def _whole(signs: list[str], before: str, after: str) -> str:
    """Return a pattern that begins with a plain character: ``re`` then skips to it, three times as fast."""
    return signs[0] + before.replace("{first}", signs[0]) + "".join(signs[1:]) + after
