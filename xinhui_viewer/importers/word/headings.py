"""Headings of a Word document by the look of their lines: those set in two lines, and those in bold brackets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from xinhui_viewer.importers.heads.beneath import is_dated
from xinhui_viewer.importers.heads.generic import is_form_line
from xinhui_viewer.importers.signature import offices
from xinhui_viewer.importers.word.paragraph import Paragraph
from xinhui_viewer.text.blanks import joined
from xinhui_viewer.text.markers import ARTICLE, CHAPTERS, marker

_LARGER = 1.2  # points: a smaller difference is the same type
_LONGEST, _MOST = 80, 3  # characters and lines of a heading
_FINAL = "。；，、：;,:…！？!?"
_APART = re.compile(
    r"附\s*[件表录]?\s*[\d一二三四五六七八九十]*\s*[:：]?|(?:附?[图表]|Fig|Table)\s*\d.*|[（(]?单位[:：].*"
)
_BRACKETED = re.compile(r"【[^【】]{2,20}】")
_LEADS = re.compile("[^：:，。；]{2,30}[：:]")
_FEWEST = 2  # lines in bold brackets
_RUN = 3  # bold lines one below the other
_LEVEL = 1


def headed(lines: Sequence[Paragraph], usual: float) -> list[Paragraph]:
    """Return the lines of a text in which most letters have the size ``usual``: a heading set in two lines is one, and
    lines in bold brackets (【会议议题】) and those in the style of a title are headings.
    """
    found: list[Paragraph] = []
    count = 1
    for line in _without_mislaid(lines, usual):
        if count < _MOST and found and _goes_on(found[-1], line, usual):
            level = found[-1].level or line.level
            found[-1] = replace(found[-1], text=_in_one(found[-1].text, line.text), level=level)
            count += 1
        else:
            found.append(line)
            count = 1
    bracketed = sum(map(_is_bracketed, found)) >= _FEWEST
    emphatic = _emphatic(found, usual)
    led = _led(found)
    return [
        replace(line, level=_LEVEL)
        if _is_styled(line) or (bracketed and _is_bracketed(line)) or at in led
        else replace(line, bold=line.bold and at not in emphatic)
        for at, line in enumerate(found)
    ]


def _without_mislaid(lines: Sequence[Paragraph], usual: float) -> list[Paragraph]:
    """Return lines without the levels of those that look as text does, where most of their level look as headings."""
    shown: Counter[int] = Counter()
    for line in lines:
        if line.level:
            shown[line.level] += -1 if _looks_as_text(line, usual) else 1
    return [replace(line, level=0) if shown[line.level] > 0 and _looks_as_text(line, usual) else line for line in lines]


def _looks_as_text(line: Paragraph, usual: float) -> bool:
    return not line.bold and 0 < line.size <= usual and marker(line.text) is None


def _emphatic(lines: Sequence[Paragraph], usual: float) -> set[int]:
    """Return the indexes of bold lines of the text's size one below the other: code, a list; no heading is so."""
    found: set[int] = set()
    run: list[int] = []
    for at, line in enumerate((*lines, Paragraph())):
        if line.bold and not line.level and not line.rows and line.size <= usual + _LARGER:
            run.append(at)
            continue
        if len(run) >= _RUN:
            found.update(one for one in run if not _is_numbered_section(lines[one].text))
        run = []
    return found


def _led(lines: Sequence[Paragraph]) -> set[int]:
    """Return the indexes of bold lines that lead to the lines below them (研究的意义：), in a text without sections."""
    if any((line.bold or line.level) and (line.level or _is_numbered_section(line.text)) for line in lines):
        return set()
    found = {
        at
        for at, (line, below) in enumerate(pairwise(lines))
        if line.bold and _LEADS.fullmatch(line.text.strip()) and not is_form_line(line.text) and not below.bold
    }
    return found if len(found) >= _RUN else set()


def _is_numbered_section(text: str) -> bool:
    found = marker(text.strip())
    return found is not None and found.kind in (*CHAPTERS, "first")


def _is_styled(line: Paragraph) -> bool:
    """Return whether a line of the text, where the title is gone, has the style of a title."""
    return line.title and not line.level and line.bold and len(line.text) <= _LONGEST


def _is_bracketed(line: Paragraph) -> bool:
    return line.bold and not line.level and _BRACKETED.fullmatch(line.text.strip()) is not None


def _goes_on(one: Paragraph, other: Paragraph, usual: float) -> bool:
    """Return whether a line is the second of a heading: centred, in the same type, which is that of headings."""
    if not all(line.centred and not line.rows and not line.image for line in (one, other)):
        return False
    level = one.level or other.level  # which one of two lines may lack
    if replace(one, text="", level=level) != replace(other, text="", level=level) or not _is_shown(one, usual):
        return False
    return _may_begin(one.text.strip()) and _may_end(other.text.strip(), one.text.strip())


def _is_shown(line: Paragraph, usual: float) -> bool:
    return line.level > 0 or line.title or line.bold or (usual > 0 and line.size > usual + _LARGER)


def _may_begin(text: str) -> bool:
    return text[-1] not in _FINAL and _APART.fullmatch(text) is None and not _is_beside(text)


def _may_end(text: str, before: str) -> bool:
    numbered = marker(text) is not None or ARTICLE.match(text) is not None
    fits = len(before) + len(text) <= _LONGEST and text[-1] not in _FINAL
    return fits and not numbered and _APART.fullmatch(text) is None and not _is_beside(text) and not offices(text)


def _is_beside(text: str) -> bool:
    return is_dated(text) or is_form_line(text)


def _in_one(one: str, other: str) -> str:
    """Return two lines as one, with a blank behind a number that has a line of its own: 第一章, 总则."""
    found = marker(one.strip())
    alone = found is not None and found.kind in CHAPTERS and found.length >= len(one.strip())
    return f"{one.strip()} {other.strip()}" if alone else joined((one.strip(), other.strip()))
