"""Everyday words and the official words for them: resources/search/everyday.txt, a reviewed table."""

from __future__ import annotations

from functools import cache

from xinhui_viewer.resources import resource
from xinhui_viewer.text.fold import fold


def official(word: str) -> tuple[str, ...]:
    """Return the official words for an everyday word; empty for any other."""
    return _table().get(fold(word), ())


def everyday(word: str) -> tuple[str, ...]:
    """Return the everyday words within a longer one, from left to right, never overlapping, the longest first."""
    plain, table = fold(word), _table()
    found, at = [], 0
    while at < len(plain):
        length = next((n for n in range(min(_longest(), len(plain) - at), 1, -1) if plain[at : at + n] in table), 0)
        if length:
            found.append(plain[at : at + length])
        at += length or 1
    return tuple(found)


@cache
def _table() -> dict[str, tuple[str, ...]]:
    lines = resource("search", "everyday.txt").read_text("utf-8").splitlines()
    pairs = (line.partition("=") for line in lines if line and not line.startswith("#"))
    return {word: tuple(words.split("|")) for word, _, words in pairs}


@cache
def _longest() -> int:
    return max(map(len, _table()))
