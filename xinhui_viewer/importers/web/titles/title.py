"""The title of a page: the name it gives itself, in the largest heading, right above source and date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.signature import offices
from xinhui_viewer.importers.web.evidence import Candidate, Chosen, chosen, holds_other
from xinhui_viewer.importers.web.markup.source_text import without_tags
from xinhui_viewer.importers.web.page import Page
from xinhui_viewer.importers.web.titles.own_names import is_contradicted
from xinhui_viewer.importers.web.titles.page_names import BETWEEN, PageNames, names, squeezed
from xinhui_viewer.importers.web.titles.title_evidence import (
    BELOW,
    EVIDENCE,
    MAY_BE,
    SHORTEST_NAMED,
    is_beside,
    is_exactly_named,
    is_plain,
)
from xinhui_viewer.importers.web.titles.title_text import (
    SHORTEST,
    SURE,
    between,
    closed,
    goes_on,
    is_subtitle,
    shown,
    without_file,
)
from xinhui_viewer.importers.web.weights import TITLE

_LONGEST, _LONGEST_LINE = 200, 600  # characters of a title, and of a line that has it
_MOST_FRAMES, _FRAME_HEAD = 5, 4000  # characters of a page in a frame in which its <title> stands
_FRAME_TITLE = re.compile(r"(?i)<title[^>]{0,99}>([^<]{2,200})</title>")
_MOST_LINES = 4  # of one title
_DOCUMENT = re.compile(  # a document may have no other title than its kind
    "(?:紧急|重要)?(?:通知|公告|通告|通报|公示|启事|声明|公报|决定|决议|意见|批复|公函|倡议书?|讣告|喜报|简报|捷报|告示|布告|更正|命令|公开信)"
)
_LABELLED = re.compile("[^，。：:]{2,60}[:：][^，。：:]{1,6}")  # a label and its value: 负责人：…
_SALUTATION = re.compile(r"^尊敬的|[您你]们?好\s*[!！]?$")


def title(page: Page) -> Chosen[str] | None:
    """Return the title that lines of the page print, else that of a tag or of <title>; None without any.

    A page that is named after its site, and prints no title, has the name of its column.
    """
    called = names(page)
    found = chosen(
        [*_of_a_letter(called), *_printed(called), *_in_tags(page, called), *_in_a_list(called)],
        called,
        EVIDENCE,
        TITLE,
        holds_other,
    )
    parts = [part for part in BETWEEN.split(without_file(without_tags(page.title[:_LONGEST_LINE]))) if part]
    own = [part for part in parts if not called.is_sites(squeezed(part)) and squeezed(part) not in called.menu]
    if found is not None:
        return replace(found, sure=found.sure and not is_contradicted(found.candidate, own, called))
    return _otherwise(parts, own, called)


def _otherwise(parts: Sequence[str], own: Sequence[str], called: PageNames) -> Chosen[str] | None:
    """Return what may be the title where no evidence tells: a line where <title> names only the site, else <title>."""
    if not any(len(part) > SHORTEST for part in own) and (line := _over_the_text(called) or _only_heading(called)):
        return Chosen(Candidate(closed(shown(line.text)), "printed", line), 0, sure=False)
    unprinted = next(iter([*own, *called.place[-1:], *parts]), "")
    return Chosen(Candidate(unprinted, "tag"), 0, sure=False) if unprinted else None


def _over_the_text(called: PageNames) -> Line | None:
    """Return the line right over the first sentence that may be the title of a page named after its site or column."""
    passed = called.bylines
    above = (
        line
        for line in reversed(called.lines[: called.first_sentence])
        if not (line.image or is_subtitle(line) or line.order in passed)
    )
    line = next(above, None)
    if line is None or not is_plain(line) or not _may_stand_over_text(line.text):
        return None
    candidate = Candidate(line.text, "printed", line, squeezed(line.text))
    return None if is_beside(candidate, called) or called.is_sites(candidate.text) else line


def _may_stand_over_text(text: str) -> bool:
    """Return whether a line has the form of a title, and is no sentence, salutation, or label with its value."""
    if not SURE <= len(text) <= _LONGEST or text[-1] in "。；，：:":
        return False
    return not (_LABELLED.fullmatch(text) or _SALUTATION.search(text))


def _only_heading(called: PageNames) -> Line | None:
    """Return the only line that is a heading and as long as a title; None without one, or with several."""
    headings = [line for line in called.lines if line.level and is_plain(line) and SURE <= len(line.text) <= _LONGEST]
    if len(headings) != 1:
        return None
    line = headings[0]
    candidate = Candidate(line.text, "printed", line, squeezed(line.text))
    return None if is_beside(candidate, called) or called.is_sites(candidate.text) or offices(line.text) else line


def _in_tags(page: Page, called: PageNames) -> Iterator[Candidate[str]]:
    """Yield the titles of the standard's tag, of that for other sites that link to the page, and of pages in frames."""
    for name in ("articletitle", "og:title"):
        named = closed(without_tags(page.metas.get(name, "")[:_LONGEST_LINE]))
        text = squeezed(named)
        if len(text) >= SHORTEST_NAMED and (text == called.wanted or not called.is_sites(text)):
            yield Candidate(named, "tag", None, text)
    for frame in page.tree.css("iframe[srcdoc]")[:_MOST_FRAMES] if "srcdoc" in page.source else ():
        found = _FRAME_TITLE.search((frame.attributes.get("srcdoc") or "")[:_FRAME_HEAD])
        text = squeezed(found[1]) if found is not None else ""
        if found is not None and len(text) >= SHORTEST and not called.is_sites(text):
            yield Candidate(closed(found[1]), "tag", None, text)


