"""The points of a section: paragraphs that begin with （一）, 一是 or 1. and a short sentence: （一）抓好春耕。各镇…

They are a list beside the sections, as the articles of a law are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xinhui_viewer.records import Section
from xinhui_viewer.text.articles import with_articles
from xinhui_viewer.text.markers import Kind, Marker, marker

_SECOND: Kind = "second"
_LONGEST: dict[Kind, int] = {_SECOND: 60, "point": 60, "third": 20}  # characters of the sentence that names a point
_Line = tuple[int, str, Marker]
_Point = tuple[Section, Marker]


def with_paragraphs(body: str, sections: Sequence[Section]) -> tuple[Section, ...]:
    """Return sections with the articles of a law among them, or the points of another text, each below its section."""
    listed = with_articles(body, sections)
    if len(listed) > len(sections):
        return listed
    return tuple(sorted((*sections, *points(body, sections)), key=lambda one: one.start))


def points(body: str, sections: Sequence[Section]) -> tuple[Section, ...]:
    """Return the points of sections without subsections, in order; （五） may follow （四） of the section before."""
    found, last = list[Section](), 0
    for section, following in zip(sections, (*sections[1:], None), strict=False):
        if following is None or following.start >= section.end:
            run = _run(body, section, last)
            found += (one for one, _mark in run)
            last = run[-1][1].number if run and run[0][1].kind == _SECOND else 0
    return tuple(found)


def _run(body: str, section: Section, last: int) -> list[_Point]:
    """Return the points of a section, all numbered on, from 1 or from ``last``, and with text behind, or none."""
    numbered = list(_numbered(body, section))
    for kind in _LONGEST:
        run = [line for line in numbered if line[2].kind == kind]
        if _is_numbered_on(run, last if kind == _SECOND else 0):
            found = list(_points(section, run))
            if len(found) == len(run) and all(body[one.heading_end : one.end].strip() for one, _mark in found):
                return found
    return []


def _is_numbered_on(run: Sequence[_Line], last: int) -> bool:
    """Return whether two or more lines are numbered from 1, or some on from ``last``."""
    numbers = [mark.number for _at, _text, mark in run]
    first = numbers[0] if numbers else 0
    begins = (first == 1 and len(run) > 1) or first == last + 1 > 1
    return begins and numbers == list(range(first, first + len(run)))


def _numbered(body: str, section: Section) -> Iterator[_Line]:
    at = section.heading_end
    for raw in body[at : section.end].split("\n"):
        text = raw.strip()
        mark = marker(text) if text else None
        if mark is not None:
            yield at + raw.index(text[0]), text, mark
        at += len(raw) + 1


def _points(section: Section, run: Sequence[_Line]) -> Iterator[_Point]:
    """Yield the points that begin with a short sentence."""
    ends = [start for start, _text, _mark in run[1:]]
    for (start, text, mark), end in zip(run, (*ends, section.end), strict=False):
        length = text.find("。", 0, _LONGEST[mark.kind] + 1)
        if length > 0:
            number = text[: mark.length].strip()
            point = Section(section.level + 1, text[:length], start, start + length + 1, end, number, folded=True)
            yield point, mark
