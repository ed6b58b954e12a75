"""Rules for the title of a printed document: each row of evidence gives points, and the most points win."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from xinhui_viewer.importers.furniture import MetaLine, breadcrumb, is_furniture, meta_line
from xinhui_viewer.importers.heads.generic import COUNTRY, is_generic, is_kind, is_never_title, is_remark, says_little
from xinhui_viewer.importers.printed.paragraphs import Paragraph, joined
from xinhui_viewer.importers.printed.title_above import lines_above
from xinhui_viewer.text.dates import first_date

_HAN = re.compile("[\u4e00-\u9fff]")
_BARE_DATE = re.compile(
    r"[（(]?[\d〇○零一二三四五六七八九十]{4}年.{2,8}日[）)]?|[\d〇○零一二三四五六七八九十]{4}\s?年\s?[\d一二三四五六七八九十]{1,2}\s?月"
)
_SHORTEST, _LONGEST, _LONGEST_PART = 4, 120, 100  # characters
_MOST_PARTS = 4
_SAME_SIZE = 0.4  # points
_CLEARLY_LARGER, _LARGER = 1.1, 1.08  # times the text's size
_LONGEST_LABELS, _LONGEST_REMARK = 200, 20
_SHORTEST_NAMED, _SHORTEST_NAME = 5, 6  # characters in common that are no coincidence
_MOST_SMALLER, _RIGHT_BELOW = 2, 2.6  # lines; heights of a character
_LEAST = 0.99
_LEAST_BELOW = 2  # for a candidate that is not the topmost and in the type of the text
_EACH_BELOW = 0.1  # taken off for each paragraph above


class Text(NamedTuple):
    """Evidence from the whole text: its size and boldness, and the title in the file's description, or empty."""

    size: float
    bold: bool
    named: str


class Candidate(NamedTuple):
    """The paragraphs from ``start`` to before ``end``, which may be the title: the evidence that rules judge by."""

    first: Sequence[Paragraph]
    start: int
    end: int
    text: Text

    @property
    def one(self) -> Paragraph:
        """The first of the paragraphs."""
        return self.first[self.start]

    @property
    def said(self) -> str:
        """The text of the paragraphs without blanks."""
        return _squeezed(joined(one.text for one in self.first[self.start : self.end]))


@dataclass(frozen=True, slots=True)
class Evidence:
    """A piece of evidence that paragraphs are the title, and its points."""

    name: str
    points: Callable[[Candidate], float]


def title_span(first: Sequence[Paragraph], top: int, text: Text) -> tuple[int, int]:
    """Return the range of the title in the paragraphs below ``top``; (0, 0) when there is none.

    The kind of document alone (招标文件, 公告) is the title only where no other line is.
    """
    start, end = _best(first, top, text, generic=False) or _best(first, top, text, generic=True) or (0, 0)
    start -= lines_above(first, top, start, text.size)
    return (start - 1 if start and _squeezed(first[start - 1].text) == COUNTRY else start), end


def _best(first: Sequence[Paragraph], top: int, text: Text, *, generic: bool) -> tuple[int, int] | None:
    best, most = None, _LEAST
    for candidate in _candidates(first, top, text, generic=generic):
        points = sum(row.points(candidate) for row in EVIDENCE)
        if candidate.start > top and candidate.one.size < _LARGER * text.size and points < _LEAST_BELOW:
            continue
        if _is_within_text(candidate, top):
            continue
        points -= _EACH_BELOW * candidate.start
        if points > most:
            best, most = (candidate.start, candidate.end), points
    return best


def _is_within_text(candidate: Candidate, top: int) -> bool:
    """Return whether a sentence and a larger line stand above a candidate, which then heads a part of the text."""
    above = candidate.first[top : candidate.start]
    larger = any(one.size > candidate.one.size + _SAME_SIZE for one in above)
    return larger and any(one.text[-1] == "。" for one in above if not one.rows)


def meta_of(text: str) -> MetaLine | None:
    """Return the source and date in a line of labels; None in any other, and for a date alone, as in a signature."""
    return meta_line(text) if len(text) < _LONGEST_LABELS and not _BARE_DATE.fullmatch(text) else None


def _larger(candidate: Candidate) -> float:
    return min(5 * (candidate.one.size / max(candidate.text.size, 1) - 1), 4)


def _centred(candidate: Candidate) -> float:
    return 1 if candidate.one.middle else 0


def _bold(candidate: Candidate) -> float:
    return 0.5 if candidate.one.bold and not candidate.text.bold else 0


def _over_labels(candidate: Candidate) -> float:
    below = candidate.first[candidate.end : candidate.end + 2]
    return 1.5 if any(meta_of(one.text) is not None for one in below) else 0


def _over_a_table(candidate: Candidate) -> float:
    below = candidate.first[candidate.end : candidate.end + 1]
    return 1 if candidate.start == 0 and any(one.rows for one in below) else 0


