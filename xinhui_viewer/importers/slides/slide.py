"""A slide as people read it: the labels above its title, its title, and what stands below, from column to column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from xinhui_viewer.importers.slides.deck import Slide
from xinhui_viewer.importers.slides.reading_order import Box, reading_order
from xinhui_viewer.importers.slides.shapes import Shape

_TITLES = ("title", "ctrTitle")
_AROUND = ("sldNum", "dt", "ftr", "hdr")  # placeholders of what stands on every slide
_FEWEST, _SHARE = 3, 0.5  # slides on which a text stands that is none of theirs, and their share
_LARGER = 1.15  # times the text, and a title is told by its letters
_LONGEST_TITLE, _LONGEST_LABEL = 60, 24  # characters
_HEIGHT = 540.0  # points, of a slide as programs make it
_TITLE_BAND = 0.5  # of the height, from the top, in which a slide's title stands
_HAN = range(0x4E00, 0xA000)

# The number of a part on a slide that only names it: 01, PART 2, 第三部分.
_ORDINAL = re.compile(r"(?:PART|Part|Chapter)?\s*(?:0?\d|[一二三四五六七八九十])|第[一二三四五六七八九十]部分")

_CONTENTS = re.compile(
    r"目[录次錄][/／|｜]?(?:contents?)?|(?:contents?[/／|｜]?)目[录次錄]|contents?|tableofcontents", re.IGNORECASE
)

Spot = tuple[int, int, str]  # where a text stands, in points, and the text


@dataclass(frozen=True, slots=True)
class ReadSlide:
    """A slide as it is read; ``shapes`` are all but those of its title and the labels above it."""

    slide: Slide
    labels: tuple[str, ...] = ()
    title: str = ""
    shapes: tuple[Shape, ...] = ()


def read_slides(slides: Sequence[Slide]) -> list[ReadSlide]:
    """Return slides as they are read, without what stands on most of them."""
    around = _running(slides)
    return [_read(slide, around) for slide in _without_logos(slides)]


def is_contents(read: ReadSlide) -> bool:
    """Return whether a slide is the list of the parts of a show: its title says so, and it has nothing but labels."""
    if not _CONTENTS.fullmatch("".join(read.title.split())):
        return False
    return all(not one.rows and one.drawn in ("", "image") and _has_labels(one) for one in read.shapes)


def _has_labels(one: Shape) -> bool:
    return all(len(line.text) <= _LONGEST_LABEL for line in one.lines)


def has_han(text: str) -> bool:
    """Return whether a text has a Han character."""
    return any(ord(sign) in _HAN for sign in text)


def _running(slides: Sequence[Slide]) -> frozenset[Spot]:
    """Return the spots of what stands on most slides: marks of the maker, numbers of pages."""
    counts = Counter(spot for slide in slides for spot in {_spot(one) for one in slide.shapes if _may_run(one)})
    least = max(_FEWEST, _SHARE * len(slides))
    return frozenset(spot for spot, count in counts.items() if count >= least)


def _without_logos(slides: Sequence[Slide]) -> list[Slide]:
    """Return slides whose pictures are described but for those on most of them, such as the maker's mark."""
    counts = Counter(said for slide in slides for said in {one.caption for one in slide.shapes})
    least = max(_FEWEST, _SHARE * len(slides))
    return [
        replace(
            slide,
            shapes=tuple(replace(one, caption="") if counts[one.caption] >= least else one for one in slide.shapes),
        )
        for slide in slides
    ]


def _may_run(one: Shape) -> bool:
    """Return whether a text may be a mark on every slide: no sentence, and no more than a line."""
    return len(one.lines) == 1 and len(one.text) <= _LONGEST_TITLE and one.text[-1] not in "。；，"


def _spot(one: Shape) -> Spot:
    text = one.text
    if not any(map(str.isalpha, text)):
        text = "".join("0" if sign.isdigit() else sign for sign in text)
    return round(one.box.left), round(one.box.top), text


def _read(slide: Slide, around: frozenset[Spot]) -> ReadSlide:
    own = _in_order(slide, around)
    title = _title(own)
    if title is None:
        return ReadSlide(slide, shapes=tuple(own))
    others = [one for one in own if one is not title]
    labels = tuple(one.text for one in others if _is_label(one, title))
    return ReadSlide(slide, labels, title.text, tuple(one for one in others if not _is_label(one, title)))


def _in_order(slide: Slide, around: frozenset[Spot]) -> list[Shape]:
    """Return the shapes that are a slide's own, in the order in which they are read."""
    own = [one for one in slide.shapes if one.role not in _AROUND and not (one.lines and _spot(one) in around)]
    behind = [one for one in own if _is_behind(one, own)]
    before = [one for one in own if one not in behind]
    return behind + [before[number] for number in reading_order([one.box for one in before])]


def _is_behind(one: Shape, own: Sequence[Shape]) -> bool:
    """Return whether a picture lies behind several texts of a slide, as a background does."""
    texts = [other for other in own if other.lines]
    return one.drawn == "image" and not one.lines and sum(_holds(one.box, text.box) for text in texts) > 1


def _holds(outer: Box, box: Box) -> bool:
    return outer.left <= box.left and outer.right >= box.right and outer.top <= box.top and outer.bottom >= box.bottom


def _title(own: Sequence[Shape]) -> Shape | None:
    """Return the shape with a slide's title: its placeholder, else the largest letters near the top, else the top."""
    texts = [one for one in own if one.lines and not one.drawn]
    named = (one for one in texts if one.role in _TITLES)
    return next(named, None) or _largest(own, texts) or _topmost(own)


def _largest(own: Sequence[Shape], texts: Sequence[Shape]) -> Shape | None:
    """Return the text in clearly larger letters than the others, near the top of a slide; None without one."""
    possible = [one for one in texts if _may_be_title(one)]
    if not possible:
        return None
    usual = median(line.size or one.size for one in texts for line in one.lines)
    largest = max(possible, key=lambda one: one.size)
    lowest = max(_HEIGHT, *(one.box.bottom for one in own))
    return largest if largest.size >= _LARGER * usual > 0 and largest.box.top <= _TITLE_BAND * lowest else None


def _topmost(own: Sequence[Shape]) -> Shape | None:
    """Return the text of one line that stands above the other shapes, or left of them; None without one."""
    own = [one for one in own if not _ORDINAL.fullmatch(one.text)]
    if not own:
        return None
    first = min(own, key=lambda one: (round(one.box.top), one.box.left))
    middle = (first.box.top + first.box.bottom) / 2
    apart = all(one is first or one.box.top >= middle or one.box.left >= first.box.right - 1 for one in own)
    return first if apart and len(first.lines) == 1 and _may_be_title(first) else None


def _may_be_title(one: Shape) -> bool:
    if _ORDINAL.fullmatch(one.text):
        return False
    return len(one.text) <= _LONGEST_TITLE and one.text[-1] not in "。；，" and sum(map(str.isalpha, one.text)) > 1


def _is_label(one: Shape, title: Shape) -> bool:
    """Return whether a shape is a label above the title: a short text in Chinese, such as the name of a part."""
    above = one.box.bottom > 0 and one.box.bottom <= title.box.top + 1
    fits = len(one.lines) == 1 and 1 < len(one.text) <= _LONGEST_LABEL
    return above and not one.drawn and fits and has_han(one.text)
