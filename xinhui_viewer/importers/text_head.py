"""The head of a plain text as facts: a red head, a number, a path, a title, the line of source and date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from xinhui_viewer.facts import Facts
from xinhui_viewer.importers.block import NUMBER
from xinhui_viewer.importers.furniture import RED_HEAD, breadcrumb, is_furniture, meta_line
from xinhui_viewer.text.markers import marker

_LINES = 12  # in which a head is searched
_LONGEST_TITLE = 80
_DOCUMENT = re.compile(
    r"^关于|(?:决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|"
    r"办法|规定|条例|细则|规则|规程|章程|方案|计划|规划|预案|要点|简报)(?:[（(][^）)]{1,12}[）)])?$"
)
_LABELLED = re.compile(r"(标题|题目|栏目|网址|原文链接|链接|文号|发文字号|发文机关|发布机构)\s*[:：]\s*(\S.*)")


def text_head(lines: Sequence[str]) -> tuple[Facts, int]:
    """Return the facts of a head, and the number of lines (none is empty) that belong to it."""
    facts = Facts()
    for at, line in enumerate(lines[:_LINES]):
        if not facts.title and (issuer := _red_head(line, lines[at + 1 : at + 3])):
            facts = replace(facts, issuer=issuer)
            continue
        taken = next(filter(None, (take(facts, line) for take in _TAKE)), None)
        if taken is None:
            return facts, at
        facts = taken
    return facts, min(_LINES, len(lines))


def _red_head(line: str, below: Sequence[str]) -> str:
    """Return the office of a red head, else empty: a title may end as the name of an office does (召开座谈会).

    A red head ends in 文件, or stands above a document number or a title that is one by its words or its place.
    """
    red = RED_HEAD.fullmatch("".join(line.split()))
    if red is None or not below:
        return ""
    title = _DOCUMENT.search(below[0]) or (len(below) == 2 and _is_title(below[0]) and meta_line(below[1]))
    return red[1] if red[2] or _number(below[0]) or (_is_title(below[0]) and title) else ""


def _is_title(line: str) -> bool:
    """Return whether a line is no sentence, and no line of source and date."""
    return len(line) <= _LONGEST_TITLE and line[-1] not in "。；，：:" and meta_line(line) is None


def _number(line: str) -> str:
    """Return the document number that a line consists of; empty in any other line."""
    bare = "".join(line.split()).strip("（）()")
    return bare if NUMBER.fullmatch(bare) else ""


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


def _take_number(facts: Facts, line: str) -> Facts | None:
    number = "" if facts.document_number else _number(line)
    return replace(facts, document_number=number) if number else None


def _take_path(facts: Facts, line: str) -> Facts | None:
    path = () if facts.title else breadcrumb(line)
    return replace(facts, columns=path) if path else None


def _take_furniture(facts: Facts, line: str) -> Facts | None:
    return facts if not facts.title and is_furniture(line) else None


def _take_title(facts: Facts, line: str) -> Facts | None:
    """Take a line that nothing else takes as the title, unless it is a sentence or the first heading of a text."""
    text = len(line) > _LONGEST_TITLE or line[-1] in "。；，" or marker(line) is not None
    return None if facts.title or text else replace(facts, title=line)


# Readers of a line of the head; the first that takes the line decides, and the text begins where none does.
_TAKE = (
    _take_labelled,
    _take_source_and_date,
    _take_number,
    _take_path,
    _take_furniture,
    _take_title,
)
