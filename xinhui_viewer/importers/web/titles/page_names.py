"""The names on a page: those that it gives itself, those of its site, and those of its site's columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice
from typing import NamedTuple

from xinhui_viewer.importers.furniture import breadcrumb, meta_line
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.taught import UNKNOWN, Site
from xinhui_viewer.importers.web.days.day_labels import is_dated
from xinhui_viewer.importers.web.markup.source_text import without_tags
from xinhui_viewer.importers.web.origin.imprint import imprint
from xinhui_viewer.importers.web.origin.masthead import names_a_paper
from xinhui_viewer.importers.web.page import Page
from xinhui_viewer.importers.web.site.siblings import listed
from xinhui_viewer.importers.web.titles.subject import subject
from xinhui_viewer.text.credits import is_byline

BETWEEN = re.compile(
    r"\s*(?:[_|｜»]|[-—–]{2,}|(?<=[\u4e00-\u9fff）)”》\d])-(?=[\u4e00-\u9fff\[【])|\s[-—–·]\s|——|\s{2,})\s*"
)
_WELCOMES = r"欢迎(?:您|你|光临|访问|来到|进入|使用|关注)|欢迎您?[！!]?$|[Ww]elcome to"
_WELCOME = re.compile(_WELCOMES)
_SITES = re.compile(  # alternatives that all begin with a sign are searched fast
    r"版权所有|©|Copyright|copyright|ICP备|公网安备|标识码|备案[编序]?号|主办(?:单位)?\s*[:：]|承办(?:单位)?\s*[:：]"
)
_WELCOMES_ONLY = re.compile(f".{{0,20}}(?:{_WELCOMES}).{{0,40}}$")
_PATH = re.compile(">|»|›|＞|位置")
_PROSE = 40  # characters of a paragraph: a line behind one is hardly the title
_SENTENCE, _STOP = 10, re.compile("[。；，：]")  # characters of a line with a sentence, and signs of one
_LONGEST_SITES, _LONGEST_ENTRY = 300, 16  # characters of a line on the site, of an entry of a menu
_LONGEST_NAME = 600  # characters of a name that are looked at
_MOST_SITES = 40  # lines
_DATED = re.compile(r"[:：\d]")


class _Told(NamedTuple):
    """The hints in a text: a date, source or date, a byline, the site's own words; its steps as a path."""

    dated: bool
    labelled: bool
    byline: bool
    sites: bool
    path: tuple[str, ...]


