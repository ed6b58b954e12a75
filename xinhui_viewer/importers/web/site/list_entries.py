"""The entries of a list page: the pages to which it links with a day beside the link."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice, pairwise

from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.taught import Listed
from xinhui_viewer.importers.web.page import Page
from xinhui_viewer.importers.web.site.marks import addresses, resolved
from xinhui_viewer.text.dates import dates

Entry = tuple[tuple[int, ...], Listed]

_MOST = 150  # of a page
_SHORTEST, _LONGEST = 6, 120  # characters of the title of a page
_ABOVE = 6  # lines above a link to the whole text in which the title is searched
_WHOLE = re.compile(r"\W*(?:点击|查看|阅读|浏览)?(?:全文|详情|详细|更多|原文|内容)?\W*")
_DATED = re.compile(r"\d[-/.年]\d")
_LONGEST_LINE = 240  # characters of a line with an entry


def entries(page: Page) -> Iterator[Entry]:
    """Yield the entries of a page, without the path of its columns, each with the marks of the address it links to."""
    base = page.url or page.around.url or page.around.place
    pairs = pairwise([*page.lines, Line()])
    dated = ((line, day) for line, below in pairs if _may_be(line) and (day := _day(line.text, below.text)))
    linked = ((*_named(page.lines, line, base), day) for line, day in dated)
    found = ((address, title, day) for address, title, day in linked if address and _SHORTEST <= len(title) <= _LONGEST)
    for address, title, day in islice(found, _MOST):
        yield tuple(addresses(address)), Listed(title, day)


def _named(lines: Sequence[Line], line: Line, base: str) -> tuple[str, str]:
    """Return the address to which a line links and its title, which may stand above a link to the whole text."""
    address, title = _target(line, base)
    if not _WHOLE.fullmatch(title):
        return address, title
    above = (_target(one, base) for one in lines[max(line.order - _ABOVE, 0) : line.order] if _may_be(one))
    return address, next((other for there, other in above if there == address), "")


def _may_be(line: Line) -> bool:
    return bool(line.linked and line.block is not None and not line.rows) and len(line.text) <= _LONGEST_LINE


def _day(text: str, below: str) -> date | None:
    """Return the only day in a line, else in the line below."""
    for beside in (text, below[:_LONGEST_LINE]):
        if _DATED.search(beside):
            days = {day for _span, day in dates(beside)}
            return days.pop() if len(days) == 1 else None
    return None


def _target(line: Line, base: str) -> tuple[str, str]:
    """Return the address and the title of the first link in a line; a link's own title is fuller than its text."""
    link = line.block.css_first("a[href]")
    if link is None:
        return "", ""
    text = " ".join(link.text().split())
    longer = " ".join((link.attributes.get("title") or "").split())
    title = longer if longer.startswith(text.rstrip("….")) else text
    return resolved(base, link.attributes.get("href") or ""), title
