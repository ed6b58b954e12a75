"""The cover of a document: lines before its text in large type, which are no headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xinhui_viewer.importers.heads.beneath import is_dated
from xinhui_viewer.importers.heads.contents import is_head
from xinhui_viewer.importers.heads.generic import is_first_section, is_generic
from xinhui_viewer.importers.heads.letterhead import office

_LEAST_TEXT = 400  # characters of a text before its list of contents, as an abstract
_MOST, _LONGEST = 40, 60  # lines of a cover, characters of each
_MADE = re.compile("(?:编印|编制|印制|印发|监制|制定|制|编|印)$")
_REMARK = re.compile("[（(][^（）()]{1,30}[）)]$")
_LABEL = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff\s（）()/、]{1,20}[:：]")
# A label with its value, or strokes to fill it in; the colon may be blanks: 学　　院    水文工程学院.
_VALUED = re.compile(
    _LABEL.pattern
    + r"\s*\S|[\u4e00-\u9fff](?:[ \u3000/]{0,8}[\u4e00-\u9fff]){1,7}(?:[ \t\u3000]{2,}|[ \t\u3000]*[_＿]{2})\S"
)
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
        if _is_text(line):
            return 0 if ends else _before_contents(lines) or _labelled(lines[:end])
        end += 1
    if end == len(lines) and not ends:
        return _labelled(lines)
    return end if any(map(_is_of_cover, lines[:end])) or (ends and any(map(_is_signed, lines[1:end]))) else 0


def _is_text(line: str) -> bool:
    return len(line) > _LONGEST or line.rstrip()[-1:] in ("。", "；")


def _before_contents(lines: Sequence[str]) -> int:
    """Return how many lines of little text stand before a list of contents, as on covers that say more; 0 without."""
    end = next((at for at, line in enumerate(lines[:_MOST]) if is_head(line)), 0)
    named = any(map(_is_of_cover, lines[:end]))
    return end if named and sum(map(len, lines[:end])) <= _LEAST_TEXT else 0


def _labelled(lines: Sequence[str]) -> int:
    """Return how many lines a cover of labels has; 0 where there are too few of them."""
    labels = [at for at, line in enumerate(lines) if _LABEL.match(line.strip()) or _VALUED.match(line.strip())]
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
    return is_generic(line) or _LABEL.match(line.strip()) is not None or _VALUED.match(line.strip()) is not None


def _is_signed(line: str) -> bool:
    """Return whether a line under a title names an office, or the day or month of a document, as covers do."""
    return bool(office(line)) or is_dated(line)
