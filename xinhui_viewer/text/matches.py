"""Find the words of a query in a text: the one answer for list, reader, command line, paper and scans."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from xinhui_viewer.records import Span, Word
from xinhui_viewer.text.finding import apart
from xinhui_viewer.text.marking import marker
from xinhui_viewer.text.near import near_finder
from xinhui_viewer.text.spellings import forms
from xinhui_viewer.text.terms import Finder, in_script
from xinhui_viewer.text.tokens import IDEOGRAPHS


def matches(text: str, words: Iterable[Word]) -> tuple[Span, ...]:
    """Return the spans of the words in the text as it is written, in order, never overlapping."""
    return finder(words)(text)


def finder(words: Iterable[Word]) -> Finder:
    """Return a function to the ``matches`` of words in a text, for many texts."""
    wanted = tuple(words)
    strict = _strict(wanted)
    plain = marker(tuple(form for word in wanted if not (word.near or word.exact) for form in forms(word)))
    if not strict:
        return plain
    return lambda text: apart([span for find in (plain, *strict) for span in find(text)])


def _strict(words: Sequence[Word]) -> list[Finder]:
    """Return the finders of words in one script alone, and of those that must stand close together."""
    found = [_one(word) for word in words if word.exact and not word.near]
    return found + [near_finder(near, _one) for near in dict.fromkeys(word.near for word in words) if near]


def _one(word: Word) -> Finder:
    """Return the finder of one word; of one that is exact, in the script alone in which it is typed."""
    find, runs = marker(forms(word)), IDEOGRAPHS.findall(word.text) if word.exact else []
    if not runs:
        return find
    return lambda text: tuple(
        (start, end) for start, end in find(text) if all(in_script(text[start:end], run) for run in runs)
    )
