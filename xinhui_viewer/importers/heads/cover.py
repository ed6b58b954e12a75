"""The cover of a document: lines before its text in large type, which are no headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xinhui_viewer.importers.heads.beneath import is_dated
from xinhui_viewer.importers.heads.contents import is_head
from xinhui_viewer.importers.heads.generic import is_first_section, is_generic
from xinhui_viewer.importers.heads.letterhead import office

_MOST, _LONGEST = 40, 60  # lines of a cover, characters of each
_MADE = re.compile("(?:编印|编制|印制|印发|监制|制定|制|编|印)$")
_REMARK = re.compile("[（(][^（）()]{1,30}[）)]$")
_LABEL = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff\s（）()/、]{1,20}[:：]")


def cover(lines: Sequence[str], *, ends: bool = False) -> int:
    """Return how many lines at the top are a cover, which names a kind of document or has labels; 0 without one.

    It ends before the list of contents or the first section, and with the lines where it ``ends`` with the page, on
    which an office or a day under the title is enough; a sentence tells that there is none.
    """
    end = 0
    for line in lines[:_MOST]:
        if is_head(line) or is_first_section(line):
            break
        if len(line) > _LONGEST or line.rstrip()[-1:] in ("。", "；"):
            return 0
        end += 1
    named = any(map(_is_of_cover, lines[:end])) or (ends and any(map(_is_signed, lines[1:end])))
    return end if named and (ends or end < len(lines)) else 0


def imprints(lines: Sequence[str]) -> frozenset[int]:
    """Return the indexes of the lines that sign covers within a text: offices, and the day or month below them."""
    found: set[int] = set()
    for at, line in enumerate(lines):
        if not is_dated(line):
            continue
        found.add(at)
        above = at - 1
        while above >= 0 and office(_MADE.sub("", _REMARK.sub("", lines[above].strip()))):
            found.add(above)
            above -= 1
    return frozenset(found)


def _is_of_cover(line: str) -> bool:
    return is_generic(line) or _LABEL.match(line.strip()) is not None


def _is_signed(line: str) -> bool:
    """Return whether a line under a title names an office, or the day or month of a document, as covers do."""
    return bool(office(line)) or is_dated(line)
