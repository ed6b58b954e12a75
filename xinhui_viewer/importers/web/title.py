"""Evidence for the title of a page: the name it gives itself, in the largest heading, right above source and date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from xinhui_viewer.importers.furniture import breadcrumb, is_furniture, meta_line
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.signature import offices
from xinhui_viewer.importers.web.evidence import Candidate, Chosen, Evidence, chosen
from xinhui_viewer.importers.web.page import Page
from xinhui_viewer.importers.web.page_names import BETWEEN, PageNames, names, squeezed
from xinhui_viewer.importers.web.siblings import stands
from xinhui_viewer.importers.web.source_text import without_tags
from xinhui_viewer.importers.web.title_text import SHORTEST, SURE, between, closed, goes_on, shown, without_file
from xinhui_viewer.importers.web.weights import TITLE

_LONGEST, _LONGEST_LINE = 200, 600  # characters of a title, and of a line that has it
_SHORTEST_NAMED = 2  # for exactly the name that the page gives itself
_LONG = 40  # characters of an agreement that count in full
_BELOW = 4  # lines in which source and date are searched
_MENU_WITHIN, _MENU, _LONGEST_ENTRY = 8, 5, 12  # lines below, those of them in a menu, characters of its entries
_MOST_LINES = 4  # of one title
_ALMOST = 0.8  # the share of a line's pairs of characters that the page's title has, if they differ by a sign or two
_TITLE_CLASS = re.compile(r"(?i)(?:^|[^a-z])(?:tit|bt|biao_?ti|headline|subject)(?![a-z])|title")


def title(page: Page) -> Chosen[str] | None:
    """Return the title that lines of the page print, else that of a tag or of <title>; None without any."""
    called = names(page)
    found = chosen([*_printed(called), *_in_tags(page, called), *_in_a_list(called)], called, EVIDENCE, TITLE)
    if found is not None:
        return found
    parts = [part for part in BETWEEN.split(without_file(without_tags(page.title[:_LONGEST_LINE]))) if part]
    own = [part for part in parts if not called.is_sites(squeezed(part)) and squeezed(part) not in called.menu]
    if not any(len(part) > SHORTEST for part in own) and (line := _over_the_text(called)) is not None:
        return Chosen(Candidate(closed(shown(line.text)), "printed", line), 0, sure=False)
    unprinted = next(iter([*own, *parts]), "")
    return Chosen(Candidate(unprinted, "tag"), 0, sure=False) if unprinted else None


def _over_the_text(called: PageNames) -> Line | None:
    """Return the line right over the first sentence that may be the title of a page named after its site or column."""
    above = (line for line in reversed(called.lines[: called.first_sentence]) if not line.image)
    line = next(above, None)
    if line is None or not _is_plain(line) or not SURE <= len(line.text) <= _LONGEST or line.text[-1] in "。；，：:":
        return None
    candidate = Candidate(line.text, "printed", line, squeezed(line.text))
    return None if _is_beside(candidate, called) or called.is_sites(candidate.text) else line


def _in_tags(page: Page, called: PageNames) -> Iterator[Candidate[str]]:
    """Yield the title of the standard's tag, and that for other sites that link to the page."""
    for name in ("articletitle", "og:title"):
        named = closed(without_tags(page.metas.get(name, "")[:_LONGEST_LINE]))
        text = squeezed(named)
        if len(text) >= _SHORTEST_NAMED and (text == called.wanted or not called.is_sites(text)):
            yield Candidate(named, "tag", None, text)


def _in_a_list(called: PageNames) -> Iterator[Candidate[str]]:
    """Yield the title by which a list of the site links to the page, unless it is cut short."""
    if called.listed and called.listed[-1] not in "….":
        yield Candidate(called.listed, "list", None, called.listed)


def _printed(called: PageNames) -> Iterator[Candidate[str]]:
    """Yield the lines that may be the title, and those of several lines."""
    near = {order - back for order in called.labelled for back in range(1, _BELOW + 1)}
    for line in filter(_is_plain, called.lines):
        if len(line.text) > _LONGEST_LINE:
            continue
        if line.level or line.order in near or _may_be_named(line, called):
            text = shown(line.text)
            candidate = Candidate(closed(text), "printed", line, squeezed(text))
            if _has_length(candidate.text, called) and not _is_beside(candidate, called):
                yield from _begun_by(candidate, called)


def _begun_by(candidate: Candidate[str], called: PageNames) -> Iterator[Candidate[str]]:
    """Yield the titles that a line is or begins."""
    line = candidate.line
    may_be = (line and line.level > 0) or any(holds(candidate, called) for holds in _MAY_BE)
    if may_be:
        yield candidate
    if may_be or (line and any(goes_on(line, under) for under in called.below(line, 1))):
        yield from _over_lines(candidate, called)


