"""The headings of an official text, line by line, by the rules of GB/T 9704-2012 and of practice."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from xinhui_viewer.records import Block
from xinhui_viewer.text.heading_neighbours import is_over_sentences
from xinhui_viewer.text.heading_place import Line, Place, Style
from xinhui_viewer.text.heading_rules import first_sentence, rule
from xinhui_viewer.text.heading_words import FINAL, is_clause, is_contact, is_day, is_prose, is_telephone, is_title
from xinhui_viewer.text.markers import ARTICLE, Kind, Marker, clause, marker

# Numberings whose lines are headings together or not at all.
RUNS: tuple[Kind, ...] = ("first", "second", "third", "point")
_LAW = 3  # lines that begin with 第一条 and the like make a text a law
_STANDARD = 3  # and numbers such as 5.1 at the beginning of lines a standard
_DIRECTORY = 3  # and names over addresses or telephone numbers a directory
_CHRONICLE = 3  # and days between paragraphs a chronicle
_UNNUMBERED = Marker("alone", 0, 0)
_UNMARKED = Block("paragraph", 0, 0)
_HASHES = re.compile(r"(#{1,6})[ \u3000]+(?=\S)")  # a heading of Markdown


@dataclass(frozen=True, slots=True)
class Heading:
    """A line, or its beginning, that is a heading; ``at`` counts the lines before it.

    A numbered line that is none by itself has ``length`` 0: the other lines of its run are judged by it. ``sentence``
    is the length of its first sentence, 0 when that is longer than a heading, and ``title`` that of a whole line
    over sentences; both are 0 in a law.
    """

    line: Line
    at: int
    length: int
    kind: Kind
    number: int = 0
    marker: str = ""
    depth: int = 0
    above: str = ""
    sentence: int = 0
    title: int = 0


def lines(body: str, evidence: Sequence[Block]) -> Iterator[Line]:
    """Yield the lines of a body that hold text, tables and images left out, each with its marks in the file."""
    marks = {block.start: block for block in evidence}
    hidden = [block for block in evidence if block.kind in ("table", "image")]
    begins, ends = [block.start for block in hidden], list(accumulate((block.end for block in hidden), max))
    start = 0
    for raw in body.split("\n"):
        text, before, end = raw.strip(), bisect_right(begins, start), start + len(raw) + 1
        if text and not (before and start < ends[before - 1]):
            over_table = marks.get(end, _UNMARKED).kind == "table"
            yield _line(text, start + raw.index(text[0]), marks.get(start, _UNMARKED), over_table)
        start = end


def _line(text: str, start: int, mark: Block, over_table: bool) -> Line:
    hashes = _HASHES.match(text) if text[0] == "#" else None
    if hashes is None or mark.level:
        return Line(text, start, mark.level, mark.bold, 0, over_table)
    return Line(text[hashes.end() :], start, len(hashes[1]), mark.bold, hashes.end(), over_table)


def headings(text: Sequence[Line]) -> Iterator[Heading]:
    """Yield the headings judged line by line; the outline drops those that do not fit together."""
    for place in places(text):
        decided = rule(place)
        length = decided.length(place) if decided else 0
        line, number = place.line, place.number
        if length or number.kind in RUNS:
            mark, sentence, title = line.text[: number.length].strip(), 0, 0
            if not place.style.law:
                sentence, title = first_sentence(place), len(line.text) if is_over_sentences(place) else 0
            yield Heading(
                line, place.at, length, number.kind, number.number, mark, number.depth, number.above, sentence, title
            )


def places(text: Sequence[Line]) -> Iterator[Place]:
    """Yield each line with its number and the style of the whole text."""
    numbers = [marker(line.text) for line in text]
    style = _style(text, numbers)
    for at, line in enumerate(text):
        number = numbers[at] or (style.standard and _clause(line.text)) or _UNNUMBERED
        yield Place(line, at, text, number, style)


def _style(text: Sequence[Line], numbers: Sequence[Marker | None]) -> Style:
    return Style(
        law=sum(ARTICLE.match(line.text) is not None for line in text) >= _LAW,
        standard=sum(number is not None and number.kind == "decimal" for number in numbers) >= _STANDARD,
        directory=sum(is_contact(low.text) and is_title(high.text) for high, low in pairwise(text)) >= _DIRECTORY,
        posts=_are_posts(text),
        chronicle=_is_chronicle(text),
        unmarked=not any(map(_is_marked, text[:-1])),
        emphatic=_is_emphatic(text, numbers),
        first_prose=next((at for at, line in enumerate(text) if is_prose(line.text)), len(text)),
        last_prose=next((at for at in reversed(range(len(text))) if is_prose(text[at].text)), -1),
    )


def _are_posts(text: Sequence[Line]) -> bool:
    """Return whether a quarter of the lines are telephone numbers, three at least."""
    numbers = sum(line.text[0].isdecimal() and is_telephone(line.text) for line in text)
    return numbers >= max(_DIRECTORY, len(text) / 4)


def _is_chronicle(text: Sequence[Line]) -> bool:
    """Return whether three or more days stand alone between paragraphs."""
    days = [at for at in range(1, len(text) - 1) if is_day(text[at].text)]
    return sum(is_prose(text[at - 1].text) and is_prose(text[at + 1].text) for at in days) >= _CHRONICLE


def _is_marked(line: Line) -> bool:
    return line.level > 0 or (line.bold and is_clause(line.text))


def _is_emphatic(text: Sequence[Line], numbers: Sequence[Marker | None]) -> bool:
    """Return whether most of the unnumbered lines in bold type end a sentence."""
    bold = [line.text for line, number in zip(text, numbers, strict=True) if line.bold and number is None]
    return 2 * sum(one[-1] in FINAL for one in bold) > len(bold) + 1


def _clause(text: str) -> Marker | None:
    return clause(text) if is_clause(text) else None
