"""Rules for the title of a page: the name it gives itself, in the largest heading, right above source and date.

Each row of evidence gives points, and the line with the most is the title.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from xinhui_viewer.importers.furniture import breadcrumb, is_furniture, meta_line
from xinhui_viewer.importers.line import Line

_SITE_SUFFIX = re.compile(r"\s*(?:[_|｜—–»]|--+|\s-\s|\s·\s)\s*")
_PROSE = 40  # characters of a paragraph: a line behind one is hardly the title
_BEHIND = 1.5
_SHORTEST, _LONGEST = 4, 120  # characters
_SHORTEST_NAMED = 2  # for exactly the name that the page gives itself
_SURE = 8  # characters found in a longer text that are no coincidence
_BELOW = 4  # lines in which source and date are searched
_LEAST_ITSELF, _LEAST = 1, 3  # points


class Candidate(NamedTuple):
    """A line of a page, and the names that the page gives itself, all without blanks: the evidence for the rules.

    ``wanted`` is the title in the standard's tag, ``page_title`` that in <title>; empty when there is none.
    """

    line: Line
    text: str
    lines: Sequence[Line]
    wanted: str
    page_title: str

    def below(self, count: int) -> Sequence[Line]:
        """Return the lines that follow."""
        return self.lines[self.line.order + 1 : self.line.order + 1 + count]

    @property
    def is_named_so(self) -> bool:
        """Return whether the page gives itself exactly this name (公告), alone or before its site's name."""
        rest = self.page_title[len(self.text) :] if self.page_title.startswith(self.text) else "…"
        return self.text == self.wanted or not rest or rest[0] in "_|｜—–»-(（"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A piece of evidence that a line is the title, and its points."""

    name: str
    points: Callable[[Candidate], float]


def title_line(tree: Any, metas: dict[str, str], lines: Sequence[Line]) -> tuple[str, int]:
    """Return the title and the number of its line (-1 when none prints it): by the standard's tag, a heading, or
    the line that the page's own <title> begins with."""
    tag = tree.css_first("title")
    page_title = _squeezed(tag.text() if tag else "")
    wanted = _squeezed(metas.get("articletitle", ""))
    best, best_score = -1, 0.0
    prose = next((line.order for line in lines if line.plain > _PROSE and "。" in line.text), len(lines))
    for line in filter(_is_plain, lines):
        score = _score(Candidate(line, _squeezed(line.text), lines, wanted, page_title))
        score -= _BEHIND if line.order > prose else 0
        if score > best_score:
            best, best_score = line.order, score
    if best >= 0:
        return " ".join(lines[best].text.split()), best
    if wanted:
        return metas["articletitle"], -1
    first = _SITE_SUFFIX.split(tag.text().strip())[0] if tag else ""
    return first.strip(), -1


def _score(candidate: Candidate) -> float:
    """Return the points of a line as the title; 0 when they are too few or the line cannot be one."""
    if not _has_length(candidate):
        return 0
    score = sum((row.points(candidate) for row in ITSELF), 0.0)
    if score < _LEAST_ITSELF and not _right_over_the_date(candidate):
        return 0  # a date further down would not make it a title either
    text = candidate.line.text
    if is_furniture(text) or breadcrumb(text) or meta_line(text):
        return 0
    score = sum((row.points(candidate) for row in PLACE), score)
    return score if score >= _LEAST or candidate.line.level == 1 else 0


def _has_length(candidate: Candidate) -> bool:
    length = len(candidate.text)
    return _SHORTEST <= length <= _LONGEST or (_SHORTEST_NAMED <= length < _SHORTEST and candidate.is_named_so)


def _is_plain(line: Line) -> bool:
    """Return whether a line is text and not mostly a link."""
    return len(line.text) >= _SHORTEST_NAMED and line.linked <= line.plain and not line.rows and not line.image


def _as_the_tag(candidate: Candidate) -> float:
    text, wanted = candidate.text, candidate.wanted
    return 6 if wanted and (text == wanted or (len(text) > _SURE and text in wanted)) else 0


def _as_the_page(candidate: Candidate) -> float:
    text, page_title = candidate.text, candidate.page_title
    if page_title and text in page_title:
        return 3 + min(len(text), 40) / 20 + 2 * candidate.is_named_so
    return 3 if len(page_title) >= _SURE and page_title.rstrip("….") in text else 0


def _heading(candidate: Candidate) -> float:
    level = candidate.line.level
    return {0: 0, 1: 2.5, 2: 1.2}.get(level, 0.5)


def _over_labels(candidate: Candidate) -> float:
    return 2 if any(meta_line(line.text) for line in candidate.below(_BELOW)) else 0


def _right_over_the_date(candidate: Candidate) -> float:
    """Return points for the line right above source and date: it is the title, whatever name the page gives itself."""
    may_be = len(candidate.text) >= _SURE and candidate.text[-1] not in "。；"
    below = candidate.below(1) if may_be else ()
    meta = meta_line(below[0].text) if below else None
    return 1.5 if meta is not None and meta.published is not None else 0


ITSELF = (
    Evidence("the title in the standard's tag", _as_the_tag),
    Evidence("what the page calls itself", _as_the_page),
    Evidence("a heading", _heading),
)
PLACE = (
    Evidence("over source or date", _over_labels),
    Evidence("right over the date", _right_over_the_date),
)


def _squeezed(text: str) -> str:
    return "".join(text.split()).replace("\u200b", "")
