"""Cut the piece of a text that shows the words found in it best."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from xinhui_viewer.records import Section, Span
from xinhui_viewer.text.articles import article_at

_BEFORE, _AFTER = 20, 50
_SENTENCE_ENDS, _CLAUSE_ENDS = "。！？!?；;\n", "，、：,:　 \t"
_TO_SENTENCE = re.compile(f".*[{_SENTENCE_ENDS}]", re.DOTALL)
_TO_CLAUSE = re.compile(f".*[{_CLAUSE_ENDS}]", re.DOTALL)
_BREAK = re.compile("[\n\t\r]")


class Excerpt(NamedTuple):
    """A piece of a text on one line, the spans of the matches in it, and the offset of the first in the text."""

    text: str
    spans: tuple[Span, ...] = ()
    offset: int = 0


def excerpt(text: str, spans: Sequence[Span]) -> Excerpt:
    """Return about 70 characters around the densest matches, cut at punctuation; the beginning when there are none."""
    if not spans:
        return _cut(text, 0, _end(text, _BEFORE), (), 0)
    return _around(text, spans[_densest(spans)], spans)


def excerpts(text: str, spans: Sequence[Span], most: int) -> tuple[Excerpt, ...]:
    """Return the excerpts of up to ``most`` places, the densest ones, in the order of the text."""
    found: list[Excerpt] = []
    left = list(spans)
    while left and len(found) < most:
        one = _around(text, left[_densest(left)], spans)
        found.append(one)
        first, last = one.offset - 2 * _BEFORE, one.offset + len(one.text)
        left = [span for span in left if span[1] <= first or span[0] >= last]
    return tuple(sorted(found, key=lambda one: one.offset))


def section_at(body: str, sections: Sequence[Section], offset: int) -> str:
    """Return the heading of the innermost section at an offset, with the article of a law: 第四章 附则 第十二条.

    Empty where there is neither.
    """
    heading = next((s.heading for s in reversed(sections) if s.start <= offset < s.end), "")
    return f"{heading} {article_at(body, sections, offset)}".strip()


def _around(text: str, place: Span, spans: Sequence[Span]) -> Excerpt:
    """Return the piece around one of the matches, with all that lie in it."""
    start, end = _start(text, place[0]), _end(text, place[1])
    first = bisect_left(spans, (start, start))
    shown = [span for span in spans[first : first + _AFTER] if span[1] <= end]
    return _cut(text, start, end, shown, shown[0][0] if shown else place[0])


def _densest(spans: Sequence[Span]) -> int:
    """Return the number of the first span with the most others close behind it."""
    if len(spans) == 1 or spans[-1][0] < spans[0][0] + _AFTER:
        return 0
    best, most, last = 0, 0, 0
    for i, (start, _) in enumerate(spans):
        while last < len(spans) and spans[last][0] < start + _AFTER:
            last += 1
        if last - i > most:
            best, most = i, last - i
    return best


def _start(text: str, at: int) -> int:
    """Return the offset to begin at: the sentence if it begins nearby, else behind a comma, else 20 before."""
    first = max(0, at - _BEFORE * 3 // 2)
    sentence = _TO_SENTENCE.match(text, first, at)
    start = sentence.end() if sentence else 0
    if not start and first:
        clause = _TO_CLAUSE.match(text, first, max(first, at - _BEFORE // 2))
        start = clause.end() if clause else at - _BEFORE
    while start < at and text[start].isspace():
        start += 1
    return start


def _end(text: str, at: int) -> int:
    """Return the offset to stop at: the line or the last sentence that fits, else behind a comma, else 50 further."""
    last = at + _AFTER
    line = text.find("\n", at + _AFTER // 3, last)
    if line >= 0:
        return line
    if last >= len(text):
        return len(text)
    end = _TO_SENTENCE.match(text, at + _AFTER // 3, last) or _TO_CLAUSE.match(text, at + _AFTER // 2, last)
    return end.end() if end else last


def _cut(text: str, start: int, end: int, spans: Iterable[Span], offset: int) -> Excerpt:
    """Return the piece on one line, with … where it breaks a sentence off."""
    ended = text[max(0, start - _BEFORE) : start].rstrip()[-1:] in _SENTENCE_ENDS
    before = "" if not start or ended or text[start - 1] == "\n" else "…"
    piece = text[start:end].rstrip()
    after = "…" if end < len(text) and text[end - 1] not in _SENTENCE_ENDS and text[end] != "\n" else ""
    shift = len(before) - start
    moved = tuple([(first + shift, last + shift) for first, last in spans])
    return Excerpt(before + _BREAK.sub(" ", piece) + after, moved, offset)
