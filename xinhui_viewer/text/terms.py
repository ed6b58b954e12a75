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
from operator import add
from typing import NamedTuple

from xinhui_viewer.records import Span
from xinhui_viewer.text.fold import fold, folded

# When the terms of a text change, raise this: archives then rebuild their index.
VERSION = 2
_HAN = (
    "\u3005\u3007\u303b\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
_NUMBER = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)*"
_TOKEN = re.compile(rf"(?P<han>[{_HAN}]+)|(?P<number>{_NUMBER})|(?P<word>[^\W\d_{_HAN}]+)|%")
_GAP = rf"(?:(?![%％])[^\w{_HAN}]|[_＿])*"
_DOT, _COMMA = "[.．]", "[,，]"
_CHARACTER = re.compile(f"[{_HAN}]")
_FIRST = "·"  # before a run's first character; no word of a text has it

Finder = Callable[[str], tuple[Span, ...]]
Forms = Callable[[str], str]


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
    plain = fold(word)
    found = _TOKEN.findall(plain)
    if not found:
        return Phrase(())
    last = found[-1][0]
    tokens = _sequence(found)
    if len(last) == 1 and not (len(found) > 1 and not found[-2][0]):
        return Phrase((*tokens, last), prefix=True, single=len(found) == 1)
    return Phrase((*tokens,), prefix=not last and _begins(plain))


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
    patterns = [_run_pattern(found, forms) for found in _TOKEN.findall(plain)]
    if patterns and _begins(plain) and not _TOKEN.findall(plain)[-1][0]:
        patterns[-1] = _beginning(_TOKEN.findall(plain)[-1], forms)
    return _GAP.join(patterns)


def runs(text: str) -> tuple[str, ...]:
    """Return the runs of Han, the numbers and the other words of a text, folded, in order."""
    return tuple("".join(found) for found in _TOKEN.findall(fold(text)) if any(found))


def _terms(plain: str) -> str:
    found = _TOKEN.findall(plain)
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
        return _number_pattern(number.replace(",", ""), forms)
    if word:
        return _whole([*map(forms, word)], rf"(?<![^\W\d_{_HAN}]{{first}})", rf"(?![^\W\d_{_HAN}])")
    return "".join(map(forms, han or "%"))


def _begins(plain: str) -> bool:
    return plain.rstrip().endswith("*")


def _beginning(found: tuple[str, str, str], forms: Forms) -> str:
    """Return an expression for the longer numbers and words that begin with these."""
    _, number, word = found
    if number:
        signs = f"{_COMMA}?".join(map(forms, number.replace(",", "")))
        return rf"(?<!\d)(?<!\d{_DOT})(?<!\d{_COMMA}){signs}(?:(?:{_COMMA}|{_DOT})?\d)*"
    letter = rf"[^\W\d_{_HAN}]"
    return rf"(?<!{letter}){''.join(map(forms, word))}{letter}*" if word else "%"


def _number_pattern(number: str, forms: Forms) -> str:
    """Return an expression for a whole number: 4 is not in 4.66, 024 not in 1,024; 1024 is also written 1,024."""
    whole, dot, _ = number.partition(".")
    before = rf"(?<!\d{{first}})(?<!\d{_DOT}{{first}})" + (rf"(?<!\d{_COMMA}{{first}})" if len(whole) == 3 else "")
    after = rf"(?!\d)(?!{_DOT}\d)" + ("" if dot else rf"(?!{_COMMA}\d{{3}}(?!\d))")
    signs = [forms(sign) for sign in number]
    for at in range(len(whole) - 3, 0, -3):
        signs.insert(at, f"{_COMMA}?")
    return _whole(signs, before, after)


def _whole(signs: list[str], before: str, after: str) -> str:
    """Return a pattern that begins with a plain character: ``re`` then skips to it, three times as fast."""
    return signs[0] + before.replace("{first}", signs[0]) + "".join(signs[1:]) + after
