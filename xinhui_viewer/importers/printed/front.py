"""The front of a printed document: its cover, and the title in its running heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from xinhui_viewer.importers.heads.cover import cover
from xinhui_viewer.importers.heads.letterhead import office, squeezed
from xinhui_viewer.importers.printed.lines import Line
from xinhui_viewer.importers.printed.paragraphs import Paragraph

_SHARE = 0.5  # of the pages
_LEAST_PAGES, _SHORTEST, _LONGEST = 4, 4, 60  # pages; Han signs, characters of a title
_HAN = re.compile("[\u4e00-\u9fff]")
_NUMBERS = re.compile(r"[-—–·\s]*\d{1,4}[-—–·\s]*$|^[-—–·\s]*\d{1,4}(?=\s)")


def with_cover(found: Sequence[Paragraph]) -> list[Paragraph]:
    """Return paragraphs, those of a cover marked as such."""
    first = texts([one for one in found if one.page == found[0].page])
    front = cover(first, ends=len(first) < len(found))
    return [replace(one, cover=True) if at < front else one for at, one in enumerate(found)]


def texts(found: Sequence[Paragraph]) -> list[str]:
    """Return the texts of paragraphs; empty for tables."""
    return ["" if one.rows else one.text for one in found]


def running_title(pages: Sequence[tuple[Line, ...]], kept: Sequence[tuple[Line, ...]]) -> str:
    """Return the title that most pages have as their running head; empty without one, or where it is an office."""
    if len(pages) < _LEAST_PAGES:
        return ""
    heads: Counter[str] = Counter()
    for page, rest in zip(pages, kept, strict=True):
        left = set(map(id, rest))
        heads.update({_NUMBERS.sub("", line.text).strip() for line in page if id(line) not in left})
    for text, count in heads.most_common(2):
        named = len(_HAN.findall(text)) >= _SHORTEST and len(text) <= _LONGEST and "http" not in text
        if count >= _SHARE * len(pages) and named and not office(squeezed(text)):
            return text
    return ""
