"""The head of a plain text as facts: a red head, a number, a path, a title, the line of source and date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from xinhui_viewer.facts import Facts
from xinhui_viewer.importers.block import NUMBER
from xinhui_viewer.importers.furniture import breadcrumb, is_furniture, meta_line
from xinhui_viewer.importers.heads.beneath import Beneath, beneath
from xinhui_viewer.importers.heads.generic import is_never_title, is_remark
from xinhui_viewer.importers.heads.letterhead import issuer, number, office
from xinhui_viewer.text.dates import first_date
from xinhui_viewer.text.markers import marker

_LINES = 12  # in which a head is searched
_LONGEST_TITLE = 80
_LONGEST_REMARK = 20
_LABELLED = re.compile(r"(标题|题目|栏目|网址|原文链接|链接|文号|发文字号|发文机关|发布机构)\s*[:：]\s*(\S.*)")


def text_head(lines: Sequence[str]) -> tuple[Facts, int]:
    """Return the facts of a head, and the number of lines (none is empty) that belong to it."""
    facts = Facts()
    for at, line in enumerate(lines[:_LINES]):
        if not facts.title and (issuer := _red_head(line, lines[at + 1 : at + 3])):
            facts = replace(facts, issuer=issuer)
            continue
        taken = _office(facts, lines[at : at + 2]) or next(filter(None, (take(facts, line) for take in _TAKE)), None)
        if taken is None:
            return facts, at
        facts = taken
    return facts, min(_LINES, len(lines))


def _red_head(line: str, below: Sequence[str]) -> str:
    """Return the office of a red head, else empty: a title may end as the name of an office does (召开座谈会).

    A red head ends in 文件, or stands above a document number or a title that is one by its words or its place.
    """
    titled = len(below) == 2 and _is_title(below[0]) and meta_line(below[1])
    return issuer(line, below) or (office(line) if titled else "")


def _is_title(line: str) -> bool:
    """Return whether a line is no sentence, and no line of source and date."""
    return len(line) <= _LONGEST_TITLE and line[-1] not in "。；，：:" and meta_line(line) is None


def _take_labelled(facts: Facts, line: str) -> Facts | None:
    """Take a line that is a label and its value, as people note them over a text that they copied."""
    found = _LABELLED.fullmatch(line)
    if found is None:
        return None
    label, value = found[1], found[2].strip()
    if label in ("标题", "题目"):
        return None if facts.title else replace(facts, title=value)
    if label == "栏目":
        return replace(facts, columns=breadcrumb(value) or (value,))
    if label in ("网址", "链接", "原文链接"):
        return replace(facts, url=value) if value.startswith(("http://", "https://")) else None
    if label in ("文号", "发文字号"):
        return replace(facts, document_number=value) if NUMBER.fullmatch(value) else None
    return replace(facts, issuer=value)


def _take_source_and_date(facts: Facts, line: str) -> Facts | None:
    """Take the line under a title that has the source or date still missing."""
    meta = meta_line(line) if facts.title else None
    if meta is None:
        return None
    taken = replace(facts, published=facts.published or meta.published, source=facts.source or meta.source)
    return taken if taken != facts else None


def _office(facts: Facts, lines: Sequence[str]) -> Facts | None:
    """Return facts with the office that a line under the title names over, or beside, a day; None for any other."""
    known = not facts.title or facts.source or facts.published or set(":：") & set(lines[0])
    found = Beneath() if known else beneath(lines)
    if not found.source or 0 not in found.lines:
        return None  # such as a number or a remark over a labelled source: each is a line of its own
    return replace(facts, source=found.source, published=None if 1 in found.lines else found.published)


def _take_number(facts: Facts, line: str) -> Facts | None:
    found = "" if facts.document_number else number(line)
    return replace(facts, document_number=found) if found else None


def _take_remark(facts: Facts, line: str) -> Facts | None:
    """Take the end of a title on a line of its own: （试行）, （征求意见稿）; one with a day tells of the text."""
    known = facts.source or facts.published or facts.document_number
    if not facts.title or known or len(line) > _LONGEST_REMARK or not is_remark(line) or first_date(line):
        return None
    return None if _take_number(facts, line) else replace(facts, title=facts.title + line)


def _take_path(facts: Facts, line: str) -> Facts | None:
    path = () if facts.title else breadcrumb(line)
    return replace(facts, columns=path) if path else None


def _take_furniture(facts: Facts, line: str) -> Facts | None:
    return facts if not facts.title and is_furniture(line) else None


def _take_title(facts: Facts, line: str) -> Facts | None:
    """Take a line that nothing else takes as the title, unless it is a sentence or the first heading of a text."""
    text = len(line) > _LONGEST_TITLE or line[-1] in "。；，" or marker(line) is not None or is_never_title(line)
    return None if facts.title or text else replace(facts, title=line)


# Readers of a line of the head; the first that takes the line decides, and the text begins where none does.
_TAKE = (
    _take_labelled,
    _take_source_and_date,
    _take_number,
    _take_path,
    _take_furniture,
    _take_title,
    _take_remark,
)
