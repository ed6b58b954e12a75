"""Join printed lines into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from xinhui_viewer.importers.printed.divided import is_divided, whole_words, words
from xinhui_viewer.importers.printed.joining import runs_on
from xinhui_viewer.importers.printed.lines import Line, Rows
from xinhui_viewer.importers.printed.setting import Setting, settings

# Of a character's height, or of the width between the margins.
_SET_IN, _OFF_CENTRE, _OFF_CENTRE_OF_WIDTH, _AT_THE_END = 0.6, 1.2, 0.04, 0.35
_LATIN = re.compile("[0-9A-Za-z\u00c0-\u024f]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that are one paragraph; or a table; ``middle`` and ``end`` say where its one line stands.

    One of a ``cover`` is no heading. ``gap`` is the distance from the line above, in heights of its characters, 0 where
    it is the first of a page or column.
    """

    text: str
    size: float
    font: str
    bold: bool
    red: bool
    page: int
    middle: bool = False
    end: bool = False
    rows: Rows = ()  # of a table
    cover: bool = False
    gap: float = 0


def paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    """Return the paragraphs of lines in reading order, also across pages."""
    if not lines:
        return []
    setting = settings(lines)
    groups = [[lines[0]]]
    for other in lines[1:]:
        if runs_on(groups[-1], other, setting[other.page]):
            groups[-1].append(other)
        else:
            groups.append([other])
    known = words(line.text for line in lines) if any(is_divided(line.text) for line in lines) else frozenset()
    found = [_paragraph(group, setting[group[0].page], known) for group in groups]
    gaps = [0.0, *(_gap(one[-1], other[0]) for one, other in pairwise(groups))]
    return [replace(one, gap=gap) for one, gap in zip(found, gaps, strict=True)]


def joined(texts: Iterable[str]) -> str:
    """Return lines as one text: a blank only between words of letters."""
    parts: list[str] = []
    for text in texts:
        last = parts[-1][-1:] if parts else ""
        if last and (_LATIN.match(last) or last in ",.;:!?)%") and _LATIN.match(text):
            parts.append(" ")
        parts.append(text)
    return "".join(parts)


def _gap(one: Line, other: Line) -> float:
    """Return the distance of two lines in heights of the second's characters; 0 on different pages or columns."""
    return max(one.y - other.y, 0) / max(other.font.size, 1) if one.place == other.place else 0


def _paragraph(group: Sequence[Line], setting: Setting, known: frozenset[str]) -> Paragraph:
    first = group[0]
    if first.rows:
        return Paragraph(first.text, first.font.size, first.font.name, False, False, first.page, rows=first.rows)
    left, right = setting.of(first)
    width, em = max(right - left, 1), max(first.font.size, 1)
    before, after = first.left - left, right - first.right
    off = max(_OFF_CENTRE_OF_WIDTH * width, _OFF_CENTRE * em)
    middle = len(group) == 1 and before > _SET_IN * em and abs(before - after) < off
    text = joined(whole_words([line.text for line in group], known))
    return Paragraph(
        text if "\t" in first.text else text.replace("\t", " "),  # a gap within a sentence
        first.font.size,
        first.font.name,
        all(line.bold for line in group),
        all(line.font.red for line in group),
        first.page,
        middle=middle,
        end=len(group) == 1 and before > _AT_THE_END * width and not middle,
    )
