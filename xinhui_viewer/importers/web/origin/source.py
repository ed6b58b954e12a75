"""Evidence for the source of a page: a label, the date beside it, an element for it, a tag, the form of the name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice, pairwise

from xinhui_viewer.importers.furniture import meta_line, source_name
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.evidence import Candidate, Chosen, Evidence, chosen, holds_other
from xinhui_viewer.importers.web.origin import wechat
from xinhui_viewer.importers.web.origin.masthead import names_a_paper
from xinhui_viewer.importers.web.origin.unlabelled import below, unlabelled
from xinhui_viewer.importers.web.page import Page
from xinhui_viewer.importers.web.prose.body import Text
from xinhui_viewer.importers.web.site import siblings
from xinhui_viewer.importers.web.weights import SOURCE
from xinhui_viewer.records import Where
from xinhui_viewer.text.names import is_organisation, is_person, is_placeholder

_ABOVE, _HEAD, _FOOT, _BELOW = 4, 11, 6, 2  # lines above the title, under it, under the text, there without a label
_LONGEST_LABELS, _LONGEST, _LONGEST_BELOW = 300, 60, 24  # characters of a line, of a name, of one under its label
_LAST = 3  # lines of a text that may be labels
_LONGEST_BUTTON = 6  # characters
_PROSE = 40  # characters of a line that is prose
_TAGS: Mapping[str, str] = {
    "contentsource": "in the standard's tag",
    "source": "in a tag for it",
    "dc.source": "in a tag for it",
    "mediaid": "in another tag",
    "article:author": "in another tag",
    "og:article:author": "in another tag",
    "author": "in the author's tag",
}
_LABEL = re.compile(
    r"[【（(\[]?\s*(?:(?:信息|文章|稿件|新闻|内容|本文|资料)?来\s{0,4}源(?:于)?|稿\s{0,4}源|(?:文章)?出处)\s*[:：]?\s*"
)
_ENDS = re.compile(r"^[^，。；]{0,6}来源\s*[:：]")
_OF_PEOPLE = re.compile(  # labels of persons; a body behind them is the source
    r"(?:作者|撰稿|撰文|供稿人?|发布[者人]|责任部门)\s*[:：]\s*([\u4e00-\u9fffA-Za-z（）()·、]{3,30})"
)
_ANYBODY = re.compile("(?:来自)?(?:互联网|网络|网上|网友)(?:综合|整理|转载)?|综合(?:整理|网络)?")
_NEWSPAPER = re.compile(r"《\s*([\u4e00-\u9fff ]{2,14}?)\s*》\s*[（(][^（）()]{0,30}?[A-Z]?\d{1,3}\s*版")


@dataclass(slots=True)
class Names:
    """The names that may be the source, each with the ways in which the page gives it; and the names of other things.

    ``paper`` is the newspaper whose page it is; ``known`` are the sources of other pages of the site; ``silent`` tells
    that a label of the source has no value.
    """

    ways: dict[str, set[str]] = field(default_factory=dict)
    places: dict[str, tuple[Where, Line | None]] = field(default_factory=dict)
    site: frozenset[str] = frozenset()
    paper: str = ""
    known: frozenset[str] = frozenset()
    columns: Sequence[str] = ()
    silent: bool = False

    def add(self, name: str, way: str, where: Where, line: Line | None = None) -> None:
        """Take a name, or another way in which it is given."""
        if self.paper and self.paper in name and names_a_paper(name):
            name = self.paper  # not that of its electronic edition
        if 2 <= len(name) <= _LONGEST and not is_placeholder(name):
            self.ways.setdefault(name, set()).add(way)
            self.places.setdefault(name, (where, line))


def source(
    page: Page, title: Line | None, text: Text, published: date | None, columns: Sequence[str]
) -> Chosen[str] | None:
    """Return the source that a page names; None when it names none. ``columns`` is the path of its column."""
    paper = page.masthead.paper if page.masthead is not None else ""
    found = Names(site=_site(page), paper=paper, known=page.site.sources, columns=columns)
    _labelled(found, page, title, text)
    prose = next((line for line in text.lines if line.plain > _PROSE), None)
    start = title.order + 1 if title else max(0, text.first - _HEAD)
    head = page.lines[start : min(start + _HEAD, text.first + _BELOW)]
    for name in (
        *unlabelled(head, prose, title.text if title else ""),
        *below((*text.lines[-1:], *text.foot[:_BELOW])),
    ):
        found.add(name.name, name.way, "printed", name.line)
    _tagged(found, page)
    found.add(paper, "the newspaper of the page", "printed")
    found.add(source_name(siblings.source(page, published, title)), "in its siblings' place", "place")
    candidates = [Candidate(name, where, line) for name, (where, line) in found.places.items()]
    return chosen(candidates, found, EVIDENCE, SOURCE, holds_other)


def _site(page: Page) -> frozenset[str]:
    """Return the names that a page gives its site."""
    suffixes = re.split(r"[_|｜—–»]|--+|\s-\s|-(?=[^-]*$)|\s·\s", page.title)[1:]
    metas = page.metas
    return page.site.names.union(map(str.strip, suffixes), (metas.get("sitename", ""), metas.get("og:site_name", "")))


def _labelled(found: Names, page: Page, title: Line | None, text: Text) -> None:
    """Take the names behind a label, above the title, under it, and under the text."""
    above = page.lines[max(0, title.order - _ABOVE) : title.order + 1] if title else ()
    head = text.head[:_HEAD] if title else text.head[-_HEAD:]
    for line, following in pairwise((*above, *head, *page.lines[text.first : text.first + _BELOW], Line())):
        _label(found, line, "behind a label")
        _empty_label(found, line, following)
    last = [line for line in text.lines[-_LAST:] if _ENDS.search(line.text) and len(line.text) <= _LONGEST]
    foot = (line for line in text.foot if len(line.text) > _LONGEST_BUTTON)
    for line in (*last, *islice(foot, _FOOT)):
        if line.linked * 2 < len(line.text):
            _label(found, line, "behind a label under the text")


def _label(found: Names, line: Line, way: str) -> None:
    """Take the name behind a label in a line, or in the cell beside it."""
    if line.rows:
        for label, value in (pair for row in line.rows for pair in pairwise(row)):
            if _LABEL.fullmatch(label.text):
                found.add(source_name(value.text), way, "printed", line)
    elif len(line.text) <= _LONGEST_LABELS:
        meta = meta_line(line.text)
        if meta is not None and meta.source:
            found.add(meta.source, way, "printed", line)
        _unnamed_label(found, line, way)


def _empty_label(found: Names, line: Line, following: Line) -> None:
    """Take the line below a label that stands alone; any other label without a value says that there is no source."""
    meta = meta_line(line.text)
    if line.rows or len(line.text) > _LONGEST_LABELS or (meta is not None and meta.source):
        return
    if ("源" in line.text or "出处" in line.text) and (label := _LABEL.search(line.text)):
        if label[0] == line.text and _is_value(line, following):
            found.add(source_name(following.text), "behind a label", "printed", following)
        else:
            found.silent = True


def _is_value(label: Line, line: Line) -> bool:
    """Return whether the line below a label is its value, and not a line of the text."""
    text = line.text
    if not 0 < len(text) <= _LONGEST_BELOW or text[-1] in "：:，。" or meta_line(text) is not None:
        return False
    items = label.block is not None and line.block is not None and label.block.tag == line.block.tag == "li"
    return items or line.linked > 0 or is_organisation(text)


def _unnamed_label(found: Names, line: Line, way: str) -> None:
    """Take the newspaper that printed the text, and an organisation that stands as an author."""
    if newspaper := _NEWSPAPER.search(line.text):
        found.add("".join(newspaper[1].split()), way, "printed", line)
    for match in _OF_PEOPLE.finditer(line.text):
        if is_organisation(match[1]) and not is_person(match[1]):
            found.add(match[1], "behind the label of an author", "printed", line)


def _tagged(found: Names, page: Page) -> None:
    """Take the names in meta tags, and the account of a WeChat article."""
    for tag, way in _TAGS.items():
        name = source_name(page.metas.get(tag, ""))
        if not ("author" in tag and is_person(name)):
            found.add(name, way, "tag")
    if wechat.is_article(page):
        found.add(wechat.account(page), "the account", "printed")


def _way(name: str) -> Evidence:
    """Return the evidence that a page gives a name in a certain way."""
    return Evidence(name, lambda candidate, found: name in found.ways[candidate.value])


def _is_organisation(candidate: Candidate[str], _names: Names) -> float:
    return is_organisation(candidate.value)


def _is_person(candidate: Candidate[str], _names: Names) -> float:
    return is_person(candidate.value)


def _is_anybody(candidate: Candidate[str], _names: Names) -> float:
    return _ANYBODY.fullmatch(candidate.value) is not None


def _is_site(candidate: Candidate[str], names: Names) -> float:
    return candidate.value in names.site


def _is_known(candidate: Candidate[str], names: Names) -> float:
    return candidate.value in names.known


def _is_column(candidate: Candidate[str], names: Names) -> float:
    """Return whether a name is a column's; only the first step of the path may be the site, which is a source."""
    within = names.columns[1:] if candidate.value in names.site else names.columns
    return candidate.value in within


def _is_beside_an_empty_label(candidate: Candidate[str], names: Names) -> float:
    return names.silent and "beside the date" in names.ways[candidate.value]


EVIDENCE = (
    *map(
        _way,
        (
            "behind a label",
            "behind a label under the text",
            "the account",
            "the newspaper of the page",
            "in the standard's tag",
            "in a tag for it",
            "in another tag",
            "in the author's tag",
            "behind the label of an author",
            "in an element for it",
            "in an element for an author",
            "beside the date",
            "alone with the date",
            "next to the date",
            "in its siblings' place",
        ),
    ),
    Evidence("named as an organisation", _is_organisation),
    Evidence("the site's own name", _is_site),
    Evidence("a person", _is_person),
    Evidence("nobody in particular", _is_anybody),
    Evidence("a source of its siblings", _is_known),
    Evidence("a step of the path", _is_column),
    Evidence("beside a label without a value", _is_beside_an_empty_label),
)
