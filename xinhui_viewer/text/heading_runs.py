"""Runs of numbered lines, 一、 to 六、: all of them head sections, or all are items of a list."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from xinhui_viewer.text.heading_words import FINAL, is_interview
from xinhui_viewer.text.headings import Heading
from xinhui_viewer.text.markers import RANKS, Kind

_Run = list[Heading]
_FIRST_POINT = 2  # lines below its heading at most: one paragraph may stand between


def whole_runs(found: Sequence[Heading]) -> list[Heading]:
    """Make the lines of a run of 一、, （一） or 1. headings together, or items together; what the file marks stays.

    Items have length 0: （一） and 一是 may still be points.
    """
    first = _judged(found, "first", lambda run: run if _heads(run) and not _is_list(run) else map(_item, run))
    kept = [one for one in first if one.length or one.kind != "first"]
    second = _judged(kept, "second", lambda run: map(_headed if _heads(run) or _has_texts(run) else _item, run))
    if all(one.kind != "third" for one in second):
        return second
    is_deep = _rare_depth(second)
    return _judged(second, "third", lambda run: map(_headed if _are_titles(run) and not is_deep(run) else _item, run))


def with_points(found: Sequence[Heading]) -> list[Heading]:
    """Make 一是 and （一） that begin paragraphs sections where a heading stands right above or a paragraph higher.

    The heading has no number, or the file marks it. Below an unmarked 一、, in answers and in other places they are
    prose: of 70 such runs in annotated pages and reports, none is marked as headings.
    """
    above = _Above([one for one in found if one.length and one.kind != "point"])

    def judged(run: _Run) -> Iterable[Heading]:
        heading = above(run[0])
        return map(_point if _are_points(run) and heading and _leads(heading, run[0]) else _no_point, run)

    judged_items = _judged(found, "second", judged)
    return [one for one in _judged(judged_items, "point", judged) if one.length]


def _rare_depth(found: Sequence[Heading]) -> Callable[[_Run], bool]:
    """Return whether a run of 1. stands under （一） where most other （一） have none: it is then a list of points.

    GB/T 9704-2012 (7.3.3) sets 1. as text. Of eight documents that mark their headings, the two with 1. under all
    their （一） mark these, too; the six with 1. under a few do not.
    """
    above = _Above([one for one in found if one.length and RANKS[one.kind] < RANKS["third"]])
    heads = {run[0].at: above(run[0]) for run in _runs(found, "third") if _are_titles(run)}
    deep = {at: heading.at for at, heading in heads.items() if heading is not None and heading.kind == "second"}
    seconds = sum(one.kind == "second" and one.length > 0 for one in found)
    is_rare = 2 * len(set(deep.values())) < seconds
    return lambda run: is_rare and run[0].at in deep


class _Above:
    """Headings in order, asked for the last one above a line."""

    def __init__(self, headings: Sequence[Heading]) -> None:
        self._headings = headings
        self._places = [one.at for one in headings]

    def __call__(self, line: Heading) -> Heading | None:
        place = bisect_left(self._places, line.at)
        return self._headings[place - 1] if place else None


def _judged(found: Sequence[Heading], kind: Kind, judge: Callable[[_Run], Iterable[Heading]]) -> list[Heading]:
    """Return headings with each run of a kind as it was judged."""
    if all(one.kind != kind for one in found):
        return list(found)
    judged = {one.at: one for run in _runs(found, kind) for one in judge(run)}
    return [judged.get(one.at, one) for one in found]


def _runs(found: Sequence[Heading], kind: Kind) -> Iterator[_Run]:
    """Yield the lines of a kind that are numbered on, in groups that no heading of a higher rank divides."""
    run: _Run = []
    for one in found:
        ends = one.number != run[-1].number + 1 if one.kind == kind and run else _divides(one, kind)
        if run and ends:
            yield run
            run = []
        if one.kind == kind:
            run.append(one)
    if run:
        yield run


def _divides(one: Heading, kind: Kind) -> bool:
    """Return whether a heading ends a run of a kind; an unnumbered line between 一、 and 二、 may be a stray."""
    strays = one.kind == "alone" and kind != "point"
    return one.length > 0 and not strays and RANKS[one.kind] < RANKS[kind]


def _heads(run: _Run) -> bool:
    """Return whether all lines of a run are headings, or more than half of them titles on lines of their own."""
    titles = sum(one.length == len(one.line.text) and one.line.text[-1] not in FINAL for one in run)
    return all(one.length for one in run) or 2 * titles > len(run)


def _has_texts(run: _Run) -> bool:
    """Return whether the lines of a run are titles with paragraphs of their own below.

    Where a sentence goes on behind its number the line is a point, whose paragraph may have others below.
    """
    return run[0].number == 1 and len(run) > 1 and all(_apart(run)) and all(one.length or one.title for one in run)


def _are_titles(run: _Run) -> bool:
    """Return whether the lines of a run are titles over prose, or over prose and lists."""
    over_prose = [one.length > 0 for one in run]
    return all(over_prose) or (any(over_prose) and all(_apart(run)) and all(one.length or one.title for one in run))


def _apart(run: _Run) -> list[bool]:
    """Return, for each line of a run but the last, whether there is text between it and the next."""
    return [second.at > first.at + 1 for first, second in pairwise(run)]


def _is_list(run: _Run) -> bool:
    """Return whether a run is a list of sentences with no text between them, most of one sentence each."""
    dense = len(run) > 1 and not any(_apart(run)) and all(one.line.text[-1] in "。；" for one in run)
    return dense and 2 * sum(one.length == len(one.line.text) for one in run) > len(run)


def _headed(one: Heading) -> Heading:
    return one if one.length else replace(one, length=one.sentence or one.title)


def _point(one: Heading) -> Heading:
    return replace(one, length=one.sentence)


def _no_point(one: Heading) -> Heading:
    return one if one.kind != "point" else _item(one)


def _item(one: Heading) -> Heading:
    return one if one.line.marked or not one.length else replace(one, length=0)


def _are_points(run: _Run) -> bool:
    """Return whether each line begins with a short sentence, in runs of （一） with text behind it."""
    short = all(one.sentence and (one.kind == "point" or one.sentence < len(one.line.text)) for one in run)
    return len(run) > 1 and run[0].number == 1 and short and not any(one.length for one in run if one.kind == "second")


def _leads(above: Heading, first: Heading) -> bool:
    """Return whether a heading stands alone on its line over the first point, and is sure enough."""
    titled = above.kind == "alone" and not is_interview(above.line.text)
    sure = titled or (above.line.marked and above.kind in ("first", "second"))
    return sure and above.length == len(above.line.text) and first.at - above.at <= _FIRST_POINT