@dataclass(frozen=True)
class PageNames:
    """The names that a page gives itself, without blanks (empty for none), and its lines.

    ``listed`` is its title in a list of its site; ``lessons`` are those of its siblings. ``newspaper`` says that
    it is a page of one.
    """

    wanted: str = ""
    page_title: str = ""
    lines: Sequence[Line] = ()
    site: str = ""
    listed: str = ""
    lessons: Site = UNKNOWN
    newspaper: bool = False

    @cached_property
    def prose(self) -> int:
        """The order of the first paragraph; the number of lines when there is none."""
        return self._paragraphs[0] if self._paragraphs else len(self.lines)

    @cached_property
    def deep(self) -> int:
        """The order of the second paragraph: a line behind it is in the text or under it."""
        return self._paragraphs[1] if len(self._paragraphs) > 1 else len(self.lines)

    @cached_property
    def first_sentence(self) -> int:
        """The order of the first line outside links with a whole sentence; the number of lines when there is none."""
        found = (line.order for line in self.lines if not line.linked and line.plain > _SENTENCE and "。" in line.text)
        return next(found, len(self.lines))

    @cached_property
    def last_sentence(self) -> int:
        """The order of the last line outside links with a sentence; the number of lines when there is none."""
        lines = reversed(self.lines)
        found = (line.order for line in lines if not line.linked and line.plain > _SENTENCE and _STOP.search(line.text))
        return next(found, len(self.lines))

    def may_be_over_text(self, line: Line) -> bool:
        """Return whether a line stands above some text: a signature stands behind all of it."""
        return line.order <= self.prose and line.order < self.last_sentence

    @cached_property
    def _paragraphs(self) -> list[int]:
        return [line.order for line in self.lines if "。" in line.text and len(line.text) - line.linked > _PROSE]

    @cached_property
    def _telling(self) -> list[tuple[Line, _Told]]:
        return [(line, told) for line in self.lines if (told := _told(line.text)) is not None]

    @cached_property
    def labelled(self) -> frozenset[int]:
        """The orders of the lines with a source or date, and of bylines."""
        return self.bylines.union(line.order for line, told in self._telling if told.labelled)

    @cached_property
    def bylines(self) -> frozenset[int]:
        """The orders of the lines that name authors and nothing else."""
        return frozenset(line.order for line, told in self._telling if told.byline and line.linked <= line.plain)

    @cached_property
    def dated(self) -> frozenset[int]:
        """The orders of the lines that are little more than a date, or give one with its label."""
        return frozenset(line.order for line, told in self._telling if told.dated)

    @cached_property
    def sites(self) -> Sequence[str]:
        """The lines that are the site's own: its rights, its makers, its welcome."""
        own = (line.text for line, told in self._telling if told.sites)
        return [*map(squeezed, islice(own, _MOST_SITES))]

    @cached_property
    def menu(self) -> frozenset[str]:
        """The entries of the site's menus: short lines that are links, and the steps of its paths.

        A newspaper has none: beside an article its page lists the titles of all articles of the edition.
        """
        if self.newspaper:
            return frozenset()
        entries = {
            squeezed(line.text)
            for line in self.lines
            if (length := len(line.text)) <= _LONGEST_ENTRY and 2 * line.linked >= length
        }
        return frozenset(entries.union(*(told.path for _line, told in self._telling if told.path)))

    @cached_property
    def place(self) -> tuple[str, ...]:
        """The steps of the first path of several steps that a line prints."""
        return next((told.path for _line, told in self._telling if len(told.path) > 1), ())

    def below(self, line: Line, count: int) -> Sequence[Line]:
        """Return the lines that follow."""
        return self.lines[line.order + 1 : line.order + 1 + count]

    @cached_property
    def subject(self) -> tuple[str, Line | None] | None:
        """The subject of the letter that the page shows, and its line; None on any other page."""
        return subject(self.lines)

    def is_imprint(self, line: Line) -> bool:
        """Return whether a line is the imprint of a newspaper's page."""
        return self.newspaper and imprint(line) is not None

    def is_named(self, text: str) -> bool:
        """Return whether the page gives itself exactly this name (公告), alone or before its site's name."""
        rest = self.page_title[len(text) :] if self.page_title.startswith(text) else "…"
        return text == self.wanted or not rest or rest[0] in "_|｜—–»-(（"

    def is_sites(self, text: str) -> bool:
        """Return whether a text is the name of the site or of a part of it, or its welcome."""
        if not text or text == self.site or text in self.lessons.channels or _WELCOME.search(text):
            return bool(text)
        if self.newspaper and names_a_paper(text):
            return True
        return any(text in own and text != own for own in self.sites)


def names(page: Page) -> PageNames:
    """Return the names of a page."""
    metas, entry = page.metas, listed(page)
    return PageNames(
        squeezed(without_tags(metas.get("articletitle", "")[:_LONGEST_NAME])),
        squeezed(without_tags(page.title[:_LONGEST_NAME])),
        page.lines,
        squeezed(metas.get("sitename", "")),
        squeezed(entry.title) if entry else "",
        page.site,
        page.masthead is not None,
    )


@lru_cache(4096)  # the lines of menus and lists stand on page after page of a site
def _told(text: str) -> _Told | None:
    """Return what a line tells by its text alone; None when it tells nothing, as most do."""
    digits = _DATED.search(text) is not None
    dated = digits and is_dated(text)
    labelled = dated or (digits and meta_line(text) is not None)
    sites = len(text) <= _LONGEST_SITES and _is_of_site(text)
    path = tuple(map(squeezed, breadcrumb(text))) if _PATH.search(text) else ()
    told = _Told(dated, labelled, is_byline(text), sites, path)
    return told if any(told) else None


def _is_of_site(text: str) -> bool:
    greets = "欢迎" in text or "elcome" in text
    return _SITES.search(text) is not None or (greets and _WELCOMES_ONLY.match(text) is not None)


@lru_cache(4096)
def squeezed(text: str) -> str:
    """Return a text without blanks."""
    return "".join(text.split()).replace("\u200b", "")
