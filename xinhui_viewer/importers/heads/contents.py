"""The list of contents in a document, 目录: it repeats the headings with their pages, and is no text of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from xinhui_viewer.importers.heads.letterhead import squeezed
from xinhui_viewer.text.markers import CHAPTERS, marker

_HEAD = re.compile("(?:[图表]|图表|表格|插图|附[图表件])?(?:目录|目次|目錄)(?:contents)?|contents", re.IGNORECASE)
_WITHIN = 3_000  # lines in which a list begins: that of tables may follow, and so may that of each part
_MOST = 2_000  # lines of a list
_LONGEST = 120  # characters of an entry, its leader left out
_PAGE = r"[-－—]?\s*(?:\d{1,4}|[ivxlcIVXLC]{1,6}|[０-９\s]{1,7})\s*[-－—]?"
_LEADER = re.compile(rf"\s*(?:[.．·…‥•_—－⋯]\s?){{3,}}\s*[（(]?(?:{_PAGE})?[）)]?\s*$")
_LED = re.compile(rf"(?:[.．·…‥•_—－⋯]\s?){{3,}}\s*[（(]?{_PAGE}[）)]?\s*$")
_NUMBERED = re.compile(rf"(?:\t|\s{{1,}}|(?<=[\u4e00-\u9fff）)]))[（(]?{_PAGE}[）)]?\s*$")
_PROSE = re.compile("[，。；]")
_LEAST = 2  # entries of a list under its head
_LEAST_BARE = 4  # entries with leaders of a list without one
_GAP = 2  # lines that a long entry, or a day in brackets under it, takes


def contents(lines: Sequence[str]) -> frozenset[int]:
    """Return the indexes of the lines that are lists of contents, their heads included.

    A list ends where the first entry comes again; what is nothing but a list is a text.
    """
    found: set[int] = set()
    counts = Counter(map(_key, lines))
    at = 0
    while at < min(len(lines), _WITHIN):
        end = _end(lines, at, counts) if at not in found else 0
        found.update(range(at, end))
        at = max(at + 1, end)
    behind = max(found, default=-1) + 1
    text = sum(len(line) for line in lines[behind:])
    return frozenset(found) if text > 0 and behind < len(lines) else frozenset()


def is_head(line: str) -> bool:
    """Return whether a line is the head of a list of contents."""
    return len(line) < _LONGEST and _HEAD.fullmatch(squeezed(line)) is not None


def _end(lines: Sequence[str], at: int, counts: Counter[str]) -> int:
    """Return the index behind the list that begins at a line; 0 where none does."""
    if is_head(lines[at]):
        entries = _entries(lines, at + 1, counts, led=False)
        return entries[-1] + 1 if len(entries) >= _LEAST else (at + 1 if entries else 0)
    if not _LED.search(lines[at]):
        return 0
    entries = _entries(lines, at, counts, led=True)
    return entries[-1] + 1 if len(entries) >= _LEAST_BARE else 0


def _entries(lines: Sequence[str], first: int, counts: Counter[str], *, led: bool) -> list[int]:
    """Return the indexes of the entries of a list; ``led`` takes those with leaders only."""
    entries: list[int] = []
    keys: list[str] = []
    paged = 0
    for at in range(first, min(first + _MOST, len(lines))):
        line = lines[at]
        key = _key(line)
        # Within a list without pages an entry may come again: each part of a code has its 第一节 一般规定.
        has_pages = 2 * paged > len(keys)
        if keys and (_is_again(line, key, keys if has_pages else keys[:1]) or _counts_anew(line, lines[entries[0]])):
            break
        if (_LED.search(line) is not None) if led else _is_entry(line, key, counts, paged=has_pages):
            entries.append(at)
            keys.append(key)
            paged += key != squeezed(line)
        elif at - (entries[-1] if entries else first - 1) > _GAP or len(line) > _LONGEST:
            break
    return entries


def _is_again(line: str, key: str, keys: Sequence[str]) -> bool:
    """Return whether a line is one of some entries again, without a page: the text has begun."""
    return key == squeezed(line) and key in keys


def _counts_anew(line: str, first: str) -> bool:
    """Return whether a line without a page has the number of the first entry, though perhaps other words."""
    one, other = marker(line.strip()), marker(first.strip())
    if one is None or other is None or _LEADER.search(line) or _NUMBERED.search(line):
        return False
    return (one.kind, one.number, one.above) == (other.kind, other.number, other.above)


def _is_entry(line: str, key: str, counts: Counter[str], *, paged: bool) -> bool:
    """Return whether a line is an entry: it has a page, or the list has none and it comes again or is a chapter."""
    if not key or len(key) > _LONGEST or line.rstrip()[-1:] in "。；":
        return False
    if _LEADER.search(line) or _NUMBERED.search(line):
        return True
    found = marker(line.strip())
    chapter = found is not None and found.kind in CHAPTERS
    return chapter or (not paged and counts[key] > 1 and _PROSE.search(line) is None)


def _key(line: str) -> str:
    """Return the heading that a line is or lists: without leader, page number and blanks."""
    if len(line) > 2 * _LONGEST:
        return squeezed(line[:_LONGEST])
    bare = _LEADER.sub("", line)
    return squeezed(_NUMBERED.sub("", bare) if bare == line else bare)
