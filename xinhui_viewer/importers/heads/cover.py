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
_VALUED = re.compile(_LABEL.pattern + r"\s*\S")
_FEWEST, _WITHIN = 3, 8  # labels of a cover that a sentence follows, and lines in which they stand


def cover(lines: Sequence[str], *, ends: bool = False) -> int:
    """Return how many lines at the top are a cover, which names a kind of document or has labels; 0 without one.

    It ends before the list of contents or the first section, and with the lines where it ``ends`` with the page, on
    which an office or a day under the title is enough. Over a sentence there is one only if labels say what the
    document is, one below the other; it ends with them, or the offices and days below them.
    """
    end = 0
    for line in lines[:_MOST]:
        if is_head(line) or is_first_section(line):
            break
        if len(line) > _LONGEST or line.rstrip()[-1:] in ("。", "；"):
            return 0 if ends else _labelled(lines[:end])
        end += 1
    named = any(map(_is_of_cover, lines[:end])) or (ends and any(map(_is_signed, lines[1:end])))
    return end if named and (ends or end < len(lines)) else 0


def _labelled(lines: Sequence[str]) -> int:
    """Return how many lines a cover of labels with their values has; 0 where there are too few of them."""
    labels = [at for at, line in enumerate(lines) if _VALUED.match(line.strip())]
    if len(labels) < _FEWEST or labels[_FEWEST - 1] > _WITHIN:
        return 0
    end = next((at for at in labels if at + 1 not in labels), labels[-1]) + 1
    while end < len(lines) and _is_signed(lines[end]):
        end += 1
    return end


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
