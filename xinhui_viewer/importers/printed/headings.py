"""Rules for the headings of a printed text: by their type, or by the file's own list; the first that fits decides."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from xinhui_viewer.importers.finish import Piece
from xinhui_viewer.importers.heads.cover import imprints
from xinhui_viewer.importers.heads.generic import is_form_line, is_remark, is_stamp
from xinhui_viewer.importers.printed.lines import EMPTY
from xinhui_viewer.importers.printed.paragraphs import Paragraph
from xinhui_viewer.importers.printed.series import consistent
from xinhui_viewer.importers.printed.several_lines import is_closed, whole_headings
from xinhui_viewer.text.dates import first_date
from xinhui_viewer.text.markers import marker

_LONGEST = 60  # characters
_LONGEST_LISTED = 2 * _LONGEST
_LONGEST_DATED = 24
_LARGER, _SAME_SIZE = 0.9, 0.6  # points
_FIRST, _LAST_BY_SIZE, _LAST = 2, 5, 6  # levels; 1 is the title's
_LEAST_SIGNS = 60  # of sentences that tell the size of a page's text
_NEXT = 2.2  # heights of a character: the distance of a line and its translation
_HAN, _WORDS = re.compile("[\u4e00-\u9fff]"), re.compile(r"[A-Za-z]{2,}")
_TRANSLATED = re.compile(r"[^\t]*[\u4e00-\u9fff][^\t\d：:]*\t[A-Za-z][A-Za-z ,.'&()-]{3,}")
_NAME = re.compile(r"[A-Za-z]{3,}|^[A-Z\d]{1,3}$")  # kn is a part of a formula
_CHAPTER = re.compile(r"(?i)(?:chapter|section|part|article|annex|appendix)\b")
_CAPTION = re.compile(r"[续附]?[表图]\s*[\d一二三四五六七八九十]|[（(]?单位\s*[:：]")
_ANNEXES = re.compile(r"附\s*件\s*[:：]\s*(?:《|\d)")  # a list of them
_LABELLED = re.compile(r"[\u4e00-\u9fff（）()]{2,12}\s*[:：]\s*\S")
_NOTE = re.compile(r"(?:注意(?:事项)?|说明|备注|注|附注|提示|温馨提示|警告|例如?|答|附)\s*[:：]")  # over a note
_NUMBERED = re.compile(r"[一二三四五六七八九十]{1,4}、|[（(][一二三四五六七八九十]{1,3}[）)]")


class Style(NamedTuple):
    """Evidence from the whole text: the type that most of it is set in, the larger sizes, the headings the file lists.

    ``sizes`` are the largest first; ``listed`` are the levels of headings by their text without blanks.
    """

    size: float
    font: str
    bold: bool
    sizes: tuple[int, ...] = ()
    listed: dict[str, int] = {}  # noqa: RUF012 (never changed)

    @property
    def below_sizes(self) -> int:
        """The level of headings in the text's own size."""
        return min(_FIRST + len(self.sizes), _LAST_BY_SIZE)


