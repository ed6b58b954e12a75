"""The first slide as the facts of a show: its title, and the day and the office that stand alone below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from xinhui_viewer.facts import Facts
from xinhui_viewer.importers.signature import offices
from xinhui_viewer.importers.slides.shapes import Shape
from xinhui_viewer.importers.slides.slide import ReadSlide
from xinhui_viewer.importers.word.paragraph import Paragraph
from xinhui_viewer.text.dates import dates

_MOST_LINES = 8  # below the title of a slide that tells of the show


def with_facts(slides: Sequence[ReadSlide]) -> tuple[Facts, list[ReadSlide]]:
    """Return the facts on the first slide, and the slides without what became facts."""
    first, *others = slides
    if not first.title:
        return Facts(), [*slides]
    facts, shapes = Facts(title=first.title), first.shapes
    if sum(len(one.lines) + len(one.rows) for one in shapes) <= _MOST_LINES:
        facts, shapes = _below(facts, shapes)
    return facts, [replace(first, title="", shapes=shapes), *others]


def _below(facts: Facts, shapes: Sequence[Shape]) -> tuple[Facts, tuple[Shape, ...]]:
    kept: list[Shape] = []
    for one in shapes:
        left = []
        for line in one.lines:
            taken = _taken(facts, line)
            left += [] if taken else [line]
            facts = taken or facts
        if left or not one.lines:
            kept.append(replace(one, lines=tuple(left)))
    return facts, tuple(kept)


def _taken(facts: Facts, line: Paragraph) -> Facts | None:
    """Return the facts with what a line gives; None when it gives nothing."""
    place, day = next(iter(dates(line.text)), ((0, 0), None))
    if facts.published is None and day is not None and place == (0, len(line.text)):
        return replace(facts, published=day)
    office = "" if facts.source else offices(line.text)
    return replace(facts, source=office) if office else None
