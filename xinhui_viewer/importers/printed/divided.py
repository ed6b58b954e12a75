"""Words of letters that the end of a line divides: the hyphen there is the setter's, or one of the word itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_LETTERS = "A-Za-z\u00c0-\u024f"
_SMALL = "a-z\u00df-\u00f6\u00f8-\u00ff"  # of a name or an abbreviation (Wi-Fi, COVID-19) the hyphen is its own
_LEAST = 2  # letters of each part
_DIVIDED = re.compile(rf"([{_LETTERS}]*[{_SMALL}]{{{_LEAST}}})[-\u2010]$")
_REST = re.compile(rf"[{_SMALL}]{{{_LEAST},}}")
_WORD = re.compile(rf"[{_LETTERS}]+(?:-[{_LETTERS}]+)*")


def is_divided(text: str) -> bool:
    """Return whether a line may end within a word."""
    return text[-1:] in "-\u2010" and _DIVIDED.search(text) is not None


def words(lines: Iterable[str]) -> frozenset[str]:
    """Return the words of letters in lines, in small letters, without those that the end of a line divides."""
    found: set[str] = set()
    rest = False
    for text in lines:
        own, ends = _WORD.findall(text.lower()), is_divided(text)
        found.update(own[rest : len(own) - ends])
        rest = ends
    return frozenset(found)


def whole_words(lines: Sequence[str], known: frozenset[str]) -> list[str]:
    """Return lines with those joined between which a word is divided.

    The hyphen stays where the text has the word with it, or both parts as ``known`` words and not the whole one.
    """
    found = [*lines[:1]]
    for text in lines[1:]:
        begun, rest = _DIVIDED.search(found[-1]) if is_divided(found[-1]) else None, _REST.match(text)
        if begun is None or rest is None:
            found.append(text)
        elif _has_a_hyphen(begun[1].lower(), rest[0], known):
            found[-1] += text
        else:
            found[-1] = found[-1][:-1] + text
    return found


def _has_a_hyphen(one: str, other: str, known: frozenset[str]) -> bool:
    return f"{one}-{other}" in known or (one + other not in known and one in known and other in known)
