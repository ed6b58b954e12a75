"""Headings of one series, 1. 2. 3. or 问题1、 问题2、: what most of its members are, the others are, too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from xinhui_viewer.importers.printed.paragraphs import Paragraph
from xinhui_viewer.text.markers import marker
from xinhui_viewer.text.numerals import ordinal

_NAMED = re.compile(r"([\u4e00-\u9fff]{1,4})\s*([一二三四五六七八九十\d]{1,3})\s*[、.．:：]")
_LEAST, _LEAST_OF_HEADINGS = 3, 2  # members of a series that tells
# Characters of a heading whose type is that of others in its series: a question, a sentence, any other.
_LONGEST, _LONGEST_SENTENCE, _LONGEST_NUMBERED = 160, 24, 60
_ITEMS = ("third", "decimal", "fourth")  # numbers that items have as often as headings
_OPEN = "：:"  # a line that ends so heads what follows, too
_SAME_SIZE = 0.4  # points


class _Member(NamedTuple):
    """A numbered paragraph: its place in the text, its series and its number."""

    at: int
    kind: tuple[str, str]
    number: int


def consistent(body: Sequence[Paragraph], levels: Sequence[int], listed: Sequence[bool]) -> list[int]:
    """Return the levels of paragraphs (0 for text), those of each series alike; what the file has ``listed`` stays."""
    found = [*levels]
    for run in _runs(body):
        heads = [one.at for one in run if levels[one.at]]
        if len(run) < _LEAST or not heads:
            continue
        if run[0].kind[0] in _ITEMS and len(heads) < _texts(run, body, levels):
            changed = {at: 0 for at in heads if not listed[at]}
        else:
            changed = _longer_ones(run, body, levels, heads)
        for at, level in changed.items():
            found[at] = level
    return found


def _texts(run: Sequence[_Member], body: Sequence[Paragraph], levels: Sequence[int]) -> int:
    """Return how many members of a series are text, and head none."""
    return sum(not levels[one.at] and body[one.at].text[-1] not in _OPEN for one in run)


def _longer_ones(
    run: Sequence[_Member], body: Sequence[Paragraph], levels: Sequence[int], heads: Sequence[int]
) -> dict[int, int]:
    """Return the places of members in the type of the headings of a series, with the level of these."""
    if len(heads) < _LEAST_OF_HEADINGS:
        return {}
    level = Counter(levels[at] for at in heads).most_common(1)[0][0]
    named, head = run[0].kind[0] == "named", body[heads[0]]
    return {one.at: level for one in run if not levels[one.at] and _is_like(body[one.at], head, named=named)}


def _is_like(one: Paragraph, head: Paragraph, *, named: bool) -> bool:
    """Return whether a paragraph is in the type of a heading that stands out by being bold, and no longer than one."""
    same = abs(one.size - head.size) < _SAME_SIZE and one.font == head.font
    longest = _LONGEST if named else (_LONGEST_SENTENCE if one.text[-1] in "。；;" else _LONGEST_NUMBERED)
    return same and one.bold and head.bold and len(one.text) <= longest and not one.rows


def _runs(body: Sequence[Paragraph]) -> Iterator[list[_Member]]:
    """Yield the members of each series that counts on from one to the next."""
    open_runs: dict[tuple[str, str], list[_Member]] = {}
    for one in _members(body):
        run = open_runs.get(one.kind)
        if run and one.number == run[-1].number + 1:
            run.append(one)
            continue
        if run:
            yield run
        open_runs[one.kind] = [one]
    yield from open_runs.values()


def _members(body: Sequence[Paragraph]) -> Iterator[_Member]:
    for at, one in enumerate(body):
        text = one.text.strip()
        found = None if one.rows else marker(text)
        if found is not None:
            yield _Member(at, (found.kind, found.above), found.number)
        elif not one.rows and (named := _NAMED.match(text)) and (number := ordinal(named[2])):
            yield _Member(at, ("named", named[1]), number)
