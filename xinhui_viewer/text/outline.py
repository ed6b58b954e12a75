"""The sections of an official text, found by its numbering, its stand-alone lines and the marks of its file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xinhui_viewer.records import Block, Section
from xinhui_viewer.text.heading_runs import whole_runs, with_points
from xinhui_viewer.text.heading_words import FINAL
from xinhui_viewer.text.headings import Heading, headings, lines
from xinhui_viewer.text.markers import CHAPTERS, RANKS, Kind

_HEADLINE = 13  # characters: the average length of a headline in a round-up of news
_UNDER_HEADLINE = 3  # lines, the headline counted
_CONTENTS = 3  # lines of a table of contents, at least
_PAGE = " \t\u3000.．·•…⋯-—0123456789"  # leaders and page number behind an entry of it
_ABOVE_FIRST = 2  # headings within which the 一、 of a new part stands below its unnumbered heading


def outline(body: str, evidence: Sequence[Block] = ()) -> tuple[Section, ...]:
    """Return the sections of a body text in order; ``evidence`` are its blocks with their heading and bold marks."""
    found = list(headings(tuple(lines(body, evidence))))
    for rule in (
        _without_title,
        _without_contents,
        _without_chapter_lists,
        whole_runs,
        _without_strays,
        with_points,
        _consecutive,
    ):
        found = rule(found)
    return tuple(_sections(found, len(body)))


def _without_title(found: list[Heading]) -> list[Heading]:
    """Drop an unnumbered first line: it repeats the title, unless a round-up of news begins with it.

    There every heading is a headline with a paragraph or two under it.
    """
    others = [heading for heading in found[1:] if heading.length]
    if not found or not _may_repeat_title(found[0]):
        return found
    headlines = [len(one.line.text) for one in others if one.kind == "alone"]
    round_up = len(headlines) == len(others) > 0 and sum(headlines) >= _HEADLINE * len(others)
    return found if round_up and others[-1].at <= _UNDER_HEADLINE * len(others) else found[1:]


def _may_repeat_title(first: Heading) -> bool:
    """Return whether a heading is an unnumbered first line that only Markdown marks, or nothing."""
    return first.at == 0 and first.kind == "alone" and (first.line.hashes > 0 or not first.line.marked)


def _without_contents(found: list[Heading]) -> list[Heading]:
    """Drop a table of contents: headings with no text between, three or more of which come again below."""
    last = {_entry(heading): heading for heading in found}
    kept: list[Heading] = []
    for run in _neighbours(found):
        again = [at for at, one in enumerate(run) if last[_entry(one)] is not one and one.line.text[-1] not in FINAL]
        kept += run[again[-1] + 1 :] if len(again) >= _CONTENTS else run
    return kept


def _without_chapter_lists(found: list[Heading]) -> list[Heading]:
    """Drop a list of chapters: three or more lines with no text between, some of one kind.

    The last lines of the list are the text's own 第一编, 第一章.
    """
    kept: list[Heading] = []
    for run in _neighbours(found, CHAPTERS):
        kinds = [heading.kind for heading in run]
        first = 0
        if len(run) >= _CONTENTS and len(set(kinds)) < len(kinds):
            first = len(run) - 1
            while first and RANKS[kinds[first - 1]] < RANKS[kinds[first]]:
                first -= 1
        kept += run[first:]
    return kept


def _entry(heading: Heading) -> tuple[str, int, str]:
    """Return a heading as a table of contents has it, without the page number behind it."""
    return heading.kind, heading.number, "".join(heading.line.text.rstrip(_PAGE).split())


def _neighbours(found: Sequence[Heading], kinds: Sequence[Kind] = tuple(RANKS)) -> Iterator[list[Heading]]:
    """Yield headings of some kinds in groups of lines with no text between; others come alone."""
    run: list[Heading] = []
    for heading in found:
        if run and not (heading.at == run[-1].at + 1 and {heading.kind, run[-1].kind} <= set(kinds)):
            yield run
            run = []
        run.append(heading)
    if run:
        yield run


def _without_strays(found: list[Heading]) -> list[Heading]:
    """Drop the unnumbered lines of a text numbered 一、二、 but those below which the numbers begin again."""
    firsts = [at for at, heading in enumerate(found) if heading.kind == "first"]
    if len(firsts) < 2:
        return found
    return [
        heading
        for at, heading in enumerate(found)
        if heading.kind != "alone"
        or heading.line.marked
        or (at > firsts[0] and _restarts(found[at + 1 : at + 1 + _ABOVE_FIRST]))
    ]


def _restarts(below: Sequence[Heading]) -> bool:
    """Return whether the first number below is 一、."""
    numbered = next((heading for heading in below if heading.length and heading.kind != "alone"), None)
    return numbered is not None and (numbered.kind, numbered.number) == ("first", 1)


def _consecutive(found: list[Heading]) -> list[Heading]:
    """Keep （二）, 2. and 5.2 only where （一）, 1. and 5.1 stand before them under the same heading."""
    kept: list[Heading] = []
    previous: dict[tuple[Kind, str], int] = {}
    for heading in found:
        follows = heading.number == previous.get((heading.kind, heading.above), 0) + 1 or heading.line.marked
        if heading.kind in ("second", "third", "decimal", "fourth") and not follows:
            continue
        rank = RANKS[heading.kind]
        previous = {under: number for under, number in previous.items() if RANKS[under[0]] <= rank}
        previous[heading.kind, heading.above] = heading.number
        kept.append(heading)
    return kept


def _sections(found: Sequence[Heading], end: int) -> Iterator[Section]:
    levels = list(_levels(_ranks(found)))
    ends, begun = [end] * len(found), list[int]()
    for at, level in enumerate(levels):
        while begun and levels[begun[-1]] >= level:
            ends[begun.pop()] = found[at].line.start
        begun.append(at)
    for heading, level, last in zip(found, levels, ends, strict=True):
        line = heading.line
        yield Section(
            level=level,
            heading=line.text[: heading.length].removesuffix("。"),
            start=line.start,
            heading_end=line.start + line.hashes + heading.length,
            end=last,
            marker=heading.marker,
            inferred=not line.marked,
        )


def _ranks(found: Sequence[Heading]) -> list[tuple[int, int]]:
    """Return the rank of each heading: by its number, an unnumbered one by its level in the file.

    It stands below the numbers that the file gives a higher level.
    """
    levels = {one.kind: one.line.level for one in reversed(found) if one.line.level and one.kind != "alone"}
    ranks = list[tuple[int, int]]()
    for one in found:
        above = [RANKS[kind] for kind, level in levels.items() if level < one.line.level]
        alone = max([RANKS["alone"], *above]), one.line.level
        ranks.append(alone if one.kind == "alone" else (RANKS[one.kind], one.depth))
    return ranks


def _levels(ranks: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Yield levels without gaps: each heading is one below the nearest higher one before it."""
    above: list[tuple[int, int]] = []
    for rank in ranks:
        while above and above[-1] >= rank:
            above.pop()
        above.append(rank)
        yield len(above)
