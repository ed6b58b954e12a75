"""The evidence for the title of a page: what speaks for a line or a tag, and what speaks against it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from xinhui_viewer.importers.furniture import breadcrumb, is_furniture, meta_line
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.signature import offices
from xinhui_viewer.importers.web.evidence import Candidate, Evidence
from xinhui_viewer.importers.web.origin.parts import names
from xinhui_viewer.importers.web.site.siblings import stands
from xinhui_viewer.importers.web.titles.page_names import PageNames, squeezed
from xinhui_viewer.importers.web.titles.title_text import SURE, is_subtitle

SHORTEST_NAMED = 2  # characters of exactly the name that the page gives itself
BELOW = 4  # lines in which source and date are searched
_LONG = 40  # characters of an agreement that count in full
_MENU_WITHIN, _MENU, _LONGEST_ENTRY = 8, 5, 12  # lines below, those of them in a menu, characters of its entries
_COLUMN_WITHIN = 3  # lines between the name of a column and the title below it
_ALMOST = 0.8  # the share of a line's pairs of characters that the page's title has, if they differ by a sign or two
_NUMBERED = re.compile(r"[（(〔\[【].*|.*[）)〕\]】]|.*第\s*[\d一二三四五六七八九十]+\s*[号期]")
_TEASER = re.compile(r"(?:\.{2,}|…)\s*[\[【（(]?\s*(?:详情|详细|全文|更多|查看)[^，。]{0,4}$")  # of another page's text
_TITLE_CLASS = re.compile(r"(?i)(?:^|[^a-z])(?:tit|bt|biao_?ti|headline|subject)(?![a-z])|title")


def is_beside(candidate: Candidate[str], called: PageNames) -> bool:
    """Return whether a line is a path, labels, a byline, a teaser or furniture, and has no long name of the page."""
    text, line = candidate.value, candidate.line
    if line is not None and (line.order in called.bylines or called.is_imprint(line) or is_subtitle(line)):
        return True
    if _TEASER.search(text):
        return True
    beside = is_furniture(text) or breadcrumb(text) or meta_line(text)
    return bool(beside) and not (len(candidate.text) > SURE and any(holds(candidate, called) for holds in _NAMES))


def is_plain(line: Line) -> bool:
    """Return whether a line is text and not mostly a link."""
    length = len(line.text)
    return line.linked * 2 <= length >= SHORTEST_NAMED and not line.rows and not line.image


def _as_the_tag(candidate: Candidate[str], called: PageNames) -> float:
    text, wanted = candidate.text, called.wanted
    return bool(candidate.line and wanted and (text == wanted or (len(text) > SURE and text in wanted)))


def _in_the_name(candidate: Candidate[str], called: PageNames) -> float:
    """Return whether the page's own title has a text, or how much of it when a sign or two differ."""
    return _share(candidate.text, called.page_title) if candidate.line is not None else 0


@lru_cache(256)  # several pieces of evidence ask for each candidate
def _share(text: str, title: str) -> float:
    if not title:
        return 0
    if text in title:
        return 1
    if len(text) < SURE or len(set(text) & set(title)) < _ALMOST * len(set(text)):
        return 0
    pairs = {first + second for first, second in pairwise(text)}
    share = sum(pair in title for pair in pairs) / len(pairs)
    return share if share >= _ALMOST else 0


def _length_in_the_name(candidate: Candidate[str], called: PageNames) -> float:
    return min(len(candidate.text), _LONG) / _LONG if _in_the_name(candidate, called) else 0


def is_exactly_named(candidate: Candidate[str], called: PageNames) -> float:
    """Return whether a candidate is exactly the name that the page gives itself."""
    return _in_the_name(candidate, called) == 1 and called.is_named(candidate.text)


def _holds_the_name(candidate: Candidate[str], called: PageNames) -> float:
    name = called.page_title
    held = len(name) >= SURE and candidate.text not in name and name.rstrip("….") in candidate.text
    return held and not called.is_sites(name)


def _heading(candidate: Candidate[str], _called: PageNames) -> float:
    return {0: 0.0, 1: 1.0, 2: 0.4}.get(candidate.line.level if candidate.line else 0, 0.2)


def _named_by_class(candidate: Candidate[str], _called: PageNames) -> float:
    """Return whether the class or id of the element around a line, or of the next, says that it is a title."""
    block = candidate.line.block if candidate.line else None
    for element in (block, block.parent) if block is not None else ():
        if element is not None and (name := names(element)) and _names_title(name):
            return 1
    return 0


@lru_cache(1024)
def _names_title(name: str) -> bool:
    return _TITLE_CLASS.search(name) is not None


def _over_labels(candidate: Candidate[str], called: PageNames) -> float:
    """Return how near above source and date a line stands; behind prose that is the place of a signature."""
    if candidate.line is None or not called.may_be_over_text(candidate.line):
        return 0
    below = (step for step in range(1, BELOW + 1) if candidate.line.order + step in called.labelled)
    return {1: 1.0, 2: 1.0, 3: 0.6, 4: 0.4}.get(next(below, 0), 0)


def _right_over_the_date(candidate: Candidate[str], called: PageNames) -> float:
    """Return how far a line stands right above source and date: it is the title, whatever the page calls itself."""
    if candidate.line is None or candidate.text[-1] in "。；：:" or not called.may_be_over_text(candidate.line):
        return 0
    below = candidate.line.order + 1
    return 1 if below in called.dated else 0.6 if below in called.labelled else 0


