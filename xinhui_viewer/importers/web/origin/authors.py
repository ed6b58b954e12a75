"""The persons who wrote a text, named under the title, at the ends of the text, or in a tag."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.evidence import Candidate, Chosen
from xinhui_viewer.importers.web.origin import wechat
from xinhui_viewer.importers.web.page import Page
from xinhui_viewer.importers.web.prose.body import Text
from xinhui_viewer.text.credits import bracketed, credited, labelled, persons
from xinhui_viewer.text.names import is_person, is_placeholder

_HEAD, _OPENING, _CLOSING, _FOOT = 11, 2, 4, 4  # lines under the title, first and last of the text, under it
_LONGEST_CREDIT, _MOST = 60, 12  # characters at the end of a text, names
_CLOSED = ("）", ")", "】")
_EDITORS = re.compile("编辑|责编|录入|审核|校对|发布[人者]|供稿|上传")


def authors(page: Page, title: Line | None, text: Text, source: str) -> Chosen[tuple[str, ...]] | None:
    """Return the names of the authors of a text; None when the page names none. Editors are none."""
    printed = tuple(dict.fromkeys(_printed(page, title, text, source)))[:_MOST]
    if printed:
        return Chosen(Candidate(printed, "printed"), 0, sure=True)
    tagged = _tagged(page, source)
    return Chosen(Candidate(tagged, "tag"), 0, sure=False) if tagged else None


def _printed(page: Page, title: Line | None, text: Text, source: str) -> Iterator[str]:
    under = page.lines[title.order + 1 : title.order + 1 + _HEAD] if title else text.head[-_HEAD:]
    passed = (line for line in text.head if line.order > text.first)  # bylines below a subtitle
    head = _texts([*(line for line in under if line.order <= text.first), *passed])
    first, last, foot = map(_texts, (text.lines[:_OPENING], text.lines[-_CLOSING:], text.foot[:_FOOT]))
    ends = [line[-_LONGEST_CREDIT:] for line in (*last, *foot) if line.rstrip()[-1:] in _CLOSED]
    yield from chain.from_iterable(map(labelled, (*head, *foot)))
    yield from persons(source)
    yield from chain.from_iterable(map(credited, (*head, *first[:1], *last, *foot)))
    yield from chain.from_iterable(map(bracketed, (*first, *ends)))


def _texts(lines: Iterable[Line]) -> list[str]:
    return [line.text for line in lines if not line.rows]


def _tagged(page: Page, source: str) -> tuple[str, ...]:
    """Return the persons that the author's tag names; those whom the page calls its editors are none."""
    author = page.metas.get("author", "")
    if wechat.is_article(page):
        return () if author == source or is_placeholder(author) else (author,)
    named = [name for name in re.split(r"[\s、,，;；/]+", author) if is_person(name)]
    if not named:
        return ()
    edited = [line.text for line in page.lines if _EDITORS.search(line.text)]
    return tuple(name for name in named[:_MOST] if not any(name in line for line in edited))
