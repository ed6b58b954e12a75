"""Pinyin of Chinese text, without tones: for finding 新会 by xinhui or xh.

The table resources/han/pinyin.txt is made from pypinyin: one reading for each character, and the words in which a
character is read otherwise (重庆 chong, not zhong).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from xinhui_viewer.resources import resource
from xinhui_viewer.text.fold import fold

_LATIN = re.compile(r"[a-z]+")


class _Table(NamedTuple):
    characters: dict[str, str]
    words: dict[str, tuple[str, ...]]
    first: frozenset[str]  # the characters that these words begin with


@lru_cache(maxsize=8192)  # an outline is filtered for each letter typed
def syllables(text: str) -> tuple[str, ...]:
    """Return the syllables of a text's characters; a letter or digit stands for itself, anything else is left out."""
    plain = fold(text)
    characters, words, first = _table()
    found: list[str] = []
    behind = 0
    for at, sign in enumerate(plain):
        if at < behind:
            continue
        word = next((plain[at : at + n] for n in (4, 3, 2) if plain[at : at + n] in words), "") if sign in first else ""
        if word:
            found += words[word]
            behind = at + len(word)
        elif sign.isalnum():
            found.append(characters.get(sign, sign))
    return tuple(found)


def initials(text: str) -> str:
    """Return the first letter of each syllable: xhq for 新会区."""
    return "".join(syllable[0] for syllable in syllables(text))


def alike(sign: str) -> str:
    """Return the other usual characters of Han (the 3,755 of GB 2312's first level) that are read like one."""
    syllable = _table().characters.get(sign)
    return _alike().get(syllable, "").replace(sign, "") if syllable else ""


def syllables_of(letters: str) -> tuple[str, ...]:
    """Return pinyin without blanks cut into syllables, each as long as possible: xinhuiq becomes xin, hui, q."""
    found: list[str] = []
    at = 0
    while at < len(letters):
        length = next((n for n in range(6, 1, -1) if letters[at : at + n] in _known()), 1)
        found.append(letters[at : at + length])
        at += length
    return tuple(found)


def spelled(letters: str, text: str) -> bool:
    """Return whether a text read aloud begins with these letters: 新会区 with xinh, xinhui and xh."""
    asked = "".join(_LATIN.findall(letters.lower()))
    return bool(asked) and _spelled(asked, syllables(text))


def spelled_within(letters: str, text: str) -> bool:
    """Return whether a text read aloud from any of its characters on begins with these letters: 新会区 with hq."""
    asked, sounds = "".join(_LATIN.findall(letters.lower())), syllables(text)
    return bool(asked) and any(_spelled(asked, sounds[at:]) for at in range(len(sounds)))


def _spelled(asked: str, sounds: tuple[str, ...]) -> bool:
    """Return whether each syllable in turn is there, whole or by its initial; the last one as far as it is typed."""
    if not asked:
        return True
    if not sounds:
        return False
    syllable = sounds[0]
    if syllable.startswith(asked):
        return True
    parts = (syllable, syllable[:2] if syllable[:2] in ("zh", "ch", "sh") else "", syllable[:1])
    return any(part and asked.startswith(part) and _spelled(asked[len(part) :], sounds[1:]) for part in parts)


@cache
def _alike() -> dict[str, str]:
    usual = bytes(code for first in range(0xB0, 0xD8) for last in range(0xA1, 0xFF) for code in (first, last))
    found: dict[str, str] = {}
    for sign in usual.decode("gb2312", "ignore"):
        syllable = _table().characters.get(sign, "")
        found[syllable] = found.get(syllable, "") + sign
    return found


@cache
def _known() -> frozenset[str]:
    return frozenset(_table().characters.values())


@cache
def _table() -> _Table:
    single, words = resource("han", "pinyin.txt").read_text("utf-8").split("\n\n")
    characters = {sign: syllable for syllable, signs in _pairs(single) for sign in signs}
    read = {word: tuple(said.split(" ")) for word, said in _pairs(words)}
    return _Table(characters, read, frozenset(word[0] for word in read))


def _pairs(lines: str) -> list[tuple[str, str]]:
    return [(left, right) for left, _, right in (line.partition("=") for line in lines.splitlines())]