def _behind_prose(candidate: Candidate[str], called: PageNames) -> float:
    return candidate.line is not None and candidate.line.order > called.prose


def _deep_in_prose(candidate: Candidate[str], called: PageNames) -> float:
    return candidate.line is not None and candidate.line.order > called.deep


def _goes_on_over_lines(candidate: Candidate[str], _called: PageNames) -> float:
    return candidate.line is not None and squeezed(candidate.value) != candidate.text


def _sites_name(candidate: Candidate[str], called: PageNames) -> float:
    return candidate.line is not None and called.is_sites(candidate.text)


def _over_a_menu(candidate: Candidate[str], called: PageNames) -> float:
    """Return whether a menu stands below a line: it is the head of the site."""
    if candidate.line is None:
        return 0
    below = called.below(candidate.line, _MENU_WITHIN)
    return sum(line.linked > line.plain and len(line.text) <= _LONGEST_ENTRY for line in below) >= _MENU


def _name_of_an_office(candidate: Candidate[str], called: PageNames) -> float:
    """Return whether a line that stands over no date is the name of an office: that of the site."""
    if candidate.line is None or not offices(candidate.value):
        return 0
    return not (_right_over_the_date(candidate, called) or _names_the_page(candidate, called))


def _names_the_page(candidate: Candidate[str], called: PageNames) -> bool:
    """Return whether a line over a day has the name of the page, which names its site, too (图书馆_校园风光_…)."""
    line = candidate.line
    over = line is not None and line.order + 1 in called.dated
    return over and candidate.text != called.page_title and bool(is_exactly_named(candidate, called))


def _of_a_menu(candidate: Candidate[str], called: PageNames) -> float:
    return candidate.line is not None and candidate.text in called.menu


def _over_the_title(candidate: Candidate[str], called: PageNames) -> float:
    """Return whether a longer line stands between a short one and source or date: the short one is the column's name.

    A number, a bracket or a subtitle below a short title (公告, 〔2021〕3号, ——记…) is no title.
    """
    if candidate.line is None or len(candidate.text) >= SURE or _goes_on_over_lines(candidate, called):
        return 0
    long = (line for line in called.below(candidate.line, _COLUMN_WITHIN) if len(line.text) >= SURE and is_plain(line))
    under = next(long, None)
    if under is None or under.order + 1 not in called.labelled or not called.may_be_over_text(under):
        return 0
    return _may_be_title(under, called)


def _may_be_title(line: Line, called: PageNames) -> bool:
    """Return whether a line has the form of a title, is no path, label, byline or subtitle, and ends no sentence."""
    text = squeezed(line.text)
    if (
        len(text) < SURE
        or is_subtitle(line)
        or text[-1] in "。；，：:"
        or not is_plain(line)
        or _NUMBERED.fullmatch(text)
    ):
        return False
    beside = is_beside(Candidate(line.text, "printed", line, text), called)
    return not (beside or called.is_sites(text) or line.order in called.labelled)


def _subject(candidate: Candidate[str], called: PageNames) -> float:
    return called.subject is not None and candidate.text == squeezed(called.subject[0])


def _in_its_siblings_place(candidate: Candidate[str], called: PageNames) -> float:
    return candidate.line is not None and stands(called.lessons, "title", candidate.line)


def _as_listed(candidate: Candidate[str], called: PageNames) -> float:
    """Return whether a list of the site links to the page by this title, cut short or not."""
    entry = called.listed.rstrip("….")
    return candidate.line is not None and len(entry) >= SURE and candidate.text.startswith(entry)


def _list_itself(candidate: Candidate[str], called: PageNames) -> float:
    return candidate.line is None and candidate.text == called.listed != called.wanted


def _standards_tag(candidate: Candidate[str], called: PageNames) -> float:
    return candidate.line is None and candidate.text == called.wanted


def _other_tag(candidate: Candidate[str], called: PageNames) -> float:
    if candidate.line is not None or _subject(candidate, called):
        return 0
    return candidate.text not in (called.wanted, called.listed)


_NAMES = (_in_the_name, _as_the_tag, _holds_the_name)


def agrees(candidate: Candidate[str], called: PageNames) -> bool:
    """Return whether a title is among the names that its page gives itself, but for a sign or two."""
    return any(holds(candidate, called) for holds in _NAMES)


MAY_BE = (*_NAMES, _right_over_the_date, _named_by_class)
EVIDENCE = (
    Evidence("the title in the standard's tag", _as_the_tag),
    Evidence("part of the page's own title", _in_the_name),
    Evidence("length of that part", _length_in_the_name),
    Evidence("exactly the page's own title", is_exactly_named),
    Evidence("holds the page's own title", _holds_the_name),
    Evidence("a heading", _heading),
    Evidence("a title by its class", _named_by_class),
    Evidence("over source or date", _over_labels),
    Evidence("right over the date", _right_over_the_date),
    Evidence("behind prose", _behind_prose),
    Evidence("deep in prose", _deep_in_prose),
    Evidence("goes on over lines", _goes_on_over_lines),
    Evidence("the site's name", _sites_name),
    Evidence("the name of an office", _name_of_an_office),
    Evidence("an entry of a menu", _of_a_menu),
    Evidence("over a menu", _over_a_menu),
    Evidence("over the title", _over_the_title),
    Evidence("the subject of a letter", _subject),
    Evidence("in its siblings' place", _in_its_siblings_place),
    Evidence("as a list has it", _as_listed),
    Evidence("a list itself", _list_itself),
    Evidence("the standard's tag itself", _standards_tag),
    Evidence("another tag itself", _other_tag),
)