def _of_a_letter(called: PageNames) -> Iterator[Candidate[str]]:
    """Yield the subject of the letter on a page of a mail box."""
    if called.subject is not None:
        text, line = called.subject
        yield Candidate(closed(text), "printed", line, squeezed(text))


def _in_a_list(called: PageNames) -> Iterator[Candidate[str]]:
    """Yield the title by which a list of the site links to the page, unless it is cut short."""
    if called.listed and called.listed[-1] not in "….":
        yield Candidate(called.listed, "list", None, called.listed)


def _printed(called: PageNames) -> Iterator[Candidate[str]]:
    """Yield the lines that may be the title, and those of several lines."""
    near = {order - back for order in called.labelled for back in range(1, BELOW + 1)}
    for line in filter(is_plain, called.lines):
        if len(line.text) > _LONGEST_LINE:
            continue
        if line.level or line.order in near or _may_be_named(line, called):
            text = shown(line.text)
            candidate = Candidate(closed(text), "printed", line, squeezed(text))
            if _has_length(candidate.text, called) and not is_beside(candidate, called):
                yield from _begun_by(candidate, called)


def _begun_by(candidate: Candidate[str], called: PageNames) -> Iterator[Candidate[str]]:
    """Yield the titles that a line is or begins."""
    line = candidate.line
    may_be = (line and line.level > 0) or any(holds(candidate, called) for holds in MAY_BE)
    if may_be:
        yield candidate
    if may_be or (line and any(goes_on(line, under) for under in called.below(line, 1))):
        yield from _over_lines(candidate, called)


def _over_lines(candidate: Candidate[str], called: PageNames) -> Iterator[Candidate[str]]:
    """Yield the titles of several lines that a line begins; their text is what the page's own title has of them.

    A page that gives itself exactly the name in the first line has no longer title.
    """
    line, whole, text = candidate.line, candidate.value, candidate.text
    exactly = is_exactly_named(candidate, called)
    for above, under in pairwise((line, *called.below(line, _MOST_LINES - 1)) if line else ()):
        part = closed(shown(under.text))
        solid = squeezed(whole + part)
        named = solid in called.page_title or (bool(called.wanted) and solid in called.wanted)
        if not (named or (not exactly and goes_on(above, under))) or not is_plain(under) or len(solid) > _LONGEST:
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
    if len(text) >= SHORTEST:
        return len(text) <= _LONGEST
    return len(text) >= SHORTEST_NAMED and (called.is_named(text) or _DOCUMENT.fullmatch(text) is not None)
