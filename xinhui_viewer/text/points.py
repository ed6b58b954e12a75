"""The points of a section: paragraphs that begin with （一）, 一是 or 1. and a short sentence: （一）抓好春耕。各镇…

They are a list beside the sections, as the articles of a law are. So are the paragraphs 一、, 二、 of a decision or an
amendment, which have no headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from xinhui_viewer.records import Section
from xinhui_viewer.text.articles import with_articles
from xinhui_viewer.text.heading_words import CLAUSE, is_clause
from xinhui_viewer.text.markers import Kind, Marker, marker

_SECOND: Kind = "second"
_LONGEST: dict[Kind, int] = {_SECOND: 60, "point": 60, "third": 20}  # characters of the sentence that names a point
_TITLED: tuple[Kind, ...] = (_SECOND, "third")  # those that may have their name on a line of its own
_FEWEST = 3  # paragraphs 一、, 二、 of a decision
# The words that name one of them, up to what is to be put in: 增加一条，作为第七条：“…”
_PROVISION = re.compile(r"[^。；：:;\n]{2,30}(?=[。；：:;])|(?:[^，。；：:,;“\n]|“[^“”，。；：\n]{1,12}”){2,30}")
_LABEL = re.compile(r"[^，。；：:、“（({\n]{2,16}(?=[：:]\s*[^\s])")  # and those before a colon: （一）指导思想：…
_STATES = "。：:；;”’）？！"  # signs at the end of a short one, which is no name in a list
_Line = tuple[int, str, Marker]
_Point = tuple[Section, Marker]


def with_paragraphs(body: str, sections: Sequence[Section]) -> tuple[Section, ...]:
    """Return sections with the articles of a law among them, or the points of another text, each below its section."""
    listed = with_articles(body, sections)
    if len(listed) > len(sections):
        return listed
    return tuple(sorted((*sections, *points(body, sections)), key=lambda one: one.start))


def points(body: str, sections: Sequence[Section]) -> tuple[Section, ...]:
    """Return the points of sections without subsections and of the text above all sections, in order.

    （五） may follow （四） of the section before.
    """
    found, last = list[Section](), 0
    for section in _leaves(body, sections):
        run = _provisions(body, section) or _run(body, section, last)
        found += (one for one, _mark in run)
        last = run[-1][1].number if run and run[0][1].kind == _SECOND else 0
    return tuple(found)


def _leaves(body: str, sections: Sequence[Section]) -> Iterator[Section]:
    """Yield the text above the first section, as one of level 0, and the sections without subsections."""
    yield Section(0, "", 0, 0, sections[0].start if sections else len(body))
    for section, following in zip(sections, (*sections[1:], None), strict=False):
        if following is None or following.start >= section.end:
            yield section


def _provisions(body: str, section: Section) -> list[_Point]:
    """Return the paragraphs 一、, 二、 of a decision, each named by its first words, or none."""
    run = [line for line in _numbered(body, section) if line[2].kind == "first"]
    states = all(len(text) > CLAUSE or text[-1] in _STATES for _at, text, _mark in run)
    if len(run) < _FEWEST or not states or not _is_numbered_on(run, 0):
        return []
    found = list[_Point]()
    for (start, text, mark), end in _ended(section, run):
        named = _PROVISION.match(text, mark.length)
        if named:
            found.append((_point(section, text[: named.end()], start, end, mark), mark))
    return found if len(found) == len(run) else []


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
    """Yield the points that begin with a short sentence, or are named on a line of their own."""
    for (start, text, mark), end in _ended(section, run):
        length = text.find("。", 0, _LONGEST[mark.kind] + 1)
        label = _LABEL.match(text, mark.length)
        if label:
            yield _point(section, text[: label.end()], start, end, mark), mark
        elif length > 0:
            yield _point(section, text[: length + 1], start, end, mark), mark
        elif mark.kind in _TITLED and is_clause(text):
            yield _point(section, text, start, end, mark), mark


def _ended(section: Section, run: Sequence[_Line]) -> Iterator[tuple[_Line, int]]:
    """Yield each line of a run with the place where the text under it ends."""
    ends = [start for start, _text, _mark in run[1:]]
    return zip(run, (*ends, section.end), strict=False)


def _point(section: Section, name: str, start: int, end: int, mark: Marker) -> Section:
    number = name[: mark.length].strip()
    return Section(section.level + 1, name.removesuffix("。"), start, start + len(name), end, number, folded=True)
