"""Leave out the lists of contents of printed documents: entries with the number of their page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xinhui_viewer.importers.printed.lines import Line

_TITLE = re.compile(r"(?i)目\s*[录次]|contents|图表?目\s*录|表格?目\s*录")
_LEADER = re.compile(r"(?:[.．·•…⋯‥﹒∙。_\-—]\s*){3,}")
_PAGE = re.compile(r"[\s\t.．·…—\-（(]*(?:\d{1,4}|[ivxlIVXL]{1,6}|[Ⅰ-Ⅻ])\s*[）)—\-]?$")
_LEAST = 3  # entries of a list
_BETWEEN = 2  # lines without a number between two entries: one that is turned over, a part without a page
_LONGEST = 80  # characters of an entry without its leader
_MOSTLY = 0.8  # the share of a document's lines from which a list of contents is its text

Pages = tuple[tuple[Line, ...], ...]


def without_contents(pages: Sequence[tuple[Line, ...]]) -> Pages:
    """Return pages without lists of contents; all of one that is nothing else."""
    lines = [line for page in pages for line in page]
    hidden = _listed(lines)
    if len(hidden) > _MOSTLY * len(lines):
        return tuple(pages)
    return tuple(tuple(line for line in page if id(line) not in hidden) for page in pages)


def _listed(lines: Sequence[Line]) -> set[int]:
    """Return the numbers (id) of the lines that are lists of contents, with their titles."""
    hidden: set[int] = set()
    at = 0
    while at < len(lines):
        titled = _TITLE.fullmatch(lines[at].text.strip()) is not None
        end, entries = _end(lines, at + titled, titled)
        if entries >= _LEAST:
            hidden.update(id(line) for line in lines[at:end])
            at = end
        else:
            at += 1
    return hidden


def _end(lines: Sequence[Line], start: int, titled: bool) -> tuple[int, int]:
    """Return the end of the entries from a line on, and their number; under a title they need no leader."""
    end, entries = start, 0
    for at in range(start, len(lines)):
        if _is_entry(lines[at], titled):
            end, entries = at + 1, entries + 1
        elif at - end >= _BETWEEN or (not titled and not entries) or len(lines[at].text) > _LONGEST:
            break
    return end, entries


def _is_entry(line: Line, titled: bool) -> bool:
    page = _PAGE.search(line.text)
    if line.rows or page is None:
        return False
    leader = _LEADER.search(line.text)
    if leader is not None:
        return leader.end() >= page.start()
    return titled and line.text[: page.start()] != "" and ("\t" in line.text[page.start() - 1 :] or page[0][:1] == " ")