class Place(NamedTuple):
    """A paragraph in its text: the evidence that rules judge by."""

    one: Paragraph
    is_last: bool
    style: Style
    labels: bool = False  # a label with its value, beside others
    imprint: bool = False  # of a cover within the text
    above: str = ""  # the paragraph right above, in the same type
    size: float = 0  # that of the text around it, where that is larger than that of most of the text
    again: bool = False  # its text comes again in larger type: here it is listed, not set as a heading

    @property
    def listed(self) -> int:
        """The level at which the file lists the paragraph, 0 when it does not."""
        return self.style.listed.get("".join(self.one.text.split()), 0)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule for paragraphs: whether it fits one, and the level of that one as a heading, 0 for text."""

    name: str
    fits: Callable[[Place], bool]
    level: Callable[[Place], int]


def pieces(body: Sequence[Paragraph], font: tuple[float, str, bool], listed: dict[str, int]) -> Iterator[Piece]:
    """Yield the paragraphs of a body that is set in a font (size, name, bold) as headings and text."""
    size, name, bold = font
    body = whole_headings([*map(_with_translation_near, body)], size, bold)
    around = _sizes(body)
    larger = {round(one.size) for one in body if one.size > max(size, around[one.page]) + _LARGER and _may_head(one)}
    style = Style(size, name, bold, tuple(sorted(larger, reverse=True)), listed)
    for place, level in _levels(body, style):
        one = place.one
        if one.rows:
            yield Piece("table", one.text, rows=one.rows)
        elif level:
            yield Piece("heading", one.text, level=level, bold=True)
        else:
            plain = bold or one.cover or one.end or place.labels or _NOTE.fullmatch(one.text) is not None
            yield Piece("paragraph", one.text, bold=one.bold and not plain)


def _with_translation_near(one: Paragraph) -> Paragraph:
    """Return a line whose translation stands behind a gap in it with a blank in place of the gap."""
    return one if one.rows or not _TRANSLATED.fullmatch(one.text) else replace(one, text=one.text.replace("\t", " "))


def _levels(body: Sequence[Paragraph], style: Style) -> Iterator[tuple[Place, int]]:
    """Yield each paragraph with its level as a heading, 0 for text and tables."""
    places = list(_places(body, style))
    levels = [0 if place.one.rows else rule(place).level(place) for place in places]
    return zip(places, consistent(body, levels, [_is_listed(place) for place in places]), strict=True)


def _places(body: Sequence[Paragraph], style: Style) -> Iterator[Place]:
    """Yield each paragraph with the evidence of its place."""
    signed = imprints(["" if one.rows else one.text for one in body])
    largest = _largest(body) if style.listed else {}
    sizes = _sizes(body)
    for at, one in enumerate(body):
        labels = not one.rows and _are_labels(body[max(at - 1, 0) : at + 2], one)
        again = one.size < largest.get("".join(one.text.split()), 0) - _SAME_SIZE
        yield Place(one, at == len(body) - 1, style, labels, at in signed, _above(body, at), sizes[one.page], again)


def _sizes(body: Sequence[Paragraph]) -> defaultdict[int, float]:
    """Return the size of the sentences on each page, 0 for pages with few."""
    signs: defaultdict[int, Counter[float]] = defaultdict(Counter)
    for one in body:
        if not one.rows and one.text[-1] in "。；;":
            signs[one.page][one.size] += len(one.text)
    found = {page: sizes.most_common(1)[0] for page, sizes in signs.items()}
    return defaultdict(float, {page: size for page, (size, count) in found.items() if count >= _LEAST_SIGNS})


def _largest(body: Sequence[Paragraph]) -> dict[str, float]:
    """Return the largest size of each text that is no table, by the text without blanks."""
    sizes: dict[str, float] = {}
    for one in body:
        key = "" if one.rows else "".join(one.text.split())
        sizes[key] = max(one.size, sizes.get(key, 0))
    return sizes


def _above(body: Sequence[Paragraph], at: int) -> str:
    """Return the paragraph right above another, in its type; empty without one."""
    one, above = body[at], body[max(at - 1, 0)]
    same = abs(above.size - one.size) < _SAME_SIZE and above.bold == one.bold
    return above.text if at and same and 0 < one.gap <= _NEXT else ""


def _are_labels(near: Sequence[Paragraph], one: Paragraph) -> bool:
    """Return whether a paragraph is a line of a form, or it and one beside it are labels with their values."""
    labelled = [_LABELLED.match(other.text) is not None for other in near]
    return is_form_line(one.text) or (_LABELLED.match(one.text) is not None and sum(labelled) > 1)


def rule(place: Place) -> Rule:
    """Return the rule that decides about a paragraph."""
    return next(row for row in RULES if row.fits(place))


def _may_head(one: Paragraph) -> bool:
    text = one.text
    if len(text) > _LONGEST or "\t" in text or text[-1] in "。；，：;,:" or one.end:
        return False
    if _is_apart(text) or EMPTY in text or not is_closed(text) or not (_HAN.search(text) or _NAME.search(text)):
        return False
    return first_date(text) is None or len(text) > _LONGEST_DATED


def _is_apart(text: str) -> bool:
    """Return whether a line belongs to a table, a form or a cover, or lists annexes."""
    beside = _CAPTION.match(text) is not None or _ANNEXES.match(text) is not None
    return beside or is_form_line(text) or is_remark(text) or is_stamp(text)


def _is_listed(place: Place) -> bool:
    text = place.one.text
    number = marker(text.strip())
    field = _LABELLED.match(text.strip()[number.length if number else 0 :].strip()) is not None
    sentence = number is None and text[-1] in "。；"
    return (
        not (place.one.cover or place.again or field or sentence) and len(text) <= _LONGEST_LISTED and place.listed > 0
    )


def _cannot_head(place: Place) -> bool:
    return place.is_last or place.one.cover or place.imprint or place.labels or not _may_head(place.one)


def _is_translation(place: Place) -> bool:
    """Return whether a line of letters below one in Han, in its type, says the same in another language."""
    text, above = place.one.text, place.above
    own = marker(text.strip()) is not None and not _CHAPTER.match(text)
    return bool(_HAN.search(above)) and not _HAN.search(text) and bool(_WORDS.search(text)) and not own


def _is_larger(place: Place) -> bool:
    return place.one.size > max(place.style.size, place.size) + _LARGER


def _is_bold(place: Place) -> bool:
    return place.one.bold and not place.style.bold and place.one.size > place.style.size - _SAME_SIZE


def _is_numbered_in_another_font(place: Place) -> bool:
    one, style = place.one, place.style
    return one.font != style.font and abs(one.size - style.size) < _SAME_SIZE and _NUMBERED.match(one.text) is not None


def _by_size(place: Place) -> int:
    return min(_FIRST + place.style.sizes.index(round(place.one.size)), _LAST_BY_SIZE)


RULES = (
    Rule("in the file's own list", _is_listed, lambda place: min(place.listed, _LAST)),
    Rule("a sentence, a date, a label, or the last paragraph", _cannot_head, lambda _place: 0),
    Rule("a translation of the line above", _is_translation, lambda _place: 0),
    Rule("larger than the text", _is_larger, _by_size),
    Rule("bold", _is_bold, lambda place: place.style.below_sizes),
    Rule("numbered in another font", _is_numbered_in_another_font, lambda place: place.style.below_sizes + 1),
    Rule("as the text", lambda _place: True, lambda _place: 0),
)
