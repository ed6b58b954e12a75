"""The list of contents in a document, 目录: it repeats the headings with their pages, and is no text of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from xinhui_viewer.importers.heads.letterhead import squeezed
from xinhui_viewer.text.markers import CHAPTERS, marker

_HEAD = re.compile("(?:[图表]|图表|表格|插图|附[图表件])?(?:目录|目次|目錄)(?:contents)?|contents", re.IGNORECASE)
_WITHIN = 3_000  # lines in which a list begins: that of tables may follow, and so may that of each part
_MOST = 2_000  # lines of a list
_LONGEST = 120  # characters of an entry, its leader left out
_PAGE = re.compile(r"[（(]?[-－—]?\s?(?:\d{1,4}|[ivxlcIVXLCⅠ-Ⅻ]{1,6}|[０-９](?:\s?[０-９]){0,3})\s?[-－—]?[）)]?$")
_LOST = re.compile(r"错误[!！]\s*(?:未定义书签|未找到引用源)[。.]?$")  # in place of a page: a list that was not updated
_PAGE_REACH = 12  # characters
_LEADER, _LEAST_LEADER = ".．·…‥•_—－-⋯﹒∙。 \t\u3000\xa0", 3  # signs before a page number, blanks not counted
_PROSE = re.compile("[，。；]")
_LEAST = 2  # entries of a list under its head
_LEAST_BARE = 4  # entries with leaders of a list without one
_MOSTLY = 0.8  # the share of a document's characters from which a list is its text
_GAP = 2  # lines that a long entry, or a day in brackets under it, takes


class _Line(NamedTuple):
    """A line as an entry would be: its heading without blanks, whether it has a leader and a page, and its text."""

    key: str
    led: bool
    paged: bool
    text: str

    @property
    def bare(self) -> bool:
        """True for a line with neither leader nor page, as a heading of the text."""
        return not self.led and not self.paged


def contents(lines: Sequence[str]) -> frozenset[int]:
    """Return the indexes of the lines that are lists of contents, their heads included.

    A list ends where the first entry comes again; what is nothing but a list is a text.
    """
    found: set[int] = set()
    read = [*map(_read, lines)]
    counts = Counter(line.key for line in read)
    at = 0
    while at < min(len(lines), _WITHIN):
        end = _end(read, at, counts)
        found.update(range(at, end))
        at = max(at + 1, end)
    listed = sum(len(lines[at]) for at in found)
    return frozenset(found) if listed < _MOSTLY * sum(map(len, lines)) else frozenset()


def is_head(line: str) -> bool:
    """Return whether a line is the head of a list of contents."""
    return len(line) < _LONGEST and _HEAD.fullmatch(squeezed(line)) is not None


def _read(line: str) -> _Line:
    text = line.strip()
    page = _PAGE.search(text[-_PAGE_REACH:]) or _LOST.search(text[-2 * _PAGE_REACH :])
    head = text[: -len(page[0])] if page else text
    bare = head.rstrip(_LEADER)
    led = len(squeezed(head[len(bare) :])) >= _LEAST_LEADER
    paged = page is not None and (led or (bool(bare) and (len(bare) < len(head) or bare[-1] > "\u2e7f")))
    return _Line(squeezed(bare if led or paged else text)[: 2 * _LONGEST], led, paged, text)


def _end(lines: Sequence[_Line], at: int, counts: Counter[str]) -> int:
    """Return the index behind the list that begins at a line; 0 where none does."""
    if is_head(lines[at].text):
        entries = _entries(lines, at + 1, counts, led=False)
        return entries[-1] + 1 if len(entries) >= _LEAST else (at + 1 if entries else 0)
    if not (lines[at].led and lines[at].paged):
        return 0
    entries = _entries(lines, at, counts, led=True)
    return entries[-1] + 1 if len(entries) >= _LEAST_BARE else 0


def _entries(lines: Sequence[_Line], first: int, counts: Counter[str], *, led: bool) -> list[int]:
    """Return the indexes of the entries of a list; ``led`` takes those with leaders and pages only."""
    entries: list[int] = []
    keys: list[str] = []
    paged = 0
    previous = first - 1
    for at, line in enumerate(lines[first : first + _MOST], first):
        has_pages = 2 * paged > len(keys)
        if keys and line.bare and _begins_text(line, lines[entries[0]], keys if has_pages else keys[:1]):
            break
        if (line.led and line.paged) if led else _is_entry(line, counts, paged=has_pages):
            entries.append(at)
            keys += [line.key] if line.key else []
            paged += line.paged
            previous = at
        elif at - previous > _GAP or len(line.text) > _LONGEST:
            break
    return entries


def _begins_text(line: _Line, first: _Line, keys: Sequence[str]) -> bool:
    """Return whether a heading is one of some entries, or has the number of the first, though perhaps other words.

    Within a list without pages an entry may come again: each part of a code has its 第一节 一般规定.
    """
    return line.key in keys or _counts_anew(line, first)


def _counts_anew(line: _Line, first: _Line) -> bool:
    """Return whether a line has the number of the first entry, though perhaps other words."""
    one, other = marker(line.text), marker(first.text)
    if one is None or other is None:
        return False
    return (one.kind, one.number, one.above) == (other.kind, other.number, other.above)


def _is_entry(line: _Line, counts: Counter[str], *, paged: bool) -> bool:
    """Return whether a line is an entry: it has a page, or the list has none and it comes again or is a chapter."""
    if not line.key:  # the leader and the page of an entry that fills the line above
        return line.led and line.paged
    if len(line.key) > _LONGEST or (line.text[-1] in "。；" and not _LOST.search(line.text)):
        return False
    if not line.bare:
        return line.led or _PROSE.search(line.text) is None
    found = marker(line.text)
    chapter = found is not None and found.kind in CHAPTERS
    return chapter or (not paged and counts[line.key] > 1 and _PROSE.search(line.text) is None)