def _is_beside(candidate: Candidate[str], called: PageNames) -> bool:
    """Return whether a line is a path, labels or furniture, and has no long name of the page."""
    text = candidate.value
    beside = is_furniture(text) or breadcrumb(text) or meta_line(text)
    return bool(beside) and not (len(candidate.text) > SURE and any(holds(candidate, called) for holds in _NAMES))


def _over_lines(candidate: Candidate[str], called: PageNames) -> Iterator[Candidate[str]]:
    """Yield the titles of several lines that a line begins; their text is what the page's own title has of them.

    A page that gives itself exactly the name in the first line has no longer title.
    """
    line, whole, text = candidate.line, candidate.value, candidate.text
    exactly = _named(candidate, called)
    for above, under in pairwise((line, *called.below(line, _MOST_LINES - 1)) if line else ()):
        part = closed(shown(under.text))
        solid = squeezed(whole + part)
        named = solid in called.page_title or (bool(called.wanted) and solid in called.wanted)
        if not (named or (not exactly and goes_on(above, under))) or not _is_plain(under) or len(solid) > _LONGEST:
            return
        whole += between(above, under) + part
        text = solid if named else text
        yield Candidate(whole, "printed", under, text)


def _may_be_named(line: Line, called: PageNames) -> bool:
    """Return whether a line may have a name of the page; most have not even its first two characters."""
    start = line.text.lstrip()[:2]
    return len(start) == 2 and (
        start in called.page_title or start in called.wanted or called.page_title[:2] in line.text or " " in start
    )


def _has_length(text: str, called: PageNames) -> bool:
    length = len(text)
    return SHORTEST <= length <= _LONGEST or (_SHORTEST_NAMED <= length < SHORTEST and called.is_named(text))


def _is_plain(line: Line) -> bool:
    """Return whether a line is text and not mostly a link."""
    return len(line.text) >= _SHORTEST_NAMED and line.linked <= line.plain and not line.rows and not line.image


def _as_the_tag(candidate: Candidate[str], called: PageNames) -> float:
    text, wanted = candidate.text, called.wanted
    return bool(candidate.line and wanted and (text == wanted or (len(text) > SURE and text in wanted)))


def _in_the_name(candidate: Candidate[str], called: PageNames) -> float:
    """Return whether the page's own title has a text, or how much of it when a sign or two differ."""
    text, title = candidate.text, called.page_title
    if not title or candidate.line is None:
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


def _named(candidate: Candidate[str], called: PageNames) -> float:
    return _in_the_name(candidate, called) == 1 and called.is_named(candidate.text)


def _holds_the_name(candidate: Candidate[str], called: PageNames) -> float:
    name = called.page_title
    return len(name) >= SURE and candidate.text not in name and name.rstrip("….") in candidate.text


def _heading(candidate: Candidate[str], _called: PageNames) -> float:
    return {0: 0.0, 1: 1.0, 2: 0.4}.get(candidate.line.level if candidate.line else 0, 0.2)


def _named_by_class(candidate: Candidate[str], _called: PageNames) -> float:
    """Return whether the class or id of the element around a line, or of the next, says that it is a title."""
    block = candidate.line.block if candidate.line else None
    for element in (block, block.parent) if block is not None else ():
        attributes = element.attributes if element is not None else {}
        if _TITLE_CLASS.search(f"{attributes.get('class') or ''} {attributes.get('id') or ''}"):
            return 1
    return 0


def _over_labels(candidate: Candidate[str], called: PageNames) -> float:
    """Return how near above source and date a line stands; behind prose that is the place of a signature."""
    if candidate.line is None or not called.may_be_over_text(candidate.line):
        return 0
    below = (step for step in range(1, _BELOW + 1) if candidate.line.order + step in called.labelled)
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
    return candidate.line is not None and bool(offices(candidate.value)) and not _right_over_the_date(candidate, called)


def _of_a_menu(candidate: Candidate[str], called: PageNames) -> float:
    return candidate.line is not None and candidate.text in called.menu


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
    return candidate.line is None and candidate.text not in (called.wanted, called.listed)


_NAMES = (_in_the_name, _as_the_tag, _holds_the_name)
_MAY_BE = (*_NAMES, _right_over_the_date, _named_by_class)
EVIDENCE = (
    Evidence("the title in the standard's tag", _as_the_tag),
    Evidence("part of the page's own title", _in_the_name),
    Evidence("length of that part", _length_in_the_name),
    Evidence("exactly the page's own title", _named),
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
    Evidence("in its siblings' place", _in_its_siblings_place),
    Evidence("as a list has it", _as_listed),
    Evidence("a list itself", _list_itself),
    Evidence("the standard's tag itself", _standards_tag),
    Evidence("another tag itself", _other_tag),
)