def _named_so(candidate: Candidate) -> float:
    said, named = candidate.said, _squeezed(candidate.text.named)
    if len(said) < _SHORTEST_NAMED:
        return 0
    return 2.5 if said in named or (len(named) >= _SHORTEST_NAME and named in said) else 0


EVIDENCE = (
    Evidence("larger than the text", _larger),
    Evidence("centred", _centred),
    Evidence("bold in a text that is not", _bold),
    Evidence("right over source and date", _over_labels),
    Evidence("on top, right over a table", _over_a_table),
    Evidence("named so in the file's description", _named_so),
)


def _candidates(first: Sequence[Paragraph], top: int, text: Text, *, generic: bool) -> Iterator[Candidate]:
    """Yield the candidates for the title, except the continuations of others."""
    before = 0
    for start in range(top, len(first)):
        end = _end(first, start, text.size, generic=generic)
        if end and before <= start:
            yield Candidate(first, start, end, text)
        before = end


def _end(first: Sequence[Paragraph], start: int, size: float, *, generic: bool) -> int:
    """Return the end of the title that begins at a paragraph; 0 when it cannot be one."""
    if is_never_title(first[start].text):
        return 0
    end = start
    while end < len(first) and _is_part(first, start, end, size, generic=generic):
        end += 1
        if end - start > _MOST_PARTS:
            return 0
    end = _behind_colon(first, start, end, size)
    end += _smaller_parts(first, end, size) if end > start else 0
    text = "".join(one.text for one in first[start:end])
    if not text or _says_little(text, generic=generic):
        return 0
    return end if _is_long_enough(text) and len(text) <= _LONGEST and len(_HAN.findall(text)) >= 2 else 0


def _smaller_parts(first: Sequence[Paragraph], end: int, size: float) -> int:
    """Return how many smaller lines right below a title go on in it: it names no kind of document, the last one does.

    第三届某某大赛, 乙赛道, 赛题说明.
    """
    title = first[end - 1]
    if is_kind(title.text) or not title.middle:
        return 0
    for count, one in enumerate(first[end : end + _MOST_SMALLER], 1):
        alike = one.middle and one.bold == title.bold and _LARGER * size <= one.size < title.size
        if not alike or not 0 < one.gap <= _RIGHT_BELOW or not may_be_title(one) or is_never_title(one.text):
            return 0
        if is_kind(one.text):
            return count
    return 0


def _behind_colon(first: Sequence[Paragraph], start: int, end: int, size: float) -> int:
    """Return the end of a title that ends in a colon: with the smaller line below it, on top as it is, else none."""
    if end == start or first[end - 1].text[-1] not in "：:":
        return end
    if start > 0 or first[start].size < _CLEARLY_LARGER * size:
        return start
    return end + 1 if end < len(first) and _is_below_a_motto(first[end - 1], first[end], size) else end


def _is_below_a_motto(one: Paragraph, other: Paragraph, size: float) -> bool:
    """Return whether a smaller line goes on in a title whose first one ends in a colon: 众志成城：."""
    stands_out = other.size >= _LARGER * size or (other.bold and other.middle)
    return stands_out and other.middle == one.middle and may_be_title(other) and not is_never_title(other.text)


def _is_long_enough(text: str) -> bool:
    """Return whether a text may be a whole title; one of two signs is only the kind of document: 公告."""
    return len(text) >= _SHORTEST or is_generic(text)


def _says_little(text: str, *, generic: bool) -> bool:
    """Return whether a text is no whole title: the country's name, or a kind of document unless that will do."""
    return _squeezed(text) == COUNTRY or (not generic and says_little(text))


def _is_part(first: Sequence[Paragraph], start: int, at: int, size: float, *, generic: bool) -> bool:
    """Return whether a paragraph is a part of the title that begins at another: of its look, and no other's line."""
    one = first[at]
    if not may_be_title(one):
        return False
    ends = at > start and first[at - 1].text.endswith("的")  # 关于做好年审工作的, 通知
    if is_generic(one.text) and not generic and not ends:
        return False
    if at == start:
        return True
    told = is_remark(one.text) and (first_date(one.text) is not None or len(one.text) > _LONGEST_REMARK)
    return not told and not (is_never_title(one.text) and not is_remark(one.text)) and _goes_on(first[start], one, size)


def _goes_on(one: Paragraph, other: Paragraph, size: float) -> bool:
    """Return whether a paragraph looks like a title's first one; in large type it need not be centred."""
    if abs(other.size - one.size) >= _SAME_SIZE or other.bold != one.bold:
        return False
    return other.middle == one.middle or other.size >= _CLEARLY_LARGER * size


def may_be_title(one: Paragraph) -> bool:
    """Return whether a paragraph may be a line of a title: neither a sentence nor a row, a label or a path."""
    text = one.text
    if one.rows or len(text) > _LONGEST_PART or text[-1] in "。；，;," or "\t" in text:
        return False
    return not (is_furniture(text) or breadcrumb(text) or meta_line(text) or _BARE_DATE.fullmatch(text))


def _squeezed(text: str) -> str:
    return "".join(text.split())
