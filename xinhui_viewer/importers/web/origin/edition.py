"""The edition of an article from a newspaper, 版次: the number of the printed page, and the imprint that names it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, takewhile

from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.origin.imprint import Imprint, imprint
from xinhui_viewer.importers.web.page import Page
from xinhui_viewer.importers.web.prose.body import Text
from xinhui_viewer.text.credits import is_byline
from xinhui_viewer.text.newspapers import is_newspaper

_ABOVE, _EDGE, _FOOT = 8, 2, 6  # lines above the title, at either edge of the text, and under it
_OPENING, _LONGEST_OPENING = 5, 40  # lines over the prose of a newspaper's article, characters of each
_SUFFIX = re.compile(r"[_|｜—–\-·»\s]+")


def edition(page: Page, title: Line | None, text: Text) -> tuple[str, Text]:
    """Return the edition that a page names, empty without one; and its text without imprint and bylines above it.

    An edition counts only beside the name of a newspaper, or on a page of one: books and standards have them, too. A
    byline is no text on a newspaper's page, and stays in the text that another site took from one.
    """
    text = text if page.masthead is None else _below_bylines(text)
    found = [one for line in _near(page, title, text) if (one := imprint(line)) is not None]
    of_paper = any(one.paper for one in found) or _is_of_a_newspaper(page)
    numbers = _strongest(found) if found and of_paper else set()
    if len(numbers) != 1:  # a list of editions names many
        return page.masthead.edition if page.masthead is not None else "", text
    return numbers.pop(), _below_imprints(found, text)


def _strongest(found: Sequence[Imprint]) -> set[str]:
    """Return the editions in the strongest of some imprints."""
    best = max(one.strength for one in found)
    return {one.edition for one in found if one.strength == best}


def _near(page: Page, title: Line | None, text: Text) -> Iterator[Line]:
    above = page.lines[max(0, title.order - _ABOVE) : title.order] if title is not None else ()
    edges = chain(text.lines[:_EDGE], text.lines[_EDGE:][-_EDGE:])
    return chain(above, text.head, edges, text.foot[:_FOOT])


def _is_of_a_newspaper(page: Page) -> bool:
    if page.masthead is not None:
        return True
    names = (*_SUFFIX.split(page.title)[1:], page.metas.get("sitename", ""), page.metas.get("og:site_name", ""))
    return any(map(is_newspaper, names))


def _below_bylines(text: Text) -> Text:
    """Return a text without imprint and bylines among the short lines above its first sentence."""
    opening = takewhile(
        lambda line: len(line.text) <= _LONGEST_OPENING and "。" not in line.text, text.lines[:_OPENING]
    )
    return _without([line for line in opening if imprint(line) or is_byline(line.text)], text)


def _below_imprints(found: Sequence[Imprint], text: Text) -> Text:
    """Return a text without the imprints it begins with."""
    imprints = {one.line.order for one in found if one.bare and one.strength}
    return _without([*takewhile(lambda line: line.order in imprints, text.lines)], text)


def _without(leading: Sequence[Line], text: Text) -> Text:
    """Return a text without some of its first lines, which move to its head; an imprint at its end tells its origin."""
    lines = [line for line in text.lines if line not in leading] if leading else text.lines
    if not lines or len(lines) == len(text.lines):
        return text
    return replace(text, lines=lines, head=[*text.head, *leading], first=lines[0].order)
