"""The use of what a page's siblings teach: furniture, the source's place, the places of facts, entries of lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from xinhui_viewer.importers.furniture import is_furniture
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.taught import Listed, Site
from xinhui_viewer.importers.web.page import Page
from xinhui_viewer.importers.web.site.beside_date import dated_line, pieces
from xinhui_viewer.importers.web.site.marks import addresses, place
from xinhui_viewer.importers.web.site.own_text import elements, holder, prose, prose_places
from xinhui_viewer.text.dates import dates

_LEAST_TEXT, _SHARE = 60, 0.3  # characters of prose that are the text, or their share of the page's own prose
_HALF = 0.5  # of the prose of a page: with less of its own, its siblings are no measure for it
_LONGEST_SIGNATURE = 40  # characters
# The beginnings and ends of lines that are text wherever they stand: attachments, formulas, salutations.
_TEXT = re.compile(r"^[（(]?(?:附件|附[:：]|特此|此复|现予|此致|抄送)|^[^，。]{2,40}[:：]$")


class Own(NamedTuple):
    """The lines of a page without what stands around the text on its siblings; ``located`` when they are the text."""

    lines: Sequence[Line]
    located: bool = False


def own_lines(page: Page) -> Own:
    """Return the lines of a page that are its own.

    Nothing inside the element with the text is left out, and nothing at all where much of the prose would be: then the
    pages are all alike, or one tries to teach the others wrong furniture.
    """
    if not (page.site.furniture or page.site.text_places):
        return Own(page.lines)
    weights = list(map(prose, page.lines))
    furniture = page.site.furniture
    own = [0 if mark in furniture else weight for weight, mark in zip(weights, page.marks, strict=True)]
    within = _text_elements(page, weights)
    return Own(_in_or_beside(page, within, own), located=True) if within else Own(_without_furniture(page, own))


def _in_or_beside(page: Page, within: set[int], own: Sequence[int]) -> list[Line]:
    """Return the lines in some elements, and prose beside them where no sibling has what others have, too."""
    places = prose_places(page.lines)
    beside = page.site.beside_places
    return [
        line
        for line, weight, where in zip(page.lines, own, places, strict=True)
        if not within.isdisjoint(line.path) or (weight and where not in beside) or _is_text(page.lines, line)
    ]


def _without_furniture(page: Page, own: Sequence[int]) -> Sequence[Line]:
    """Return the lines that are no furniture, and those in the element with most prose of the page's own."""
    element = holder([line.path for line in page.lines], own)
    if not element or sum(own) < _HALF * sum(map(prose, page.lines)):
        return page.lines
    furniture = page.site.furniture
    return [
        line
        for line, mark in zip(page.lines, page.marks, strict=True)
        if mark not in furniture or element in line.path or _is_text(page.lines, line)
    ]


def _text_elements(page: Page, weights: Sequence[int]) -> set[int]:
    """Return the numbers of the innermost elements that stand where the text does on the page's siblings.

    Empty where they hold little: this page may have its text in another place.
    """
    found = {element for element, where in elements(page.lines, 0) if where in page.site.text_places}
    for line in page.lines:
        found -= set([number for number in line.path if number in found][:-1])  # those that hold another
    held = sum(weight for line, weight in zip(page.lines, weights, strict=True) if not found.isdisjoint(line.path))
    return found if held >= min(_LEAST_TEXT, _SHARE * sum(weights)) else set()


def _is_text(lines: Sequence[Line], line: Line) -> bool:
    """Return whether a line is text all the same: an attachment, a salutation, or a signature with its day."""
    if line.linked or line.image or len(line.text) > _LONGEST_SIGNATURE:
        return False
    below = lines[line.order + 1 : line.order + 2]
    return bool(_TEXT.match(line.text)) or _is_day(line) or any(map(_is_day, below))


def _is_day(line: Line) -> bool:
    text = line.text.strip(" \xa0\u3000（）()")
    return not line.linked and any((0, len(text)) == span for span, _day in dates(text))


def source(page: Page, published: date | None, title: Line | None) -> str:
    """Return the text beside the date where the site's pages have their source without a label; empty without one."""
    dated = dated_line(page.lines, title, published) if page.site.source_places else None
    for where, text in pieces(page.lines, dated) if dated is not None else ():
        if where in page.site.source_places and not is_furniture(text):
            return text
    return ""


def listed(page: Page) -> Listed | None:
    """Return what a list of the page's site says of it; None where none does."""
    if not page.site.listed:
        return None
    known = (page.url, page.around.url, page.around.place)
    found = (page.site.listed.get(number) for address in known if address for number in addresses(address))
    return next(filter(None, found), None)


def stands(site: Site, fact: str, line: Line) -> bool:
    """Return whether a line stands where the pages of a site print a fact: "title", "published" or "columns"."""
    places = site.places.get(fact)
    return places is not None and line.block is not None and place(line.block) in places
