"""Find words in any text by its tokens, exactly where the index has them; text/marking.py is faster in most texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from xinhui_viewer.records import Span
from xinhui_viewer.text.fold import Folded, folded
from xinhui_viewer.text.terms import Finder, begins, ways
from xinhui_viewer.text.tokens import TOKEN, cut


def finder(words: Iterable[str]) -> Finder:
    """Return a finder of every place of the words in a text as it is written: in order, never overlapping."""
    find = every(words)
    return lambda text: apart(find(text))


def every(words: Iterable[str]) -> Finder:
    """Return a finder of all places of the words in a text, in any order; they may overlap."""
    sought = tuple(dict.fromkeys(_sought(plain) for word in words for plain in ways(word) if cut(plain)))

    def find(text: str) -> tuple[Span, ...]:
        read = _read(text)
        there = (one for one in sought if read.may_hold(*one.runs[0], begins=one.begins))
        return tuple(read.folded.span(*place) for one in there for place in _places(one, read.runs))

    return find


def apart(places: Iterable[Span]) -> tuple[Span, ...]:
    """Return the places that do not overlap a previous one; the longest of those with the same beginning."""
    found: list[Span] = []
    last = 0
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if start >= last:
            found.append((start, end))
            last = end
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Sought:
    """The runs of a word, each with its kind; of the last one, ``begins`` says that longer ones are meant, too."""

    runs: tuple[tuple[str, str], ...]
    begins: bool


class _Run(NamedTuple):
    """A run of a text without what joins it, and the place of each of its characters, if any joins it."""

    kind: str
    text: str
    start: int
    end: int
    at: Sequence[int] = ()

    def span(self, first: int, last: int) -> Span:
        """Return the place of a piece of the run."""
        if not self.at:
            return self.start + first, self.start + last
        return self.at[first], self.at[last - 1] + 1


@dataclass(frozen=True, slots=True)
class _Read:
    """A text folded, its runs, and what tells at once that it lacks a word."""

    folded: Folded
    runs: Sequence[_Run]
    han: str
    others: Set[str]

    def may_hold(self, kind: str, text: str, *, begins: bool) -> bool:
        """Return False where no run is or has this one."""
        return text in self.han if kind == "han" else begins or text in self.others


@lru_cache(maxsize=16)
def _read(text: str) -> _Read:
    """Return a text as it is searched; the pieces of a query are looked for in the same one after the other."""
    plain = folded(text)
    runs = [*_runs(plain.text)]
    han = " ".join([run.text for run in runs if run.kind == "han"])
    return _Read(plain, runs, han, {run.text for run in runs if run.kind != "han"})


def _sought(plain: str) -> _Sought:
    found = cut(plain)
    runs = tuple(
        ("han", han) if han else ("number", number.replace(",", "")) if number else ("word", word)
        for han, number, word in found
    )
    return _Sought(runs, begins(plain) and runs[-1][0] != "han" and bool(runs[-1][1]))


def _runs(plain: str) -> Iterator[_Run]:
    """Yield the runs of a folded text; % is a word without letters."""
    for token in TOKEN.finditer(plain):
        start, end = token.span()
        kind, text = token.lastgroup or "word", token[0] if token.lastgroup else ""
        at: tuple[int, ...] = ()
        if kind == "number":
            text = text.replace(",", "").replace(" ", "")
        elif kind == "han" and (" " in text or "\n" in text):
            at = tuple(n for n in range(start, end) if plain[n] not in " \n")
            text = text.replace(" ", "").replace("\n", "")
        yield _Run(kind, text, start, end, at)


def _places(sought: _Sought, runs: Sequence[_Run]) -> Iterator[Span]:
    """Yield the places of a word: it begins anywhere in a run of Han and ends anywhere in one, all else is whole."""
    (kind, text), *others = sought.runs
    for n, run in enumerate(runs):
        if run.kind != kind or (not run.text.startswith(text) and (kind != "han" or text not in run.text)):
            continue
        if not others:
            yield from _within(sought, run)
        elif run.text.endswith(text) if kind == "han" else run.text == text:
            end = _end(others, runs[n + 1 : n + 1 + len(others)], begins=sought.begins)
            if end is not None:
                yield run.span(len(run.text) - len(text), len(run.text))[0] if kind == "han" else run.start, end


def _within(sought: _Sought, run: _Run) -> Iterator[Span]:
    """Yield the places in a run of a word that is one run."""
    text = sought.runs[0][1]
    if run.kind != "han":
        if run.text == text or sought.begins:
            yield run.start, run.end
        return
    at = run.text.find(text)
    while at >= 0:
        yield run.span(at, at + len(text))
        at = run.text.find(text, at + 1)


def _end(others: Sequence[tuple[str, str]], runs: Sequence[_Run], *, begins: bool) -> int | None:
    """Return the end of the further runs of a word in as many of a text; None where they are not those."""
    if len(runs) < len(others):
        return None
    whole = zip(others[:-1], runs, strict=False)
    if any((run.kind, run.text) != other for other, run in whole):
        return None
    (kind, text), last = others[-1], runs[-1]
    if last.kind != kind or not (last.text == text or (last.text.startswith(text) and (begins or kind == "han"))):
        return None
    return last.span(0, len(text))[1] if kind == "han" else last.end
