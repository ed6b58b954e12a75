"""Find what a query finds in a bulletin, and where, by brute force: the program is compared with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from tests.oracle.queries import Close, Every, Part, Place, Some, Wanted, Without
from tests.oracle.texts import Written
from tests.oracle.tokens import Token, folded, is_han, tokens

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Found:
    """A word in a text: its span, and its places as the index counts, which knows no last character of a run."""

    span: Span
    first: int
    behind: int


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its runs."""

    text: str
    runs: list[Token]


class Read:
    """A bulletin as the oracle reads it."""

    def __init__(self, written: Written) -> None:
        self.texts: dict[Place, Text] = {
            "title": Text(written.title, tokens(written.title)),
            "body": Text(written.body, tokens(written.body)),
        }

    def holds(self, part: Part) -> bool:
        """Return whether a query finds the bulletin."""
        match part:
            case Wanted() | Close():
                return any(_places(part, text) for place, text in self.texts.items() if _stands(part, place))
            case Every(parts):
                return all(map(self.holds, parts))
            case Some(parts):
                return any(map(self.holds, parts))
            case Without(inner):
                return not self.holds(inner)

    def marks(self, part: Part, place: Place) -> tuple[Span, ...]:
        """Return the spans that a query marks in a text: from left to right, the longest first, never overlapping."""
        wanted = [one for one in _wanted(part) if _stands(one, place)]
        found = {span for one in wanted for span in _places(one, self.texts[place])}
        kept: list[Span] = []
        for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
            if not kept or start >= kept[-1][1]:
                kept.append((start, end))
        return tuple(kept)


def _wanted(part: Part) -> Iterator[Wanted | Close]:
    match part:
        case Wanted() | Close():
            yield part
        case Every(parts) | Some(parts):
            for inner in parts:
                yield from _wanted(inner)


def _stands(part: Wanted | Close, place: Place) -> bool:
    asked = part.place if isinstance(part, Wanted) else part.words[0].place
    return asked in ("any", place)


def _places(part: Wanted | Close, text: Text) -> list[Span]:
    if isinstance(part, Wanted):
        return [one.span for one in _word(part, text)]
    words = [_word(one, text) for one in part.words]
    found: set[Span] = set()
    for together in product(*words):
        last = max(one.first for one in together)
        # One term fewer than characters: a pair begins at each but the last.
        if all(last - one.behind <= part.distance + 1 for one in together):
            found.update(one.span for one in together)
    return sorted(found)


def _word(word: Wanted, text: Text) -> list[_Found]:
    found = {one for sought in _ways(word) for one in _sought(sought, word.begins, text)}
    if word.exact:
        found = {one for one in found if _in_script(word.text, text.text[slice(*one.span)])}
    return sorted(found, key=lambda one: one.span)


def _ways(word: Wanted) -> Iterator[Sequence[tuple[str, str]]]:
    """Yield the runs of a word: a blank between Han in it divides nothing, or it stands for any sign."""
    plain = [(run.kind, run.text) for run in tokens(word.text)]
    yield plain
    divided = folded(word.text)
    for at in range(len(divided) - 2, 0, -1):
        if divided[at] == " " and is_han(divided[at - 1]) and is_han(divided[at + 1]):
            divided = divided[:at] + "，" + divided[at + 1 :]
    if divided != folded(word.text):
        yield [(run.kind, run.text) for run in tokens(divided)]


def _sought(sought: Sequence[tuple[str, str]], begins: bool, text: Text) -> Iterator[_Found]:
    for first in range(len(text.runs) - len(sought) + 1):
        runs = text.runs[first : first + len(sought)]
        if any(run.kind != kind for run, (kind, _) in zip(runs, sought, strict=True)):
            continue
        yield from _within(sought, runs, begins)


def _within(sought: Sequence[tuple[str, str]], runs: Sequence[Token], begins: bool) -> Iterator[_Found]:
    """Yield the places of a word in as many runs: a first run of Han may begin anywhere, a last one end anywhere."""
    kind, text = sought[0]
    single = len(sought) == 1
    for at in range(len(runs[0].text) - len(text) + 1) if kind == "han" else (0,):
        end = at + len(text)
        if kind == "han":
            if runs[0].text[at:end] != text or (not single and end != len(runs[0].text)):
                continue
        elif runs[0].text != text and not (single and begins and runs[0].text.startswith(text)):
            continue
        if single:
            last = end if kind == "han" else len(runs[0].text)
            yield _placed(runs, at, last, kind, text)
        elif all(run.text == asked for run, (_, asked) in zip(runs[1:-1], sought[1:-1], strict=True)):
            last_kind, asked = sought[-1]
            whole = runs[-1].text
            if whole == asked or (whole.startswith(asked) and (last_kind == "han" or begins)):
                yield _placed(runs, at, len(asked) if last_kind == "han" else len(whole), last_kind, asked)


def _placed(runs: Sequence[Token], at: int, last: int, kind: str, asked: str) -> _Found:
    first = runs[0].place + (at if runs[0].kind == "han" else 0)
    end = runs[-1].place + (last if kind == "han" else 1)
    terms = end - first
    # Of Han at the end, the last character begins no pair, unless it is the run's only one that was asked for.
    if kind == "han" and (len(asked) > 1 or (len(runs) > 1 and runs[-2].kind != "han")):
        terms -= 1
    return _Found(
        (runs[0].spans[at][0] if runs[0].kind == "han" else runs[0].start, runs[-1].spans[last - 1][1]),
        first,
        first + terms,
    )


def _in_script(typed: str, there: str) -> bool:
    """Return whether the Han of a word stands there as it is typed; other words know no scripts."""
    return not is_han(typed[0]) or typed in "".join(sign for sign in there if sign not in " \n\u3000\xa0\u200b")
